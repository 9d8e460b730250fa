internal import OnusModel

extension Reader {
  /// A zip archive of reference lists, each of which is read as what it is.
  ///
  /// Places name the archive and the file in it: `export.zip/references.ris`.
  public static let zip = Reader(
    name: "zip",
    format: Format(
      title: "ZIP archive of reference lists", keeps: "what the readers of the files in it keep",
      fileExtensions: ["zip"]),
    recognition: .text { Zip.isArchive($0) }
  ) { file, receive in
    let archive = try ZipArchive(file)
    var isEmpty = true
    for member in archive.members where !Zip.isHidden(member.name) {
      let name = file.name + "/" + member.name
      do {
        let inner = CorpusFile(bytes: try archive.unpacked(member), name: name)
        // An archive in an archive could go on for ever.
        guard try !inner.firstBytes(4).elementsEqual(ZipArchive.signature) else {
          throw Diagnostic(
            .error, "unrecognised-format", "archives inside archives are not read",
            at: SourceLocation(file: name))
        }
        let reader = try Reader.recognizing(inner)
        isEmpty = false
        try reader.read(inner, receive)
      } catch var problem as Diagnostic where problem.location?.file.hasPrefix(file.name) ?? false {
        // The other files can be read all the same.
        problem.severity = .warning
        try receive(.problem(problem))
      }
    }
    guard isEmpty else { return }
    throw Diagnostic(
      .error, "unrecognised-format", "no file in the archive is of a format that is known", at: file.location)
  }
}

/// What an archive shows of itself.
private enum Zip {
  /// Whether bytes are the start of an archive that is not a document of some program.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: ZipArchive.signature), bytes.count > 30 else { return false }
    let length = Int(bytes[26]) | Int(bytes[27]) << 8
    let name = String(decoding: bytes[30..<min(bytes.count, 30 + length)], as: UTF8.self)
    let documents = [
      "[Content_Types].xml", "mimetype", "_rels/", "META-INF/", "word/", "xl/", "ppt/", "docProps/",
    ]
    return !documents.contains { name.hasPrefix($0) }
  }

  /// Whether a name is that of what systems add to archives.
  static func isHidden(_ name: String) -> Bool {
    name.hasPrefix("__MACOSX/") || name.split(separator: "/").last?.hasPrefix(".") ?? true
  }
}

internal import OnusModel

extension CorpusFileStream {
  /// Where an XML file starts, behind what no XML file may start with and some do.
  struct XMLStart {
    /// The line and column of the first byte that is left.
    var line: Int32 = 1
    var column: Int32 = 1
    /// A word about what was skipped; `nil` for nothing, and for white space where there may be some.
    var skipped: Diagnostic?
  }

  /// How far from the start of a file an XML declaration is looked for.
  static let maximumJunk = 1024

  /// Skips white space, and text in front of an XML declaration.
  func skipToXML() throws -> XMLStart {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = XMLStart()
    var bytes = try read(upTo: 4096)
    // A byte order mark directly in front of the markup is left for libxml2, which learns from it.
    if bytes.starts(with: mark), bytes.count > 3, XMLText.isBlank(bytes[3]) { bytes.removeFirst(3) }
    while !bytes.isEmpty {
      if let end = bytes.firstIndex(where: { !XMLText.isBlank($0) }) {
        start.advance(over: bytes[..<end])
        skipJunk(bytes[end...], &start)
        return start
      }
      start.advance(over: bytes[...])
      bytes = try read(upTo: 4096)
    }
    return start
  }

  private func skipJunk(_ bytes: ArraySlice<UInt8>, _ start: inout XMLStart) {
    guard let declaration = Self.declaration(in: bytes) else {
      putBack(bytes)
      let isAtStart = start.line == 1 && start.column == 1
      guard !isAtStart, bytes.starts(with: Array("<?xml ".utf8)) else { return }
      start.skipped = Diagnostic(
        .note, "text-before-xml", "there is white space in front of the XML declaration, which is skipped",
        at: SourceLocation(file: file.name, line: Int(start.line), column: Int(start.column)))
      return
    }
    start.skipped = Diagnostic(
      .warning, "text-before-xml", "there is text in front of the XML declaration, which is skipped",
      at: SourceLocation(file: file.name, line: Int(start.line), column: Int(start.column)))
    start.advance(over: bytes[..<declaration])
    putBack(bytes[declaration...])
  }

  /// Where an XML declaration starts that does not start the file but stands behind other text.
  static func declaration(in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, first != 0x3C, !bytes.starts(with: [0xEF, 0xBB, 0xBF, 0x3C]) else {
      return nil
    }
    return bytes.prefix(maximumJunk).firstRange(of: Array("<?xml ".utf8))?.lowerBound
  }
}

extension CorpusFileStream.XMLStart {
  fileprivate mutating func advance(over bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}

internal import OnusModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What the files of a corpus hold, as hashes, and which of them need not be read again to know.
struct Fingerprints: Codable {
  struct Entry: Codable {
    var stamp: FileStamp
    var hash: String
  }

  /// The program that wrote the list.
  var program: FileStamp?
  /// What is known of each file, by its name.
  private var entries: [String: Entry] = [:]

  private static let fileName = "files.json"

  /// Reads what a cache folder knows; nothing where there is no list or a damaged one.
  init(in folder: String) {
    let bytes = FileManager.default.contents(atPath: folder + "/" + Self.fileName)
    if let bytes, let known = try? JSONDecoder().decode(Fingerprints.self, from: bytes) { self = known }
  }

  /// The hash of a file's bytes as they are on disk.
  ///
  /// - Throws: An error when it cannot be read.
  mutating func hash(of file: Folder.File) throws -> String {
    guard let stamp = FileStamp(of: file.path) else { throw CocoaError(.fileReadNoSuchFile) }
    if let known = entries[file.name], known.stamp == stamp { return known.hash }
    guard let digest = ContentHash.digest(ofFile: file.path) else { throw CocoaError(.fileReadUnknown) }
    entries[file.name] = stamp.isSettled ? Entry(stamp: stamp, hash: digest) : nil
    return digest
  }

  /// Writes the list, without what is no longer in the corpus.
  func write(to folder: String, keeping files: [Folder.File]) throws {
    var list = self
    let names = Set(files.map(\.name))
    list.entries = entries.filter { names.contains($0.key) }
    list.program = FileStamp.program
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try encoder.encode(list)
    if FileManager.default.contents(atPath: folder + "/" + Self.fileName) == bytes { return }
    try OutputFolder(path: folder).write([OutputFile(path: Self.fileName, bytes: [UInt8](bytes))])
  }
}

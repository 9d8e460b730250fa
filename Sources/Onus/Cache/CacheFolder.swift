internal import OnusCatalogue
internal import OnusModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The folder beside a corpus in which catalogues of what has been read are kept, named by what they hold.
///
/// A catalogue is made under a name of its own and gets its final name when it is complete. Nothing that has
/// its final name is ever changed, so that a process that is killed, or two that work at once, leave whole
/// catalogues and nothing else that is used.
struct CacheFolder {
  let path: String

  private static let unfinished = "unfinished-"

  /// Opens the cache of a corpus, and makes the folder when there is none; `nil` where one may not write.
  ///
  /// - Throws: A `Diagnostic` when the folder cannot be written to for another reason.
  init?(ofCorpus corpus: String) throws {
    path = corpus + "/.onus"
    guard access(FileManager.default.fileExists(atPath: path) ? path : corpus, W_OK) == 0 else { return nil }
    let ignored = path + "/.gitignore"
    if !FileManager.default.fileExists(atPath: ignored) {
      try OutputFolder(path: path).write([OutputFile(path: ".gitignore", bytes: Array("*\n".utf8))])
    }
    removeUnfinished()
  }

  /// The finished catalogue with a key, ready for questions; `nil` when there is none.
  ///
  /// - Throws: A `Diagnostic` when there is one that cannot be used, after which it is gone.
  func catalogue(_ layer: String, _ key: String) throws -> Catalogue? {
    let file = path(layer, key)
    guard let stamp = FileStamp(of: file) else { return nil }
    do {
      let catalogue = try Catalogue(sealedAt: file)
      // A file that has been touched since it was finished is looked through once.
      if stamp != (try? known(file)), try !catalogue.isIntact() { throw CocoaError(.fileReadCorruptFile) }
      return catalogue
    } catch {
      unlink(file)
      throw Diagnostic(
        .note, "cache-rebuilt", "the cache was damaged and is built anew", at: SourceLocation(file: file))
    }
  }

  /// Makes a catalogue, gives it its final name and opens it.
  ///
  /// - Parameters:
  ///   - layer: Which of the corpus's catalogues it is.
  ///   - key: What it holds.
  ///   - base: The path of a finished catalogue to start from.
  ///   - fill: Adds what it is to hold.
  /// - Throws: An error when it cannot be written.
  func make(
    _ layer: String, _ key: String, from base: String? = nil, _ fill: (Catalogue) throws -> Void
  ) throws -> Catalogue {
    let temporary = "\(path)/\(Self.unfinished)\(getpid())-\(UInt32.random(in: 0...UInt32.max)).sqlite"
    do {
      if let base { try FileManager.default.copyItem(atPath: base, toPath: temporary) }
      let catalogue = try Catalogue(path: temporary)
      try fill(catalogue)
      try catalogue.seal()
      let file = path(layer, key)
      guard rename(temporary, file) == 0 else { throw CocoaError(.fileWriteUnknown) }
      if let stamp = FileStamp(of: file) {
        let bytes = try JSONEncoder().encode(stamp)
        try OutputFolder(path: path).write([OutputFile(path: Self.stampName(of: file), bytes: [UInt8](bytes))]
        )
      }
      remove(layer, except: key)
      return try Catalogue(sealedAt: file)
    } catch {
      for ending in ["", "-wal", "-shm", "-journal"] { unlink(temporary + ending) }
      throw error
    }
  }

  /// The path of a catalogue.
  func path(_ layer: String, _ key: String) -> String { "\(path)/\(layer)-\(key.prefix(32)).sqlite" }

  /// The paths of the finished catalogues of a layer.
  func paths(_ layer: String) -> [String] {
    names.filter { $0.hasPrefix(layer + "-") && $0.hasSuffix(".sqlite") }.map { path + "/" + $0 }
  }

  private func known(_ file: String) throws -> FileStamp? {
    let bytes = FileManager.default.contents(atPath: path + "/" + Self.stampName(of: file))
    return try bytes.map { try JSONDecoder().decode(FileStamp.self, from: $0) }
  }

  private static func stampName(of file: String) -> String {
    (file.split(separator: "/").last ?? "").description + ".stamp"
  }

  private func remove(_ layer: String, except key: String) {
    let kept = path(layer, key)
    for file in paths(layer) where file != kept {
      unlink(file)
      unlink(path + "/" + Self.stampName(of: file))
    }
  }

  /// Removes what processes that were stopped have left.
  private func removeUnfinished() {
    for name in names where name.hasPrefix(Self.unfinished) {
      let number = name.dropFirst(Self.unfinished.count).prefix { $0 != "-" }
      guard let process = pid_t(number), kill(process, 0) != 0, errno == ESRCH else { continue }
      unlink(path + "/" + name)
    }
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}

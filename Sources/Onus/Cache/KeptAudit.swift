internal import OnusAudit
internal import OnusModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The audit of a corpus beside the catalogue that it is an audit of, so that a question need not hold the
/// whole catalogue against the checks again.
struct KeptAudit: Sendable {
  private let folder: String
  private let name: String

  private static let beginning = "audit-"

  /// The audit of the catalogue with a key, whether it is there or not.
  init(_ cache: CacheFolder, _ key: String) {
    folder = cache.path
    name = "\(Self.beginning)\(key.prefix(32)).json"
  }

  /// The audit; `nil` when there is none, or one that is not as it was written.
  func read() -> Audit? {
    guard let bytes = FileManager.default.contents(atPath: folder + "/" + name),
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let body = bytes[bytes.index(after: end)...]
    guard bytes[..<end].elementsEqual(Self.digest(of: body).utf8) else { return nil }
    return try? JSONDecoder().decode(Audit.self, from: body)
  }

  /// Keeps the audit in place of all earlier ones; where that fails it is made anew each time.
  func write(_ audit: Audit) {
    guard let body = try? JSONEncoder().encode(audit) else { return }
    let bytes = Array("\(Self.digest(of: body))\n".utf8) + [UInt8](body)
    let file = OutputFile(path: name, bytes: bytes)
    guard (try? OutputFolder(path: folder).write([file])) != nil else { return }
    for other in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    where other.hasPrefix(Self.beginning) && other != name {
      try? FileManager.default.removeItem(atPath: folder + "/" + other)
    }
  }

  private static func digest(of bytes: Data) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.digest
  }
}

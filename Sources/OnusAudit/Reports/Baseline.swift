public import OnusModel

/// Findings that are known, so that only new ones fail a check.
///
/// A baseline is a text with one line for each finding: the code, what it is about, and the message, parted by
/// tabs. Lines of the corpus may move without making a known finding new.
public struct Baseline: Hashable, Sendable {
  private var counts: [String: Int]

  /// A baseline of everything that was found.
  public init(_ findings: [Finding]) {
    counts = findings.reduce(into: [:]) { $0[Self.fingerprint(of: $1), default: 0] += 1 }
  }

  /// Reads a baseline; empty lines and those that start with a number sign are left out.
  public init(parsing text: String) {
    counts = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
      .reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }

  /// The baseline as text, its lines in the order of their characters.
  public var text: String {
    let lines = counts.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
    return "# Known findings: code, subject, message. Made by onus check --write-baseline.\n"
      + lines.map { $0 + "\n" }.joined()
  }

  /// The findings that the baseline does not know; of several alike as many as are too many.
  public func new(among findings: [Finding]) -> [Finding] {
    var rest = counts
    return findings.filter { finding in
      let print = Self.fingerprint(of: finding)
      guard let count = rest[print], count > 0 else { return true }
      rest[print] = count - 1
      return false
    }
  }

  /// What tells a finding from others without its line: the code, its subject, its message.
  static func fingerprint(of finding: Finding) -> String {
    let subject =
      [finding.claim?.rawValue, finding.study?.rawValue].compactMap { $0 }.joined(separator: "/")
    let place = subject.isEmpty ? finding.diagnostic.location?.file ?? "" : subject
    return [finding.check.rawValue, place, finding.diagnostic.message].map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.joined(separator: "\t")
  }
}

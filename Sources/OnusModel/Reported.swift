/// A fact that a report may or may not state.
///
/// "Not reported" means that somebody read the report and it does not say; that is different from a fact
/// for which nobody has looked, which is `nil`.
public enum Reported<Value> {
  /// The report states the value.
  case value(Value)
  /// The report was read and does not say.
  case notReported

  /// The stated value; `nil` when not reported.
  public var stated: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Reported: Sendable where Value: Sendable {}
extension Reported: Equatable where Value: Equatable {}
extension Reported: Hashable where Value: Hashable {}
extension Reported: Encodable where Value: Encodable {}
extension Reported: Decodable where Value: Decodable {}

/// How a fact is known.
public enum FactBasis: Hashable, Sendable, Codable {
  /// A source says it; the text names the source.
  case stated(String)
  /// Somebody concluded it; the text says why.
  case inferred(String)

  /// Reads "stated, WHERE" or "inferred, WHY".
  public init?(parsing text: String) {
    let words = text.trimmed
    for (word, make) in [("stated", FactBasis.stated), ("inferred", FactBasis.inferred)] {
      guard words.lowercased().hasPrefix(word) else { continue }
      let rest = words.dropFirst(word.count)
      if rest.isEmpty {
        self = make("")
        return
      }
      guard let separator = rest.first, ",:;".contains(separator) else { continue }
      self = make(String(rest.dropFirst()).trimmed)
      return
    }
    return nil
  }

  /// Where the fact is stated, or why it is inferred.
  public var detail: String {
    switch self {
    case .stated(let detail), .inferred(let detail): detail
    }
  }
}

extension FactBasis: CustomStringConvertible {
  /// The basis as written in a corpus.
  public var description: String {
    let word =
      switch self {
      case .stated: "stated"
      case .inferred: "inferred"
      }
    return detail.isEmpty ? word : "\(word), \(detail)"
  }
}

/// A value of a fact that another source gives, kept beside the study's own.
public struct OtherValue: Hashable, Sendable, Codable {
  /// Which fact: its path, for example `sample.randomized`.
  public var fact: Located<String>
  /// The other value, as written.
  public var value: String
  /// How the other value is known.
  public var basis: FactBasis

  /// Creates another value of a fact.
  public init(fact: Located<String>, value: String, basis: FactBasis) {
    self.fact = fact
    self.value = value
    self.basis = basis
  }
}

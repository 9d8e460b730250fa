extension Synthesis {
  /// A result of a study, written `study/result`.
  public struct ResultReference: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The study.
    public var study: Study.ID
    /// The key of the result within the study.
    public var result: String

    /// Names a result.
    public init(study: Study.ID, result: String) {
      self.study = study
      self.result = result
    }

    /// Reads `study/result`; `nil` unless both parts are there.
    public init?(parsing text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
      self.init(study: Study.ID(parts[0]), result: parts[1])
    }

    /// The reference as written in a corpus.
    public var description: String { "\(study)/\(result)" }
  }

  /// How much an outcome matters for a decision: a word, or a number from 1 to 9.
  ///
  /// GRADE calls 7 to 9 critical, 4 to 6 important and 1 to 3 not important (Guyatt GH et al. J Clin Epidemiol
  /// 2011;64:395-400).
  public struct Importance: Hashable, Sendable, Codable {
    /// The word for a span of numbers.
    public enum Word: String, Sendable, Codable, CaseIterable {
      /// 7 to 9.
      case critical
      /// 4 to 6.
      case important
      /// 1 to 3.
      case notImportant = "not important"
    }

    /// The word.
    public var word: Word
    /// The number from 1 to 9, where one was given.
    public var score: Int?

    /// Creates an importance of a word.
    public init(_ word: Word) { self.word = word }

    /// Reads a word, or a number from 1 to 9.
    public init?(parsing text: String) {
      if let word = Word(rawValue: text) {
        self.init(word)
      } else if let score = Int(text), (1...9).contains(score) {
        self.init(score >= 7 ? .critical : score >= 4 ? .important : .notImportant)
        self.score = score
      } else {
        return nil
      }
    }
  }

  /// A risk without the intervention.
  public struct AssumedRisk: Hashable, Sendable, Codable {
    /// The risk, a part of 1.
    public var risk: Double
    /// The risk as written, for example "112 per 1000".
    public var printed: String
    /// Where it comes from, for example the median of the comparison groups.
    public var source: String?

    /// Creates a risk.
    public init(risk: Double, printed: String, source: String? = nil) {
      self.risk = risk
      self.printed = printed
      self.source = source
    }

    /// Reads "112 per 1000", "24 of 214" or "11.2%"; `nil` for anything that is no part of 1.
    public init?(parsing text: String) {
      let words = text.collapsed.split(separator: " ").map { String($0.filter { $0 != "," }) }
      let risk: Double?
      if words.count == 3, ["per", "of", "in"].contains(words[1]), let part = parseNumber(words[0]),
        let whole = parseNumber(words[2]), whole > 0
      {
        risk = part / whole
      } else if text.trimmed.hasSuffix("%") {
        risk = parseNumber(text.trimmed.dropLast().trimmed).map { $0 / 100 }
      } else {
        risk = nil
      }
      guard let risk, (0...1).contains(risk) else { return nil }
      self.init(risk: risk, printed: text.collapsed)
    }
  }

  /// A mean without the intervention.
  public struct AssumedMean: Hashable, Sendable, Codable {
    /// The mean as printed.
    public var printed: String
    /// Where it comes from.
    public var source: String?

    /// Creates a mean.
    public init(printed: String, source: String? = nil) {
      self.printed = printed
      self.source = source
    }
  }
}

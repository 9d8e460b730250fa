extension Check {
  /// What a person should know of a check: `onus explain` prints it.
  public struct Documentation: Hashable, Sendable {
    /// What it looks for: one sentence without its full stop.
    public var title: String
    /// Why it matters, and how it decides.
    public var explanation: String
    /// The published sources of the rule; empty for rules of good record keeping.
    public var sources: [String]
    /// Which facts it needs; without them it is silent.
    public var needs: String
    /// In which known cases it speaks although nothing is wrong.
    public var falsePositives: String

    /// Creates documentation.
    public init(
      title: String, explanation: String, sources: [String] = [], needs: String, falsePositives: String
    ) {
      self.title = title
      self.explanation = explanation
      self.sources = sources
      self.needs = needs
      self.falsePositives = falsePositives
    }
  }

  /// A small corpus that shows what a check does.
  public struct Example: Hashable, Sendable, ExpressibleByStringLiteral {
    /// Claims and studies, in the corpus grammar.
    public var corpus: String
    /// Bibliographic records in PubMed's MEDLINE format (`.nbib`); empty when the corpus needs none.
    public var references: String

    /// Creates an example.
    public init(corpus: String, references: String = "") {
      self.corpus = corpus
      self.references = references
    }

    /// Creates an example from its claims and studies.
    public init(stringLiteral corpus: String) { self.init(corpus: corpus) }
  }

  /// The two sides of a check; both are run as tests.
  public struct Examples: Hashable, Sendable {
    /// A corpus in which the check finds something.
    public var firing: Example
    /// A corpus much like it in which nothing is wrong.
    public var quiet: Example

    /// Pairs a corpus with a finding with one without.
    public init(firing: Example, quiet: Example) {
      self.firing = firing
      self.quiet = quiet
    }
  }
}

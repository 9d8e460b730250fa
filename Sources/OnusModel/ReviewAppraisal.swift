/// What a systematic review makes of a study: whether it is included, and how it can be biased.
public struct ReviewAppraisal: Hashable, Sendable, Codable {
  /// What became of a study in a review.
  public enum Standing: String, Sendable, Codable, CaseIterable {
    /// The review includes it.
    case included
    /// The review leaves it out.
    case excluded
    /// The review has not decided yet.
    case awaiting
    /// It had not ended when the review was written.
    case ongoing
  }

  /// A judgement about one way in which a study can be biased.
  public struct Judgement: Hashable, Sendable, Codable {
    /// The instrument, for example "Cochrane risk of bias".
    public var instrument: String
    /// What is judged, for example "Allocation concealment (selection bias)".
    public var domain: String
    /// The group of outcomes that it is about; `nil` for the study as a whole.
    public var outcomes: String?
    /// The judgement in the review's terms: "low risk", "high risk" or "unclear risk".
    public var judgement: String
    /// What supports it.
    public var support: String?
    /// Where it is written.
    public var location: SourceLocation?

    /// Creates a judgement.
    public init(
      instrument: String, domain: String, outcomes: String? = nil, judgement: String, support: String? = nil,
      location: SourceLocation? = nil
    ) {
      self.instrument = instrument
      self.domain = domain
      self.outcomes = outcomes
      self.judgement = judgement
      self.support = support
      self.location = location
    }
  }

  /// The review, by its title.
  public var review: String
  /// The review's identifiers.
  public var identifiers: [Identifier]
  /// What became of the study in it; `nil` for the review itself.
  public var standing: Standing?
  /// Why it was left out.
  public var exclusionReason: Located<String>?
  /// Where the data come from, for example "published data only".
  public var dataSource: String?
  /// How it can be biased.
  public var riskOfBias: [Judgement]
  /// The review's words on its methods.
  public var methods: Located<String>?
  /// The review's words on what it measured.
  public var outcomes: Located<String>?

  /// Creates an appraisal without judgements.
  public init(review: String, identifiers: [Identifier], standing: Standing? = nil) {
    self.review = review
    self.identifiers = identifiers
    self.standing = standing
    riskOfBias = []
  }
}

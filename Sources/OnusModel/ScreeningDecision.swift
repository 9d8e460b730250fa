/// What someone has decided about records at a stage of a review.
public struct ScreeningDecision: Hashable, Sendable, Codable {
  /// What was read to decide.
  public enum Stage: String, CaseIterable, Sendable, Codable {
    case titleAndAbstract = "title and abstract"
    case fullText = "full text"
  }

  /// What was decided.
  public enum Verdict: String, CaseIterable, Sendable, Codable {
    case include
    case exclude
    case notRetrieved = "not retrieved"
  }

  /// The records.
  public var records: [Located<Identifier>]
  /// What was read.
  public var stage: Stage
  /// What was decided.
  public var verdict: Verdict
  /// Why; every exclusion after reading the full text has a reason.
  public var reason: String?
  /// Who decided.
  public var by: String?
  /// Whether it settles what people had decided differently.
  public var isAgreed: Bool
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a decision.
  public init(
    _ verdict: Verdict, _ records: [Located<Identifier>], at stage: Stage, because reason: String? = nil,
    by: String? = nil, isAgreed: Bool = false, location: SourceLocation? = nil
  ) {
    self.records = records
    self.stage = stage
    self.verdict = verdict
    self.reason = reason
    self.by = by
    self.isAgreed = isAgreed
    self.location = location
  }
}

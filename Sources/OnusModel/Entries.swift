/// What a corpus says, file by file put together: everything a person wrote and everything that was imported.
public struct Entries: Hashable, Sendable, Codable {
  /// Documents in which claims appear.
  public var sources: [Source]
  /// Conditions of the vocabularies and local terms.
  public var conditions: [Condition]
  /// Interventions.
  public var interventions: [Intervention]
  /// Studies.
  public var studies: [Study]
  /// Claims.
  public var claims: [Claim]
  /// Results that belong together, and what people judge of them.
  public var syntheses: [Synthesis]
  /// Systematic reviews, with the decisions about their records.
  public var reviews: [Review]
  /// Bibliographic records.
  public var references: [Reference]
  /// Records that their database has withdrawn, each with the place where it says so.
  public var deletions: [Located<Identifier>]
  /// What people have settled for the checks.
  public var checkSettings: [CheckSetting]
  /// What people have decided about records that look alike.
  public var duplicateDecisions: [DuplicateDecision]

  /// Creates entries.
  public init(
    sources: [Source] = [], conditions: [Condition] = [], interventions: [Intervention] = [],
    studies: [Study] = [], claims: [Claim] = [], references: [Reference] = [],
    deletions: [Located<Identifier>] = [], checkSettings: [CheckSetting] = [],
    duplicateDecisions: [DuplicateDecision] = [], syntheses: [Synthesis] = [],
    reviews: [Review] = []
  ) {
    self.sources = sources
    self.conditions = conditions
    self.interventions = interventions
    self.studies = studies
    self.claims = claims
    self.syntheses = syntheses
    self.reviews = reviews
    self.references = references
    self.deletions = deletions
    self.checkSettings = checkSettings
    self.duplicateDecisions = duplicateDecisions
  }

  /// Appends everything that other entries hold.
  public mutating func append(_ other: Entries) {
    sources += other.sources
    conditions += other.conditions
    interventions += other.interventions
    studies += other.studies
    claims += other.claims
    syntheses += other.syntheses
    reviews += other.reviews
    references += other.references
    deletions += other.deletions
    checkSettings += other.checkSettings
    duplicateDecisions += other.duplicateDecisions
  }
}

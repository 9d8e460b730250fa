/// One checkable statement, in the catalogue's own words, with what it is about and where it was made.
public struct Claim: Hashable, Sendable, Codable {
  /// The key of a claim in the corpus.
  public typealias ID = Key<Claim>

  /// What sort of statement it is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// How something works.
    case mechanism
    /// That something helps.
    case efficacy
    /// That something is harmless or harmful.
    case safety
    /// How much is taken, and when.
    case dosage
    /// Who must not take it.
    case contraindication
    /// What it does with other treatments.
    case interaction
    /// What an authority has decided.
    case regulatory
    /// What it costs and who gains.
    case economic
    /// How often something occurs.
    case prevalence
    /// What somebody should do.
    case recommendation
    /// How a condition is recognised.
    case diagnosis
    /// How a condition will run.
    case prognosis
    /// Anything else.
    case other
  }

  /// How strongly a claim is worded, from the weakest.
  public enum Wording: String, Sendable, Codable, CaseIterable, Comparable {
    /// May, might, seems.
    case hedged
    /// A plain statement.
    case plain
    /// Stressed: greatly, reliably, in a high percentage.
    case strong
    /// All, always, never, no one.
    case universal

    /// Orders wordings from hedged to universal.
    public static func < (left: Wording, right: Wording) -> Bool { left.rank < right.rank }

    private var rank: Int { Wording.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Where the claim says the effect points.
  public enum Direction: String, Sendable, Codable, CaseIterable {
    /// It helps.
    case benefit
    /// It harms.
    case harm
    /// It does nothing.
    case noEffect = "no effect"
    /// Something rises; whether that is good is not said.
    case increase
    /// Something falls; whether that is good is not said.
    case decrease
    /// It describes and claims no effect.
    case descriptive
    /// It names no direction.
    case noneStated = "none stated"
  }

  /// What the source itself says of the study it cites.
  public struct Assertions: Hashable, Sendable, Codable {
    /// How many people.
    public var sample: Located<Int>?
    /// How long.
    public var duration: Located<StudyDuration>?
    /// Which design.
    public var design: Located<StudyDesign>?
    /// How many of how many had an event.
    public var events: Located<StudyResult.Events>?
    /// A percentage, as printed.
    public var percent: Located<String>?
    /// A p value.
    public var p: Located<StudyResult.PValue>?
    /// What it was compared with.
    public var comparator: Located<String>?
    /// What was measured.
    public var outcome: Located<String>?

    /// Creates empty assertions.
    public init() {}
  }

  /// Where an editor says that the claim stands, beside the standing that is derived.
  public struct Verdict: Hashable, Sendable, Codable {
    /// The standing.
    public var standing: Located<Standing>
    /// Why.
    public var reason: String

    /// Creates a verdict.
    public init(_ standing: Located<Standing>, reason: String) {
      self.standing = standing
      self.reason = reason
    }
  }

  /// The key in the corpus.
  public var id: ID
  /// The statement, in the catalogue's own words.
  public var statement: Located<String>
  /// What sort of statement it is.
  public var kind: Kind
  /// How strongly it is worded.
  public var wording: Located<Wording>
  /// The conditions it is about, as written.
  public var conditions: [Located<String>]
  /// Subjects that are not health conditions.
  public var topics: [String]
  /// The interventions it is about, as written.
  public var interventions: [Located<String>]
  /// What it compares with.
  public var comparator: String?
  /// The outcome it speaks of.
  public var outcome: String?
  /// Where it says the effect points.
  public var direction: Direction?
  /// Where the claim is made.
  public var appearances: [Appearance]
  /// What the source says of the study it cites.
  public var asserts: Assertions
  /// The studies the source itself cites for it.
  public var cites: [Located<Study.ID>]
  /// How studies bear on it.
  public var evidence: [EvidenceLink]
  /// Searches that found no study.
  public var searches: [EvidenceSearch]
  /// Where an editor says that the claim stands.
  public var verdict: Verdict?
  /// Anything else.
  public var note: String?
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a claim.
  public init(
    id: ID, statement: Located<String>, kind: Kind, wording: Located<Wording> = Located(.plain),
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.statement = statement
    self.kind = kind
    self.wording = wording
    self.location = location
    conditions = []
    topics = []
    interventions = []
    appearances = []
    asserts = Assertions()
    cites = []
    evidence = []
    searches = []
  }
}

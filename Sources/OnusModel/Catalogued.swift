/// How a claim or a study relates to the condition that was asked for.
public enum ConditionMatch: String, Sendable, CaseIterable, Comparable {
  /// It is about the condition itself.
  case exact
  /// It is about a narrower condition.
  case narrower
  /// It is about a broader class that covers the condition.
  case covering

  /// Orders matches from exact to covering.
  public static func < (left: ConditionMatch, right: ConditionMatch) -> Bool { left.rank < right.rank }

  private var rank: Int { ConditionMatch.allCases.firstIndex(of: self) ?? 0 }
}

/// A study as a catalogue gives it: with its reports and the conditions that its words stand for.
public struct CataloguedStudy: Hashable, Sendable {
  /// The study.
  public var study: Study
  /// Its reports, the primary one first.
  public var reports: [Reference]
  /// The conditions it is about.
  public var conditions: [Condition]
  /// The interventions it is about.
  public var interventions: [Intervention]
  /// How it relates to the condition that was asked for; `nil` when none was.
  public var match: ConditionMatch?

  /// Creates a catalogued study.
  public init(
    study: Study, reports: [Reference] = [], conditions: [Condition] = [], interventions: [Intervention] = [],
    match: ConditionMatch? = nil
  ) {
    self.study = study
    self.reports = reports
    self.conditions = conditions
    self.interventions = interventions
    self.match = match
  }

  /// Whether the primary report has been retracted, so that the study counts neither for nor against a claim.
  public var isRetracted: Bool { reports.first?.status.standing == .retracted }

  /// The year of its first report, else that of the study's own date.
  public var year: Int? { reports.compactMap(\.year).min() ?? study.published?.year }
}

/// A link from a claim together with the study and the result it names.
public struct CataloguedEvidence: Hashable, Sendable {
  /// The link.
  public var link: EvidenceLink
  /// The study.
  public var study: CataloguedStudy
  /// The result, where the link names one.
  public var result: StudyResult?

  /// Creates catalogued evidence.
  public init(link: EvidenceLink, study: CataloguedStudy, result: StudyResult? = nil) {
    self.link = link
    self.study = study
    self.result = result
  }
}

/// A claim as a catalogue gives it: with its sources, its evidence and what the checks say of it.
public struct CataloguedClaim: Hashable, Sendable {
  /// An appearance together with its source.
  public struct Appearing: Hashable, Sendable {
    /// The place.
    public var appearance: Appearance
    /// The source.
    public var source: Source

    /// Creates an appearance with its source.
    public init(appearance: Appearance, source: Source) {
      self.appearance = appearance
      self.source = source
    }
  }

  /// The claim.
  public var claim: Claim
  /// Where it appears.
  public var appearances: [Appearing]
  /// The conditions it is about.
  public var conditions: [Condition]
  /// The interventions it is about.
  public var interventions: [Intervention]
  /// Its evidence, in the order in which it is written.
  public var evidence: [CataloguedEvidence]
  /// The studies that the source itself cites.
  public var cited: [CataloguedStudy]
  /// What the checks say of it.
  public var findings: [Diagnostic]
  /// Where it stands by its links and findings; `nil` before an audit.
  public var standing: DerivedStanding?
  /// How it relates to the condition that was asked for; `nil` when none was.
  public var match: ConditionMatch?

  /// Creates a catalogued claim.
  public init(
    claim: Claim, appearances: [Appearing] = [], conditions: [Condition] = [],
    interventions: [Intervention] = [], evidence: [CataloguedEvidence] = [], cited: [CataloguedStudy] = [],
    findings: [Diagnostic] = [], match: ConditionMatch? = nil
  ) {
    self.claim = claim
    self.appearances = appearances
    self.conditions = conditions
    self.interventions = interventions
    self.evidence = evidence
    self.cited = cited
    self.findings = findings
    self.match = match
  }
}

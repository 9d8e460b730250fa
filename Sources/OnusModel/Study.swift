/// A study: the thing that was done, whatever number of reports tell of it.
///
/// Facts belong to the study, not to its reports. Every fact can say how it is known: see ``basis(of:)``.
public struct Study: Hashable, Sendable, Codable {
  /// The key of a study in the corpus.
  public typealias ID = Key<Study>

  /// Who does not know which treatment is given.
  public enum Blinding: String, Sendable, Codable, CaseIterable {
    /// Nobody is blinded.
    case none
    /// One party is blinded.
    case single
    /// Two parties are blinded.
    case double
    /// Three parties are blinded.
    case triple
    /// Four parties are blinded: people, those who treat them, investigators, and those who assess outcomes.
    case quadruple
  }

  /// How long the parts of a study lasted.
  public struct Durations: Hashable, Sendable, Codable {
    /// The treatment of one person, or of one period of a crossover.
    public var treatment: Located<Reported<StudyDuration>>?
    /// The time people were followed.
    public var followUp: Located<Reported<StudyDuration>>?
    /// The whole study.
    public var study: Located<Reported<StudyDuration>>?

    /// Creates durations.
    public init(
      treatment: Located<Reported<StudyDuration>>? = nil, followUp: Located<Reported<StudyDuration>>? = nil,
      study: Located<Reported<StudyDuration>>? = nil
    ) {
      self.treatment = treatment
      self.followUp = followUp
      self.study = study
    }

    /// The duration that stands for the study when one is asked for: treatment, else follow-up, else study.
    public var headline: Reported<StudyDuration>? {
      treatment?.value ?? followUp?.value ?? study?.value
    }

    /// Treatment, follow-up and study in one line, for example "8 weeks per period, whole study 17 weeks".
    public var text: String? {
      let parts = [(treatment, ""), (followUp, "follow-up "), (study, "whole study ")].compactMap {
        duration, label in
        switch duration?.value {
        case .value(let value): "\(label)\(value.printed)"
        case .notReported: "\(label)not reported"
        case nil: String?.none
        }
      }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
  }

  /// The key in the corpus.
  public var id: ID
  /// The short name shown in tables, for example "Gironi 2008".
  public var name: String
  /// What people call it, for example "Milan PPMS pilot".
  public var title: String?
  /// The identifiers of its reports; the first is the primary one.
  public var reports: [Located<Identifier>]
  /// Its numbers in trial registers.
  public var registrations: [Located<Registration>]
  /// The design.
  public var design: Located<StudyDesign>
  /// Who was blinded.
  public var blinding: Located<Reported<Blinding>>?
  /// The conditions studied, as written.
  public var conditions: [Located<String>]
  /// The interventions studied, as written.
  public var interventions: [Located<String>]
  /// What the intervention was compared with; "none" without a control.
  public var comparator: Located<Reported<String>>?
  /// The dose and its schedule.
  public var dose: Located<Reported<String>>?
  /// Who took part.
  public var participants: Located<Reported<String>>?
  /// Where it was done.
  public var setting: Located<Reported<String>>?
  /// How many took part.
  public var sample: SampleSize?
  /// How long it lasted.
  public var durations: Durations
  /// Outcomes named as primary.
  public var primaryOutcomes: [Located<String>]
  /// Outcomes named as secondary.
  public var secondaryOutcomes: [Located<String>]
  /// What it found.
  public var results: [StudyResult]
  /// Harms it reports.
  public var harms: [Located<String>]
  /// Who paid.
  public var funding: Located<Reported<String>>?
  /// Interests that its authors declare.
  public var interests: Located<Reported<String>>?
  /// The studies of the corpus that a review includes; `nil` for other studies and where nobody has said.
  public var includes: [Located<Study.ID>]?
  /// How it can be biased, as people have judged.
  public var riskOfBias: [RiskOfBias]
  /// What limits it.
  public var limitations: [Located<String>]
  /// Anything else.
  public var notes: [Located<String>]
  /// When it was published, for a study without a report in the bibliographies.
  public var published: PartialDate?
  /// How its facts are known, by the path of the fact; the empty path stands for all of them.
  public var bases: [String: Located<FactBasis>]
  /// Values that other sources give.
  public var otherValues: [OtherValue]
  /// What its register says of it beyond these facts; `nil` for a study that was not read from a register.
  public var registerEntry: RegisterEntry?
  /// What a review makes of it; `nil` for a study that was not read from a review.
  public var appraisal: ReviewAppraisal?
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a study with the facts that every study has.
  public init(id: ID, name: String, design: Located<StudyDesign>, location: SourceLocation? = nil) {
    self.id = id
    self.name = name
    self.design = design
    self.location = location
    reports = []
    registrations = []
    conditions = []
    interventions = []
    durations = Durations()
    primaryOutcomes = []
    secondaryOutcomes = []
    results = []
    harms = []
    riskOfBias = []
    limitations = []
    notes = []
    bases = [:]
    otherValues = []
  }

  /// How a fact is known; the basis written for the most specific path wins.
  ///
  /// - Parameter path: The fact's path, for example `sample.completed`.
  public func basis(of path: String) -> FactBasis? {
    if path.hasPrefix("results."), let result = results.first(where: { "results.\($0.id)" == path }),
      let basis = result.basis
    {
      return basis.value
    }
    var parts = path.split(separator: ".")
    while !parts.isEmpty {
      if let basis = bases[parts.joined(separator: ".")] { return basis.value }
      parts.removeLast()
    }
    return bases[""]?.value
  }

  /// Whether the study was read from a register or a review, and not written by a person for this corpus.
  public var isImported: Bool { registerEntry != nil || appraisal != nil }

  /// Whether there was a group to compare with; `nil` when the facts do not tell.
  public var hasControl: Bool? {
    if case .value(let text) = comparator?.value { return !Self.saysNone(text) }
    return switch design.value.family {
    case .randomized: true
    case .uncontrolled: false
    default: nil
    }
  }

  /// Whether a comparator's text says that there was none: "none", "No control group.", "without comparator".
  ///
  /// "No treatment" and "no intervention" are comparators.
  private static func saysNone(_ text: String) -> Bool {
    let clause =
      text.lowercased().split(whereSeparator: { !$0.isLetter && $0 != " " && $0 != "-" }).first ?? ""
    let words = clause.split(whereSeparator: { $0 == " " || $0 == "-" })
    if words == ["none"] || words == ["uncontrolled"] { return true }
    let fillers: Set<Substring> = ["a", "an", "any", "group", "groups", "arm", "arms"]
    let subjects: Set<Substring> = [
      "control", "controls", "comparator", "comparators", "comparison", "comparisons",
    ]
    let rest = words.dropFirst().filter { !fillers.contains($0) }
    return ["no", "without"].contains(words.first) && !rest.isEmpty && rest.allSatisfy(subjects.contains)
  }
}

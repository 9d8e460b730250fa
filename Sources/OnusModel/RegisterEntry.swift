/// What a trial register says of a study beyond the facts that every study has, in the register's words.
public struct RegisterEntry: Hashable, Sendable, Codable {
  /// An arm or a group as it was planned.
  public struct Arm: Hashable, Sendable, Codable {
    /// Its name.
    public var name: String
    /// What kind of arm it is, for example "Placebo Comparator".
    public var kind: String?
    /// What is done in it.
    public var description: String?

    /// Creates an arm.
    public init(name: String, kind: String? = nil, description: String? = nil) {
      self.name = name
      self.kind = kind
      self.description = description
    }
  }

  /// An intervention as it was planned.
  public struct Treatment: Hashable, Sendable, Codable {
    /// Its name.
    public var name: String
    /// What kind of intervention it is, for example "Drug".
    public var kind: String?
    /// How it is given.
    public var description: String?
    /// Its other names.
    public var otherNames: [String]
    /// The names of the arms that get it.
    public var arms: [String]

    /// Creates an intervention.
    public init(
      name: String, kind: String? = nil, description: String? = nil, otherNames: [String] = [],
      arms: [String] = []
    ) {
      self.name = name
      self.kind = kind
      self.description = description
      self.otherNames = otherNames
      self.arms = arms
    }
  }

  /// An outcome as it was planned.
  public struct Outcome: Hashable, Sendable, Codable {
    /// Its standing in the plan; `nil` for one that is neither primary nor secondary.
    public var role: StudyResult.Role?
    /// What is measured.
    public var name: String
    /// When it is measured, as written.
    public var timeFrame: String?
    /// How it is measured.
    public var description: String?

    /// Creates an outcome.
    public init(
      role: StudyResult.Role?, name: String, timeFrame: String? = nil, description: String? = nil
    ) {
      self.role = role
      self.name = name
      self.timeFrame = timeFrame
      self.description = description
    }
  }

  /// A date in the life of a study.
  public struct DatedEvent: Hashable, Sendable, Codable {
    /// What happened, in the register's word, for example "start" or "results posted".
    public var event: String
    /// When.
    public var date: PartialDate
    /// Whether it has happened; `nil` when the register does not say.
    public var isActual: Bool?

    /// Creates a date.
    public init(_ event: String, _ date: PartialDate, isActual: Bool? = nil) {
      self.event = event
      self.date = date
      self.isActual = isActual
    }
  }

  /// Who can take part.
  public struct Eligibility: Hashable, Sendable, Codable {
    /// The criteria as written, a line for each paragraph; the parts of a text that tells both.
    public var criteria: String?
    /// What people must have, where it is told apart from what excludes them.
    public var inclusion: String?
    /// What excludes people, where it is told apart.
    public var exclusion: String?
    /// The sexes that can take part, as written.
    public var sex: String?
    /// The lowest age, as written; `nil` for none.
    public var minimumAge: String?
    /// The highest age, as written; `nil` for none.
    public var maximumAge: String?
    /// Whether healthy people can take part; `nil` when the register does not say.
    public var acceptsHealthyVolunteers: Bool?
    /// From whom people are chosen, and how.
    public var population: String?

    /// Creates an eligibility that says nothing.
    public init() {}
  }

  /// The study's number in this register.
  public var registration: Registration
  /// Whether the study recruits, is completed, or was stopped.
  public var status: String?
  /// Why it was stopped.
  public var whyStopped: String?
  /// The kind of study, for example "Interventional".
  public var type: String?
  /// The phase, for example "Phase 2/Phase 3".
  public var phase: String?
  /// How it was designed: allocation, assignment, masking, purpose.
  public var design: String?
  /// What it is for, for example "Treatment".
  public var purpose: String?
  /// Who does not know which treatment is given.
  public var blinded: [String]
  /// Its dates.
  public var dates: [DatedEvent]
  /// Who is responsible for it.
  public var sponsors: [String]
  /// Who else supports it.
  public var collaborators: [String]
  /// The arms as planned.
  public var arms: [Arm]
  /// The interventions as planned.
  public var treatments: [Treatment]
  /// The groups for which results are reported, which need not be the arms.
  public var groups: [Arm]
  /// Who can take part.
  public var eligibility: Eligibility
  /// The places at which it is done.
  public var sites: [String]
  /// The outcomes as planned.
  public var outcomes: [Outcome]
  /// Identifiers of publications of its results; each may or may not be in a bibliography.
  public var publications: [Located<Identifier>]
  /// What the people were like at the start.
  public var baseline: [StudyResult]
  /// Whether and how the data of single people are shared.
  public var dataSharing: [String]

  /// Creates an entry that says nothing but the number.
  public init(_ registration: Registration) {
    self.registration = registration
    blinded = []
    dates = []
    sponsors = []
    collaborators = []
    arms = []
    eligibility = Eligibility()
    sites = []
    outcomes = []
    treatments = []
    groups = []
    publications = []
    baseline = []
    dataSharing = []
  }
}

internal import OnusModel

extension Study {
  /// The facts that a basis can be given for.
  static let factPaths: [String] =
    [
      "design", "blinding", "conditions", "interventions", "comparator", "dose", "participants", "setting",
      "registrations", "sample",
    ] + SampleSize.Stage.allCases.map { "sample.\($0.rawValue)" } + [
      "sample.studies", "sample.arms", "duration", "duration.treatment", "duration.follow-up",
      "duration.study", "outcomes", "outcomes.primary", "outcomes.secondary", "results", "harms", "funding",
      "interests", "limitations", "notes", "published",
    ]

  /// Reads a study as far as it can be understood.
  init(key: String, keyLocation: SourceLocation, node: YAMLNode) {
    self.init(
      id: ID(key), name: node.text("name") ?? key,
      design: node.located("design", StudyDesign.init(named:)) ?? Located(.other, at: keyLocation),
      location: keyLocation)
    title = node.text("title")
    reports = node["reports"]?.items.compactMap { $0.located(Identifier.init(parsing:)) } ?? []
    registrations = node.locatedTexts("registrations").map { $0.map(Registration.init(parsing:)) }
    blinding = node.reported("blinding", Blinding.init(rawValue:))
    conditions = node.locatedTexts("conditions")
    interventions = node.locatedTexts("interventions")
    comparator = node.reported("comparator") { $0 }
    dose = node.reported("dose") { $0 }
    participants = node.reported("participants") { $0 }
    setting = node.reported("setting") { $0 }
    sample = node["sample"].map(SampleSize.init(node:))
    durations = node["duration"].map(Durations.init(node:)) ?? Durations()
    primaryOutcomes = node["outcomes"]?.locatedTexts("primary") ?? []
    secondaryOutcomes = node["outcomes"]?.locatedTexts("secondary") ?? []
    results = node["results"]?.pairs.map(StudyResult.init(key:keyLocation:node:)) ?? []
    harms = node.locatedTexts("harms")
    includes = node["includes"].map { _ in node.locatedTexts("includes").map { $0.map { Study.ID($0) } } }
    funding = node.reported("funding") { $0 }
    interests = node.reported("interests") { $0 }
    riskOfBias = (node["risk-of-bias"]?.items ?? []).compactMap(RiskOfBias.init(node:))
    limitations = node.locatedTexts("limitations")
    notes = node.locatedTexts("notes")
    published = node.value("published", PartialDate.init(iso8601:))
    otherValues = node["also"]?.items.compactMap(OtherValue.init(node:)) ?? []
    bases = Self.bases(in: node["basis"])
  }

  private static func bases(in node: YAMLNode?) -> [String: Located<FactBasis>] {
    guard let node else { return [:] }
    if let basis = node.located(FactBasis.init(parsing:)) { return ["": basis] }
    var bases: [String: Located<FactBasis>] = [:]
    for (key, _, value) in node.pairs {
      bases[key == "default" ? "" : key] = value.located(FactBasis.init(parsing:))
    }
    return bases
  }
}

extension SampleSize {
  fileprivate init(node: YAMLNode) {
    self.init()
    if node.scalar == Shape.notReported {
      isNotReported = true
    } else if let count = node.located({ Int($0) }) {
      counts[.enrolled] = count.map(Reported.value)
    } else {
      counts = Self.counts(in: node)
      studies = node.reported("studies") { Int($0) }
      arms = (node["arms"]?.pairs ?? []).map { name, _, value in
        let single = value.located { Int($0) }.map { $0.map(Reported.value) }
        return Arm(name: name, counts: single.map { [.enrolled: $0] } ?? Self.counts(in: value))
      }
    }
  }

  private static func counts(in node: YAMLNode) -> [Stage: Located<Reported<Int>>] {
    var counts: [Stage: Located<Reported<Int>>] = [:]
    for stage in Stage.allCases { counts[stage] = node.reported(stage.rawValue) { Int($0) } }
    return counts
  }
}

extension Study.Durations {
  fileprivate init(node: YAMLNode) {
    if node.scalar != nil {
      self.init(treatment: node.reported(StudyDuration.init(parsing:)))
    } else {
      self.init(
        treatment: node.reported("treatment", StudyDuration.init(parsing:)),
        followUp: node.reported("follow-up", StudyDuration.init(parsing:)),
        study: node.reported("study", StudyDuration.init(parsing:)))
    }
  }
}

extension StudyResult {
  fileprivate init(key: String, keyLocation: SourceLocation, node: YAMLNode) {
    self.init(
      id: key, outcome: node.located("outcome") ?? Located(key, at: keyLocation), location: keyLocation)
    role = node.value("role", Role.init(rawValue:))
    surrogateFor = node.located("surrogate-for")
    timePoint = node.text("at")
    measure = node.text("measure")
    items = node.value("items") { Int($0) }
    comparison = node.value("comparison", Comparison.init(rawValue:))
    arms = (node["arms"]?.pairs ?? []).map { name, _, value in
      var arm = Arm(
        name: name, events: value.value("events") { Int($0) }, count: value.value("n") { Int($0) },
        mean: value.text("mean"), standardDeviation: value.text("sd"))
      arm.percent = value.text("percent")
      return arm
    }
    events = node.located("events", Events.init(parsing:))
    percent = node.located("percent")
    effect = node.located("effect", Effect.init(parsing:))
    interval = node.located("interval", Interval.init(parsing:))
    level = node.value("level") { parseNumber($0) } ?? 95
    p = node.located("p", PValue.init(parsing:))
    direction = node.value("direction", Direction.init(rawValue:))
    finding = node.text("finding")
    basis = node.located("basis", FactBasis.init(parsing:))
  }
}

extension OtherValue {
  fileprivate init?(node: YAMLNode) {
    guard let fact = node.located("fact"), let value = node.text("value"),
      let basis = node.value("basis", FactBasis.init(parsing:))
    else { return nil }
    self.init(fact: fact, value: value, basis: basis)
  }
}

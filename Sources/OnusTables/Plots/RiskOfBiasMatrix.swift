public import OnusModel

/// How studies can be biased: their judgements by domain, for each instrument that was used.
public struct RiskOfBiasMatrix: Sendable, Hashable {
  /// The judgements that were made with one instrument.
  public struct Section: Sendable, Hashable {
    /// The instrument's name.
    public var tool: String
    /// What it is for; `nil` for an instrument of the writer's own.
    public var title: String?
    /// The domains, by the name on the picture and in words.
    public var domains: [Domain]
    /// The studies, each with its outcome where the judgement is about one.
    public var rows: [Row]

    /// How many studies these are: one is judged several times where outcomes are judged one by one.
    public var studies: Int

    /// Whether any study has an overall judgement.
    public var hasOverall: Bool { rows.contains { $0.overall != nil } }

    /// The tones that occur, from low to those that say nothing, each with the words that were used for it.
    public var legend: [(tone: BiasLevel.Tone, sign: String, words: [String])] {
      let levels = rows.flatMap { $0.levels.compactMap(\.self) + [$0.overall].compactMap(\.self) }
      return BiasLevel.Tone.allCases.compactMap { tone in
        let these = levels.filter { $0.tone == tone }
        guard let first = these.first else { return nil }
        var words: [String] = []
        for level in these where !words.contains(level.name) { words.append(level.name) }
        return (tone, first.sign, words.sorted())
      }
    }
  }

  /// A column.
  public struct Domain: Sendable, Hashable {
    /// The short name above the column.
    public var id: String
    /// What it is about.
    public var label: String
  }

  /// A study.
  public struct Row: Sendable, Hashable {
    /// Its name, with the outcome where the judgement is about one.
    public var name: String
    /// The judgement of each domain; `nil` where there is none.
    public var levels: [BiasLevel?]
    /// The judgement of all together.
    public var overall: BiasLevel?
  }

  /// The instruments, in the order of their names.
  public var sections: [Section]

  /// The judgements of studies; studies without any are left out.
  public init(studies: [CataloguedStudy]) {
    var judged: [String: [(name: String, RiskOfBias)]] = [:]
    var members: [String: Set<Study.ID>] = [:]
    for study in studies.map(\.study) {
      for judgement in study.allRiskOfBias {
        let name = judgement.outcome.map { "\(study.name): \($0)" } ?? study.name
        let tool = judgement.instrument?.name ?? judgement.tool.value
        judged[tool, default: []].append((name, judgement))
        members[tool, default: []].insert(study.id)
      }
    }
    sections = judged.sorted { $0.key < $1.key }.map {
      Section(tool: $0.key, judged: $0.value, studies: members[$0.key]?.count ?? 0)
    }
  }
}

extension RiskOfBiasMatrix.Section {
  fileprivate init(tool: String, judged: [(name: String, judgement: RiskOfBias)], studies: Int) {
    self.tool = tool
    self.studies = studies
    let instrument = BiasInstrument(named: tool)
    title = instrument?.title
    var domains = (instrument?.domains ?? []).map { RiskOfBiasMatrix.Domain(id: $0.id, label: $0.label) }
    func position(of name: String) -> Int? {
      let label = instrument?.domain(named: name)?.label ?? name
      return domains.firstIndex { $0.label.lowercased() == label.collapsed.lowercased() }
    }
    for name in judged.flatMap({ $0.judgement.domains.map(\.domain) }) where position(of: name) == nil {
      domains.append(RiskOfBiasMatrix.Domain(id: "", label: name.collapsed))
    }
    let all = judged.map { name, judgement in
      var levels: [BiasLevel?] = domains.map { _ in nil }
      for domain in judgement.domains {
        if let index = position(of: domain.domain) { levels[index] = judgement.level(of: domain) }
      }
      return RiskOfBiasMatrix.Row(
        name: name, levels: levels, overall: judgement.overall.flatMap(judgement.level(of:)))
    }
    // A review may use fewer domains than its instrument has, or others.
    let used = domains.indices.filter { index in all.contains { $0.levels[index] != nil } }
    rows = all.map { row in
      RiskOfBiasMatrix.Row(name: row.name, levels: used.map { row.levels[$0] }, overall: row.overall)
    }
    let isNumbered = !used.contains { domains[$0].id.isEmpty }
    self.domains = used.enumerated().map { number, index in
      RiskOfBiasMatrix.Domain(
        id: isNumbered ? domains[index].id : "D\(number + 1)", label: domains[index].label)
    }
  }
}

extension BiasLevel.Tone {
  /// The colour of a disc or bar.
  var ink: Drawing.Ink {
    switch self {
    case .low: .biasLow
    case .some: .biasSome
    case .high: .biasHigh
    case .extreme: .biasExtreme
    case .unknown: .paper
    case .notApplicable: .faint
    }
  }

  /// The colour of a sign on it.
  var signInk: Drawing.Ink { self == .extreme ? .paper : .text }
}

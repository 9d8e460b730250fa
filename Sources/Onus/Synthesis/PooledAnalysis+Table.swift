internal import OnusModel
internal import OnusSynthesis
public import OnusTables

extension PooledAnalysis {
  /// The analysis as an evidence table: the studies with their figures, weights and effects, and what they give
  /// together.
  public func table(titled title: String? = nil) -> EvidenceTable {
    let count = parts.map(\.study.shown.count).max() ?? 0
    let data = (0..<count).map { index in
      EvidenceTable.Column(
        "group_\(index + 1)", count == 1 ? "Figures" : index == 0 ? "First group" : "Second group",
        group: count > 1 ? figures : nil)
    }
    let columns =
      [EvidenceTable.Column("study", "Study", isRowHeader: true)] + data + [
        EvidenceTable.Column("weight", "Weight"),
        EvidenceTable.Column("effect", effectHeading),
      ]
    var rows: [EvidenceTable.Row] = []
    func add(_ part: Part, _ number: Int) {
      let shown = (0..<count).map { $0 < part.study.shown.count ? part.study.shown[$0] : "" }
      rows.append(
        EvidenceTable.Row(
          id: "study-\(number)", group: part.study.group,
          cells: [.init(.text(part.study.name))] + shown.map { .init($0.isEmpty ? .absent : .text($0)) } + [
            .init(.text(part.effect == nil ? "–" : "\(part.weight.printed(decimals: 1))%")),
            .init(.text(part.effect.map(text) ?? "not estimable")),
          ], location: part.study.location))
    }
    func add(_ pool: Pool, id: String, _ words: String, group: String?) {
      let people = people(of: pool)
      var cells: [EvidenceTable.Cell] = [.init(.text(words))]
      for index in 0..<count {
        cells.append(.init(index == 0 ? people.map { .text($0) } ?? .absent : .absent))
      }
      cells.append(.init(.text("\(weight(of: pool).printed(decimals: 1))%")))
      // A proportion is not tested against anything.
      let test = plan.measure.comparesGroups ? ", \(pool.p.printedP)" : ""
      cells.append(.init(.text(text(pool.effect) + test)))
      rows.append(EvidenceTable.Row(id: id, group: group, cells: cells))
    }
    let names = groups.map(\.name) + (parts.contains { $0.study.group == nil } ? [nil] : [])
    let ordered = parts.enumerated().filter { !names.contains($0.element.study.group) }
    for (number, part) in ordered { add(part, number + 1) }
    for name in names {
      for (number, part) in parts.enumerated() where part.study.group == name { add(part, number + 1) }
      if let name, let pool = groups.first(where: { $0.name == name }) {
        add(pool, id: "group-\(rows.count)", "together", group: name)
      }
    }
    let label = groups.isEmpty ? nil : "all studies"
    add(all, id: "all", all.studies == 1 ? "The one study" : "All \(all.studies) studies", group: label)
    return EvidenceTable(
      id: "pooled", title: title ?? heading, columns: columns, rows: rows, notes: notes,
      meaningOfEmptyCells: "An empty cell means that the figures do not tell.")
  }

  /// The share of a pool's studies in all studies together, in per cent.
  func weight(of pool: Pool) -> Double {
    parts.filter { pool.name == nil || $0.study.group == pool.name }.reduce(0) { $0 + $1.weight }
  }

  /// The people in a pool, in words; `nil` where a study does not tell.
  func people(of pool: Pool) -> String? {
    pool.participants.map { "\("\($0)".groupedByThousand) people" }
  }

  /// What was done, in a few words.
  var heading: String {
    let measure = plan.measure.title
    let words = measure.prefix(1).uppercased() + measure.dropFirst()
    let method: String =
      switch plan.method {
      case .inverseVariance(.common): "common-effect model, inverse variance"
      case .inverseVariance(let estimator): "random-effects model, \(estimator.title)"
      case .aboutMantelHaenszel: "random-effects model, DerSimonian–Laird about Mantel–Haenszel"
      case .mantelHaenszel: "common-effect model, Mantel–Haenszel"
      case .peto: "common-effect model, Peto"
      }
    return "\(words), \(method)"
  }

  /// What stands over effects.
  var effectHeading: String { "\(abbreviation) (\(percent(plan.level)) interval)" }

  private var abbreviation: String {
    plan.measure == .generic ? "Effect" : plan.measure.rawValue == "PETO" ? "Peto OR" : plan.measure.rawValue
  }

  /// What the figures of the two groups are.
  var figures: String? {
    switch parts.first?.study.data {
    case .counts: "Events / people"
    case .means: "Mean (SD), people"
    case .rates: "Events / person-time"
    default: nil
    }
  }

  /// A level with the digits it has, such as 95% or 99.5%.
  private func percent(_ share: Double) -> String {
    var text = (100 * share).printed(decimals: 6)
    while text.hasSuffix("0") { text.removeLast() }
    return (text.hasSuffix(".") ? String(text.dropLast()) : text) + "%"
  }

  /// The number of decimals of every estimate: the usual one, and more where all would be printed as nothing.
  private var decimals: Int {
    let usual = plan.measure == .riskDifference || !plan.measure.comparesGroups ? 3 : 2
    let estimates = parts.compactMap(\.effect) + [all.effect]
    let reach = estimates.flatMap { [$0.value, $0.lower, $0.upper] }.map(abs).max() ?? 0
    guard !plan.measure.isRatio, reach > 0, reach.isFinite else { return usual }
    var decimals = 1
    var unit = 0.1
    while unit > reach, decimals < 10 {
      decimals += 1
      unit /= 10
    }
    return max(usual, decimals + 1)
  }

  /// The interval of an estimate in words.
  func range(_ estimate: Estimate, _ word: String = "to") -> String {
    "\(estimate.lower.printed(decimals: decimals)) \(word) \(estimate.upper.printed(decimals: decimals))"
  }

  /// An estimate with its interval in words.
  func text(_ estimate: Estimate) -> String {
    "\(estimate.value.printed(decimals: decimals)) (\(range(estimate)))"
  }

  /// Degrees of freedom in words.
  func degrees(_ count: Int) -> String { "\(count) degree\(count == 1 ? "" : "s") of freedom" }

  /// How much studies differ, in words.
  func heterogeneity(_ pool: Pool) -> String {
    var words = [
      "Q = \(pool.q.printed(decimals: 2)) on \(degrees(pool.studies - 1)) (\(pool.qP.printedP))"
    ]
    func interval(_ ends: ConfidenceInterval, _ decimals: Int) -> String {
      " (\(ends.lower.printed(decimals: decimals)) to \(ends.upper.printed(decimals: decimals)))"
    }
    let ends = pool.heterogeneity
    words.append("I² = \(pool.iSquared.printed(decimals: 0))%\(ends.map { interval($0.iSquared, 0) } ?? "")")
    if let tau = pool.tauSquared {
      let places = tau > 0 && tau < 0.01 ? 4 : 2
      words.append(
        "τ² = \(tau.printed(decimals: places))\(ends.map { interval($0.tauSquared, places) } ?? "")")
    }
    return words.joined(separator: "; ")
  }

  private var notes: [String] {
    var notes = groups.filter { $0.studies > 1 }.map { "\($0.name ?? ""): \(heterogeneity($0))." }
    if all.studies > 1 { notes.append("Heterogeneity: \(heterogeneity(all)).") }
    if let prediction = all.prediction {
      notes.append(
        "In another study the effect is expected between \(range(prediction, "and"))"
          + (all.studies < 10 && !plan.isHartungKnapp && plan.prediction == .asTest
            ? ", or farther away, since few studies tell how far." : ".")
      )
    }
    if let comparison {
      notes.append(
        """
        Differences between the groups: Q = \(comparison.q.printed(decimals: 2)) on \
        \(degrees(comparison.degreesOfFreedom)) (\(comparison.p.printedP)); \
        I² = \(comparison.iSquared.printed(decimals: 0))%.
        """)
    }
    if let least = withoutEach.min(by: { $0.effect.value < $1.effect.value }),
      let most = withoutEach.max(by: { $0.effect.value < $1.effect.value })
    {
      notes.append(
        """
        Without one study the effect is between \(text(least.effect)), without \(least.study), and \
        \(text(most.effect)), without \(most.study).
        """)
    }
    if let egger {
      notes.append(
        """
        Small studies (Egger): t = \(egger.statistic.printed(decimals: 2)) on \
        \((egger.degreesOfFreedom ?? 0).printed(decimals: 0)) degrees of freedom (\(egger.p.printedP)).
        """)
    } else {
      notes.append(
        hasEnoughForEgger
          ? "The studies are too much alike in size to tell whether small ones show other effects."
          : "Fewer than ten studies do not tell whether small ones show other effects.")
    }
    if plan.isHartungKnapp, all.studies > 1 { notes.append("The interval is Hartung and Knapp's.") }
    return notes + warnings.map { "Warning: \($0)." }
  }
}

public import OnusModel

extension EvidenceTable {
  /// What studies found: one row for each outcome and time point, with the figures as they were printed.
  ///
  /// A study without a recorded result keeps a row, so that the gap can be seen.
  public static func results(_ studies: [CataloguedStudy]) -> EvidenceTable {
    EvidenceTable(
      id: "results", title: "Results of studies",
      columns: [
        Column("study", "Study", isRowHeader: true, mergesRepeats: true),
        Column("outcome", "Outcome"),
        Column("role", "Role"),
        Column("time_point", "Time point"),
        Column("arms", "Comparison and arms"),
        Column("events", "Events", group: "Figures as printed"),
        Column("effect", "Effect", group: "Figures as printed"),
        Column("interval", "95% interval", group: "Figures as printed"),
        Column("p", "p", group: "Figures as printed"),
        Column("direction", "Direction", kind: .stance),
        Column("finding", "Finding"),
        Column("basis", "How it is known"),
      ],
      rows: studies.flatMap { rows(for: $0) },
      notes: [
        "Direction is that of the estimate, whatever its p value; “no difference” means that none was found, "
          + "not that there is none.",
        "Abbreviations: HR, hazard ratio; MD, mean difference; OR, odds ratio; RD, risk difference; RR, risk "
          + "ratio; SD, standard deviation; SMD, standardized mean difference.",
      ])
  }

  private static func rows(for study: CataloguedStudy) -> [Row] {
    let key = study.study.id.rawValue
    guard !study.study.results.isEmpty else {
      let cells = [study.nameCell, Cell(.text("No result recorded"))]
      return [
        Row(
          id: key, cells: cells + Array(repeating: Cell(.absent), count: 10), location: study.study.location)
      ]
    }
    return study.study.results.map { result in
      let basis = study.study.basis(of: "results.\(result.id)")
      let cells: [Cell] = [
        study.nameCell,
        Cell(
          result.measure.map { .list([Line(result.outcome.value), Line($0)]) } ?? .text(result.outcome.value)),
        Cell(role(of: result)),
        Cell(.optional(result.timePoint)),
        Cell(.lines([result.comparison.map { Line($0.rawValue) }].compactMap { $0 } + result.arms.map(line))),
        Cell(.lines(figures(of: result))),
        Cell(.optional(result.effect.map { "\($0.value.measure) \($0.value.printed)" })),
        Cell(interval(of: result)),
        Cell(.optional(result.p?.value.description)),
        Cell(direction(of: result)),
        Cell(.optional(result.finding)),
        Cell(.optional(basis?.description)),
      ]
      return Row(id: "\(key)/\(result.id)", cells: cells, location: result.location)
    }
  }

  private static func role(of result: StudyResult) -> Value {
    switch result.role {
    case .notReported: .notReported
    case let role?: .text(role.rawValue)
    case nil: .absent
    }
  }

  private static func figures(of result: StudyResult) -> [Line] {
    [result.events?.value.description, result.percent.map { "\($0.value)%" }].compactMap { $0 }.map {
      Line($0)
    }
  }

  private static func line(for arm: StudyResult.Arm) -> Line {
    var parts: [String] = []
    switch (arm.events, arm.count) {
    case (let events?, let count?): parts.append("\(events) of \(count)")
    case (let events?, nil): parts.append("\(events) events")
    case (nil, let count?): parts.append("n = \(count)")
    case (nil, nil): break
    }
    if let mean = arm.mean {
      parts.append("mean \(mean)" + (arm.standardDeviation.map { " (SD \($0))" } ?? ""))
    }
    return Line(label: arm.name, parts.joined(separator: ", "))
  }

  private static func interval(of result: StudyResult) -> Value {
    guard let interval = result.interval?.value else { return .absent }
    let level = result.level == 95 ? "" : " (\(result.level.shortest)% interval)"
    return .text("\(interval.printedLower) to \(interval.printedUpper)\(level)")
  }

  private static func direction(of result: StudyResult) -> Value {
    guard let direction = result.direction else { return .absent }
    let sign =
      switch direction {
      case .benefit: "▲"
      case .harm: "▼"
      case .noDifference: "○"
      case .mixed: "◆"
      case .unclear: "?"
      }
    return .symbol(sign, word: direction.rawValue)
  }
}

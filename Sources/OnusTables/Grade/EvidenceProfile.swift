internal import OnusModel

extension EvidenceTable {
  /// A GRADE evidence profile: the judgement of every domain beside the numbers, one outcome in each group.
  ///
  /// Source: Guyatt G et al. J Clin Epidemiol 2011;64:383-94.
  ///
  /// - Parameter outcomes: The outcomes, in the order in which they are to stand.
  public static func evidenceProfile(_ outcomes: [GradedOutcome]) -> EvidenceTable {
    let questions = GradedQuestion.questions(of: outcomes)
    let single = questions.count == 1 ? questions.first : nil
    let first = single?.outcomes.first
    let assessment = "Certainty assessment"
    return EvidenceTable(
      id: "evidence-profile", title: single?.caption ?? "Evidence profile",
      introduction: single?.introduction ?? [],
      columns: [
        Column("outcome", "Outcome", isRowHeader: true),
        Column("studies", "№ of studies", kind: .integer, group: assessment),
        Column("design", "Study design", group: assessment),
        Column("risk_of_bias", "Risk of bias", group: assessment),
        Column("inconsistency", "Inconsistency", group: assessment),
        Column("indirectness", "Indirectness", group: assessment),
        Column("imprecision", "Imprecision", group: assessment),
        Column("other", "Other considerations", group: assessment),
        Column(
          "intervention_people", first?.synthesis.interventionName ?? "intervention", group: "№ of patients"),
        Column("comparison_people", first?.entry.comparator ?? "comparison", group: "№ of patients"),
        Column("relative", "Relative (95% CI)", group: "Effect"),
        Column("absolute", "Absolute (95% CI)", group: "Effect"),
        Column("certainty", "Certainty"),
        Column("importance", "Importance"),
      ],
      rows: questions.flatMap { question in
        question.outcomes.map { $0.profileRow(group: single == nil ? question.caption : nil) }
      },
      notes: Array(notes(on: outcomes).dropFirst()), footnotesHeading: "Explanations",
      meaningOfEmptyCells: "An empty cell means that nobody has judged it.")
  }
}

extension GradedOutcome {
  fileprivate func profileRow(group: String?) -> EvidenceTable.Row {
    EvidenceTable.Row(
      id: entry.id.rawValue, group: group,
      cells: [
        outcomeCell,
        .init(.integer(estimate.studies)),
        .init(.text(design)),
        cell(of: .riskOfBias), cell(of: .inconsistency), cell(of: .indirectness), cell(of: .imprecision),
        otherConsiderations,
        .init(.text(sideText(estimate.intervention))),
        .init(.text(sideText(estimate.comparison))),
        .init(.text(relativeText)),
        .init(.text(absoluteText), footnotes: assumption),
        certaintyCell,
        .init(.optional(entry.importance?.word.rawValue.uppercased())),
      ], location: entry.location)
  }
}

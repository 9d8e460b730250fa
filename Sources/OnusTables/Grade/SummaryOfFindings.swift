internal import OnusModel

extension EvidenceTable {
  /// A Summary of Findings table in the layout of the GRADE Working Group.
  ///
  /// Source: Cochrane Handbook for Systematic Reviews of Interventions 6.5, chapter 14. Outcomes of several
  /// questions stand in groups of their own, each under its question.
  ///
  /// - Parameter outcomes: The outcomes, in the order in which they are to stand.
  public static func summaryOfFindings(_ outcomes: [GradedOutcome]) -> EvidenceTable {
    let questions = GradedQuestion.questions(of: outcomes)
    let single = questions.count == 1 ? questions.first : nil
    let first = single?.outcomes.first
    let rows = questions.flatMap { question in
      question.outcomes.map { $0.summaryRow(group: single == nil ? question.caption : nil) }
    }
    return EvidenceTable(
      id: "summary-of-findings", title: single?.caption ?? "Summary of findings",
      introduction: single?.introduction ?? [],
      columns: [
        Column("outcome", "Outcomes", isRowHeader: true),
        Column(
          "comparison_risk", "Risk with \(first?.entry.comparator ?? "comparison")", group: absoluteHeading),
        Column(
          "intervention_risk", "Risk with \(first?.synthesis.interventionName ?? "intervention")",
          group: absoluteHeading),
        Column("relative_effect", "Relative effect (95% CI)"),
        Column("participants", "№ of participants (studies)"),
        Column("certainty", "Certainty of the evidence (GRADE)"),
        Column("comments", "Comments"),
      ],
      rows: rows, notes: notes(on: outcomes), footnotesHeading: "Explanations",
      meaningOfEmptyCells: "An empty cell means that there is nothing to say.")
  }

  private static let absoluteHeading = "Anticipated absolute effects* (95% CI)"

  /// The footer in the order of the Handbook: the asterisk, the abbreviations, and what the grades mean.
  static func notes(on outcomes: [GradedOutcome]) -> [String] {
    let isLarge = Dictionary(grouping: outcomes) { [$0.entry.comparator, $0.synthesis.interventionName] }
      .values.contains { $0.count > 7 }
    let grades = Certainty.Rating.allCases.map { "\($0.title) certainty: \($0.meaning)." }
    return [
      """
      *The risk in the intervention group (and its 95% confidence interval) is based on the assumed risk in \
      the comparison group and the relative effect of the intervention (and its 95% CI).
      """,
      abbreviations(in: outcomes),
    ] + ["GRADE Working Group grades of evidence"] + grades
      + (isLarge ? ["This table has more than seven outcomes; the Handbook allows seven."] : [])
  }

  private static func abbreviations(in outcomes: [GradedOutcome]) -> String {
    let used = Set(outcomes.compactMap { $0.estimate.effect == nil ? nil : $0.estimate.measure })
    var entries = Synthesis.Measure.allCases.filter { used.contains($0) && $0 != .proportion }
      .map { "\($0.rawValue): \($0.words)" }
    if outcomes.contains(where: { $0.design == "randomised trials" }) {
      entries.append("RCT: randomised controlled trial")
    }
    if used.contains(.standardizedMeanDifference) { entries.append("SD: standard deviation") }
    return (["CI: confidence interval"] + entries).joined(separator: "; ")
  }
}

extension GradedOutcome {
  fileprivate func summaryRow(group: String?) -> EvidenceTable.Row {
    let people = estimate.participants.map { "\($0) " } ?? ""
    return EvidenceTable.Row(
      id: entry.id.rawValue, group: group,
      cells: [
        outcomeCell,
        .init(.text(comparisonText), footnotes: assumption),
        .init(.text(interventionText)),
        .init(.text(relativeText)),
        .init(.text("\(people)(\(studyCount))")),
        certaintyCell,
        comments,
      ], location: entry.location)
  }
}

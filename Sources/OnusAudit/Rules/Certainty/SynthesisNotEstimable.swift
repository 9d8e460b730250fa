internal import OnusModel

extension Check {
  /// A synthesis that is to be pooled, with a result that cannot enter.
  public static let synthesisNotEstimable = Check(
    ofEachSynthesis: "synthesis-not-estimable",
    documentation: Documentation(
      title: "A synthesis is to be pooled, but a result cannot enter it",
      explanation: """
        A pooled estimate needs of every result the figures of two arms, or an effect with its interval, for the \
        measure of the synthesis. Without them the row of the Summary of Findings has no numbers.
        """,
      sources: ["Deeks JJ et al. Cochrane Handbook 6.5, sections 10.3 and 10.4"],
      needs: "A measure, and results that are pooled.",
      falsePositives: "None known; results that cannot be pooled belong under `pooled: no` with the reason."),
    examples: Examples(
      firing: Self.corpus(figures: "finding: Less with tea."),
      quiet: Self.corpus(figures: "effect: RR 0.5, interval: 0.3 to 0.9"))
  ) { entry, _ in
    guard entry.synthesis.isPooled else { return [] }
    return entry.parts.compactMap { part in
      guard let obstacle = entry.obstacle(of: part) else { return nil }
      let place = entry.location(of: part)
      return Remark(
        "“\(entry.synthesis.outcome.value)” cannot be pooled: of \(part.study.study.name), \(obstacle)",
        at: place,
        notes: [Diagnostic.Note("the result is here", at: part.result.location)],
        remedy: "the figures, or `pooled: no` with the reason")
    }
  }

  private static func corpus(figures: String) -> Example {
    Example(
      corpus: """
        conditions: { back-pain: { name: Back Pain } }
        interventions: { tea: { name: willow tea } }
        studies:
          tea-2019:
            name: Tea 2019
            design: randomized trial
            results: { pain: { outcome: pain, \(figures) } }
        syntheses:
          pain:
            conditions: [Back Pain]
            intervention: tea
            comparator: water
            outcome: pain
            measure: RR
            results: tea-2019/pain
        """)
  }
}

internal import OnusModel

extension Check {
  /// A domain that changes the certainty and does not say why.
  public static let certaintyUnexplained = Check(
    ofEachSynthesis: "certainty-unexplained",
    documentation: Documentation(
      title: "A domain changes the certainty without a reason",
      explanation: """
        Every decision to rate certainty down or up has to be explained, with the number of levels, so that \
        others can agree or not. The reason becomes a footnote of the Summary of Findings table.
        """,
      sources: [
        "Higgins JPT et al. MECIR, standard C75 (justifying assessments of the certainty of the evidence)"
      ],
      needs: "A domain with a level that changes the certainty.",
      falsePositives: "None known."),
    examples: Examples(
      firing: Self.corpus("serious"), quiet: Self.corpus("{ level: serious, because: Nobody was blinded. }"))
  ) { entry, _ in
    (entry.synthesis.certainty?.assessments ?? []).filter { $0.steps != 0 && $0.reason == nil }.map {
      let change = $0.steps < 0 ? "lowered" : "raised"
      return Remark(
        """
        the certainty of “\(entry.synthesis.outcome.value)” is \(change) for \($0.domain.title) without a reason
        """, at: $0.location ?? entry.synthesis.location,
        remedy: "the reason, as { level: \($0.level), because: … }")
    }
  }

  private static func corpus(_ assessment: String) -> Example {
    Example(
      corpus: """
        conditions: { back-pain: { name: Back Pain } }
        interventions: { tea: { name: willow tea } }
        syntheses:
          pain:
            conditions: [Back Pain]
            intervention: tea
            comparator: water
            outcome: pain
            certainty:
              start: high
              risk-of-bias: \(assessment)
              rating: moderate
        """)
  }
}

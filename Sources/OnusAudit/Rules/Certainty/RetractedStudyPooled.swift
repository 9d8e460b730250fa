internal import OnusModel

extension Check {
  /// A retracted study in a synthesis.
  public static let retractedStudyPooled = Check(
    ofEachSynthesis: "retracted-study-pooled", severity: .error,
    documentation: Documentation(
      title: "A result of a retracted study is in a synthesis",
      explanation: """
        A report is retracted because its results cannot be relied on; what is pooled with them cannot be relied on \
        either.
        """,
      sources: [
        "Lefebvre C et al. Cochrane Handbook 6.5, section 4.4.6",
        "COPE Retraction Guidelines, 2019",
      ],
      needs: "A notice of retraction in the record of the study's primary report.",
      falsePositives: "A retraction for reasons other than the results, such as a copied text."),
    examples: Examples(
      firing: Self.corpus(notice: "RIN - Pain. 2020;1:2. PMID: 9"), quiet: Self.corpus(notice: "PG  - 1-9"))
  ) { entry, _ in
    entry.parts.filter(\.study.isRetracted).map { part in
      let place = entry.location(of: part)
      return Remark(
        "“\(entry.synthesis.outcome.value)” rests on \(part.study.study.name), which is retracted",
        at: place, remedy: "the synthesis without it")
    }
  }

  private static func corpus(notice: String) -> Example {
    Example(
      corpus: """
        conditions: { back-pain: { name: Back Pain } }
        interventions: { tea: { name: willow tea } }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            reports: "pmid:1"
            results: { pain: { outcome: pain, direction: benefit } }
        syntheses:
          pain:
            conditions: [Back Pain]
            intervention: tea
            comparator: water
            outcome: pain
            results: tea-2019/pain
        """,
      references: """
        PMID- 1
        TI  - Willow tea in back pain.
        \(notice)

        """)
  }
}

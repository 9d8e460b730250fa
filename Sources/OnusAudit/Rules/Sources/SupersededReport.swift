internal import OnusModel

extension Check {
  /// A study whose report has a newer version.
  public static let supersededReport = Check(
    "superseded-report",
    documentation: Documentation(
      title: "A study's report has a newer version",
      explanation: """
        A preprint changes on its way to an article, and an update of a review knows more studies. What a \
        claim rests on should come from the newest version.
        """,
      sources: [
        "NLM. Errata, Retractions, and Other Linked Citations in PubMed (update in)", "COPE. Preprints, 2018",
      ],
      needs: "The study's reports in the bibliographies, with their ties to other versions.",
      falsePositives: "A study whose newer report is linked as a second one."),
    examples: Examples(
      firing: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain: a trial
          PT  - Preprint
          UIN - J Examples. 2019;3:4. PMID: 2
          """),
      quiet: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:2"], design: rct }
          """,
        references: """
          PMID- 2
          TI  - Willow tea in back pain: a trial
          PT  - Journal Article
          UOF - medRxiv. 2018. PMID: 1
          """))
  ) { input in
    input.studies.compactMap { entry -> Finding? in
      guard let report = entry.reports.first, report.status.standing == .superseded else { return nil }
      let newer = report.status.relation?.identifiers ?? []
      let isKnown = entry.reports.contains { !Set($0.identifiers).isDisjoint(with: newer) }
      guard !isKnown else { return nil }
      let remark = Remark(
        "\(entry.study.name) rests on \(report.id), of which there is a newer version",
        at: entry.study.location,
        notes: report.status.relation?.citation.map { [Diagnostic.Note("the newer version is \($0)")] } ?? [],
        remedy: "take the facts from the newer version and name it as the first report")
      return Finding(remark.diagnostic(.warning, "superseded-report"), study: entry.study.id)
    }
  }
}

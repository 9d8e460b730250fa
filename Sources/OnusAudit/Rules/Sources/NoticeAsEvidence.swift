internal import OnusModel

extension Check {
  /// A notice that is taken for the article that it is about.
  public static let noticeAsEvidence = Check(
    ofEachStudy: "notice-as-evidence", severity: .error,
    documentation: Documentation(
      title: "A study's report is a notice of a retraction, a correction or a concern",
      explanation: """
        A notice has the title and often the authors of the article that it is about, so that one is easily \
        taken for the other. It holds no results.
        """,
      sources: ["NLM. Errata, Retractions, and Other Linked Citations in PubMed"],
      needs: "The study's reports in the bibliographies, with PubMed's relations and publication types.",
      falsePositives: "A correction that publishes the whole article again."),
    examples: Examples(
      firing: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:2"], design: rct }
          """,
        references: """
          PMID- 2
          TI  - Retraction: Willow tea in back pain: a trial
          PT  - Retraction of Publication
          ROF - J Examples. 2017;1:2. PMID: 1
          """),
      quiet: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain: a trial
          PT  - Journal Article
          """))
  ) { entry, _ in
    entry.reports.filter(\.isNotice).map { report in
      let about = report.relations.first { $0.type.hasSuffix("Of") || $0.type.hasSuffix("For") }?.citation
      let place = entry.study.reports.first { report.identifiers.contains($0.value) }?.location
      return Remark(
        "\(report.id) is a notice about another article and holds no results",
        at: place ?? entry.study.location,
        notes: about.map { [Diagnostic.Note("the article is \($0)")] } ?? [],
        remedy: "name the article itself under reports:")
    }
  }
}

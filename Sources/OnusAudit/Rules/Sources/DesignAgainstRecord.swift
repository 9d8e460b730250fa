internal import OnusModel

extension Check {
  /// A study's design that the indexers of its report saw otherwise.
  public static let designAgainstRecord = Check(
    ofEachStudy: "design-against-record",
    documentation: Documentation(
      title: "The design of a study disagrees with publication types and headings of its report",
      explanation: """
        NLM's indexers read the article and note its design. A study that the corpus calls randomized while the \
        record says observational, case report, review or protocol, one that it calls prospective while the \
        record says retrospective, and one without randomization that the record calls a randomized controlled \
        trial, has a design that somebody should look up.
        """,
      sources: [
        "NLM. Publication Characteristics (Publication Types)", "MeSH, Epidemiologic Study Characteristics",
        "Lazarus C et al. BMC Med Res Methodol 2015;15:85 (misleading description of the design)",
      ],
      needs: "Publication types and headings of the primary report.",
      falsePositives: "A trial whose corpus entry is about an extension without groups."),
    examples: Examples(
      firing: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain
          PT  - Journal Article
          PT  - Observational Study
          """),
      quiet: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain
          PT  - Journal Article
          PT  - Randomized Controlled Trial
          """))
  ) { entry, _ in
    guard let report = entry.reports.first else { return [] }
    let types = Set(report.publicationTypes.map(\.name))
    let headings = Set(report.headings.map(\.descriptor.term.name))
    let design = entry.study.design.value
    let says: String?
    if design.isRandomized, !types.contains("Randomized Controlled Trial") {
      says =
        [
          "Observational Study", "Case Reports", "Systematic Review", "Meta-Analysis",
          "Clinical Trial Protocol",
          "Editorial",
        ].first(where: types.contains) ?? ["Retrospective Studies"].first(where: headings.contains)
    } else if [.uncontrolled, .controlled].contains(design.family),
      types.contains("Randomized Controlled Trial"),
      !["quasi-rct"].contains(design.id)
    {
      says = "Randomized Controlled Trial"
    } else if design.id == StudyDesign.prospectiveCohort.id, headings.contains("Retrospective Studies"),
      !headings.contains("Prospective Studies")
    {
      says = "Retrospective Studies"
    } else {
      says = nil
    }
    guard let says else { return [] }
    return [
      Remark(
        "the study is called a \(design.label), but the record of its report says \"\(says)\"",
        at: entry.study.design.location ?? entry.study.location,
        notes: [Diagnostic.Note("the record is here", at: report.location)],
        remedy:
          "look up in the report how groups were made; correct the design or note why the record is wrong")
    ]
  }
}

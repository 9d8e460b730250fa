internal import OnusModel

extension Check {
  /// A review that includes a study whose report was retracted.
  public static let retractedStudyInReview = Check(
    ofEachStudy: "retracted-study-in-review",
    documentation: Documentation(
      title: "A review includes a study that was retracted",
      explanation: """
        A pooled estimate with a retracted study in it may be wrong, and the review may be older than the \
        retraction. Included studies are those that the corpus names under includes:, and those of the corpus \
        that the review's report cites.
        """,
      sources: [
        "Cochrane policy on managing potentially problematic studies, 2021",
        "Kataoka Y et al. Retracted randomized controlled trials were cited and not corrected in systematic reviews. "
          + "J Clin Epidemiol 2022;150:90-7",
      ],
      needs: "What the review includes or cites, and the notices of these reports.",
      falsePositives: "A review that names the study only to exclude it."),
    examples: Examples(
      firing: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, design: rct, reports: ["pmid:1"] }
            tea-pooled: { name: Tea pooled, design: meta-analysis, includes: [tea-2017] }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain: a trial
          RIN - J Examples. 2019;3:4. PMID: 2
          """),
      quiet: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, design: rct, reports: ["pmid:1"] }
            tea-pooled: { name: Tea pooled, design: meta-analysis, includes: [tea-2017] }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain: a trial
          """))
  ) { entry, input in
    guard entry.study.design.value.family == .synthesis else { return [] }
    let named = (entry.study.includes ?? []).compactMap { input.study($0.value) }.filter(\.isRetracted)
    let cited = Set(entry.reports.flatMap(\.citations).flatMap(\.identifiers))
    let isNamed = Set(named.map(\.study.id))
    let others =
      cited.isEmpty
      ? []
      : input.retractedStudies.filter { study in
        !isNamed.contains(study.study.id)
          && !cited.isDisjoint(with: study.reports.flatMap(\.identifiers).filter { $0.scheme != .key })
      }
    return (named + others).map { study in
      Remark(
        "\(entry.study.name) includes \(study.study.name), whose report was retracted",
        at: entry.study.location,
        notes: [Diagnostic.Note("the retracted study is here", at: study.study.location)],
        remedy: "look for an analysis without it")
    }
  }
}

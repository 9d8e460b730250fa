internal import OnusModel

extension Check {
  /// A study whose report is under an expression of concern.
  public static let concernAboutReport = Check(
    "concern-about-report",
    documentation: Documentation(
      title: "The editors have said that they are concerned about a study's report",
      explanation: """
        An expression of concern says that the editors are not sure that an article can be relied on; a \
        retraction may follow. It is reported at the study and at every claim that it is linked to.
        """,
      sources: [
        "NISO RP-45-2024. Communication of Retractions, Removals, and Expressions of Concern",
        "ICMJE Recommendations, section III.B",
      ],
      needs: "The study's reports in the bibliographies, with their notices.",
      falsePositives: "A concern that was later resolved without a further notice."),
    examples: Examples(
      firing: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain: a trial
          PT  - Journal Article
          ECI - J Examples. 2019;3:4. PMID: 2
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
          CIN - J Examples. 2019;3:4. PMID: 2
          """))
  ) { input in
    input.findings(
      "concern-about-report", .warning, standing: [.expressionOfConcern],
      remedy: "read the notice; judge the claim with and without this study"
    ) { _ in "is under an expression of concern" }
  }
}

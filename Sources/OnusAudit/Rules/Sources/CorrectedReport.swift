internal import OnusModel

extension Check {
  /// A study whose report was corrected, or retracted and reinstated.
  public static let correctedReport = Check(
    "corrected-report", severity: .note,
    documentation: Documentation(
      title: "A study's report was corrected",
      explanation: """
        A correction may change the figures that a claim rests on, or a comma. The facts of the study should \
        be those of the corrected report. A retraction that was taken back counts as a correction.
        """,
      sources: ["NLM. Errata, Retractions, and Other Linked Citations in PubMed"],
      needs: "The study's reports in the bibliographies, with their notices.",
      falsePositives: "Facts that were already taken from the corrected report."),
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
          EIN - J Examples. 2019;3:4. PMID: 2
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
      "corrected-report", .note, standing: [.corrected, .republished],
      remedy: "see whether the correction touches what the claim rests on"
    ) { status in
      switch status.relation?.type {
      case "ReinstatementIn", "RetractionIn", "RetractedandRepublishedIn": "was retracted and reinstated"
      case "RepublishedIn", "CorrectedandRepublishedIn": "was published again"
      default: "was corrected"
      }
    }
  }
}

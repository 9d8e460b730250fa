internal import OnusModel

extension Check {
  /// A report that a review includes and of which the corpus has no study.
  public static let includedWithoutStudy = Check(
    ofEachReview: "included-without-study", severity: .note,
    documentation: Documentation(
      title: "A review includes a report, but the corpus has no study with it",
      explanation: """
        What a review includes is described and weighed: its design, its people, its results. A report without a study \
        is counted in the flow diagram as a study of its own, and is missing from every table of studies.
        """,
      sources: ["Page MJ et al. BMJ 2021;372:n71, items 16a and 17"],
      needs: "A decision to include a report after reading it.",
      falsePositives: "None known."),
    examples: Examples(firing: Self.corpus(report: ""), quiet: Self.corpus(report: "reports: \"pmid:1\""))
  ) { entry in
    entry.documents.compactMap { document in
      guard document.studies.isEmpty,
        case .decided(let decision) = entry.outcome(of: document, at: .fullText),
        decision.verdict == .include
      else { return nil }
      let place = decision.records.first { document.identifiers.contains($0.value) }
      let name = (place?.value ?? document.identifiers.first).map { "\($0)" } ?? "a report"
      return Remark(
        "\(name) is included, but it is a report of no study of the corpus",
        at: place?.location ?? decision.location, remedy: "a study with this report")
    }
  }

  private static func corpus(report: String) -> Example {
    Example(
      corpus: """
        studies:
          tea-2019:
            name: Tea 2019
            design: randomized trial
            \(report)
        reviews:
          tea:
            title: Willow tea for headache
            screening: { records: "pmid:1", stage: full text, decision: include }
        """,
      references: """
        PMID- 1
        TI  - Willow tea for headache.

        """)
  }
}

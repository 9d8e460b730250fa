internal import OnusModel

extension Check {
  /// A review with records that nobody has decided upon.
  public static let screeningUnfinished = Check(
    ofEachReview: "screening-unfinished", severity: .note,
    documentation: Documentation(
      title: "A review has records or reports that are not decided upon",
      explanation: """
        As long as records are open, the numbers of the flow diagram will change, and studies may be missing from what \
        is summarised.
        """,
      sources: ["Page MJ et al. BMJ 2021;372:n71, item 16a"],
      needs: "Decisions about some records of the files of a search.",
      falsePositives: "A review that stops on purpose, for example when a new search has been started."),
    examples: Examples(
      firing: Self.corpus(decided: "\"pmid:1\""), quiet: Self.corpus(decided: "\"pmid:1\", \"pmid:2\""))
  ) { entry in
    let flow = ReviewFlow(entry)
    let open = flow.sides.reduce(0) { $0 + $1.undecided }
    let unread = flow.sides.reduce(0) { $0 + $1.unread }
    let parts = [
      open == 0 ? nil : "\(open) record\(open == 1 ? "" : "s") not decided upon by title and abstract",
      unread == 0 ? nil : "\(unread) report\(unread == 1 ? "" : "s") not decided upon by full text",
    ].compactMap(\.self)
    guard !entry.review.decisions.isEmpty, !parts.isEmpty else { return [] }
    return [
      Remark(
        "the review has " + parts.joined(separator: " and "), at: entry.review.location,
        remedy: "a decision about each of them")
    ]
  }

  private static func corpus(decided: String) -> Example {
    Example(
      corpus: """
        reviews:
          tea:
            title: Willow tea for headache
            searches: { in: PubMed, kind: database, records: 2 }
            screening: { records: [\(decided)], stage: title and abstract, decision: exclude }
        """,
      references: """
        PMID- 1
        TI  - Willow tea for headache.

        PMID- 2
        TI  - A history of tea.

        """)
  }
}

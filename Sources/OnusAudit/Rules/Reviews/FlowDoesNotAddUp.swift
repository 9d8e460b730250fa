internal import OnusModel

extension Check {
  /// Numbers of a flow diagram that contradict each other, the files or the decisions.
  public static let flowDoesNotAddUp = Check(
    ofEachReview: "flow-does-not-add-up",
    documentation: Documentation(
      title: "The numbers of the flow of a review do not add up",
      explanation: """
        From box to box of a PRISMA flow diagram nothing may be lost: what was screened is what was identified less \
        what was removed, what was sought is what was screened less what was excluded, and so on. A number that is \
        given is held against the boxes before it, the files of the searches and the decisions.
        """,
      sources: ["Page MJ et al. BMJ 2021;372:n71, item 16a and figure 1"],
      needs: "Two of the numbers that belong together.",
      falsePositives: """
        A search whose file was cut or completed after the numbers were taken; reports that were found while others \
        were read and are counted in no search.
        """),
    examples: Examples(firing: Self.corpus(screened: 92), quiet: Self.corpus(screened: 90))
  ) { entry in
    ReviewFlow(entry).mismatches.map { mismatch in
      Remark(
        mismatch.message, at: mismatch.location ?? entry.review.location,
        remedy: "the number that was counted, or none, so that it follows from the others")
    }
  }

  private static func corpus(screened: Int) -> Example {
    Example(
      corpus: """
        reviews:
          tea:
            title: Willow tea for headache
            searches: { in: PubMed, kind: database, records: 100 }
            removed: { duplicates: 10 }
            databases: { screened: \(screened), excluded: 80 }
        """)
  }
}

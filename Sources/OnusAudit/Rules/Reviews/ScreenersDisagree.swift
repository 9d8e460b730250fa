internal import OnusModel

extension Check {
  /// Records of which people have decided differently.
  public static let screenersDisagree = Check(
    ofEachReview: "screeners-disagree",
    documentation: Documentation(
      title: "People have decided differently about a record, and nothing settles it",
      explanation: """
        Two people decide independently about each record, and what they see differently is settled between them or by \
        a third. Until then the record counts as undecided. A decision with `agreed: yes` settles it.
        """,
      sources: ["Lefebvre C et al. Cochrane Handbook 6.5, section 4.6.4; MECIR C39"],
      needs: "Two decisions about one record at one stage.",
      falsePositives: "None known."),
    examples: Examples(firing: Self.corpus(agreed: "no"), quiet: Self.corpus(agreed: "yes"))
  ) { entry in
    entry.documents.flatMap { document in
      ScreeningDecision.Stage.allCases.compactMap { stage in
        guard entry.outcome(of: document, at: stage) == .disputed else { return nil }
        let decisions = entry.decisions(about: document, at: stage)
        let name = document.identifiers.first.map { "\($0)" } ?? "a record"
        let words = decisions.map { "\($0.by ?? "someone") says \($0.verdict.rawValue)" }
        return Remark(
          "\(name) is disputed by \(stage.rawValue): \(words.joined(separator: ", "))",
          at: decisions.last?.location ?? entry.review.location,
          notes: decisions.dropLast().map { Diagnostic.Note("the other decision is here", at: $0.location) },
          remedy: "a decision with `agreed: yes`, or one of the two taken back")
      }
    }
  }

  private static func corpus(agreed: String) -> Example {
    Example(
      corpus: """
        reviews:
          tea:
            title: Willow tea for headache
            screening:
              - { records: "pmid:1", stage: full text, decision: include, by: AB }
              - { records: "pmid:1", stage: full text, decision: exclude, because: no control, by: CD, agreed: "\(agreed)" }
        """,
      references: """
        PMID- 1
        TI  - Willow tea for headache.

        """)
  }
}

internal import OnusModel

extension Check {
  /// Advice or a claim about money from a source with something to gain.
  public static let sourceHasInterest = Check(
    ofEachClaim: "source-has-interest", severity: .note,
    documentation: Documentation(
      title: "A source with an interest gives advice or speaks of money",
      explanation: """
        An interest does not make a claim wrong, but a reader should know of it. It is said where it weighs \
        most: with advice, and with claims about cost, profit and supply.
        """,
      sources: [
        "Lundh A et al. Industry sponsorship and research outcome. Cochrane Database Syst Rev 2017;2:MR000033",
        "Yavchitz A et al. J Clin Epidemiol 2016;75:56-65 (type 10)",
      ],
      needs: "interests: of the source.",
      falsePositives: "An interest that has nothing to do with the claim."),
    examples: Examples(
      firing: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column, interests: The author sells willow tea. }
        claims:
          buy-tea:
            statement: Willow tea should be bought from the listed shops.
            kind: recommendation
            appears: { in: newsletter }
        """,
      quiet: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column }
        claims:
          buy-tea:
            statement: Willow tea should be bought from the listed shops.
            kind: recommendation
            appears: { in: newsletter }
        """)
  ) { entry, _ in
    guard [.recommendation, .economic].contains(entry.claim.kind) else { return [] }
    return entry.appearances.compactMap { appearing in
      guard let interests = appearing.source.interests else { return nil }
      return Remark(
        "\(appearing.source.title), which makes this claim, has something to gain", at: entry.statementPlace,
        notes: [Diagnostic.Note(interests, at: appearing.source.location)],
        remedy: "look for a source without an interest")
    }
  }
}

internal import OnusModel

extension Check {
  /// A claim to which neither a study nor a search for one is linked.
  public static let claimWithoutEvidence = Check(
    ofEachClaim: "claim-without-evidence",
    documentation: Documentation(
      title: "A claim has neither a study nor a search for one",
      explanation: """
        A claim that nobody has held against a study looks the same as one that held. Link the studies that \
        bear on it, or record the search that found none.
        """,
      needs: "Nothing but the claim.",
      falsePositives: "A claim that was entered a moment ago and is still to be worked on."),
    examples: Examples(
      firing: """
        claims:
          tea-helps: { statement: Willow tea relieves back pain., kind: efficacy }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            searched: { for: trials of willow tea in back pain, found: nothing, where: PubMed, on: 2024-05 }
        """)
  ) { entry, _ in
    guard entry.claim.evidence.isEmpty, entry.claim.searches.isEmpty else { return [] }
    return [
      Remark(
        """
        no study is linked to this claim and no search for one is recorded, so nobody can tell whether it \
        holds
        """, at: entry.claim.location,
        remedy: "link a study under evidence:, or record under searched: what was looked for and not found")
    ]
  }
}

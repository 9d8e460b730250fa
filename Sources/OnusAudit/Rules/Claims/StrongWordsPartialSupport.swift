internal import OnusModel

extension Check {
  /// A strongly worded claim that no study supports as it stands.
  public static let strongWordsPartialSupport = Check(
    ofEachClaim: "strong-words-partial-support",
    documentation: Documentation(
      title: "A strongly worded claim has only partial support",
      explanation: """
        "Greatly", "reliably" or "a high share" are part of what is claimed. Where every supporting study \
        supports a part of the claim or a weaker form of it, the strong form is the writer's own.
        """,
      sources: [
        "Sumner P et al. The association between exaggeration in health related science news and academic press "
          + "releases. BMJ 2014;349:g7015"
      ],
      needs: "The wording of the claim and the stance of its studies.",
      falsePositives: "Partial support noted for a side issue of the claim."),
    examples: Examples(
      firing: """
        claims:
          tea-greatly-helps:
            statement: Willow tea greatly relieves back pain.
            kind: efficacy
            wording: strong
            evidence: { study: tea-2019, stance: partly supports, because: Pain fell by 3 of 100 points. }
        studies:
          tea-2019: { name: Tea 2019, design: rct }
        """,
      quiet: """
        claims:
          tea-greatly-helps:
            statement: Willow tea relieves back pain a little.
            kind: efficacy
            evidence: { study: tea-2019, stance: partly supports, because: Pain fell by 3 of 100 points. }
        studies:
          tea-2019: { name: Tea 2019, design: rct }
        """)
  ) { entry, _ in
    guard entry.claim.wording.value == .strong, entry.claim.kind != .other,
      !entry.claim.evidence.contains(where: { $0.stance == .supports })
    else { return [] }
    let supporting = entry.supporting
    guard !supporting.isEmpty else { return [] }
    return [
      Remark(
        """
        the wording is strong, but \(supporting.names) \(supporting.isOneStudy ? "supports" : "support") the \
        claim only in part
        """, at: entry.wordingPlace, notes: supporting.map(\.note),
        remedy: "say what was found and no more, or link a study that supports the strong form")
    ]
  }
}

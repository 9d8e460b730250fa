internal import OnusModel

extension Check {
  /// A claim of safety from studies too small to see a harm that matters.
  public static let harmNotExcluded = Check(
    ofEachClaim: "harm-not-excluded",
    documentation: Documentation(
      title: "A claim of safety rests on studies too small to show it",
      explanation: """
        When nobody of n people had a harm, it may still befall up to about 3 in n (the rule of three, the \
        upper end of a 95% interval). A strong claim of safety is reported when the largest study behind it \
        leaves room for a harm in more than 1 of 100 people, that is, with fewer than 300 people, and no \
        synthesis supports it.
        """,
      sources: [
        "Hanley JA, Lippman-Hand A. If nothing goes wrong, is everything all right? JAMA 1983;249:1743-5",
        "Yavchitz A et al. J Clin Epidemiol 2016;75:56-65 (claims of safety)",
      ],
      needs: "A strong or universal claim of safety, and the sample sizes of the studies that support it.",
      falsePositives: "A claim about a harm that is frequent where it occurs at all."),
    examples: Examples(
      firing: """
        claims:
          tea-harmless:
            statement: Willow tea has no side effects.
            kind: safety
            wording: universal
            direction: no effect
            evidence: { study: tea-2019, stance: supports, because: Nobody had one. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, sample: { randomized: 60 } }
        """,
      quiet: """
        claims:
          tea-harmless:
            statement: Willow tea has no side effects.
            kind: safety
            wording: universal
            direction: no effect
            evidence: { study: tea-2019, stance: supports, because: Nobody had one. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, sample: { randomized: 6000 } }
        """)
  ) { entry, _ in
    guard entry.claim.kind == .safety, entry.claim.direction == .noEffect,
      entry.claim.wording.value >= .strong
    else { return [] }
    let studies = entry.carrying.filter { $0.study.study.design.value.family != .synthesis }
    guard studies.count == entry.carrying.count, studies.allSatisfy({ $0.link.directness != .regulatory }),
      let largest = studies.compactMap({ evidence in
        evidence.study.study.sample?.headline.map { (count: $0.count, evidence: evidence) }
      }).max(by: { $0.count < $1.count }), (1..<300).contains(largest.count)
    else { return [] }
    let bound = (Double(3) / Double(largest.count) * 1000).rounded() / 10
    return [
      Remark(
        """
        the largest study behind this claim of safety has \(largest.count) people, in whom a harm that befalls \
        up to \(bound)% may not show once
        """, at: entry.statementPlace, notes: studies.map(\.note),
        remedy: "larger studies or a synthesis of them, or words that say how many people were watched")
    ]
  }
}

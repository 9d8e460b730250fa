internal import OnusModel

extension Check {
  /// A claim of an effect that rests on studies without anything to compare with.
  public static let uncontrolledEvidence = Check(
    ofEachClaim: "uncontrolled-evidence",
    documentation: Documentation(
      title: "A claim of an effect rests on studies without a control",
      explanation: """
        People change without treatment: illnesses wax and wane, those who enter a study do so when they are \
        worst, and hope has effects of its own. Without a group to compare with, what a study saw in its \
        people cannot be put down to what they were given.
        """,
      sources: ["Cochrane Handbook, version 6.5, chapter 24", "OCEBM 2011 Levels of Evidence (level 4)"],
      needs: "Designs and comparators of the studies that support the claim.",
      falsePositives: "Effects that are immediate and cannot happen otherwise."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Pain fell after willow tea.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2017, stance: supports, because: Pain fell. }
        studies:
          tea-2017: { name: Tea 2017, design: single-arm trial, comparator: none }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Pain fell more with willow tea than with placebo.
            kind: efficacy
            direction: benefit
            evidence:
              - { study: tea-2017, stance: supports, because: Pain fell. }
              - { study: tea-2019, stance: supports, because: Pain fell more than with placebo. }
        studies:
          tea-2017: { name: Tea 2017, design: single-arm trial, comparator: none }
          tea-2019: { name: Tea 2019, design: rct, comparator: placebo }
        """)
  ) { entry, _ in
    guard entry.saysEffect || entry.claim.kind == .efficacy else { return [] }
    let uncontrolled = entry.supporting.filter { $0.isUncontrolled && !$0.isPreclinical }
    let carrying = entry.supporting.filter { evidence in
      let weakness = evidence.weakness(for: entry.claim)
      return weakness == nil || weakness == .otherOutcome
    }
    guard !uncontrolled.isEmpty, !carrying.contains(where: \.isComparison) else { return [] }
    return [
      Remark(
        """
        \(uncontrolled.names) had no group to compare with, so what was seen cannot be put down to the \
        treatment
        """, at: entry.statementPlace, notes: uncontrolled.map(\.note),
        remedy: "a study with a control group, or words that tell what was seen and claim no effect")
    ]
  }
}

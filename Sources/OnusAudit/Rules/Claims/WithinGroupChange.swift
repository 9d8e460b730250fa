internal import OnusModel

extension Check {
  /// A controlled study that is used as if it had no control.
  public static let withinGroupChange = Check(
    ofEachClaim: "within-group-change",
    documentation: Documentation(
      title: "A change within one group is taken for an effect although the study had a control",
      explanation: """
        A study with two groups answers whether they differ. That one group was better at its end than at its \
        start says nothing of the treatment, since the other group may have improved as much.
        """,
      sources: [
        "Boutron I et al. JAMA 2010;303:2058-64 (focus on within-group comparisons)",
        "Bland JM, Altman DG. Comparisons against baseline within randomised groups are often used and can be highly "
          + "misleading. Trials 2011;12:264",
      ],
      needs: "The result that the link names, with what it compares; whether the study had a control.",
      falsePositives: "A result of one arm that the claim is really about."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2019, result: pain, stance: supports, because: Pain fell. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            comparator: placebo
            results:
              pain: { outcome: pain, comparison: within group, direction: benefit }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2019, result: pain, stance: supports, because: Pain fell. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            comparator: placebo
            results:
              pain: { outcome: pain, comparison: between groups, direction: benefit }
        """)
  ) { entry, _ in
    guard entry.saysEffect, entry.claim.kind != .mechanism else { return [] }
    return entry.supporting.filter { evidence in
      evidence.result?.comparison == .withinGroup && evidence.study.study.hasControl == true
        && [.randomized, .controlled].contains(evidence.study.study.design.value.family)
        && evidence.study.study.design.value.id != StudyDesign.controlledBeforeAfter.id
    }.map { evidence in
      Remark(
        """
        \(evidence.study.study.name) had a control group, but the linked result is a change within one group, \
        which the control group may have had as well
        """, at: evidence.link.result?.location ?? evidence.place,
        notes: [Diagnostic.Note("the result is here", at: evidence.result?.location)],
        remedy: "link the difference between the groups")
    }
  }
}

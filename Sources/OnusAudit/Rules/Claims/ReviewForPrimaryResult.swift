internal import OnusModel

extension Check {
  /// A narrative review that is cited for what a study found.
  public static let reviewForPrimaryResult = Check(
    ofEachClaim: "review-for-primary-result", severity: .note,
    documentation: Documentation(
      title: "A review without a method is the only support for what was measured",
      explanation: """
        A review that does not say how it found and judged its studies repeats what others wrote. A claim of \
        efficacy, safety or frequency should be held against the studies themselves or a systematic review.
        """,
      sources: [
        "PRISMA 2020, item 17", "OCEBM 2011 Levels of Evidence",
        "Greenberg SA. How citation distortions create unfounded authority. BMJ 2009;339:b2680",
      ],
      needs: "Designs of the studies that support the claim.",
      falsePositives: "A review that reports data of its own."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence: { study: review-2020, stance: supports, because: It says so. }
        studies:
          review-2020: { name: Review 2020, design: narrative review }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence: { study: review-2020, stance: supports, because: Pools eight trials. }
        studies:
          review-2020: { name: Review 2020, design: systematic review }
        """)
  ) { entry, _ in
    guard [.efficacy, .safety, .prevalence].contains(entry.claim.kind) else { return [] }
    let supporting = entry.supporting.filter { !$0.isPreclinical }
    guard !supporting.isEmpty,
      supporting.allSatisfy({ $0.study.study.design.value.id == StudyDesign.narrativeReview.id })
    else { return [] }
    return [
      Remark(
        """
        only \(supporting.names), a review that does not say how it found its studies, supports the claim; \
        what was measured is not linked
        """, at: supporting[0].place, notes: supporting.map(\.note),
        remedy: "link the studies that the review speaks of")
    ]
  }
}

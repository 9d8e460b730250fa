internal import OnusModel

extension Check {
  /// A claim that its evidence points away from.
  public static let claimContradicted = Check(
    ofEachClaim: "claim-contradicted",
    documentation: Documentation(
      title: "The evidence points the other way",
      explanation: """
        Nothing carries the claim, and a study of the same people and treatment, an authority, a guideline, a \
        review or a reference work contradicts it; or the claim allows no exception, no trial supports it as \
        it stands, and something seen in people contradicts it. A result that is unclear contradicts nothing, \
        and a trial without a difference leaves a plain claim of benefit without support rather than refuted.
        """,
      sources: [
        "Cochrane Handbook, version 6.5, section 15.6.4: no evidence of an effect is not evidence of none"
      ],
      needs: "Links with stance and directness, and the direction of the results they name.",
      falsePositives: "A contradiction on a side issue of the claim."),
    examples: Examples(
      firing: """
        claims:
          two-reasons:
            statement: Only two reasons speak against willow tea.
            kind: contraindication
            evidence:
              study: label
              stance: contradicts
              directness: regulatory
              because: The label names five.
        studies:
          label: { name: Willow label, design: other }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2019, result: pain, stance: contradicts, because: No difference. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: pain, direction: no difference }
        """)
  ) { entry, _ in
    guard entry.isExamined else { return [] }
    let bearing = Bearing(of: entry)
    let isRefuted =
      entry.claim.wording.value == .universal ? !bearing.isShownByTrial : bearing.support == .none
    guard bearing.contrary >= .close, isRefuted else { return [] }
    let contrary = entry.contrary.filter { $0.contrariness(to: entry.claim) >= .close }
    let support =
      bearing.support == .none
      ? "nothing that carries the claim speaks for it" : "no trial supports it as it stands"
    return [
      Remark(
        "\(contrary.names) \(contrary.isOneStudy ? "points" : "point") the other way, and \(support)",
        at: entry.statementPlace, notes: contrary.map(\.note),
        remedy: "correct the claim, or record why the contrary evidence does not bear on it")
    ]
  }
}

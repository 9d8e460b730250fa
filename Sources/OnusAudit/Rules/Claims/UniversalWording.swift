internal import OnusModel

extension Check {
  /// A claim that allows no exception although its studies show some, or none shows that there are none.
  public static let universalWording = Check(
    ofEachClaim: "universal-wording",
    documentation: Documentation(
      title: "A claim allows no exception, and its evidence does",
      explanation: """
        "All", "always", "any" and "nobody" are refuted by one case. A claim in such words is reported when a \
        linked study contradicts it, supports it only in part, or when nothing supports it. A retracted study \
        refutes nothing.
        """,
      sources: [
        "Lazarus C et al. Classification and prevalence of spin. BMC Med Res Methodol 2015;15:85 (linguistic spin)"
      ],
      needs: "The wording of the claim and the stance of its studies.",
      falsePositives: "A universal statement that holds by definition."),
    examples: Examples(
      firing: """
        claims:
          everybody-recovers:
            statement: Everybody recovers with willow tea.
            kind: prognosis
            wording: universal
            evidence:
              - { study: tea-2017, stance: supports, because: All recovered. }
              - { study: tea-2018, stance: contradicts, because: Two of forty did not recover. }
        studies:
          tea-2017: { name: Tea 2017, design: case series }
          tea-2018: { name: Tea 2018, design: rct }
        """,
      quiet: """
        claims:
          most-recover:
            statement: Most people recover with willow tea.
            kind: prognosis
            evidence:
              - { study: tea-2017, stance: supports, because: All recovered. }
              - { study: tea-2018, stance: partly supports, because: Two of forty did not recover. }
        studies:
          tea-2017: { name: Tea 2017, design: case series }
          tea-2018: { name: Tea 2018, design: rct }
        """)
  ) { entry, _ in
    guard entry.claim.wording.value == .universal, entry.isExamined else { return [] }
    let contrary = entry.contrary
    let partial = entry.evidence.filter { $0.link.stance == .partlySupports }
    let why: String
    if !contrary.isEmpty {
      why = "\(contrary.names) \(contrary.isOneStudy ? "contradicts" : "contradict") it"
    } else if !partial.isEmpty {
      why = "\(partial.names) \(partial.isOneStudy ? "supports" : "support") it only in part"
    } else if entry.supporting.isEmpty {
      why = "no linked study shows that there is none"
    } else {
      return []
    }
    return [
      Remark(
        "the claim allows no exception, but \(why)", at: entry.wordingPlace,
        notes: (contrary.isEmpty ? partial : contrary).map(\.note),
        remedy: "words that leave room for exceptions: many, usually, in this study")
    ]
  }
}

internal import OnusModel

extension Check {
  /// A verdict of an editor that the links of the claim do not give.
  public static let verdictDisagrees = Check(
    "verdict-disagrees",
    documentation: Documentation(
      title: "An editor's verdict differs from the standing that follows from the links",
      explanation: """
        The standing of a claim follows from its links and findings by a published table (onus standings). An \
        editor may judge otherwise and say why; that both differ is worth a second look at the links or at the \
        verdict.
        """,
      needs: "verdict: at the claim.",
      falsePositives: "A reason that no link can express."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            verdict: { standing: contradicted, because: The trial was badly made. }
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        studies:
          tea-2019: { name: Tea 2019, design: rct }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            verdict: { standing: supported, because: The trial was well made. }
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        studies:
          tea-2019: { name: Tea 2019, design: rct }
        """)
  ) { input in
    let judged = input.claims.filter { $0.claim.verdict != nil }
    guard !judged.isEmpty else { return [] }
    let narrowed = Input(claims: judged, studies: [])
    var codes: [Claim.ID: Set<Diagnostic.Code>] = [:]
    for check in [assertionMismatch, outdatedClaim] {
      for finding in try check.run(narrowed) {
        if let claim = finding.claim { codes[claim, default: []].insert(finding.check) }
      }
    }
    return judged.compactMap { entry in
      guard let verdict = entry.claim.verdict else { return nil }
      let derived = DecisionTable.standing(of: entry, findings: codes[entry.claim.id] ?? [])
      guard verdict.standing.value != derived.standing else { return nil }
      let remark = Remark(
        """
        the editor's verdict is "\(verdict.standing.value.rawValue)", but by its links the claim is \
        \(derived.standing.rawValue): \(derived.reason)
        """, at: verdict.standing.location ?? entry.claim.location,
        notes: [Diagnostic.Note("the editor's reason: \(verdict.reason)")],
        remedy: "mend the links, or let both stand with the editor's reason")
      return Finding(remark.diagnostic(.warning, "verdict-disagrees"), claim: entry.claim.id)
    }
  }
}

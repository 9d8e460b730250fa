internal import OnusModel

extension Check {
  /// A claim to which neither a study nor a search for one is linked.
  public static let claimWithoutEvidence = Check(
    ofEachClaim: "claim-without-evidence", title: "Claim without evidence",
    explanation: """
      A claim that nobody has held against a study looks the same as one that held. Link the studies that \
      bear on it, or record the search that found none.
      """
  ) { entry in
    guard entry.claim.evidence.isEmpty, entry.claim.searches.isEmpty else { return [] }
    return [
      Diagnostic(
        .warning, "claim-without-evidence",
        "no study is linked to this claim, and no search for one is recorded", at: entry.claim.location)
    ]
  }
}

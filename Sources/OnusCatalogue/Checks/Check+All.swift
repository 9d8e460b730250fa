extension Check {
  /// Every check, in the order in which they are documented.
  public static let all: [Check] = [
    claimWithoutEvidence, citedButNotLinked, assertionMismatch, wordingExceedsDesign, retractedReport,
    sharedRegistration, factWithoutBasis, malformedIdentifier,
  ]
}

extension Check.Group {
  /// A claim held against the facts of the studies behind it.
  static let claims = Check.Group(
    "Claims against studies",
    [.claimWithoutEvidence, .citedButNotLinked, .assertionMismatch, .wordingExceedsDesign])
}

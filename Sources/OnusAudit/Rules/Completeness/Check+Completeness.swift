extension Check.Group {
  /// Facts that are missing, or of which nobody says how they are known.
  static let completeness = Check.Group(
    "Completeness", [.missingFacts, .outcomeWithoutTime, .fundingNotRecorded, .factWithoutBasis])
}

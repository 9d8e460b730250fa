extension Check.Group {
  /// What time has done to claims and reviews.
  static let time = Check.Group("Time", [.outdatedClaim, .reviewOlderThanStudies])
}

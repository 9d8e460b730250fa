extension Check.Group {
  /// What became of the documents, and whether they are what they are taken for.
  static let sources = Check.Group("Sources", [.retractedReport, .sharedRegistration, .malformedIdentifier])
}

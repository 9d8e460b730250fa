extension Check.Group {
  /// What became of the documents, and whether they are what they are taken for.
  static let sources = Check.Group(
    "Sources",
    [
      .retractedReport, .concernAboutReport, .correctedReport, .supersededReport, .noticeAsEvidence,
      .noResultsReported, .notPeerReviewed, .designAgainstRecord, .malformedIdentifier, .registrationMismatch,
      .sharedRegistration, .sameStudyTwice, .countedWithItsReview, .retractedStudyInReview, .quoteNotFound,
    ])
}

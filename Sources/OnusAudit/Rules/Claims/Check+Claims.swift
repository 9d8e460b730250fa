extension Check.Group {
  /// A claim held against the facts of the studies behind it.
  static let claims = Check.Group(
    "Claims against studies",
    [
      .claimWithoutEvidence, .claimNotSupported, .claimContradicted, .citedButNotLinked, .assertionMismatch,
      .wordingExceedsDesign, .universalWording, .strongWordsPartialSupport, .causalWording,
      .uncontrolledEvidence, .animalEvidence, .outcomeNotPrimary, .surrogateOutcome, .withinGroupChange,
      .benefitNotShown, .noEffectNotShown, .harmNotExcluded, .shortFollowUp,
      .conditionMismatch, .interventionMismatch, .thinAdvice, .singleStudy, .reviewForPrimaryResult,
      .figureNotInEvidence, .contraryStudyNotCited, .contraryStudyNotLinked, .noSourceCited,
      .jurisdictionNotStated, .harmsLeftOut, .sourceHasInterest, .sourceContradictsItself, .verdictDisagrees,
    ])
}

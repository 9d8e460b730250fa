extension Check.Group {
  /// Judgements of certainty that do not fit their reasons or their words.
  static let certainty = Check.Group(
    "Certainty",
    [
      .certaintyDoesNotAddUp, .certaintyStart, .certaintyUnexplained, .raisedThoughLowered,
      .sentenceAgainstCertainty, .tooManyOutcomes, .synthesisNotEstimable, .unitOfAnalysis,
      .retractedStudyPooled,
    ])
}

extension Check.Group {
  /// Figures that cannot be, or that do not fit each other.
  static let numbers = Check.Group(
    "Numbers",
    [
      .valueOutOfRange, .moreEventsThanPeople, .percentImpossible, .percentNotOfEvents, .meanImpossible,
      .deviationImpossible, .armsDoNotAddUp, .moreAnalysedThanRandomized, .estimateOutsideInterval,
      .intervalLopsided, .pNotFromInterval, .pNotFromTable, .effectNotFromTable, .directionAgainstEstimate,
      .oddsRatioAsRisk, .testAgainstP,
    ])
}

extension Check.Group {
  /// Judgements of bias that do not fit each other, the study or the certainty.
  static let bias = Check.Group(
    "Risk of bias", [.biasBetterThanWorstDomain, .biasInstrumentForOtherDesign, .certaintyIgnoresBias])
}

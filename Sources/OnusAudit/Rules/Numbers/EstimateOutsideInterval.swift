internal import OnusModel

extension Check {
  /// An estimate that does not lie between the ends of its own interval.
  public static let estimateOutsideInterval = Check(
    ofEachStudy: "estimate-outside-interval", severity: .error,
    documentation: Documentation(
      title: "An estimate lies outside its own interval",
      explanation: """
        An interval is drawn around its estimate. One that leaves it out belongs to another estimate, or a \
        sign or a digit is wrong. The last printed digit is allowed its rounding.
        """,
      sources: ["Altman DG, Bland JM. BMJ 2011;343:d2090"],
      needs: "An effect and its interval.",
      falsePositives: "An interval that is not one of the effect, for example of one group's mean."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: back pain, effect: MD 0.9, interval: -1.5 to -0.3 }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: back pain, effect: MD -0.9, interval: -1.5 to -0.3 }
        """)
  ) { entry, _ in
    entry.study.results.compactMap { result in
      guard let (estimate, lower, upper) = result.printedInterval,
        estimate.upper < lower.lower || estimate.lower > upper.upper
      else { return nil }
      return Remark(
        """
        \(result.effectWords) of \(entry.study.name) cannot be: the estimate lies outside its own interval, \
        so a sign or a digit is wrong, or the interval belongs to another figure
        """, at: result.effect?.location ?? result.location,
        notes: [Diagnostic.Note("the interval is here", at: result.interval?.location)],
        remedy: "the estimate and its interval as the report prints them side by side")
    }
  }
}

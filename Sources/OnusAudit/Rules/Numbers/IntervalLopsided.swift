internal import OnusModel

extension Check {
  /// An estimate that does not sit in the middle of its interval.
  public static let intervalLopsided = Check(
    ofEachStudy: "interval-lopsided",
    documentation: Documentation(
      title: "An estimate is far from the middle of its interval",
      explanation: """
        Intervals of mean differences reach as far up as down, those of ratios do so on a logarithmic scale: \
        0.5 lies in the middle of 0.25 to 1. An estimate that is more than half a standard error from the \
        middle, after its rounding, hints at a digit that is wrong or an interval that belongs to another \
        estimate.
        """,
      sources: ["Altman DG, Bland JM. BMJ 2011;343:d2304", "Cochrane Handbook 6.3.2"],
      needs: "A ratio or a mean difference with its interval.",
      falsePositives: "Exact, bootstrap and Bayesian intervals, and ratios of very few events."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls: { outcome: falls, effect: RR 0.50, interval: 0.45 to 0.90 }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls: { outcome: falls, effect: RR 0.64, interval: 0.45 to 0.90 }
        """)
  ) { entry, _ in
    entry.study.results.compactMap { result in
      guard result.isRatio || result.isMeanDifference, !result.hasUnevenMethod,
        let (estimate, lower, upper) = result.printedInterval,
        let test = IntervalTest(
          estimate: estimate, lower: lower, upper: upper, level: result.level, isRatio: result.isRatio),
        // One that lies outside is another finding.
        estimate.upper >= lower.lower, estimate.lower <= upper.upper, test.leastGap > 0.5
      else { return nil }
      let middle =
        result.isRatio
        ? (lower.value * upper.value).squareRoot() : (lower.value + upper.value) / 2
      let scale = result.isRatio ? " on the logarithmic scale of a ratio" : ""
      return Remark(
        """
        \(result.effectWords) of \(entry.study.name) is lopsided: the middle of the interval\(scale) is \
        \(estimate.printing(middle)), so one of the three figures may be wrong
        """, at: result.interval?.location ?? result.location,
        remedy: "the figures as the report prints them, or how the interval was computed under method")
    }
  }
}

extension StudyResult {
  /// Whether the effect is a difference of means, whose interval reaches as far up as down.
  var isMeanDifference: Bool {
    let words = measureWords
    return !words.contains("median")
      && (!words.isDisjoint(with: ["md", "wmd", "smd"]) || words.isSuperset(of: ["mean", "difference"]))
  }

  /// Whether the interval was made by a method whose intervals need not be even.
  fileprivate var hasUnevenMethod: Bool {
    let text = [effect?.value.measure, method, finding].compactMap { $0?.lowercased() }.joined(separator: " ")
    return ["exact", "bootstrap", "bayes", "credible", "profile", "posterior"].contains { text.contains($0) }
  }
}

internal import OnusModel

extension Check {
  /// A p value that does not belong to the interval beside it.
  public static let pNotFromInterval = Check(
    ofEachStudy: "p-not-from-interval",
    documentation: Documentation(
      title: "A p value does not fit the interval beside it",
      explanation: """
        An interval and a p value are two views of one standard error: an interval of 95% that leaves out no \
        effect goes with p below 0.05, and its width tells p itself. Both are compared as distances from no \
        effect in standard errors, with what rounding leaves open. Reported are figures that stand on two \
        sides of 0.05, and those that are further apart than another test or few people would explain.
        """,
      sources: [
        "Altman DG, Bland JM. How to obtain the P value from a confidence interval. BMJ 2011;343:d2304"
      ],
      needs: "A ratio or a difference with its interval and its p value.",
      falsePositives: "A p value from a test of another kind, or adjusted for several comparisons."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: back pain, effect: MD -1.8, interval: -4.1 to 0.5, p: "= 0.02" }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: back pain, effect: MD -1.8, interval: -3.1 to -0.5, p: "= 0.007" }
        """)
  ) { entry, _ in
    entry.study.results.compactMap { result in
      guard let p = result.p?.value, let printed = PrintedNumber(p.printed), !result.hasOtherNullHypothesis,
        let (estimate, lower, upper) = result.printedInterval,
        estimate.upper >= lower.lower, estimate.lower <= upper.upper,
        let test = IntervalTest(
          estimate: estimate, lower: lower, upper: upper, level: result.level, isRatio: result.isRatio),
        // An interval around something else than its estimate has no p value.
        test.leastGap <= 0.5,
        PDistance(p, printed).contradicts(test.distances)
      else { return nil }
      return Remark(
        """
        \(p) does not fit \(result.effectWords) of \(entry.study.name): an interval this wide goes with p of \
        \(test.p < 0.001 ? "" : "about ")\(PrintedNumber.textP(test.p)), so one of the figures may be wrong
        """, at: result.p?.location ?? result.location,
        notes: [Diagnostic.Note("the interval is here", at: result.interval?.location)],
        remedy: "the figures as the full text prints them, and the test that the p value comes from")
    }
  }
}

/// How far from no effect a printed p value says that an estimate lies, in standard errors.
struct PDistance {
  /// The range that the printed value leaves open; "p < 0.01" has no upper end.
  var range: ClosedRange<Double>

  /// Reads a p value; its digits tell how far it was rounded.
  init(_ p: StudyResult.PValue, _ printed: PrintedNumber) {
    let nearest = Distributions.normalDeviate(twoSided: min(1, printed.upper))
    let furthest = Distributions.normalDeviate(twoSided: max(0, printed.lower))
    switch p.sign {
    case "<", "≤": range = Distributions.normalDeviate(twoSided: printed.value)...Double.infinity
    case ">", "≥": range = 0...Distributions.normalDeviate(twoSided: printed.value)
    default: range = nearest...max(nearest, furthest)
    }
  }

  /// Whether the distance that other figures give differs by more than the choice of a test explains.
  ///
  /// With few people Student's t makes the same interval wider and p greater: distances are then compressed,
  /// up to double above 1.96 and little below it, and never cross it.
  func contradicts(_ distances: ClosedRange<Double>) -> Bool {
    let line = 1.959964
    let above = range.lowerBound - distances.upperBound
    let below = distances.lowerBound - range.upperBound
    guard max(above, below) > 0 else { return false }
    // Two sides of 0.05, and not just beside it.
    if above > 0.25, range.lowerBound >= line - 0.005, distances.upperBound < line { return true }
    if below > 0.25, range.upperBound < line, distances.lowerBound > line { return true }
    return above > 0.7 || below > max(0.7, distances.lowerBound / 2)
  }
}

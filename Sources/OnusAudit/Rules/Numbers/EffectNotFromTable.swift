#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif
internal import OnusModel

extension Check {
  /// An effect that does not follow from the figures of the arms.
  public static let effectNotFromTable = Check(
    ofEachStudy: "effect-not-from-table",
    documentation: Documentation(
      title: "An effect does not follow from the figures of its arms",
      explanation: """
        Risk ratio, odds ratio, risk difference and mean difference follow from the arms by arithmetic. \
        Whichever arm comes first, and whether events or their absence are counted, is allowed, and so are \
        rounding and a tenth of the ratio. An odds ratio printed as a risk ratio is found in this way.
        """,
      sources: ["Cochrane Handbook 6.4.1 and 6.5.1"],
      needs: "Events and people, or means, of two arms, and an effect that was not adjusted.",
      falsePositives: "An adjusted effect that does not say so."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              response:
                outcome: response
                arms: { tea: { events: 15, n: 18 }, water: { events: 6, n: 16 } }
                effect: RR 8.33
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              response:
                outcome: response
                arms: { tea: { events: 15, n: 18 }, water: { events: 6, n: 16 } }
                effect: RR 2.22
        """)
  ) { entry, _ in
    guard entry.study.design.value.family != .synthesis else { return [] }
    return entry.study.results.compactMap { result in
      guard !result.isModelled, let effect = result.effect?.value,
        let printed = PrintedNumber(effect.printed),
        let expected = result.recomputed(forRatio: printed), !expected.values.contains(where: expected.fits)
      else { return nil }
      return Remark(
        """
        \(effect.measure) \(effect.printed) of \(entry.study.name) does not follow from \(expected.words), \
        which \(expected.verb) \(effect.measure) \(expected.printed)\(expected.hint)
        """, at: result.effect?.location ?? result.location,
        remedy: "the counts and the effect as the report prints them, or \"adjusted\" before the measure")
    }
  }
}

/// What an effect should be.
private struct Recomputed {
  /// What it may be: by either arm first, of events or of their absence.
  var values: [Double]
  /// The figures it follows from.
  var words: String
  /// Whether those are one or several.
  var verb = "give"
  /// The first of the values, as printed.
  var printed: String
  /// Which other measure the printed figure is.
  var hint = ""
  /// Whether a value is what was printed.
  var fits: (Double) -> Bool
}

extension StudyResult {
  /// What the effect should be by the arms; `nil` when they do not tell, or for another measure.
  fileprivate func recomputed(forRatio printed: PrintedNumber) -> Recomputed? {
    guard comparison != .withinGroup, comparison != .singleGroup else { return nil }
    if let table {
      let words = measureWords
      let odds = table.oddsRatio.value
      let risks = [table, table.ofNonEvents].map(\.riskRatio.value)
      let fitsRatio: (Double) -> Bool = { value in
        printed.canBe(value) || (printed.value > 0 && value > 0 && abs(log(value / printed.value)) <= 0.0953)
      }
      let text = "\(tableWords) with \(outcome.value)"
      func ratios(_ values: [Double], _ hint: String) -> Recomputed {
        Recomputed(
          values: values + values.map { 1 / $0 }, words: text,
          printed: PrintedNumber.text(values.first ?? 1, decimals: max(2, printed.decimals)), hint: hint,
          fits: fitsRatio)
      }
      if words.contains("log") || words.contains("ln") || words.contains("rate") { return nil }
      if words.contains("rr") || words.isSuperset(of: ["risk", "ratio"]) || words.contains("relative") {
        return ratios(risks, fitsRatio(odds) || fitsRatio(1 / odds) ? "; it is their odds ratio" : "")
      }
      if isRatio, words == ["or"] || words == ["peto", "or"] || words.isSuperset(of: ["odds", "ratio"]) {
        let hint = risks.contains { fitsRatio($0) || fitsRatio(1 / $0) } ? "; it is their risk ratio" : ""
        return ratios([odds] + [table.petoOddsRatio].compactMap { $0 }, hint)
      }
      if words.contains("rd") || words.contains("arr") || words.isSuperset(of: ["risk", "difference"]) {
        let difference = table.riskDifference.value
        return Recomputed(
          values: [difference, -difference, difference * 100, -difference * 100], words: text,
          printed: PrintedNumber.text(difference, decimals: max(2, printed.decimals))
        ) { printed.canBe($0) || abs($0 - printed.value) <= (abs($0) > 1 ? 1 : 0.01) }
      }
      return nil
    }
    guard isMeanDifference, !measureWords.contains("smd"), !measureWords.contains("standardised"),
      !measureWords.contains("standardized"), arms.count == 2, let first = arms.first?.mean,
      let second = arms.last?.mean, let left = PrintedNumber(first), let right = PrintedNumber(second)
    else { return nil }
    let difference = left.value - right.value
    let slack = (left.upper - left.lower + right.upper - right.lower + printed.upper - printed.lower) / 2
    return Recomputed(
      values: [difference, -difference], words: "means of \(left.text) and \(right.text)",
      printed: PrintedNumber.text(difference, decimals: max(left.decimals, right.decimals))
    ) { abs($0 - printed.value) <= slack * 1.001 }
  }
}

internal import OnusModel

extension Double {
  /// The part of 1 as a count per 1,000, rounded once, a tie to the even number.
  var perThousand: String { (1000 * self).rounded(.toNearestOrEven).printed(decimals: 0).groupedByThousand }
}

extension GradedOutcome {
  /// The risk without the intervention: "112 per 1,000", or the mean on the scale.
  var comparisonText: String {
    if isNotPooled { return "not pooled" }
    if isMean {
      guard let mean = entry.assumedMean?.printed else { return "-" }
      return "The mean \(entry.outcome.value) was \(mean)"
    }
    return absolute.map { "\($0.comparisonRisk.perThousand) per 1,000" } ?? "not estimable"
  }

  /// The risk with the intervention and its interval, or the difference of means.
  var interventionText: String {
    if isNotPooled { return "not pooled" }
    if isMean { return differenceText ?? "not estimable" }
    guard let risk = absolute?.interventionRisk else { return "not estimable" }
    return "\(risk.value.perThousand) per 1,000 (\(risk.lower.perThousand) to \(risk.upper.perThousand))"
  }

  /// The relative effect: "RR 0.70 (0.53 to 1.00)"; a hyphen for means, which have none.
  var relativeText: String {
    if isNotPooled { return "not pooled" }
    if isMean { return "-" }
    guard let effect = estimate.effect, let measure = estimate.measure else { return "not estimable" }
    let texts = [effect.value, effect.lower, effect.upper].map(Self.printed)
    return "\(measure.rawValue) \(texts[0]) (\(texts[1]) to \(texts[2]))"
  }

  /// The absolute effect of an evidence profile: "68 fewer per 1,000 (from 88 fewer to 44 fewer)".
  var absoluteText: String {
    if isNotPooled { return "not pooled" }
    if isMean { return differenceText ?? "not estimable" }
    guard let difference = absolute?.difference else { return "not estimable" }
    func words(_ value: Double) -> String {
      let count = abs(value).perThousand
      return count == "0" ? "0 fewer" : "\(count) \(value < 0 ? "fewer" : "more")"
    }
    return "\(words(difference.value)) per 1,000 "
      + "(from \(words(difference.lower)) to \(words(difference.upper)))"
  }

  /// "MD 1.20 lower (2.00 lower to 0.40 lower)".
  private var differenceText: String? {
    guard let effect = estimate.effect, let measure = estimate.measure else { return nil }
    let unit = measure == .standardizedMeanDifference ? " SD" : ""
    func words(_ value: Double) -> String {
      "\(Self.printed(abs(value)))\(unit) \(value < 0 ? "lower" : "higher")"
    }
    return "\(measure.rawValue) \(words(effect.value)) (\(words(effect.lower)) to \(words(effect.upper)))"
  }

  /// Two decimals; of a small number enough that it does not look like 0, of a large one only one.
  private static func printed(_ value: Double) -> String {
    switch abs(value) {
    case 0: "0.00"
    case ..<0.001: value.printed(decimals: 4)
    case ..<0.01: value.printed(decimals: 3)
    case 100...: value.printed(decimals: 1)
    default: value.printed(decimals: 2)
    }
  }

  /// "41/49 (83.7%)" for the people of one side; a hyphen where nobody has counted them.
  func sideText(_ side: SynthesisEstimate.Side?) -> String {
    guard let side else { return "-" }
    guard let events = side.events else { return "\(side.total)" }
    let percent =
      side.total > 0 ? " (\((100 * Double(events) / Double(side.total)).printed(decimals: 1))%)" : ""
    return "\(events)/\(side.total)\(percent)"
  }
}

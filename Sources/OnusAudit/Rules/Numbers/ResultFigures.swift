internal import OnusModel

extension StudyResult {
  /// The effect and the ends of its interval as printed; `nil` when one of them is missing or no plain
  /// decimal.
  var printedInterval: (estimate: PrintedNumber, lower: PrintedNumber, upper: PrintedNumber)? {
    guard let effect = effect?.value, let interval = interval?.value,
      let estimate = PrintedNumber(effect.printed), let lower = PrintedNumber(interval.printedLower),
      let upper = PrintedNumber(interval.printedUpper)
    else { return nil }
    return (estimate, lower, upper)
  }

  /// The effect and its interval in words: "HR 0.76 (0.59 to 0.98)".
  var effectWords: String {
    guard let effect = effect?.value else { return "" }
    let ends = interval.map { " (\($0.value.printedLower) to \($0.value.printedUpper))" } ?? ""
    return "\(effect.measure) \(effect.printed)\(ends)"
  }

  /// Events in two groups of different people; `nil` for other results.
  var table: TwoByTwo? {
    guard comparison != .withinGroup, comparison != .singleGroup, arms.count == 2,
      let first = arms.first, let second = arms.last,
      let firstEvents = first.events, let firstCount = first.count, let secondEvents = second.events,
      let secondCount = second.count
    else { return nil }
    return TwoByTwo(firstEvents, of: firstCount, secondEvents, of: secondCount)
  }

  /// The events of both groups in words: "15 of 18 against 6 of 16".
  var tableWords: String {
    arms.map { "\($0.events ?? 0) of \($0.count ?? 0)" }.joined(separator: " against ")
  }

  /// The words of the effect's measure in lower case.
  var measureWords: Set<String> {
    Set((effect?.value.measure ?? "").lowercased().split { !$0.isLetter }.map(String.init))
  }

  /// Whether the result says of itself that a model stands between the counts and the effect or its p value.
  var isModelled: Bool {
    let text = [effect?.value.measure, method, measure, finding].compactMap { $0?.lowercased() }
      .joined(separator: " ")
    return ["adjust", "regression", "model", "imput", "propensity", "weighted", "stratif", "pooled"]
      .contains { text.contains($0) }
  }

  /// Whether its p value answers another question than whether there is any effect.
  var hasOtherNullHypothesis: Bool {
    let text = [outcome.value, effect?.value.measure, method, measure, finding].compactMap {
      $0?.lowercased()
    }
    .joined(separator: " ")
    return [
      "inferior", "equivalen", "one-sided", "one-tailed", "one sided", "one tailed", "interaction", "trend",
      "heterogen",
    ].contains { text.contains($0) }
  }
}

extension StudyDesign {
  /// Whether the arms are the same people at different times.
  var comparesPeopleWithThemselves: Bool {
    [StudyDesign.randomizedCrossover.id, StudyDesign.nOf1Trial.id, StudyDesign.beforeAfter.id].contains(id)
  }
}

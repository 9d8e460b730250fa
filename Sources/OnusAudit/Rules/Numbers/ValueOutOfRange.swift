internal import OnusModel

extension Check {
  /// A figure beyond what its kind can be.
  public static let valueOutOfRange = Check(
    ofEachStudy: "value-out-of-range", severity: .error,
    documentation: Documentation(
      title: "A figure is beyond what its kind can be",
      explanation: """
        A ratio is never negative, no share of people exceeds 100%, a correlation and a difference of risks \
        lie between -1 and 1, and no p value is 0: a printed 0.000 means less than 0.001.
        """,
      sources: ["Cochrane Handbook 6.4.1", "Lang TA, Altman DG. SAMPL guidelines, 2013 (exact p values)"],
      needs: "An effect, a percentage or a p value.",
      falsePositives: "A measure with the name of another."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls: { outcome: falls, effect: RR -0.50, interval: -0.90 to -0.20 }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              falls: { outcome: falls, effect: RR 0.50, interval: 0.28 to 0.90 }
        """)
  ) { entry, _ in
    entry.study.results.flatMap { result in
      result.breaches.map { breach in
        Remark(
          "\(breach.words) in \(entry.study.name) cannot be: \(breach.reason)",
          at: breach.place ?? result.location ?? entry.study.location, remedy: breach.remedy)
      }
    }
  }
}

/// A figure that cannot be.
private struct Breach {
  /// The figure.
  var words: String
  /// Why it cannot be.
  var reason: String
  /// Where it is written.
  var place: SourceLocation?
  /// What would settle it.
  var remedy = "the figure and the name of its measure as the report prints them"
}

extension StudyResult {
  fileprivate var breaches: [Breach] {
    var breaches: [Breach] = []
    if let effect = effect?.value {
      let least = min(effect.value, interval?.value.lower ?? effect.value)
      let furthest = [effect.value, interval?.value.lower, interval?.value.upper].compactMap { $0.map(abs) }
        .max()
      let words = measureWords
      if isRatio, least < 0 {
        breaches.append(
          Breach(
            words: effectWords, reason: "a ratio is never below 0, though its logarithm is",
            place: self.effect?.location))
      } else if words == ["r"] || words.contains("correlation"), abs(effect.value) > 1 {
        breaches.append(
          Breach(
            words: effectWords, reason: "a correlation lies between -1 and 1", place: self.effect?.location))
      } else if words == ["rd"] || words == ["risk", "difference"], let furthest, furthest > 100 {
        breaches.append(
          Breach(
            words: effectWords, reason: "risks differ by at most 1, or 100 points",
            place: self.effect?.location))
      }
    }
    let shares = [(percent?.value, percent?.location)] + arms.map { ($0.percent, location) }
    for case (let printed?, let place) in shares where tellsShareOfPeople {
      guard let percent = PrintedNumber(printed), percent.value < 0 || percent.value > 100 else { continue }
      breaches.append(
        Breach(
          words: "\(printed)% with \(outcome.value)", reason: "a share of people lies between 0% and 100%",
          place: place))
    }
    if let p = p?.value, p.value == 0, p.sign == "=" || p.sign == "<" {
      breaches.append(
        Breach(
          words: p.description, reason: "no finding is impossible by chance", place: self.p?.location,
          remedy: "the bound that the report means, for example \"< 0.001\""))
    }
    return breaches
  }
}

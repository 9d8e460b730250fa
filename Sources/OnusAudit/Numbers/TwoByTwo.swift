#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Events in two groups, and what follows from them.
///
/// Formulas: Cochrane Handbook for Systematic Reviews of Interventions, 6.4.1 and 10.4; half an event is
/// added to every cell of a ratio only where one of them is 0.
struct TwoByTwo: Hashable {
  /// An estimate with its interval of 95%.
  struct Estimate: Hashable {
    /// The estimate.
    var value: Double
    /// The lower end.
    var lower: Double
    /// The upper end.
    var upper: Double
  }

  /// Events in the first group.
  var firstEvents: Int
  /// People in the first group.
  var firstCount: Int
  /// Events in the second group.
  var secondEvents: Int
  /// People in the second group.
  var secondCount: Int

  /// Creates a table; `nil` when a group is empty or has more events than people.
  init?(_ firstEvents: Int, of firstCount: Int, _ secondEvents: Int, of secondCount: Int) {
    guard firstCount > 0, secondCount > 0, (0...firstCount).contains(firstEvents),
      (0...secondCount).contains(secondEvents), firstCount + secondCount <= 10_000_000
    else { return nil }
    self.firstEvents = firstEvents
    self.firstCount = firstCount
    self.secondEvents = secondEvents
    self.secondCount = secondCount
  }

  /// The share of the first group that had an event.
  var firstRisk: Double { Double(firstEvents) / Double(firstCount) }

  /// The share of the second group that had an event.
  var secondRisk: Double { Double(secondEvents) / Double(secondCount) }

  /// The same people, counted by who had no event.
  var ofNonEvents: TwoByTwo {
    var table = self
    table.firstEvents = firstCount - firstEvents
    table.secondEvents = secondCount - secondEvents
    return table
  }

  /// The difference of the risks.
  var riskDifference: Estimate {
    let error =
      (firstRisk * (1 - firstRisk) / Double(firstCount) + secondRisk * (1 - secondRisk) / Double(secondCount))
      .squareRoot()
    let value = firstRisk - secondRisk
    return Estimate(value: value, lower: value - Self.width * error, upper: value + Self.width * error)
  }

  /// The ratio of the risks.
  var riskRatio: Estimate {
    let (a, b, c, d) = cells
    let error = (1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)).squareRoot()
    return Self.ratio((a / (a + b)) / (c / (c + d)), error)
  }

  /// The ratio of the odds.
  var oddsRatio: Estimate {
    let (a, b, c, d) = cells
    return Self.ratio(a * d / (b * c), (1 / a + 1 / b + 1 / c + 1 / d).squareRoot())
  }

  /// Peto's odds ratio; `nil` when nobody or everybody had an event.
  var petoOddsRatio: Double? {
    let total = Double(firstCount + secondCount)
    let events = Double(firstEvents + secondEvents)
    let share = Double(firstCount) / total
    let variance = share * (1 - share) * events * (total - events) / (total - 1)
    return variance > 0 ? exp((Double(firstEvents) - events * share) / variance) : nil
  }

  /// The p value of Pearson's chi-squared test, with Yates's correction or without; 1 when nobody or
  /// everybody had an event.
  func chiSquaredP(corrected: Bool) -> Double {
    let events = Double(firstEvents + secondEvents)
    let total = Double(firstCount + secondCount)
    guard events > 0, events < total else { return 1 }
    let expected = events * Double(firstCount) / total
    let gap = max(0, abs(Double(firstEvents) - expected) - (corrected ? 0.5 : 0))
    let variance = expected * Double(secondCount) / total * (total - events) / total
    return Distributions.chiSquaredUpper(gap * gap / variance, degrees: 1)
  }

  /// The two-sided p value of Fisher's exact test: all tables as improbable as this one or more.
  var fisherP: Double {
    let events = firstEvents + secondEvents
    let base = Self.logChoose(firstCount + secondCount, events)
    let own = logProbability(firstEvents)
    var sum = 0.0
    for count in max(0, events - secondCount)...min(events, firstCount) {
      let probability = logProbability(count)
      if probability <= own + 1e-7 { sum += exp(probability - base) }
    }
    return min(1, sum)
  }

  private func logProbability(_ count: Int) -> Double {
    Self.logChoose(firstCount, count)
      + Self.logChoose(secondCount, firstEvents + secondEvents - count)
  }

  private static func logChoose(_ total: Int, _ count: Int) -> Double {
    Distributions.logGamma(Double(total + 1)) - Distributions.logGamma(Double(count + 1))
      - Distributions.logGamma(Double(total - count + 1))
  }

  /// The four cells, with half an event in each where one is empty.
  private var cells: (Double, Double, Double, Double) {
    let counts = [firstEvents, firstCount - firstEvents, secondEvents, secondCount - secondEvents]
    let added = counts.contains(0) ? 0.5 : 0
    let cells = counts.map { Double($0) + added }
    return (cells[0], cells[1], cells[2], cells[3])
  }

  private static let width = Distributions.normalDeviate(twoSided: 0.05)

  private static func ratio(_ value: Double, _ error: Double) -> Estimate {
    Estimate(value: value, lower: value * exp(-width * error), upper: value * exp(width * error))
  }
}

/// A statistical test as it is printed in running text: "t(28) = 2.20, p = .03".
///
/// The forms are those of the American Psychological Association's manual that statcheck reads: Nuijten MB et
/// al. The prevalence of statistical reporting errors in psychology. Behav Res Methods 2016;48:1205-26.
struct TestReport: Hashable {
  /// Which distribution the statistic has.
  enum Statistic: String, Hashable {
    /// Student's t.
    case t
    /// F of an analysis of variance.
    case f = "F"
    /// A correlation.
    case r
    /// A normal deviate.
    case z
    /// Chi-squared.
    case chiSquared = "χ²"
    /// Cochran's Q.
    case q = "Q"
  }

  /// How the report compares its p value.
  enum Comparison: Hashable {
    /// With a sign and a number.
    case number(sign: Character, PrintedNumber)
    /// With the words "not significant".
    case notSignificant
  }

  /// Which test.
  var statistic: Statistic
  /// Its degrees of freedom: none, one or two.
  var degrees: [Double]
  /// Its value.
  var value: PrintedNumber
  /// What is printed as its p value.
  var reported: Comparison
  /// The words.
  var text: String

  /// The p value that follows from the statistic.
  var p: Double { Self.p(statistic, degrees, abs(value.value)) }

  /// The p values that follow from the statistics that are printed so.
  var possible: ClosedRange<Double> {
    let middle = abs(value.value)
    let half = (value.upper - value.lower) / 2
    return Self.p(statistic, degrees, middle + half)...Self.p(statistic, degrees, max(0, middle - half))
  }

  /// Whether the printed p value follows from the statistic.
  ///
  /// - Parameter oneSided: Whether half of it may have been printed.
  func isConsistent(oneSided: Bool = false) -> Bool {
    [1, 2].prefix(oneSided ? 2 : 1).contains { divisor in
      let low = possible.lowerBound / divisor
      let high = possible.upperBound / divisor
      switch reported {
      case .notSignificant: return high > 0.05
      case .number(let sign, let number):
        switch sign {
        case "<": return low < number.value
        case "≤": return low <= number.upper
        case ">": return high > number.value
        case "≥": return high >= number.lower
        default: return number.lower <= high && low <= number.upper
        }
      }
    }
  }

  /// Whether the printed and the computed p value stand on two sides of 0.05.
  ///
  /// - Parameter oneSided: Whether half of it may have been printed.
  func isDecisionError(oneSided: Bool = false) -> Bool {
    guard !isConsistent(oneSided: oneSided) else { return false }
    let says: Bool
    switch reported {
    case .notSignificant: says = false
    case .number(let sign, let number): says = sign != ">" && sign != "≥" && number.value <= 0.05
    }
    return says != (p / (oneSided ? 2 : 1) <= 0.05)
  }

  private static func p(_ statistic: Statistic, _ degrees: [Double], _ value: Double) -> Double {
    let first = degrees.first ?? 1
    switch statistic {
    case .t: return Distributions.tTwoSided(value, degrees: first)
    case .z: return Distributions.normalTwoSided(value)
    case .f: return Distributions.fUpper(value, first, degrees.last ?? 1)
    case .chiSquared, .q: return Distributions.chiSquaredUpper(value, degrees: first)
    case .r:
      guard value < 1 else { return 0 }
      return Distributions.tTwoSided(value * (first / (1 - value * value)).squareRoot(), degrees: first)
    }
  }
}

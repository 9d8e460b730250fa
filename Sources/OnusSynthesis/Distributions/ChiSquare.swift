/// The chi-square distribution.
public struct ChiSquare: Sendable, Hashable {
  /// The degrees of freedom, greater than 0; they need not be whole.
  public let degreesOfFreedom: Double

  /// A distribution with so many degrees of freedom.
  public init(_ degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// The probability of a value below x.
  public func lower(_ x: Double) -> Double { values(x).lower }

  /// The probability of a value above x, exact far into the tail.
  public func upper(_ x: Double) -> Double { values(x).upper }

  /// The value below which the probability is p; not a number outside 0…1.
  public func quantile(_ p: Double) -> Double { quantile(lower: p, upper: 1 - p) }

  /// The value above which the probability is p; not a number outside 0…1.
  public func quantile(upper p: Double) -> Double { quantile(lower: 1 - p, upper: p) }

  private func values(_ x: Double) -> IncompleteGamma {
    IncompleteGamma(a: degreesOfFreedom / 2, x: max(0, x) / 2)
  }

  private func quantile(lower: Double, upper: Double) -> Double {
    guard lower >= 0, upper >= 0 else { return .nan }
    if lower == 0 { return 0 }
    if upper == 0 { return .infinity }
    let isUpper = upper < lower
    return positiveQuantile(
      of: min(lower, upper), from: max(degreesOfFreedom, 0.5), isUpper: isUpper
    ) { x in
      let values = values(x)
      return (isUpper ? values.upper : values.lower, values.density / 2)
    }
  }
}

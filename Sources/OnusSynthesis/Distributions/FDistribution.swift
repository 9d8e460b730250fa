/// Fisher's F distribution.
public struct FDistribution: Sendable, Hashable {
  /// The degrees of freedom of the numerator, greater than 0.
  public let numerator: Double
  /// The degrees of freedom of the denominator, greater than 0.
  public let denominator: Double

  /// A distribution with so many degrees of freedom above and below.
  public init(_ numerator: Double, _ denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The probability of a value below x.
  public func lower(_ x: Double) -> Double { values(x).lower }

  /// The probability of a value above x, exact far into the tail.
  public func upper(_ x: Double) -> Double { values(x).upper }

  /// The value below which the probability is p; not a number outside 0…1.
  public func quantile(_ p: Double) -> Double { quantile(lower: p, upper: 1 - p) }

  /// The value above which the probability is p; not a number outside 0…1.
  public func quantile(upper p: Double) -> Double { quantile(lower: 1 - p, upper: p) }

  /// Abramowitz & Stegun 1964, 26.6.2.
  private func values(_ x: Double) -> IncompleteBeta {
    let scaled = numerator * max(0, x)
    guard scaled < .infinity else { return IncompleteBeta(a: 1, b: 1, x: 1, y: 0) }
    let sum = scaled + denominator
    return IncompleteBeta(a: numerator / 2, b: denominator / 2, x: scaled / sum, y: denominator / sum)
  }

  private func quantile(lower: Double, upper: Double) -> Double {
    guard lower >= 0, upper >= 0 else { return .nan }
    if lower == 0 { return 0 }
    if upper == 0 { return .infinity }
    let isUpper = upper < lower
    return positiveQuantile(of: min(lower, upper), from: 1, isUpper: isUpper) { x in
      let values = values(x)
      return (isUpper ? values.upper : values.lower, values.front / x)
    }
  }
}

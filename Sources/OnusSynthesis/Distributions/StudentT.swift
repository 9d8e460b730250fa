/// Student's t distribution.
public struct StudentT: Sendable, Hashable {
  /// The degrees of freedom, greater than 0; they need not be whole.
  public let degreesOfFreedom: Double

  /// A distribution with so many degrees of freedom.
  public init(_ degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// The probability of a value below t.
  public func lower(_ t: Double) -> Double { t < 0 ? tail(-t).upper : 1 - tail(t).upper }

  /// The probability of a value above t, exact far into the tail.
  public func upper(_ t: Double) -> Double { lower(-t) }

  /// The probability of a value at least as far from zero as t, on either side.
  public func twoSided(_ t: Double) -> Double {
    t.isNaN ? .nan : min(1, 2 * tail(abs(t)).upper)
  }

  /// The value below which the probability is p; infinite at 0 and 1, not a number outside.
  public func quantile(_ p: Double) -> Double { p <= 0.5 ? -quantile(upper: p) : quantile(upper: 1 - p) }

  /// The value above which the probability is p; infinite at 0 and 1, not a number outside.
  public func quantile(upper p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p > 0.5 { return -quantile(upper: 1 - p) }
    if p == 0 { return .infinity }
    if p == 0.5 { return 0 }
    return positiveQuantile(of: p, from: NormalDistribution.quantile(upper: p), isUpper: true) { t in
      let (upper, density) = tail(t)
      return (upper, density)
    }
  }

  /// The upper tail and the density at t ≥ 0 (Abramowitz & Stegun 1964, 26.7.1).
  private func tail(_ t: Double) -> (upper: Double, density: Double) {
    guard t > 0 else { return (0.5, 0) }
    let sum = degreesOfFreedom + t * t
    guard sum < .infinity else { return (0, 0) }
    let beta = IncompleteBeta(a: degreesOfFreedom / 2, b: 0.5, x: degreesOfFreedom / sum, y: t * t / sum)
    return (beta.lower / 2, beta.front / t)
  }
}

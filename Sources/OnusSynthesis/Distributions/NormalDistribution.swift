#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The standard normal distribution.
public enum NormalDistribution {
  /// The probability of a value below x.
  public static func lower(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  /// The probability of a value above x, exact far into the tail.
  public static func upper(_ x: Double) -> Double { 0.5 * erfc(x / 2.0.squareRoot()) }

  /// The probability of a value at least as far from zero as x, on either side.
  public static func twoSided(_ x: Double) -> Double { erfc(abs(x) / 2.0.squareRoot()) }

  /// The density at x.
  public static func density(_ x: Double) -> Double { exp(-0.5 * x * x) / (2 * Double.pi).squareRoot() }

  /// The value below which the probability is p; infinite at 0 and 1, not a number outside.
  public static func quantile(_ p: Double) -> Double {
    p <= 0.5 ? -quantile(upper: p) : quantile(upper: 1 - p)
  }

  /// The value above which the probability is p; infinite at 0 and 1, not a number outside.
  ///
  /// Starts at Abramowitz & Stegun 1964, 26.2.23 (error below 4.5e-4), and follows with Halley's steps, each of
  /// which triples the number of right digits.
  public static func quantile(upper p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    guard p <= 0.5 else { return -quantile(upper: 1 - p) }
    guard p > 0 else { return .infinity }
    let t = (-2 * log(p)).squareRoot()
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var x = t - numerator / denominator
    for _ in 0..<3 {
      let step = (upper(x) - p) / density(x)
      guard step.isFinite else { break }
      x += step / (1 - 0.5 * x * step)
    }
    return x
  }
}

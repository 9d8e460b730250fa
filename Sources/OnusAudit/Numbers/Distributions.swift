#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Tail probabilities of the distributions that tests are held against.
///
/// Formulas: NIST Digital Library of Mathematical Functions, 5.11 (gamma), 8.11.4 and 8.9.2 (incomplete
/// gamma), 8.17.22 (incomplete beta). Absolute errors are below 1e-10.
enum Distributions {
  /// The probability that a normal deviate is further from 0 than `z`, on both sides.
  static func normalTwoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The deviate that is exceeded on both sides together with probability `p`, from 0 to 1.
  static func normalDeviate(twoSided p: Double) -> Double {
    guard p > 0 else { return .infinity }
    var low = 0.0
    var high = 40.0
    while high - low > 1e-12 {
      let middle = (low + high) / 2
      if normalTwoSided(middle) > p { low = middle } else { high = middle }
      if middle == low && middle == high { break }
    }
    return (low + high) / 2
  }

  /// The probability that Student's t is further from 0 than `t`, on both sides.
  static func tTwoSided(_ t: Double, degrees: Double) -> Double {
    regularBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
  }

  /// The probability that F is above `f`.
  static func fUpper(_ f: Double, _ first: Double, _ second: Double) -> Double {
    f <= 0 ? 1 : regularBeta(second / (second + first * f), second / 2, first / 2)
  }

  /// The probability that chi-squared is above `x`.
  static func chiSquaredUpper(_ x: Double, degrees: Double) -> Double {
    x <= 0 ? 1 : regularGammaUpper(degrees / 2, x / 2)
  }

  /// The natural logarithm of the gamma function of a positive number.
  static func logGamma(_ number: Double) -> Double {
    var x = number
    var shift = 0.0
    while x < 12 {
      shift += log(x)
      x += 1
    }
    let inverse = 1 / x
    let square = inverse * inverse
    let series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)))
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - shift
  }

  /// The upper regularised incomplete gamma function Q(a, x).
  private static func regularGammaUpper(_ a: Double, _ x: Double) -> Double {
    let front = exp(a * log(x) - x - logGamma(a))
    if x < a + 1 {
      var term = 1 / a
      var sum = term
      var next = a
      while abs(term) > abs(sum) * 1e-15 {
        next += 1
        term *= x / next
        sum += term
      }
      return 1 - front * sum
    }
    return front
      * continuedFraction(first: x + 1 - a) { step in
        let i = Double(step)
        return (-i * (i - a), x + 1 - a + 2 * i)
      }
  }

  /// The regularised incomplete beta function I_x(a, b).
  private static func regularBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - regularBeta(1 - x, b, a) }
    let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x)) / a
    return front
      * continuedFraction(first: 1) { step in
        let m = Double(step / 2)
        let factor =
          step.isMultiple(of: 2)
          ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
          : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        return (factor, 1)
      }
  }

  /// The value of 1 / (b0 + a1 / (b1 + a2 / …)) by Lentz's method as Thompson and Barnett changed it (1986).
  ///
  /// - Parameters:
  ///   - first: The first denominator.
  ///   - terms: The numerator and the denominator of each further step, counted from 1.
  private static func continuedFraction(
    first: Double, terms: (Int) -> (numerator: Double, denominator: Double)
  ) -> Double {
    let tiny = 1e-300
    var value = first == 0 ? tiny : first
    var up = value
    var down = 0.0
    for step in 1...10_000 {
      let (numerator, denominator) = terms(step)
      down = denominator + numerator * down
      if down == 0 { down = tiny }
      up = denominator + numerator / up
      if up == 0 { up = tiny }
      down = 1 / down
      value *= up * down
      if abs(up * down - 1) < 1e-15 { break }
    }
    return 1 / value
  }
}

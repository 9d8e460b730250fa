#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The regularised incomplete beta function I_x(a, b) and its complement, each exact in its own tail.
struct IncompleteBeta {
  /// I_x(a, b), the probability below.
  let lower: Double
  /// 1 − I_x(a, b), the probability above.
  let upper: Double
  /// x^a y^b / B(a, b); the density is this divided by x y.
  let front: Double

  /// Evaluates both for a, b > 0 and x, y ≥ 0 with x + y = 1; both are given so that neither loses digits.
  ///
  /// Continued fraction of Didonato & Morris 1992, ACM Transactions on Mathematical Software 18:360, section 5.
  init(a: Double, b: Double, x: Double, y: Double) {
    guard x > 0, y > 0 else {
      (lower, upper, front) = x > 0 ? (1, 0, 0) : (0, 1, 0)
      return
    }
    let n = a + b
    let exponent =
      stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, mean: n * x)
      - deviance(b, mean: n * y)
    front = exp(exponent) * (a * b / (2 * Double.pi * n)).squareRoot()
    // a − (a + b) x, from whichever of x and y is the smaller
    let excess = a > b ? n * y - b : a - n * x
    if excess >= 0 {
      lower = front * Self.fraction(a, b, x, y, excess)
      upper = 1 - lower
    } else {
      upper = front * Self.fraction(b, a, y, x, -excess)
      lower = 1 - upper
    }
  }

  /// The continued fraction by Lentz's method; all its terms are positive because the excess is.
  private static func fraction(
    _ a: Double, _ b: Double, _ x: Double, _ y: Double, _ excess: Double
  ) -> Double {
    var c = Double.infinity
    var d = (a + 1) / (a * (excess + 1))
    var value = d
    for i in 1...100_000 {
      let n = Double(i)
      let s = a + 2 * n - 1
      let numerator = (a + n - 1) / s * ((a + b + n - 1) / s) * n * (b - n) * x * x
      let denominator = n + n * (b - n) * x / s + (a + n) / (s + 2) * (excess + 1 + n * (1 + y))
      d = 1 / (numerator * d + denominator)
      c = denominator + numerator / c
      let factor = c * d
      value *= factor
      if abs(factor - 1) < 2e-16 { break }
    }
    return value
  }
}

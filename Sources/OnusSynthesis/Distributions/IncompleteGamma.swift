#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The two regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), each exact in its own tail.
struct IncompleteGamma {
  /// P(a, x), the probability below.
  let lower: Double
  /// Q(a, x), the probability above.
  let upper: Double
  /// dP/dx.
  let density: Double

  /// Evaluates both for a > 0 and x ≥ 0.
  ///
  /// Series below a + 1, continued fraction above (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31).
  init(a: Double, x: Double) {
    guard x > 0 else {
      (lower, upper) = (0, 1)
      density = a < 1 ? .infinity : a == 1 ? 1 : 0
      return
    }
    guard x < .infinity else {
      (lower, upper, density) = (1, 0, 0)
      return
    }
    // x^a e^−x / Γ(a + 1)
    let front = exp(-stirlingError(a) - deviance(a, mean: x)) / (2 * Double.pi * a).squareRoot()
    density = front * a / x
    if x < a + 1 {
      var term = 1.0
      var sum = 1.0
      var n = a
      while term > sum * 1e-17 {
        n += 1
        term *= x / n
        sum += term
      }
      lower = front * sum
      upper = 1 - lower
    } else {
      upper = front * a * Self.fraction(a, x)
      lower = 1 - upper
    }
  }

  /// 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)) by Lentz's method.
  private static func fraction(_ a: Double, _ x: Double) -> Double {
    var b = x + 1 - a
    var c = Double.infinity
    var d = 1 / b
    var value = d
    for i in 1...100_000 {
      let numerator = -Double(i) * (Double(i) - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      let factor = c * d
      value *= factor
      if abs(factor - 1) < 2e-16 { break }
    }
    return value
  }
}

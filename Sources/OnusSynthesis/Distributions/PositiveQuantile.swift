#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Finds the positive x whose tail probability is p, for a distribution on the positive numbers.
///
/// Newton's method for ln(tail) against ln(x), held between the last values known to be too small and too large:
/// both ends of a chi-square or F distribution are nearly straight lines on that scale.
///
/// - Parameters:
///   - p: the wanted probability, greater than 0 and less than 1.
///   - start: a positive first guess.
///   - isUpper: whether the tail is the probability above x.
///   - evaluate: the tail at x, and the density there.
func positiveQuantile(
  of p: Double, from start: Double, isUpper: Bool, evaluate: (Double) -> (tail: Double, density: Double)
) -> Double {
  var x = start
  var (tooSmall, tooLarge) = (0.0, Double.infinity)
  for _ in 0..<400 {
    let (tail, density) = evaluate(x)
    if tail == p { return x }
    if (tail > p) == isUpper { tooSmall = x } else { tooLarge = x }
    let slope = (isUpper ? -1 : 1) * density * x / tail
    var next = x * exp(-log(tail / p) / slope)
    if !(next > tooSmall && next < tooLarge) {
      next =
        tooSmall == 0
        ? x / 8 : tooLarge == .infinity ? x * 8 : (tooSmall.squareRoot() * tooLarge.squareRoot())
      if next <= tooSmall || next >= tooLarge { return x }
    }
    if abs(next - x) <= x * 1.5e-16 { return next }
    x = next
  }
  return x
}

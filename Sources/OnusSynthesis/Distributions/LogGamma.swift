#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// ln Γ(x) for x > 0.
///
/// Own, because the C library's `lgamma` writes a global variable and differs between systems.
/// Source: Abramowitz & Stegun 1964, 6.1.40.
func logGamma(_ x: Double) -> Double {
  let logRootTwoPi = 0.918938533204672741780329736406
  return (x - 0.5) * log(x) - x + logRootTwoPi + stirlingError(x)
}

/// What Stirling's formula for ln x! leaves over: ln Γ(x + 1) − (x + ½) ln x + x − ln √(2π), for x > 0.
///
/// Source: Loader 2000, "Fast and accurate computation of binomial probabilities", section 2; below 15 the
/// argument is raised step by step, which keeps more digits than the difference of large logarithms.
func stirlingError(_ x: Double) -> Double {
  var raised = x
  var sum = 0.0
  while raised < 15 {
    sum += (raised + 0.5) * log1p(1 / raised) - 1
    raised += 1
  }
  return sum + stirlingSeries(raised)
}

/// x ln(x / mean) + mean − x without the cancellation when the two are close, for x ≥ 0 and mean > 0.
///
/// Source: Loader 2000, section 2.2.
func deviance(_ x: Double, mean: Double) -> Double {
  let difference = x - mean
  guard abs(difference) < 0.1 * (x + mean) else {
    return x == 0 ? mean : x * log(x / mean) - difference
  }
  let v = difference / (x + mean)
  var sum = difference * v
  var term = 2 * x * v
  var divisor = 3.0
  while true {
    term *= v * v
    let next = sum + term / divisor
    if next == sum { return sum }
    sum = next
    divisor += 2
  }
}

/// The sum of Stirling's series, exact to the last bit from 15 on (Abramowitz & Stegun 1964, 6.1.41).
private func stirlingSeries(_ x: Double) -> Double {
  let square = x * x
  let tail = 1.0 / 1188 - 691.0 / 360_360 / square
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - tail / square) / square) / square) / square) / x
}

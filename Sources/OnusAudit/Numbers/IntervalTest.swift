#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The test that is hidden in an estimate and its interval.
///
/// The interval's width gives the standard error, on the log scale for ratios: Altman DG, Bland JM. How to
/// obtain the P value from a confidence interval. BMJ 2011;343:d2304.
struct IntervalTest: Hashable {
  /// The standard error, of the logarithm for ratios.
  var standardError: Double
  /// The estimate, its logarithm for ratios, divided by the standard error.
  var z: Double
  /// How far the estimate lies from the middle of its interval, in standard errors.
  var gap: Double
  /// The least distance from the middle that the rounding of the printed figures leaves open.
  var leastGap: Double
  /// The least and the greatest distance of z from 0 that the rounding leaves open.
  var distances: ClosedRange<Double>

  /// The two-sided p value.
  var p: Double { Distributions.normalTwoSided(z) }

  /// Reads an estimate and its interval as printed.
  ///
  /// Returns `nil` for an interval without width at the printed precision, and for a ratio that is not above
  /// 0 there.
  ///
  /// - Parameters:
  ///   - level: The confidence level in percent.
  ///   - isRatio: Whether no effect is 1, and not 0.
  init?(
    estimate: PrintedNumber, lower: PrintedNumber, upper: PrintedNumber, level: Double = 95, isRatio: Bool
  ) {
    func scaled(_ number: Double) -> Double { isRatio ? log(number) : number }
    guard !isRatio || min(estimate.lower, lower.lower) > 0, level > 0, level < 100 else { return nil }
    let width = 2 * Distributions.normalDeviate(twoSided: 1 - level / 100)
    let narrowest = (scaled(upper.lower) - scaled(lower.upper)) / width
    let widest = (scaled(upper.upper) - scaled(lower.lower)) / width
    guard narrowest > 0 else { return nil }
    standardError = (scaled(upper.value) - scaled(lower.value)) / width
    z = scaled(estimate.value) / standardError
    let middle = (scaled(lower.value) + scaled(upper.value)) / 2
    gap = abs(scaled(estimate.value) - middle) / standardError
    let middles = [(lower.lower, upper.lower), (lower.upper, upper.upper)].map {
      (scaled($0) + scaled($1)) / 2
    }
    let above = scaled(estimate.lower) - middles[1]
    let below = middles[0] - scaled(estimate.upper)
    leastGap = max(0, above, below) / standardError
    let ends = [scaled(estimate.lower), scaled(estimate.upper)]
    let nearest = ends[0] * ends[1] <= 0 ? 0 : min(abs(ends[0]), abs(ends[1]))
    distances = nearest / widest...max(abs(ends[0]), abs(ends[1])) / narrowest
  }
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An effect on the scale on which it is pooled, with its sampling variance.
public struct EffectSize: Sendable, Hashable {
  /// The estimate; ratios as natural logarithms.
  public var estimate: Double
  /// The sampling variance of the estimate.
  public var variance: Double

  /// An estimate with its variance.
  public init(_ estimate: Double, variance: Double) {
    self.estimate = estimate
    self.variance = variance
  }

  /// The standard error of the estimate.
  public var standardError: Double { variance.squareRoot() }

  /// The interval of the normal distribution around the estimate.
  public func interval(level: Double = 0.95) -> ConfidenceInterval {
    let reach = NormalDistribution.quantile(upper: (1 - level) / 2) * standardError
    return ConfidenceInterval(estimate - reach, estimate + reach)
  }

  /// The effect from an estimate and its interval as published; the standard error is the width divided by twice
  /// the quantile of the normal distribution, or of t for the mean difference of a small study.
  ///
  /// Source: Cochrane Handbook 6.4, sections 6.3.1 and 6.3.2.
  ///
  /// - Parameters:
  ///   - estimate: the estimate.
  ///   - lower: the lower limit of its interval.
  ///   - upper: the upper limit of its interval.
  ///   - level: the coverage of the interval.
  ///   - isRatio: whether the three are ratios, to be turned into logarithms.
  ///   - degreesOfFreedom: those of t, where the interval was made with it.
  /// - Returns: `nil` when the limits do not enclose the estimate, or a ratio is not positive.
  public static func published(
    _ estimate: Double, from lower: Double, to upper: Double, level: Double = 0.95, isRatio: Bool,
    degreesOfFreedom: Double? = nil
  ) -> EffectSize? {
    guard lower < upper, lower <= estimate, estimate <= upper, !isRatio || lower > 0 else { return nil }
    let tail = (1 - level) / 2
    let quantile =
      degreesOfFreedom.map { StudentT($0).quantile(upper: tail) } ?? NormalDistribution.quantile(upper: tail)
    let width = isRatio ? log(upper / lower) : upper - lower
    let error = width / (2 * quantile)
    return EffectSize(isRatio ? log(estimate) : estimate, variance: error * error)
  }

  /// Whether both numbers can be pooled.
  var isUsable: Bool { estimate.isFinite && variance.isFinite && variance >= 0 }
}

/// The two ends of an interval.
public struct ConfidenceInterval: Sendable, Hashable {
  /// The lower end.
  public var lower: Double
  /// The upper end.
  public var upper: Double

  /// An interval from its ends.
  public init(_ lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The interval with both ends put through a rising function.
  func map(_ transform: (Double) -> Double) -> ConfidenceInterval {
    ConfidenceInterval(transform(lower), transform(upper))
  }
}

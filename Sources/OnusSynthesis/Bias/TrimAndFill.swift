/// What the pooled effect would be if studies were missing from one side (Duval & Tweedie 2000, Biometrics 56:455).
///
/// It is a test of robustness, not a correction: it also fills where effects differ for other reasons (Cochrane
/// Handbook 6.4, section 13.3.5.5).
public struct TrimAndFill: Sendable, Hashable {
  /// A side of the pooled effect.
  public enum Side: String, Sendable, Hashable, CaseIterable {
    /// Below it.
    case left
    /// Above it.
    case right
  }

  /// The side on which studies seem to be missing.
  public var side: Side
  /// The effects that were filled in, the mirror images of those on the other side.
  public var filled: [EffectSize]
  /// What all effects give together.
  public var pooled: PooledEffect

  /// Fills by the estimator L₀.
  ///
  /// - Parameters:
  ///   - effects: The effects.
  ///   - side: Where studies are missing; `nil` takes the side that the regression on standard errors tells.
  ///   - options: How effects are pooled.
  /// - Throws: `SynthesisProblem.tooFewStudies` with fewer than three studies, and what pooling throws.
  public init(
    _ effects: [EffectSize], side: Side? = nil, options: PoolingOptions = PoolingOptions(.derSimonianLaird)
  ) throws {
    guard effects.count > 2 else {
      throw SynthesisProblem.tooFewStudies(needed: 3, have: effects.count, what: "trim and fill")
    }
    let slope = try side == nil ? SmallStudyTest.mixed(effects, options: options).statistic : 0
    self.side = side ?? (slope < 0 ? .right : .left)
    let sign = self.side == .right ? -1.0 : 1
    let sorted = effects.map { EffectSize(sign * $0.estimate, variance: $0.variance) }
      .enumerated().sorted { ($0.element.estimate, $0.offset) < ($1.element.estimate, $1.offset) }
      .map(\.element)
    let k = sorted.count
    var (missing, earlier, centre) = (0, -1, 0.0)
    for _ in 0..<100 where missing != earlier {
      earlier = missing
      centre = try PooledEffect(Array(sorted[..<(k - missing)]), options: options).estimate
      missing = min(k - 1, Self.missing(sorted.map { $0.estimate - centre }))
    }
    filled = sorted[(k - missing)...].map {
      EffectSize(sign * (2 * centre - $0.estimate), variance: $0.variance)
    }
    pooled = try PooledEffect(effects + filled, options: options)
  }

  /// The estimate L₀ of how many studies are missing on the left.
  private static func missing(_ distances: [Double]) -> Int {
    let k = Double(distances.count)
    let order = distances.indices.sorted { (abs(distances[$0]), $0) < (abs(distances[$1]), $1) }
    var sum = 0.0
    for (rank, index) in order.enumerated() where distances[index] > 0 { sum += Double(rank + 1) }
    let estimate = (4 * sum - k * (k + 1)) / (2 * k - 1)
    return max(0, Int(estimate.rounded(.toNearestOrEven)))
  }
}

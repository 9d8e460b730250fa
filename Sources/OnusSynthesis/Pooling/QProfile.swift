/// The weighted sum of squared residuals as a function of τ², which falls as τ² grows.
///
/// Its inverse gives the Paule–Mandel estimate and the Q-profile interval (Viechtbauer 2007, Statistics in Medicine
/// 26:37).
struct QProfile {
  private let effects: [Double]
  private let variances: [Double]
  private let columns: [[Double]]
  /// The value without heterogeneity, which is Cochran's Q.
  let atZero: Double

  /// The profile of effects; `nil` when the columns depend on each other.
  init?(_ effects: [Double], _ variances: [Double], columns: [[Double]]) {
    guard
      let fit = WeightedRegression(effects, weights: variances.map { 1 / $0 }, columns: columns)
    else { return nil }
    self.effects = effects
    self.variances = variances
    self.columns = columns
    atZero = fit.residualSum
  }

  /// The τ² at which the sum has the given value; 0 when it is less even without heterogeneity.
  func tauSquared(where target: Double) throws -> Double {
    guard atZero > target, target > 0 else { return 0 }
    var upper = max(variances.max() ?? 1, 1e-300)
    while value(at: upper) > target {
      upper *= 2
      guard upper < .infinity else { throw SynthesisProblem.noConvergence(.pauleMandel) }
    }
    // Newton's steps from below: the function is convex, so they never pass the root; halving is the safeguard.
    var (low, high, x) = (0.0, upper, 0.0)
    for _ in 0..<500 {
      guard let fit = fit(at: x) else { return x }
      let excess = fit.residualSum - target
      if excess > 0 { low = x } else { high = x }
      let slope = fit.weightedResiduals.reduce(0) { $0 + $1 * $1 }
      var next = x + excess / slope
      if !(next >= low && next <= high) { next = (low + high) / 2 }
      if abs(next - x) <= 1e-15 * next { return next }
      x = next
    }
    return x
  }

  /// The Q-profile interval of τ²; both ends are 0 when even τ² = 0 gives less than is compatible with chance.
  func interval(level: Double) throws -> ConfidenceInterval {
    let chi = ChiSquare(Double(effects.count - columns.count))
    let tail = (1 - level) / 2
    return ConfidenceInterval(
      try tauSquared(where: chi.quantile(upper: tail)), try tauSquared(where: chi.quantile(tail)))
  }

  private func fit(at tau: Double) -> WeightedRegression? {
    WeightedRegression(effects, weights: variances.map { 1 / ($0 + tau) }, columns: columns)
  }

  private func value(at tau: Double) -> Double { fit(at: tau)?.residualSum ?? 0 }
}

/// A way to estimate τ², the variance between studies; its raw value is the abbreviation in use.
public enum TauSquaredEstimator: String, Sendable, Hashable, CaseIterable {
  /// No variance between studies: the common-effect model.
  case common = "EE"
  /// DerSimonian & Laird 1986, Controlled Clinical Trials 7:177.
  case derSimonianLaird = "DL"
  /// Restricted maximum likelihood: Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261.
  case restrictedMaximumLikelihood = "REML"
  /// Paule & Mandel 1982, Journal of Research of the National Bureau of Standards 87:377.
  case pauleMandel = "PM"
  /// Maximum likelihood: Hardy & Thompson 1996, Statistics in Medicine 15:619.
  case maximumLikelihood = "ML"
  /// Hedges & Olkin 1985, Statistical Methods for Meta-Analysis, chapter 9.
  case hedgesOlkin = "HE"
  /// Sidik & Jonkman 2005, Journal of the Royal Statistical Society C 54:367.
  case sidikJonkman = "SJ"
  /// Empirical Bayes: Morris 1983, Journal of the American Statistical Association 78:47.
  case empiricalBayes = "EB"
  /// Hunter & Schmidt 1990, Methods of Meta-Analysis.
  case hunterSchmidt = "HS"

  /// The name in words.
  public var title: String {
    switch self {
    case .common: "common effect"
    case .derSimonianLaird: "DerSimonian–Laird"
    case .restrictedMaximumLikelihood: "REML"
    case .pauleMandel: "Paule–Mandel"
    case .maximumLikelihood: "maximum likelihood"
    case .hedgesOlkin: "Hedges–Olkin"
    case .sidikJonkman: "Sidik–Jonkman"
    case .empiricalBayes: "empirical Bayes"
    case .hunterSchmidt: "Hunter–Schmidt"
    }
  }
}

/// An estimate of τ² with its standard error.
struct TauSquared {
  var value: Double
  var standardError: Double?
}

extension TauSquaredEstimator {
  /// Estimates τ² from effects and their variances, beside the columns of a regression.
  ///
  /// Standard errors: Viechtbauer, López-López, Sánchez-Meca & Marín-Martínez 2015, Psychological Methods 20:360,
  /// appendix; those of the moment estimators follow from the variance of a quadratic form.
  ///
  /// - Returns: `nil` when the columns depend on each other.
  func estimate(_ effects: [Double], _ variances: [Double], columns: [[Double]]) throws -> TauSquared? {
    let k = Double(effects.count)
    func fit(_ tau: Double) -> WeightedRegression? {
      WeightedRegression(effects, weights: variances.map { 1 / ($0 + tau) }, columns: columns)
    }
    switch self {
    case .common:
      return TauSquared(value: 0, standardError: nil)
    case .derSimonianLaird:
      return fit(0).map { moment($0, expected: $0.degreesOfFreedom, divisor: $0.trace) }
    case .hunterSchmidt:
      return fit(0).map { moment($0, expected: k, divisor: $0.weights.reduce(0, +)) }
    case .hedgesOlkin:
      return hedgesOlkin(effects, variances, columns)
    case .sidikJonkman:
      return sidikJonkman(effects, variances, columns)
    case .pauleMandel:
      guard let value = try pauleMandel(effects, variances, columns) else { return nil }
      return fit(value).map { TauSquared(value: value, standardError: empiricalBayesError($0)) }
    case .restrictedMaximumLikelihood, .maximumLikelihood, .empiricalBayes:
      let start = hedgesOlkin(effects, variances, columns)?.value ?? 0
      return try scored(from: start, k: k, fit: fit)
    }
  }

  /// τ² from y'Py with weights 1/v, its expectation without heterogeneity, and its growth with τ².
  private func moment(_ fit: WeightedRegression, expected: Double, divisor: Double) -> TauSquared {
    let value = max(0, (fit.residualSum - expected) / divisor)
    let variance = 2 * fit.degreesOfFreedom + 4 * value * fit.trace + 2 * value * value * fit.traceOfSquare()
    return TauSquared(value: value, standardError: variance.squareRoot() / divisor)
  }

  private func hedgesOlkin(_ y: [Double], _ v: [Double], _ columns: [[Double]]) -> TauSquared? {
    guard let fit = WeightedRegression(y, weights: y.map { _ in 1 }, columns: columns) else { return nil }
    let df = fit.degreesOfFreedom
    let trace = fit.trace(v)
    let value = max(0, (fit.residualSum - trace) / df)
    let variance = 2 * fit.traceOfSquare(with: v) + 4 * value * trace + 2 * value * value * df
    return TauSquared(value: value, standardError: variance.squareRoot() / df)
  }

  private func sidikJonkman(_ y: [Double], _ v: [Double], _ columns: [[Double]]) -> TauSquared? {
    let mean = y.reduce(0, +) / Double(y.count)
    let rough = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(y.count)
    guard rough > 0 else { return TauSquared(value: 0, standardError: nil) }
    guard let fit = WeightedRegression(y, weights: v.map { 1 / ($0 + rough) }, columns: columns) else {
      return nil
    }
    let df = fit.degreesOfFreedom
    let value = rough * fit.residualSum / df
    let crossed = fit.traceOfSquare { v[$0] }
    let variance =
      2 * fit.traceOfSquare(with: v) + 4 * value * crossed + 2 * value * value * fit.traceOfSquare()
    return TauSquared(value: value, standardError: rough * variance.squareRoot() / df)
  }

  /// The τ² at which the weighted sum of squared residuals equals its degrees of freedom; 0 when it is less without.
  private func pauleMandel(_ y: [Double], _ v: [Double], _ columns: [[Double]]) throws -> Double? {
    guard let profile = QProfile(y, v, columns: columns) else { return nil }
    return try profile.tauSquared(where: Double(y.count - columns.count))
  }

  private func empiricalBayesError(_ fit: WeightedRegression) -> Double {
    let k = Double(fit.weights.count)
    return (2 * k * k / fit.degreesOfFreedom).squareRoot() / fit.weights.reduce(0, +)
  }

  /// Fisher's scoring; a step that would lead below zero is halved, and an end next to zero is zero.
  private func scored(
    from start: Double, k: Double, fit: (Double) -> WeightedRegression?
  ) throws -> TauSquared? {
    func step(_ fit: WeightedRegression) -> Double {
      let square = fit.weightedResiduals.reduce(0) { $0 + $1 * $1 }
      let sum = fit.weights.reduce(0, +)
      switch self {
      case .restrictedMaximumLikelihood: return (square - fit.trace) / fit.traceOfSquare()
      case .maximumLikelihood: return (square - sum) / fit.weights.reduce(0) { $0 + $1 * $1 }
      default: return (k / fit.degreesOfFreedom * fit.residualSum - k) / sum
      }
    }
    var value = start
    var isDone = false
    for _ in 0..<10_000 where !isDone {
      guard let current = fit(value) else { return nil }
      var change = step(current)
      while value + change < 0, abs(change) > 1e-300 { change /= 2 }
      if abs(change) <= 1e-300 { change = 0 }
      value += change
      isDone = abs(change) <= 1e-12 * value || value < 1e-14 * smallest(current.weights)
    }
    guard isDone else { throw SynthesisProblem.noConvergence(self) }
    guard let last = fit(value) else { return nil }
    if value < 1e-12 * smallest(last.weights), step(last) <= 0 { value = 0 }
    // The likelihood may have two maxima, and the scoring has climbed the lower one.
    if value > 0, [.restrictedMaximumLikelihood, .maximumLikelihood].contains(self), let none = fit(0),
      none.logLikelihood(isRestricted: self == .restrictedMaximumLikelihood)
        > last.logLikelihood(isRestricted: self == .restrictedMaximumLikelihood) + 1e-10
    {
      value = 0
    }
    guard let last = fit(value) else { return nil }
    switch self {
    case .restrictedMaximumLikelihood:
      return TauSquared(value: value, standardError: (2 / last.traceOfSquare()).squareRoot())
    case .maximumLikelihood:
      let squares = last.weights.reduce(0) { $0 + $1 * $1 }
      return TauSquared(value: value, standardError: (2 / squares).squareRoot())
    default:
      return TauSquared(value: value, standardError: empiricalBayesError(last))
    }
  }

  /// The smallest total variance among the weights, the scale against which a τ² is nothing.
  private func smallest(_ weights: [Double]) -> Double { 1 / (weights.max() ?? 1) }
}

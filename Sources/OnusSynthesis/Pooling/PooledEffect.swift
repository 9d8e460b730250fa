/// Effects pooled by inverse variance, with what the pooling tells of their heterogeneity.
public struct PooledEffect: Sendable, Hashable {
  /// The pooled effect, on the scale of pooling.
  public var estimate: Double
  /// Its standard error.
  public var standardError: Double
  /// The estimate divided by its standard error.
  public var statistic: Double
  /// The two-sided p of the statistic.
  public var p: Double
  /// The interval of the pooled effect.
  public var interval: ConfidenceInterval
  /// The degrees of freedom of t; `nil` for the normal distribution.
  public var degreesOfFreedom: Double?
  /// The variance between studies.
  public var tauSquared: Double
  /// Its standard error; `nil` for the common-effect model.
  public var tauSquaredError: Double?
  /// Cochran's Q, with k − 1 degrees of freedom.
  public var q: Double
  /// The p of Q.
  public var qP: Double
  /// I² in per cent: the share of the total variance that lies between studies (Higgins & Thompson 2002, Statistics
  /// in Medicine 21:1539).
  public var iSquared: Double
  /// H²: the total variance divided by the variance within studies.
  public var hSquared: Double
  /// The number of studies.
  public var studies: Int
  /// Where the effect of a new study is expected; `nil` for the common-effect model, and where the distribution
  /// chosen for it does not exist with so few studies.
  public var predictionInterval: ConfidenceInterval?
  /// The share of each study in per cent.
  public var weights: [Double]

  /// Pools effects.
  ///
  /// - Parameters:
  ///   - effects: the effects on one scale.
  ///   - options: the model, the test, the level and the prediction interval.
  /// - Throws: `SynthesisProblem.nothingToPool` without effects or with a variance of zero,
  ///   `SynthesisProblem.noConvergence`.
  public init(_ effects: [EffectSize], options: PoolingOptions = PoolingOptions()) throws {
    guard !effects.isEmpty else { throw SynthesisProblem.nothingToPool }
    let model: MetaRegression
    do {
      model = try MetaRegression(effects, on: [], options: options)
    } catch SynthesisProblem.dependentColumns {
      // There are no predictors: the numbers are so large or small that their weights are none.
      throw SynthesisProblem.nothingToPool
    }
    let mean = model.coefficients[0]
    estimate = mean.estimate
    standardError = mean.standardError
    statistic = mean.statistic
    p = mean.p
    interval = mean.interval
    degreesOfFreedom = model.degreesOfFreedom
    tauSquared = model.tauSquared
    tauSquaredError = model.tauSquaredError
    q = model.q
    qP = model.qP
    iSquared = model.iSquared
    hSquared = model.hSquared
    studies = model.studies
    let inverse = effects.map { 1 / ($0.variance + model.tauSquared) }
    let sum = inverse.reduce(0, +)
    weights = inverse.map { 100 * $0 / sum }
    guard options.estimator != .common, effects.count > 1 else { return }
    predictionInterval = Self.prediction(mean, model, options)
  }

  private static func prediction(
    _ mean: MetaRegression.Coefficient, _ model: MetaRegression, _ options: PoolingOptions
  ) -> ConfidenceInterval? {
    let tail = (1 - options.level) / 2
    let df: Double? =
      switch options.prediction {
      case .asTest: model.degreesOfFreedom
      case .higgins: Double(model.studies - 2)
      case .kMinusOne: Double(model.studies - 1)
      }
    if let df, df < 1 { return nil }
    let quantile =
      df.map { StudentT($0).quantile(upper: tail) } ?? NormalDistribution.quantile(upper: tail)
    let reach = quantile * (mean.standardError * mean.standardError + model.tauSquared).squareRoot()
    return ConfidenceInterval(mean.estimate - reach, mean.estimate + reach)
  }
}

/// How far the data leave open how much effects differ.
public struct HeterogeneityIntervals: Sendable, Hashable {
  /// The Q-profile interval of τ² (Viechtbauer 2007, Statistics in Medicine 26:37).
  public var tauSquared: ConfidenceInterval
  /// The interval of I² in per cent that follows from it.
  public var iSquared: ConfidenceInterval

  /// The intervals of effects.
  ///
  /// - Throws: `SynthesisProblem.tooFewStudies` with fewer than two studies, `SynthesisProblem.noConvergence`.
  public init(_ effects: [EffectSize], level: Double = 0.95) throws {
    let v = effects.map(\.variance)
    guard effects.count > 1, v.allSatisfy({ $0 > 0 }),
      let profile = QProfile(effects.map(\.estimate), v, columns: [v.map { _ in 1 }])
    else {
      throw SynthesisProblem.tooFewStudies(
        needed: 2, have: effects.count, what: "an interval of the variance between studies")
    }
    tauSquared = try profile.interval(level: level)
    let fixed = v.map { 1 / $0 }
    let total = fixed.reduce(0, +)
    let squares = fixed.reduce(0) { $0 + $1 * $1 }
    let typical = Double(effects.count - 1) / (total - squares / total)
    iSquared = tauSquared.map { 100 * $0 / ($0 + typical) }
  }
}

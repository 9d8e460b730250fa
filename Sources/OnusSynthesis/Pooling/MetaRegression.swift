/// Effects explained by predictors, with a variance between studies beside them (a mixed-effects model).
///
/// Source: Berkey et al. 1995, Statistics in Medicine 14:395; Knapp & Hartung 2003.
public struct MetaRegression: Sendable, Hashable {
  /// One coefficient with its test.
  public struct Coefficient: Sendable, Hashable {
    /// The estimate.
    public var estimate: Double
    /// Its standard error.
    public var standardError: Double
    /// The estimate divided by its standard error.
    public var statistic: Double
    /// The two-sided p of the statistic.
    public var p: Double
    /// The interval at the level of the options.
    public var interval: ConfidenceInterval
  }

  /// The intercept, where there is one, and then a coefficient for each predictor.
  public var coefficients: [Coefficient]
  /// The degrees of freedom of t; `nil` for the normal distribution.
  public var degreesOfFreedom: Double?
  /// The residual variance between studies.
  public var tauSquared: Double
  /// Its standard error; `nil` for the common-effect model.
  public var tauSquaredError: Double?
  /// The residual Q.
  public var q: Double
  /// The p of the residual Q.
  public var qP: Double
  /// The residual I², in per cent.
  public var iSquared: Double
  /// The residual H².
  public var hSquared: Double
  /// The number of studies.
  public var studies: Int

  /// Fits the effects on predictors.
  ///
  /// - Parameters:
  ///   - effects: the effects.
  ///   - predictors: for each predictor its value in each study.
  ///   - options: the estimator, the test and the level.
  ///   - hasIntercept: whether there is an intercept.
  /// - Throws: `SynthesisProblem` when there are not more studies than coefficients, the predictors depend on each
  ///   other, or the estimate of τ² does not converge.
  public init(
    _ effects: [EffectSize], on predictors: [[Double]], options: PoolingOptions, hasIntercept: Bool = true
  ) throws {
    let columns = (hasIntercept ? [effects.map { _ in 1 }] : []) + predictors
    guard effects.count > columns.count || effects.count == 1 && columns.count == 1 else {
      throw SynthesisProblem.tooFewStudies(
        needed: columns.count + 1, have: effects.count,
        what: "a model with \(columns.count) coefficients")
    }
    let y = effects.map(\.estimate)
    let v = effects.map(\.variance)
    guard v.allSatisfy({ $0 > 0 }) else { throw SynthesisProblem.nothingToPool }
    guard let fixed = WeightedRegression(y, weights: v.map { 1 / $0 }, columns: columns) else {
      throw SynthesisProblem.dependentColumns
    }
    let df = fixed.degreesOfFreedom
    let isSingle = df == 0
    guard
      let tau = isSingle
        ? TauSquared(value: 0, standardError: nil) : try options.estimator.estimate(y, v, columns: columns),
      let fit = WeightedRegression(y, weights: v.map { 1 / ($0 + tau.value) }, columns: columns)
    else { throw SynthesisProblem.dependentColumns }
    studies = effects.count
    tauSquared = tau.value
    tauSquaredError = tau.standardError
    q = fixed.residualSum
    qP = isSingle ? 1 : ChiSquare(df).upper(q)
    if isSingle {
      (iSquared, hSquared) = (0, 1)
    } else if options.estimator == .common {
      iSquared = q > 0 ? max(0, 100 * (q - df) / q) : 0
      hSquared = q / df
    } else {
      let typical = df / fixed.trace
      iSquared = 100 * tau.value / (typical + tau.value)
      hSquared = tau.value / typical + 1
    }
    let scale: Double
    switch options.interval {
    case .normal, .t: scale = 1
    case .hartungKnapp: scale = isSingle ? 1 : fit.residualSum / df
    case .hartungKnappNeverNarrower: scale = isSingle ? 1 : max(1, fit.residualSum / df)
    }
    let t = options.interval == .normal || isSingle ? nil : StudentT(df)
    degreesOfFreedom = t?.degreesOfFreedom
    let tail = (1 - options.level) / 2
    let quantile = t?.quantile(upper: tail) ?? NormalDistribution.quantile(upper: tail)
    coefficients = fit.coefficients.indices.map { index in
      let estimate = fit.coefficients[index]
      let error = (scale * fit.inverse[index, index]).squareRoot()
      let statistic = estimate / error
      return Coefficient(
        estimate: estimate, standardError: error, statistic: statistic,
        p: t?.twoSided(statistic) ?? NormalDistribution.twoSided(statistic),
        interval: ConfidenceInterval(estimate - quantile * error, estimate + quantile * error))
    }
  }
}

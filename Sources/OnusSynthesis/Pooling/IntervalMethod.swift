/// How the pooled effect is tested and given its interval.
public enum IntervalMethod: String, Sendable, Hashable, CaseIterable {
  /// The normal distribution (Wald).
  case normal = "z"
  /// The t distribution with k − 1 degrees of freedom, and the standard error as it is.
  case t
  /// The t distribution, and the standard error scaled by the residual variance.
  ///
  /// Hartung & Knapp 2001, Statistics in Medicine 20:1771 and 3875; Knapp & Hartung 2003, same journal 22:2693.
  case hartungKnapp = "knha"
  /// As before, but the standard error is never made smaller (Röver, Knapp & Friede 2015, BMC Medical Research
  /// Methodology 15:99).
  case hartungKnappNeverNarrower = "adhoc"
}

/// Which distribution a prediction interval rests on.
public enum PredictionMethod: String, Sendable, Hashable, CaseIterable {
  /// That of the test: normal, or t with k − 1 degrees of freedom.
  case asTest = "test"
  /// t with k − 2 degrees of freedom (Higgins, Thompson & Spiegelhalter 2009, Journal of the Royal Statistical
  /// Society A 172:137, section 3.3), as in Cochrane Handbook 6.4, section 10.10.4.3.
  case higgins = "k-2"
  /// t with k − 1 degrees of freedom, whatever the test.
  case kMinusOne = "k-1"
}

/// Everything that pooling by inverse variance lets one choose.
public struct PoolingOptions: Sendable, Hashable {
  /// The model, and the estimator of τ².
  public var estimator: TauSquaredEstimator
  /// The test and interval.
  public var interval: IntervalMethod
  /// The coverage of intervals.
  public var level: Double
  /// The prediction interval.
  public var prediction: PredictionMethod

  /// Options; what is not given is REML with normal intervals of 95%.
  public init(
    _ estimator: TauSquaredEstimator = .restrictedMaximumLikelihood, interval: IntervalMethod = .normal,
    level: Double = 0.95, prediction: PredictionMethod = .asTest
  ) {
    self.estimator = estimator
    self.interval = interval
    self.level = level
    self.prediction = prediction
  }
}

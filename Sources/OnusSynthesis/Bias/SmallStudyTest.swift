/// A test of whether small studies show other effects than large ones, as when results were not published.
///
/// It asks for ten studies or more: with fewer it finds little (Cochrane Handbook 6.4, section 13.3.5.4).
public struct SmallStudyTest: Sendable, Hashable {
  /// The slope of the effects on their standard errors, divided by its own error.
  public var statistic: Double
  /// The degrees of freedom of t; `nil` for the normal distribution.
  public var degreesOfFreedom: Double?
  /// The two-sided p of the statistic.
  public var p: Double
  /// The effect that a study without error would show.
  public var limit: Double
  /// The interval of that effect.
  public var limitInterval: ConfidenceInterval

  /// Egger's test: a weighted regression of the effects on their standard errors, with multiplicative dispersion
  /// (Egger, Davey Smith, Schneider & Minder 1997, BMJ 315:629).
  ///
  /// - Throws: `SynthesisProblem.tooFewStudies` with fewer than three studies,
  ///   `SynthesisProblem.dependentColumns` when all have the same error.
  public static func egger(_ effects: [EffectSize], level: Double = 0.95) throws -> SmallStudyTest {
    try SmallStudyTest(
      effects, options: PoolingOptions(.common, interval: .hartungKnapp, level: level))
  }

  /// The same with a variance between studies beside the errors (Sterne & Egger 2005, in Publication Bias in
  /// Meta-Analysis, chapter 6).
  ///
  /// - Throws: As ``egger(_:level:)``, and `SynthesisProblem.noConvergence`.
  public static func mixed(
    _ effects: [EffectSize], options: PoolingOptions = PoolingOptions()
  ) throws -> SmallStudyTest {
    try SmallStudyTest(effects, options: options)
  }

  private init(_ effects: [EffectSize], options: PoolingOptions) throws {
    let model = try MetaRegression(effects, on: [effects.map(\.standardError)], options: options)
    statistic = model.coefficients[1].statistic
    p = model.coefficients[1].p
    degreesOfFreedom = model.degreesOfFreedom
    limit = model.coefficients[0].estimate
    limitInterval = model.coefficients[0].interval
  }
}

extension PooledEffect {
  /// Pools tables of counts by DerSimonian and Laird with Q taken about the Mantel–Haenszel estimate: what RevMan 5
  /// and 6 call "Mantel–Haenszel, random effects" (Deeks & Higgins 2010, Statistical algorithms in Review Manager 5,
  /// section 8).
  ///
  /// - Parameters:
  ///   - tables: The studies; those without an effect of their own are left out.
  ///   - measure: A risk ratio, an odds ratio or a risk difference.
  ///   - level: The coverage of intervals.
  /// - Throws: `SynthesisProblem.nothingToPool` when no table tells of the measure, or it is another one.
  public static func aboutMantelHaenszel(
    _ tables: [TwoByTwo], measure: EffectMeasure, level: Double = 0.95
  ) throws -> PooledEffect {
    let corrected = ZeroCells.halfWithoutOneSided.applied(to: tables).compactMap { $0 }
    let centre = try PooledCounts.mantelHaenszel(corrected, measure: measure, level: level)
    let effects = measure.effects(of: tables.map(StudyData.counts), zeroCells: .halfWithoutOneSided)
      .compactMap { $0 }.filter { $0.variance > 0 }
    let weights = effects.map { 1 / $0.variance }
    let sum = weights.reduce(0, +)
    let divisor = sum - weights.reduce(0) { $0 + $1 * $1 } / sum
    let tau = effects.count > 1 ? max(0, (centre.q - Double(effects.count - 1)) / divisor) : 0
    // With τ² in the variances nothing is left for the model to estimate.
    var pooled = try PooledEffect(
      effects.map { EffectSize($0.estimate, variance: $0.variance + tau) },
      options: PoolingOptions(.common, level: level))
    pooled.tauSquared = tau
    pooled.q = centre.q
    pooled.qP = centre.qP
    pooled.iSquared = centre.iSquared
    pooled.hSquared = effects.count > 1 ? centre.q / Double(effects.count - 1) : 1
    return pooled
  }
}

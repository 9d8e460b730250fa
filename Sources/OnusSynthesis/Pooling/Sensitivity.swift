/// How the pooled effect depends on single studies.
extension PooledEffect {
  /// The pooled effects without each study in turn; one for each study, in their order.
  ///
  /// - Throws: `SynthesisProblem.tooFewStudies` with fewer than two studies, and what pooling throws.
  public static func leavingOneOut(
    _ effects: [EffectSize], options: PoolingOptions = PoolingOptions()
  ) throws -> [PooledEffect] {
    guard effects.count > 1 else {
      throw SynthesisProblem.tooFewStudies(needed: 2, have: effects.count, what: "leaving out one study")
    }
    return try effects.indices.map { index in
      var rest = effects
      rest.remove(at: index)
      return try PooledEffect(rest, options: options)
    }
  }

  /// The pooled effects of the first study, the first two, and so on, in the order that is given.
  ///
  /// - Throws: What pooling throws.
  public static func cumulating(
    _ effects: [EffectSize], options: PoolingOptions = PoolingOptions()
  ) throws -> [PooledEffect] {
    try effects.indices.map { try PooledEffect(Array(effects[...$0]), options: options) }
  }
}

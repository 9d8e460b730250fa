/// The test of whether pooled effects of groups of studies differ more than by chance.
///
/// Source: Borenstein & Higgins 2013, Prevention Science 14:134; Cochrane Handbook 6.4, section 10.11.3.1.
public struct SubgroupTest: Sendable, Hashable {
  /// Q between the groups.
  public var q: Double
  /// The number of groups less one.
  public var degreesOfFreedom: Int
  /// The probability of a larger Q by chance.
  public var p: Double
  /// The share of the variation between groups that is not chance, in per cent.
  public var iSquared: Double

  /// Compares pooled effects of groups.
  ///
  /// - Parameter groups: The effect of each group, on one scale; each must have a variance above 0.
  /// - Throws: `SynthesisProblem.tooFewStudies` with fewer than two groups.
  public init(_ groups: [EffectSize]) throws {
    let groups = groups.filter { $0.variance > 0 && $0.estimate.isFinite && $0.variance.isFinite }
    guard groups.count > 1 else {
      throw SynthesisProblem.tooFewStudies(
        needed: 2, have: groups.count, what: "a comparison, which takes groups with an error as studies,")
    }
    let common = try PooledEffect(groups, options: PoolingOptions(.common))
    q = common.q
    degreesOfFreedom = groups.count - 1
    p = common.qP
    iSquared = common.iSquared
  }
}

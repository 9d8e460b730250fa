import OnusSynthesis
import Testing

/// The thirteen trials of BCG vaccine, against published results.
///
/// The trials are those of Colditz et al. 1994, JAMA 271:698, table 1, pooled as in Viechtbauer 2010, Journal of
/// Statistical Software 36(3), pages 14 to 17.
struct VaccineTests {
  /// Tuberculosis and none among the vaccinated, and among the others.
  private let counts: [(Double, Double, Double, Double)] = [
    (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761),
    (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232),
    (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
  ]

  private var tables: [StudyData] {
    counts.map { .counts(TwoByTwo($0.0, $0.1, $0.2, $0.3)) }
  }

  private func isNear(_ value: Double?, _ printed: Double, _ decimals: Int) -> Bool {
    guard let value else { return false }
    let half = (0..<decimals).reduce(0.5) { half, _ in half / 10 }
    return abs(value - printed) <= half * 1.0001
  }

  @Test func theFirstTrialHasThePublishedLogRiskRatio() {
    let effect = EffectMeasure.riskRatio.effects(of: tables)[0]
    #expect(isNear(effect?.estimate, -0.8893, 4))
    #expect(isNear(effect?.variance, 0.3256, 4))
  }

  @Test func theRandomEffectsModelGivesThePublishedNumbers() throws {
    let effects = EffectMeasure.riskRatio.effects(of: tables).compactMap(\.self)
    let pooled = try PooledEffect(effects, options: PoolingOptions(.restrictedMaximumLikelihood))
    #expect(isNear(pooled.estimate, -0.7145, 4))
    #expect(isNear(pooled.standardError, 0.1798, 4))
    #expect(isNear(pooled.interval.lower, -1.0669, 4))
    #expect(isNear(pooled.interval.upper, -0.3622, 4))
    #expect(isNear(pooled.tauSquared, 0.3132, 4))
    #expect(isNear(pooled.tauSquaredError, 0.1664, 4))
    #expect(isNear(pooled.iSquared, 92.22, 2))
    #expect(isNear(pooled.hSquared, 12.86, 2))
    #expect(isNear(pooled.q, 152.2330, 4))
    #expect(pooled.qP < 0.0001)
  }

  @Test func theOrderOfStudiesDoesNotMatter() throws {
    let effects = EffectMeasure.riskRatio.effects(of: tables).compactMap(\.self)
    let forwards = try PooledEffect(effects)
    let backwards = try PooledEffect(effects.reversed())
    #expect(abs(forwards.estimate - backwards.estimate) < 1e-12)
    #expect(abs(forwards.tauSquared - backwards.tauSquared) < 1e-9)
  }
}

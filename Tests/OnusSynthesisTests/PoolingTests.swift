import OnusSynthesis
import Testing

struct PoolingTests {
  private func close(_ left: Double, _ right: Double, _ distance: Double = 1e-12) -> Bool {
    abs(left - right) <= distance
  }

  /// Two effects, 0 and 2, of variance 1: Q is 2, τ² by every moment estimator is 1, and the mean 1.
  @Test(arguments: [
    TauSquaredEstimator.derSimonianLaird, .hedgesOlkin, .pauleMandel, .restrictedMaximumLikelihood,
  ])
  func twoEffectsArePooledAsByHand(_ estimator: TauSquaredEstimator) throws {
    let pooled = try PooledEffect(
      [EffectSize(0, variance: 1), EffectSize(2, variance: 1)], options: PoolingOptions(estimator))
    #expect(close(pooled.estimate, 1))
    #expect(close(pooled.q, 2))
    #expect(close(pooled.tauSquared, 1, 1e-9))
    #expect(close(pooled.iSquared, 50, 1e-7))
    #expect(close(pooled.standardError, 1, 1e-9))
    #expect(pooled.weights == [50, 50])
  }

  @Test func hartungKnappWidensByTheSpreadOfTheStudies() throws {
    let effects = [EffectSize(0, variance: 1), EffectSize(2, variance: 1)]
    let options = PoolingOptions(.common, interval: .hartungKnapp)
    let pooled = try PooledEffect(effects, options: options)
    // The residual sum is 2 with one degree of freedom, so that the error is √(2 · 1/2).
    #expect(close(pooled.standardError, 1))
    #expect(pooled.degreesOfFreedom == 1)
    #expect(close(pooled.interval.upper, 1 + 12.706204736174694, 1e-9))
  }

  @Test func oneStudyIsItsOwnPooledEffect() throws {
    let pooled = try PooledEffect([EffectSize(0.4, variance: 0.04)])
    #expect(pooled.estimate == 0.4)
    #expect(close(pooled.standardError, 0.2))
    #expect(pooled.tauSquared == 0)
    #expect(pooled.predictionInterval == nil)
  }

  @Test func nothingAndImpossibleVariancesAreErrors() {
    #expect(throws: SynthesisProblem.nothingToPool) { try PooledEffect([]) }
    #expect(throws: SynthesisProblem.nothingToPool) {
      try PooledEffect([EffectSize(0, variance: 1), EffectSize(1, variance: 0)])
    }
    #expect(throws: SynthesisProblem.tooFewStudies(needed: 3, have: 2, what: "a model with 2 coefficients")) {
      try SmallStudyTest.egger([EffectSize(0, variance: 1), EffectSize(1, variance: 2)])
    }
  }

  /// Two tables with the same margins: the pooled odds ratio is (ΣAD/N) / (ΣBC/N) = (4·7 + 6·9) / (6·3 + 4·1).
  @Test func mantelHaenszelIsTheRatioOfTheSums() throws {
    let tables = [TwoByTwo(4, 6, 3, 7), TwoByTwo(6, 4, 1, 9)]
    let pooled = try PooledCounts.mantelHaenszel(tables, measure: .oddsRatio)
    #expect(close(EffectMeasure.oddsRatio.readable(pooled.estimate), 82.0 / 22))
    #expect(close(pooled.weights[0], 100 * 18.0 / 22))
  }

  @Test func aTableWithoutEventsSaysNothingOfARatioAndSomethingOfADifference() throws {
    let tables = [TwoByTwo(4, 6, 3, 7), TwoByTwo(0, 10, 0, 10)]
    let ratio = try PooledCounts.mantelHaenszel(tables, measure: .riskRatio)
    #expect(ratio.weights == [100, 0])
    let difference = try PooledCounts.mantelHaenszel(tables, measure: .riskDifference)
    #expect(close(difference.estimate, 0.05))
    #expect(throws: SynthesisProblem.nothingToPool) {
      try PooledCounts.mantelHaenszel([TwoByTwo(0, 10, 0, 10)], measure: .oddsRatio)
    }
  }

  @Test func groupsAreComparedByTheDistanceOfTheirEffects() throws {
    let test = try SubgroupTest([EffectSize(0, variance: 1), EffectSize(2, variance: 1)])
    #expect(close(test.q, 2))
    #expect(test.degreesOfFreedom == 1)
    #expect(close(test.p, 0.15729920705028516, 1e-9))
    #expect(close(test.iSquared, 50))
  }

  /// The error of a published interval is its width divided by 3.92, rounded (Cochrane Handbook 6.4, section 6.3.1).
  @Test func anErrorIsReadFromAnInterval() throws {
    let effect = try #require(EffectSize.published(0.5, from: 0.25, to: 1, isRatio: true))
    #expect(close(effect.standardError, 0.3536432, 2e-5))
    #expect(EffectSize.published(2, from: 0.25, to: 1, isRatio: true) == nil)
    #expect(EffectSize.published(0.5, from: 0, to: 1, isRatio: true) == nil)
  }
}

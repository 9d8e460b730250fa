import Foundation
import OnusModel
import OnusTables
import Testing

struct AbsoluteEffectTests {
  private static func effect(
    _ measure: Synthesis.Measure, _ value: Double, _ lower: Double, _ upper: Double, of risk: Double
  ) -> AbsoluteEffect? {
    AbsoluteEffect(measure, SynthesisEstimate.Effect(value, lower, upper), comparisonRisk: risk)
  }

  /// Worked by hand from the formulas; the first and the third are the examples of the GRADE Handbook, section
  /// 5.2.2, whose odds ratio prints 77 fewer because it rounds on the way.
  @Test(arguments: [
    (Synthesis.Measure.riskRatio, [0.83, 0.78, 0.89], 0.4, [-68, -88, -44], 15),
    (.oddsRatio, [0.64, 0.47, 0.89], 56.0 / 219, [-75, -117, -22], 14),
    (.hazardRatio, [0.42, 0.25, 0.72], 0.0645, [-37, -48, -18], 28),
    (.riskDifference, [-0.05, -0.09, -0.01], 0.2, [-50, -90, -10], 20),
    (.petoOddsRatio, [3, 1.2, 7.5], 0.1, [150, 18, 355], 7),
  ])
  func differencePerThousandAndNumberNeeded(
    _ measure: Synthesis.Measure, _ effect: [Double], _ risk: Double, _ expected: [Int], _ needed: Int
  ) throws {
    let absolute = try #require(Self.effect(measure, effect[0], effect[1], effect[2], of: risk))
    let difference = absolute.difference
    #expect(
      [difference.value, difference.lower, difference.upper].map { Int((1000 * $0).rounded()) } == expected)
    #expect(absolute.numberNeeded == needed)
  }

  @Test func aRiskStaysBetweenNobodyAndEverybody() throws {
    let more = try #require(Self.effect(.riskRatio, 2.2, 1.1, 4.3, of: 0.4))
    #expect(more.interventionRisk.upper == 1)
    let less = try #require(Self.effect(.riskDifference, -0.2, -0.4, 0, of: 0.1))
    #expect(less.interventionRisk.lower == 0)
    #expect(less.numberNeeded == nil)
    let all = try #require(Self.effect(.oddsRatio, 0.5, 0.2, 0.9, of: 1))
    #expect(all.interventionRisk.value == 1)
    let none = try #require(Self.effect(.hazardRatio, 0.5, 0.2, 0.9, of: 0))
    #expect(none.interventionRisk.value == 0)
  }

  @Test func noNumberNeededWhereTheIntervalIncludesNoDifference() throws {
    #expect(try #require(Self.effect(.riskRatio, 0.9, 0.7, 1.2, of: 0.3)).numberNeeded == nil)
  }

  @Test(arguments: [Synthesis.Measure.meanDifference, .standardizedMeanDifference, .rateRatio, .proportion])
  func measuresThatAreNotOfRisksHaveNone(_ measure: Synthesis.Measure) {
    #expect(Self.effect(measure, 0.5, 0.4, 0.6, of: 0.2) == nil)
  }

  @Test func figuresThatCannotBeHaveNone() {
    #expect(Self.effect(.riskRatio, 0.5, 0.4, 0.6, of: 1.2) == nil)
    #expect(Self.effect(.riskRatio, -0.5, -0.6, 0.6, of: 0.2) == nil)
    #expect(Self.effect(.riskRatio, 0.5, 0.6, 0.4, of: 0.2) == nil)
    #expect(Self.effect(.riskRatio, .nan, 0.4, 0.6, of: 0.2) == nil)
  }

  private static let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/research/standards/test_vectors.json")

  private struct Vectors: Decodable {
    struct Vector: Decodable {
      var measure: String
      var estimate: Double
      var ci: [Double]
      var baseline_risk: Double
      var intervention_risk: Double
      var intervention_ci: [Double]
      var difference_per_1000: Int
      var difference_ci_per_1000: [Int]
      var nnt: Int
    }
    var absolute_effects: [Vector]
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: AbsoluteEffectTests.shared.path),
      "there is no ../shared/research/standards/test_vectors.json beside the package"))
  func publishedVectorsAreReproduced() throws {
    let vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: Self.shared))
    #expect(vectors.absolute_effects.count >= 8)
    for vector in vectors.absolute_effects {
      let measure = try #require(Synthesis.Measure(rawValue: vector.measure))
      let absolute = try #require(
        Self.effect(measure, vector.estimate, vector.ci[0], vector.ci[1], of: vector.baseline_risk))
      let risk = absolute.interventionRisk
      for (value, expected) in zip(
        [risk.value, risk.lower, risk.upper], [vector.intervention_risk] + vector.intervention_ci)
      {
        #expect(abs(value - expected) < 1e-6)
      }
      let difference = absolute.difference
      #expect(Int((1000 * difference.value).rounded()) == vector.difference_per_1000)
      #expect(
        [difference.lower, difference.upper].map { Int((1000 * $0).rounded()) }
          == vector.difference_ci_per_1000)
      #expect(absolute.numberNeeded == vector.nnt)
    }
  }
}

import Testing

@testable import OnusAudit

struct TwoByTwoTests {
  /// Figures by the formulas of the Cochrane Handbook 6.4.1 and 10.4, and by Fisher's test of SciPy.
  private static let vectors: [([Int], [Double], [Double], [Double], Double)] = [
    (
      [15, 18, 6, 16], [0.458333, 0.165225, 0.751441], [2.222222, 1.142306, 4.323071],
      [8.333333, 1.68196, 41.287816], 0.012242
    ),
    (
      [0, 20, 5, 20], [-0.25, -0.439773, -0.060227], [0.090909, 0.005359, 1.542297],
      [0.068736, 0.003529, 1.338827], 0.047124
    ),
    (
      [10, 100, 20, 100], [-0.1, -0.197998, -0.002002], [0.5, 0.246641, 1.01362],
      [0.444444, 0.196404, 1.005738], 0.073428
    ),
    ([7, 40, 7, 40], [0, -0.166525, 0.166525], [1, 0.386134, 2.589774], [1, 0.315556, 3.169009], 1),
  ]

  @Test(arguments: vectors)
  func effectsFollowFromTheTable(
    _ counts: [Int], _ difference: [Double], _ risks: [Double], _ odds: [Double], _ fisher: Double
  ) throws {
    let table = try #require(TwoByTwo(counts[0], of: counts[1], counts[2], of: counts[3]))
    for (estimate, expected) in [
      (table.riskDifference, difference), (table.riskRatio, risks), (table.oddsRatio, odds),
    ] {
      for (value, expected) in zip([estimate.value, estimate.lower, estimate.upper], expected) {
        #expect(abs(value - expected) < 1e-6 * max(1, expected))
      }
    }
    #expect(abs(table.fisherP - fisher) < 1e-6)
  }

  /// Expected values are those of SciPy 1.17.1.
  @Test(arguments: [
    ([41, 49, 43, 50], 0.7858331846515465, 0.7468519977400863, 0.9661218216583024),
    ([300, 5000, 250, 5000], 0.03152641994958412, 0.028294966290231177, 0.03160992383916582),
  ])
  func testsOfATable(_ counts: [Int], _ fisher: Double, _ plain: Double, _ corrected: Double) throws {
    let table = try #require(TwoByTwo(counts[0], of: counts[1], counts[2], of: counts[3]))
    #expect(abs(table.fisherP - fisher) < 1e-9)
    #expect(abs(table.chiSquaredP(corrected: false) - plain) < 1e-10)
    #expect(abs(table.chiSquaredP(corrected: true) - corrected) < 1e-10)
  }

  @Test func tablesThatCannotBeAreRefused() {
    #expect(TwoByTwo(3, of: 2, 0, of: 2) == nil)
    #expect(TwoByTwo(0, of: 0, 0, of: 2) == nil)
    #expect(TwoByTwo(-1, of: 2, 0, of: 2) == nil)
  }

  @Test func nobodyWithAnEventTellsNothing() throws {
    let table = try #require(TwoByTwo(0, of: 10, 0, of: 12))
    #expect(table.chiSquaredP(corrected: false) == 1)
    #expect(abs(table.fisherP - 1) < 1e-12)
    #expect(table.petoOddsRatio == nil)
  }
}

import OnusModel
import Testing

@testable import OnusAudit

struct IntervalTestTests {
  private func test(_ figures: [String], isRatio: Bool) throws -> IntervalTest {
    let numbers = try figures.map { try #require(PrintedNumber($0)) }
    return try #require(
      IntervalTest(estimate: numbers[0], lower: numbers[1], upper: numbers[2], isRatio: isRatio))
  }

  /// Figures by the formulas of Altman and Bland, BMJ 2011;343:d2304.
  @Test(arguments: [
    (["0.83", "0.78", "0.89"], true, 0.033656, -5.536361, 0.0, 0.113859),
    (["2.2", "1.1", "4.3"], true, 0.347788, 2.267062, 0.023386, 0.033051),
    (["0.9", "0.7", "1.2"], true, 0.137502, -0.766249, 0.443528, 0.132244),
    (["-1.8", "-3.1", "-0.5"], false, 0.663277, -2.713796, 0.006652, 0.0),
    (["0.5", "0.45", "0.9"], true, 0.176827, -3.919928, 8.9e-05, 1.364123),
  ])
  func anIntervalHoldsATest(
    _ figures: [String], _ isRatio: Bool, _ error: Double, _ z: Double, _ p: Double, _ gap: Double
  ) throws {
    let test = try test(figures, isRatio: isRatio)
    #expect(abs(test.standardError - error) < 1e-6)
    #expect(abs(test.z - z) < 1e-5)
    #expect(abs(test.p - p) < 1e-6)
    #expect(abs(test.gap - gap) < 1e-5)
    #expect(test.leastGap <= test.gap)
    #expect(test.distances.contains(abs(test.z)))
  }

  @Test func aRatioAtZeroAndAnIntervalWithoutWidthTellNothing() throws {
    for figures in [["0.1", "0.0", "0.9"], ["1.0", "1.0", "1.0"]] {
      let numbers = try figures.map { try #require(PrintedNumber($0)) }
      #expect(
        IntervalTest(estimate: numbers[0], lower: numbers[1], upper: numbers[2], isRatio: true) == nil)
    }
  }

  /// An estimate and its interval beside a p value; the last with few people: t = 3 at 6 degrees of freedom has
  /// an interval that a normal deviate of 2.4 would have and p of 0.024.
  @Test(arguments: [
    (["1.4", "1.12", "1.75"], true, "= 0.0026", false), (["0.76", "0.59", "0.98"], true, "= 0.03", false),
    (["0.87", "0.71", "1.07"], true, "= 0.1753", false),
    (["-0.34", "-0.62", "-0.06"], false, "= 0.0186", false),
    (["-0.11", "-0.96", "0.74"], false, "= 0.31", true), (["-1.8", "-3.1", "-0.5"], false, "= 0.2", true),
    (["-1.8", "-4.1", "0.5"], false, "< 0.05", true), (["-1.8", "-4.1", "0.5"], false, "> 0.05", false),
    (["-1.8", "-3.1", "-0.5"], false, "< 0.01", false), (["-1.8", "-3.1", "-0.5"], false, "< 0.0001", true),
    (["1.8", "0.0", "3.6"], false, "= 0.05", false), (["3.00", "0.55", "5.45"], false, "= 0.024", false),
  ])
  func aPValueFitsItsIntervalOrNot(
    _ figures: [String], _ isRatio: Bool, _ p: String, _ contradicts: Bool
  ) throws {
    let value = try #require(StudyResult.PValue(parsing: p))
    let distance = PDistance(value, try #require(PrintedNumber(value.printed)))
    #expect(distance.contradicts(try test(figures, isRatio: isRatio).distances) == contradicts)
  }
}

import OnusSynthesis
import Testing

struct VoteCountTests {
  /// Source: Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
  ])
  func wilsonsIntervalIsThePublishedOne(_ benefits: Int, _ all: Int, _ lower: Double, _ upper: Double) throws
  {
    let interval = try #require(VoteCount(benefits: benefits, harms: all - benefits).interval())
    #expect(abs(interval.lower - lower) < 0.00005)
    #expect(abs(interval.upper - upper) < 0.00005)
  }

  @Test(arguments: [
    (5, 0, 0.0625), (0, 5, 0.0625), (4, 1, 0.375), (3, 3, 1.0), (10, 2, 158.0 / 4096), (1, 0, 1.0),
  ])
  func theSignTestIsExact(_ benefits: Int, _ harms: Int, _ p: Double) throws {
    let found = try #require(VoteCount(benefits: benefits, harms: harms, undecided: 4).p)
    #expect(abs(found - p) < 1e-12)
  }

  @Test func whereNoStudyPointsAnywhereThereIsNoShare() {
    let count = VoteCount(benefits: 0, harms: 0, undecided: 3)
    #expect(count.share == nil)
    #expect(count.interval() == nil)
    #expect(count.p == nil)
  }
}

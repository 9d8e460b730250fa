import Testing

@testable import OnusAudit

struct GranularityTests {
  /// A mean of 5.19 of 28 people is the example of Brown and Heathers 2017; the others follow by their rule.
  @Test(arguments: [
    ("5.19", 28, 1, false), ("5.18", 28, 1, true), ("5.27", 43, 1, false), ("3.45", 20, 1, true),
    ("2.33", 31, 3, true), ("-5.19", 28, 1, false), ("-5.18", 28, 1, true), ("5.19", 100, 1, true),
    ("5.19", 28, 4, true), ("5.2", 28, 1, true),
  ])
  func meansOfWholeNumbersLieOnAGrid(_ mean: String, _ people: Int, _ items: Int, _ isPossible: Bool) throws {
    let mean = try #require(PrintedNumber(mean))
    #expect(Granularity.isPossible(mean: mean, of: people, items: items) == isPossible)
  }

  @Test(arguments: [
    ("88", 18, false), ("89", 18, true), ("88.9", 18, true), ("33.3", 40, false), ("32.5", 40, true),
    ("67", 12, true), ("89", 17, false), ("67", 17, false), ("88", 17, true), ("12.5", 8, true),
    ("12", 8, true),
    ("13", 8, true), ("14", 8, false), ("100", 3, true), ("0", 3, true), ("99", 100, true),
    ("89.0", 9, false),
  ])
  func sharesOfPeopleLieOnAGrid(_ percent: String, _ people: Int, _ isPossible: Bool) throws {
    let percent = try #require(PrintedNumber(percent))
    #expect(Granularity.isPossible(percent: percent, of: people) == isPossible)
  }

  @Test func trailingZerosNarrowWhatANumberCanBe() throws {
    let two = try #require(PrintedNumber("2"))
    let twoAndZero = try #require(PrintedNumber("2.0"))
    #expect(two.canBe(2.3) && two.canBe(2.5) && !two.canBe(2.6))
    #expect(twoAndZero.canBe(2.05) && !twoAndZero.canBe(2.3))
    #expect(PrintedNumber("−1.20")?.digits == -120)
    #expect(["", "1.2.3", "1e5", "NA", "-", "1,2"].allSatisfy { PrintedNumber($0) == nil })
  }

  /// All numbers from 1 to 5 that four people can give: no mean or deviation of theirs is refused, and
  /// figures that none of them has are.
  @Test func onlyFiguresThatNobodyCanHaveAreRefused() throws {
    var seen: Set<[String]> = []
    for code in 0..<625 {
      let values = [code % 5, code / 5 % 5, code / 25 % 5, code / 125].map { Double($0 + 1) }
      let mean = values.reduce(0, +) / 4
      let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3).squareRoot()
      seen.insert([PrintedNumber.text(mean, decimals: 2), PrintedNumber.text(deviation, decimals: 2)])
    }
    for figures in seen {
      let mean = try #require(PrintedNumber(figures[0]))
      let deviation = try #require(PrintedNumber(figures[1]))
      #expect(Granularity.isPossible(mean: mean, of: 4))
      #expect(Granularity.isPossible(deviation: deviation, mean: mean, of: 4))
    }
    let mean = try #require(PrintedNumber("2.50"))
    let possible = (0...200).map { PrintedNumber.text(Double($0) / 100, decimals: 2) }
      .filter { PrintedNumber($0).map { Granularity.isPossible(deviation: $0, mean: mean, of: 4) } == true }
    // The sum is 10, so squares add up to 26, 28 … 36: √((Q - 25) / 3) and √((Q - 25) / 4).
    #expect(
      possible == [
        "0.50", "0.58", "0.87", "1.00", "1.12", "1.29", "1.32", "1.50", "1.53", "1.66", "1.73", "1.80",
        "1.91",
        "1.94",
      ])
  }

  @Test func aMeanOfItemsIsFinerThanAScore() throws {
    let mean = try #require(PrintedNumber("3.25"))
    let deviation = try #require(PrintedNumber("0.35"))
    #expect(!Granularity.isPossible(mean: mean, of: 2, items: 1))
    // 3.0 and 3.5, each the mean of two answers.
    #expect(Granularity.isPossible(deviation: deviation, mean: mean, of: 2, items: 2))
    #expect(
      !Granularity.isPossible(deviation: try #require(PrintedNumber("0.50")), mean: mean, of: 2, items: 2))
  }
}

import Testing

@testable import OnusAudit

struct TestReportTests {
  /// The p values are SciPy's; the verdicts are those of statcheck's published rule.
  @Test(arguments: [
    ("t(28) = 2.20, p = .036", 0.036225, true, false), ("F(1, 40) = 3.10, p < .05", 0.085937, false, true),
    ("r(30) = .35, p = .049", 0.04956, true, false), ("z = 1.96, p = .05", 0.049996, true, false),
    ("chi2(1, N = 40) = 4.32, p = .04", 0.037667, true, false),
    ("t(14) = 1.70, p = .03", 0.11123, false, true),
    ("t(28) = 2.20, p = .03", 0.036225, false, false), ("χ²(1) = 4.32; P=0.038", 0.037667, true, false),
    ("Q(4) = 9.49, p = .05", 0.049953, true, false), ("t(28) = −2.20, ns", 0.036225, false, true),
    ("t(28) = 1.20, n.s.", 0.240195, true, false), ("F(1, 40) = 3.10, p > .05", 0.085937, true, false),
    ("t(28)=2.20, p<=.04", 0.036225, true, false),
  ])
  func aTestGivesItsP(_ text: String, _ p: Double, _ isConsistent: Bool, _ isDecisionError: Bool) throws {
    let reports = TestReport.reports(in: "They improved, \(text).")
    let report = try #require(reports.first)
    #expect(reports.count == 1)
    #expect(abs(report.p - p) < 1e-6)
    #expect(report.isConsistent() == isConsistent)
    #expect(report.isDecisionError() == isDecisionError)
    #expect("They improved, \(text).".contains(report.text))
  }

  @Test func roundingLeavesARangeOpen() throws {
    let t = try #require(TestReport.reports(in: "t(28) = 2.20, p = .036").first).possible
    #expect(abs(t.lowerBound - 0.035836) < 1e-6 && abs(t.upperBound - 0.036619) < 1e-6)
    let f = try #require(TestReport.reports(in: "F(1, 40) = 3.10, p < .05").first).possible
    #expect(abs(f.lowerBound - 0.085693) < 1e-6 && abs(f.upperBound - 0.086181) < 1e-6)
  }

  @Test func halfOfAPValueFitsAOneSidedTest() throws {
    let report = try #require(TestReport.reports(in: "t(28) = 2.20, p = .018").first)
    #expect(!report.isConsistent())
    #expect(report.isConsistent(oneSided: true))
  }

  @Test(arguments: [
    "Pain fell (p = 0.04).", "n = 40, p < 0.05", "at(28) = 2.20, p = .036", "t = 2.20, p = .036",
    "HR 0.76, 0.59 to 0.98; p = 0.03", "t(28) = 2.20", "z-score = 1.96", "T(28) = 2.20, p = .5", "",
    "f(1, 40) = 3.10, p < .05", "t() = 2, p = .5", "p =", "t(28) = , p = .5", "t(0) = 2.20, p = .036",
  ])
  func otherTextsHoldNoTest(_ text: String) { #expect(TestReport.reports(in: text).isEmpty) }

  @Test func severalTestsAreReadInTheirOrder() {
    let text = "Pain, t(28) = 2.20, p = .036, sleep, F(2, 40) = 0.50, ns, mood, z = 2.5, p = .012"
    #expect(TestReport.reports(in: text).map(\.statistic) == [.t, .f, .z])
  }
}

import Testing

@testable import OnusAudit

/// Expected values are those of SciPy 1.17.1.
struct DistributionTests {
  private func near(_ value: Double, _ expected: Double, within slack: Double = 1e-10) -> Bool {
    abs(value - expected) <= slack
  }

  @Test(arguments: [
    (2.2, 28, 0.03622548477883782), (0.3, 1, 0.8144528418445154), (5, 3.5, 0.010550178991867776),
    (40, 2, 0.0006244146721847406), (0, 5, 1),
  ])
  func tailsOfStudentsT(_ t: Double, _ degrees: Double, _ expected: Double) {
    #expect(near(Distributions.tTwoSided(t, degrees: degrees), expected))
  }

  @Test(arguments: [
    (3.1, 1, 40, 0.08593666399294494), (4, 3, 17, 0.025230226435125413), (0.2, 10, 5, 0.985131199591887),
    (2.5, 40, 200, 1.633084753934054e-05), (0, 2, 2, 1),
  ])
  func tailOfF(_ f: Double, _ first: Double, _ second: Double, _ expected: Double) {
    #expect(near(Distributions.fUpper(f, first, second), expected))
  }

  @Test(arguments: [
    (4.32, 1, 0.03766692222862869), (0.1, 5, 0.9998376833880774), (30, 10, 0.000856641210775301),
    (150, 100, 0.0009039320423540184), (0, 1, 1),
  ])
  func tailOfChiSquared(_ x: Double, _ degrees: Double, _ expected: Double) {
    #expect(near(Distributions.chiSquaredUpper(x, degrees: degrees), expected))
  }

  @Test(arguments: [
    (1.96, 0.04999579029644087), (0.1, 0.920344325445942), (-3.5, 0.00046525815807105003), (0, 1),
  ])
  func tailsOfTheNormalDistribution(_ z: Double, _ expected: Double) {
    #expect(near(Distributions.normalTwoSided(z), expected))
  }

  @Test(arguments: [
    (0.05, 1.9599639845400545), (0.5, 0.6744897501960817), (0.001, 3.2905267314918945), (1, 0),
  ])
  func deviatesOfTheNormalDistribution(_ p: Double, _ expected: Double) {
    #expect(near(Distributions.normalDeviate(twoSided: p), expected))
  }

  @Test(arguments: [
    (0.5, 0.5723649429247004), (1, 0), (3.7, 1.4280723266653883), (100.5, 361.4355404677776),
    (1_000_000, 12_815_504.569147611),
  ])
  func logarithmOfGamma(_ x: Double, _ expected: Double) {
    #expect(near(Distributions.logGamma(x), expected, within: 1e-12 * max(100, expected)))
  }
}

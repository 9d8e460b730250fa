import OnusModel
import Testing

struct StudyTests {
  @Test func basisOfTheMostSpecificPathWins() {
    var study = Study(id: Study.ID("gironi-2008"), name: "Gironi 2008", design: Located(.singleArmTrial))
    study.bases = [
      "": Located(.stated("abstract")), "sample": Located(.stated("table 1")),
      "sample.completed": Located(.inferred("40 minus 5 drop-outs")),
    ]
    #expect(study.basis(of: "sample.completed") == .inferred("40 minus 5 drop-outs"))
    #expect(study.basis(of: "sample.enrolled") == .stated("table 1"))
    #expect(study.basis(of: "design") == .stated("abstract"))
  }

  @Test func factWithoutABasisHasNone() {
    let study = Study(id: Study.ID("x"), name: "X", design: Located(.other))
    #expect(study.basis(of: "design") == nil)
  }

  @Test(arguments: [
    ("none", false), ("None.", false), ("No control group", false), ("no comparator", false),
    ("without a control arm", false), ("None; before and after", false), ("Uncontrolled", false),
    ("placebo", true), ("no treatment", true), ("no naltrexone", true), ("no-treatment control group", true),
    ("controls without the disease", true), ("None of the other drugs", true),
  ])
  func aComparatorInWordsTellsWhetherThereWasAControl(_ text: String, _ hasControl: Bool) {
    var study = Study(id: Study.ID("x"), name: "X", design: Located(.other))
    study.comparator = Located(.value(text))
    #expect(study.hasControl == hasControl)
  }

  @Test func notReportedIsNotAbsent() {
    var sample = SampleSize(counts: [
      .enrolled: Located(.value(80)), .completed: Located(.value(60)), .analysed: Located(.notReported),
    ])
    #expect(sample.text == "80 enrolled, 60 completed, analysed: not reported")
    #expect(sample[.analysed] == nil)
    sample = SampleSize(isNotReported: true)
    #expect(sample.text == "not reported")
    #expect(SampleSize().text == nil)
  }

  @Test func headlineCountIsEnrolledThenRandomized() throws {
    let sample = SampleSize(counts: [.analysed: Located(.value(23)), .randomized: Located(.value(31))])
    let headline = try #require(sample.headline)
    #expect(headline.count == 31)
    #expect(headline.stage == .randomized)
  }

  @Test(arguments: [
    ("stated, abstract", FactBasis.stated("abstract")), ("inferred: why", .inferred("why")),
    ("stated", .stated("")),
  ])
  func basisIsReadAsWritten(text: String, basis: FactBasis) {
    #expect(FactBasis(parsing: text) == basis)
  }

  @Test func basisNeedsItsWord() {
    #expect(FactBasis(parsing: "abstract") == nil)
    #expect(FactBasis(parsing: "statedly") == nil)
  }
}

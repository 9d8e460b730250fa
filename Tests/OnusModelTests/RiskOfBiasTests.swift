import OnusModel
import Testing

struct RiskOfBiasTests {
  private func judged(_ tool: String, _ domains: [(String, String)], overall: String? = nil) -> RiskOfBias {
    var judged = RiskOfBias(tool: Located(tool))
    judged.domains = domains.map { RiskOfBias.Judgement(domain: $0.0, judgement: $0.1) }
    judged.overall = overall.map { RiskOfBias.Judgement(domain: "overall", judgement: $0) }
    return judged
  }

  @Test func everyInstrumentHasItsOwnNameAndDomainsWithNamesOfTheirOwn() {
    let names = BiasInstrument.all.map(\.name)
    #expect(Set(names).count == names.count)
    for instrument in BiasInstrument.all {
      let words = instrument.domains.flatMap { [$0.id, $0.label] }
      #expect(Set(words).count == words.count, "\(instrument.name)")
      #expect(instrument.levels.isEmpty == instrument.domains.allSatisfy { $0.points != nil })
      #expect(!instrument.families.isEmpty)
      #expect(BiasInstrument(named: instrument.name.uppercased()) == instrument)
    }
  }

  @Test func numbersOfDomainsAreThoseOfThePublishedInstruments() {
    let counts = ["RoB 2": 5, "ROBINS-I": 7, "ROBINS-E": 7, "QUADAS-2": 4, "QUIPS": 6, "JBI case series": 10]
    for (name, count) in counts { #expect(BiasInstrument(named: name)?.domains.count == count, "\(name)") }
  }

  @Test func aDomainIsKnownByNumberByLabelAndByWhatAReviewPutsInBracketsBehindIt() {
    let tool = BiasInstrument(named: "cochrane risk of bias")
    #expect(tool?.domain(named: "d2")?.label == "Allocation concealment")
    #expect(tool?.domain(named: "Allocation concealment (selection bias)")?.id == "D2")
    #expect(tool?.domain(named: "Concealment") == nil)
  }

  @Test func aJudgementIsReadWithOrWithoutTheWordRisk() {
    let judged = judged("RoB 2", [("D1", "Low risk"), ("D2", "some concerns"), ("D3", "HIGH risk of bias")])
    #expect(judged.domains.map { judged.level(of: $0)?.tone } == [.low, .some, .high])
    #expect(judged.problems.isEmpty)
  }

  @Test func starsAreCountedOfThoseThatADomainCanGet() {
    let judged = judged("NOS cohort", [("Selection", "4 stars"), ("C", "1"), ("O", "0")], overall: "5")
    #expect(judged.domains.map { judged.level(of: $0)?.name } == ["4 of 4", "1 of 2", "0 of 3"])
    #expect(judged.domains.map { judged.level(of: $0)?.tone } == [.low, .some, .high])
    #expect(judged.overall.flatMap { judged.level(of: $0)?.name } == "5 of 9")
    let many = self.judged("NOS cohort", [("C", "3")])
    #expect(many.problems.map(\.message) == ["“3” is not a judgement of NOS cohort"])
    #expect(many.problems.first?.notes.map(\.message) == ["its judgements: 0 to 2 points"])
  }

  @Test func anInstrumentOfOnesOwnHasAnyDomainsAndTheUsualWords() {
    let judged = judged("Our checklist", [("Dropouts", "unclear"), ("Blinding", "yes")], overall: "moderate")
    #expect(judged.instrument == nil)
    #expect(judged.problems.isEmpty)
    #expect(
      self.judged("Our checklist", [("Dropouts", "so so")]).problems.map(\.code) == ["unknown-judgement"])
  }

  @Test func judgementsOfAReviewComeOutInTheSameForm() throws {
    let design = try #require(StudyDesign(named: "rct"))
    var study = Study(id: Study.ID("a"), name: "A", design: Located(design))
    var appraisal = ReviewAppraisal(review: "A review", identifiers: [], standing: .included)
    let tool = "Cochrane risk of bias"
    appraisal.riskOfBias = [
      .init(instrument: tool, domain: "Allocation concealment (selection bias)", judgement: "low risk"),
      .init(instrument: tool, domain: "Blinding", outcomes: "All outcomes", judgement: "unclear risk"),
      .init(instrument: tool, domain: "Blinding", outcomes: "Death", judgement: "high risk"),
    ]
    study.appraisal = appraisal
    let all = study.allRiskOfBias
    #expect(all.map(\.tool.value) == [tool])
    #expect(all[0].domains.map(\.domain).suffix(2) == ["Blinding", "Blinding: Death"])
    #expect(all[0].domains.map { all[0].level(of: $0)?.name } == ["low", "unclear", "high"])
  }
}

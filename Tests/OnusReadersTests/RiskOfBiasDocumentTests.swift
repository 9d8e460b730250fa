import OnusModel
import OnusReaders
import Testing

struct RiskOfBiasDocumentTests {
  private func document(_ judged: String) -> CorpusDocument {
    CorpusDocument(
      """
      studies:
        tea-2019:
          name: Tea 2019
          design: randomized trial
          risk-of-bias:
      \(judged)
      """, file: "s.yaml")
  }

  @Test func everythingOfAJudgementIsRead() throws {
    let document = document(
      """
            - tool: RoB 2
              outcome: pain
              by: two of us
              source: doi:10.1000/tea
              domains:
                D1: low
                Missing outcome data: { judgement: high, because: Half of them left. }
              overall: { judgement: high, because: See D3. }
      """)
    #expect(document.problems.isEmpty)
    let judged = try #require(document.entries.studies.first?.riskOfBias.first)
    #expect(judged.tool.value == "RoB 2")
    #expect(judged.outcome == "pain")
    #expect(judged.raters == "two of us")
    #expect(judged.source?.value.description == "doi:10.1000/tea")
    #expect(judged.domains.map(\.domain) == ["D1", "Missing outcome data"])
    #expect(judged.domains.map(\.judgement) == ["low", "high"])
    #expect(judged.domains[1].reason == "Half of them left.")
    #expect(judged.domains[1].location?.line == 12)
    #expect(judged.overall?.reason == "See D3.")
  }

  @Test func aDomainThatTheInstrumentDoesNotHaveIsPointedAt() throws {
    let problem = try #require(document("      { tool: RoB 2, domains: { D7: low } }").problems.first)
    #expect(
      problem.rendered(sourceLine: "      { tool: RoB 2, domains: { D7: low } }") == """
        s.yaml:6:33: error: “D7” is not a domain of RoB 2 [unknown-domain]
                { tool: RoB 2, domains: { D7: low } }
                                          ^
          note: did you mean “D1”?
          note: its domains: D1 (Randomization process), D2 (Deviations from intended interventions), \
        D3 (Missing outcome data), D4 (Measurement of the outcome), D5 (Selection of the reported result)
        """)
    #expect(problem.location == SourceLocation(file: "s.yaml", line: 6, column: 33))
    #expect(problem.notes.first?.message == "did you mean “D1”?")
  }

  @Test func aJudgementInOtherWordsIsPointedAt() throws {
    let problem = try #require(
      document("      { tool: ROBINS-I, domains: { D1: some concerns } }").problems.first)
    #expect(problem.message == "“some concerns” is not a judgement of ROBINS-I")
    #expect(
      problem.notes.map(\.message) == ["its judgements: low, moderate, serious, critical, no information"])
    #expect(problem.location == SourceLocation(file: "s.yaml", line: 6, column: 36))
  }

  @Test func aDomainThatIsJudgedTwiceIsPointedAtBothTimes() throws {
    let problems = document("      { tool: RoB 2, domains: { D1: low, randomization process: high } }")
      .problems
    #expect(problems.map(\.message) == ["“randomization process” is judged twice"])
    #expect(problems.first?.location?.column == 42)
    #expect(problems.first?.notes.first?.location?.column == 33)
  }

  @Test func aJudgementWithoutAnInstrumentIsRefused() {
    let problems = document("      { domains: { D1: low } }").problems
    #expect(problems.map(\.message) == ["the risk-of-bias has no \"tool\""])
  }
}

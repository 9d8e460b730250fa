import OnusModel
import OnusReaders
import Testing

struct SynthesisDocumentTests {
  private static let text = """
    syntheses:
      back-pain:
        conditions: [Back Pain]
        intervention: willow-tea
        comparator: water
        outcome: pain
        importance: 8
        measure: RR
        model: random-effects
        method: REML
        interval: Hartung-Knapp
        results: [tea-2019/pain, tea-2021/pain]
        pooled: no
        because: The scales differ.
        assumed-risk: { risk: "112 per 1,000", from: a cohort }
        certainty:
          start: high
          risk-of-bias: { level: serious, because: Nobody was blinded. }
          inconsistency: not serious
          large-effect: { level: strong association, because: The ratio is 0.4. }
          rating: moderate
          by: two of us
        size: small
        direction: reduction
        notes: One more trial is under way.
    """

  @Test func everythingOfASynthesisIsRead() throws {
    let document = CorpusDocument(Self.text, file: "s.yaml")
    #expect(document.problems.isEmpty)
    let synthesis = try #require(document.entries.syntheses.first)
    #expect(synthesis.id.rawValue == "back-pain")
    #expect(synthesis.conditions.map(\.value) == ["Back Pain"])
    #expect(synthesis.importance?.word == .critical)
    #expect(synthesis.importance?.score == 8)
    #expect(synthesis.measure?.value == .riskRatio)
    #expect(synthesis.model == .randomEffects)
    #expect(synthesis.method == .restrictedMaximumLikelihood)
    #expect(synthesis.intervalMethod == .hartungKnapp)
    #expect(synthesis.results.map(\.value.description) == ["tea-2019/pain", "tea-2021/pain"])
    #expect(synthesis.results.first?.location?.line == 12)
    #expect(!synthesis.isPooled)
    #expect(synthesis.reason == "The scales differ.")
    #expect(synthesis.assumedRisk?.value.risk == 0.112)
    #expect(synthesis.assumedRisk?.value.source == "a cohort")
    #expect(synthesis.size?.value == .small)
    #expect(synthesis.direction?.value == .reduction)
    #expect(synthesis.notes == ["One more trial is under way."])
  }

  @Test func aCertaintyHasItsDomainsWithStepsAndReasons() throws {
    let synthesis = CorpusDocument(Self.text, file: "s.yaml").entries.syntheses.first
    let certainty = try #require(synthesis?.certainty)
    #expect(certainty.start.value == .high)
    #expect(certainty.assessments.map(\.steps) == [-1, 0, 1])
    #expect(certainty[.riskOfBias]?.reason == "Nobody was blinded.")
    #expect(certainty.rating.value == .moderate)
    #expect(certainty.sum == .high)
    #expect(certainty.raters == "two of us")
  }

  @Test func aLevelThatADomainDoesNotHaveIsNamedWithThoseItHas() {
    let text = """
      syntheses:
        pain:
          conditions: Back Pain
          intervention: tea
          comparator: water
          outcome: pain
          results: tea-2019
          assumed-risk: { risk: 1200 per 1000, from: nobody }
          certainty: { start: high, publication-bias: serious, rating: high }
      """
    #expect(
      CorpusDocument(text, file: "s.yaml").problems.map { $0.rendered(sourceLine: nil) } == [
        """
        s.yaml:7:14: error: results: expected a study and one of its results, such as cree-2010/pain, found \
        "tea-2019" [wrong-type]
        """,
        """
        s.yaml:8:27: error: risk: expected a risk such as "112 per 1000", "24 of 214" or "11.2%", found \
        "1200 per 1000" [wrong-type]
        """,
        """
        s.yaml:9:49: error: "serious" is not a publication-bias [unknown-value]
          note: allowed: undetected, strongly suspected
        """,
      ])
  }

  @Test(arguments: [
    ("112 per 1000", 0.112), ("24 of 214", 24.0 / 214), ("11.2%", 0.112), ("1,2 of 1,000", 0.012),
  ])
  func aRiskIsReadInEachOfItsForms(text: String, risk: Double) {
    #expect(Synthesis.AssumedRisk(parsing: text).map { abs($0.risk - risk) < 1e-12 } == true)
  }

  @Test(arguments: ["0.112", "two of ten", "12 of 0", "-1 of 5", "101%", ""])
  func whatIsNoPartOfOneIsNoRisk(text: String) {
    #expect(Synthesis.AssumedRisk(parsing: text) == nil)
  }
}

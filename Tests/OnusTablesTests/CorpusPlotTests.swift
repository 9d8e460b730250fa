import OnusModel
import Testing

@testable import OnusTables

struct CorpusPlotTests {
  private static let stiffness = Condition(id: Condition.ID("stiffness"), name: "Stiffness & 张 pain")

  private func study(
    _ name: String, _ design: String, people: Int?, _ direction: StudyResult.Direction?,
    role: StudyResult.Role? = .primary, year: Int = 2010
  ) throws -> CataloguedStudy {
    let found = try #require(StudyDesign(named: design))
    var study = Study(id: Study.ID(name.lowercased()), name: name, design: Located(found))
    study.published = PartialDate(year: year)
    if let people {
      study.sample = SampleSize(counts: [.enrolled: Located(Reported.value(people))])
    }
    if let direction {
      var result = StudyResult(id: "r", outcome: Located("pain"))
      result.direction = direction
      result.role = role
      study.results = [result]
    }
    return CataloguedStudy(study: study, conditions: [Self.stiffness])
  }

  private func studies() throws -> [CataloguedStudy] {
    [
      try study("Trial 2010", "rct", people: 90, .noDifference),
      try study("Open 2008", "single-arm trial", people: 40, .benefit, role: .secondary),
      try study("Mice 2005", "animal", people: nil, .harm, role: nil),
    ]
  }

  private func claim(_ studies: [CataloguedStudy]) -> CataloguedClaim {
    let claim = Claim(
      id: Claim.ID("helps"), statement: Located("Tea helps < everybody."), kind: .efficacy)
    let stances: [EvidenceLink.Stance] = [.contradicts, .supports, .inconclusive]
    return CataloguedClaim(
      claim: claim, conditions: [Self.stiffness],
      evidence: zip(studies, stances).map { study, stance in
        CataloguedEvidence(
          link: EvidenceLink(
            study: Located(study.study.id), stance: stance, rationale: "so"), study: study)
      })
  }

  private func apart(_ drawn: (drawing: Drawing, width: Double, height: Double)) -> Bool {
    let boxes = drawn.drawing.boxes
    return boxes.enumerated().allSatisfy { index, box in
      box.left >= 0 && box.right <= drawn.width && box.bottom <= drawn.height
        && boxes[..<index].allSatisfy {
          box.right <= $0.left || $0.right <= box.left || box.bottom <= $0.top || $0.bottom <= box.top
        }
    }
  }

  private func judged(
    _ name: String, _ tool: String, _ levels: [String: String], overall: String? = nil
  ) throws -> CataloguedStudy {
    var entry = try study(name, "rct", people: 10, .benefit)
    var judged = RiskOfBias(tool: Located(tool))
    judged.domains = levels.sorted { $0.key < $1.key }.map { .init(domain: $0.key, judgement: $0.value) }
    judged.overall = overall.map { .init(domain: "overall", judgement: $0) }
    entry.study.riskOfBias = [judged]
    return entry
  }

  @Test func theTrafficLightHasASignForEachJudgementAndAColumnForEachDomainThatWasJudged() throws {
    let matrix = RiskOfBiasMatrix(studies: [
      try judged("Trial & 张 2010", "RoB 2", ["D1": "low", "D3": "high"], overall: "high"),
      try judged("Other 2011", "rob 2", ["D1": "some concerns"]),
      try judged("Cohort 2012", "NOS cohort", ["S": "3"]),
      try study("Nobody 2013", "rct", people: 5, .harm),
    ])
    #expect(matrix.sections.map(\.tool) == ["NOS cohort", "RoB 2"])
    #expect(matrix.sections[1].domains.map(\.id) == ["D1", "D3"])
    #expect(matrix.sections[1].rows.map { $0.levels.map { $0?.sign } } == [["+", "×"], ["–", nil]])
    #expect(matrix.sections[1].rows.map { $0.overall?.name } == ["high", nil])
    let plot = RiskOfBiasTrafficLight(matrix)
    #expect(apart(plot.drawn()))
    let picture = plot.picture()
    #expect(
      picture.description == """
        NOS cohort. Cohort 2012: S 3 of 4. RoB 2. Trial & 张 2010: D1 low, D3 high, overall high; \
        Other 2011: D1 some concerns, D3 not judged.
        """)
    let svg = String(decoding: picture.svg, as: UTF8.self)
    #expect(svg.contains(">Trial &amp; 张 2010</text>") && svg.contains(">×</text>"))
    #expect(svg.contains(">D1: Randomization process; D3: Missing outcome data.</text>"))
  }

  @Test func theSummaryOfBiasCountsStudiesForEachDomain() throws {
    let matrix = RiskOfBiasMatrix(studies: [
      try judged("A", "RoB 2", ["D1": "low"], overall: "low"),
      try judged("B", "RoB 2", ["D1": "high"], overall: "high"),
      try judged("C", "RoB 2", ["D1": "low"], overall: "some concerns"),
    ])
    let plot = RiskOfBiasSummary(matrix)
    #expect(apart(plot.drawn()))
    #expect(
      plot.picture().description == """
        RoB 2, 3 judged. D1 Randomization process: 2 low, 1 high; Overall: 1 low, 1 some concerns, 1 high.
        """)
  }

  @Test(arguments: [1, 300]) func plotsOfBiasKeepTheirWordsApartWithLongNamesAndManyStudies(count: Int) throws
  {
    let studies = try (1...count).map { number in
      try judged(
        "دراسة \(number) with a long name that goes on and on, multicentre, follow-up of ten years", "Ours",
        ["A domain with a very long name that nobody would print: \(number % 3)": "unclear", "B": "yes"],
        overall: "moderate")
    }
    let matrix = RiskOfBiasMatrix(studies: studies)
    #expect(matrix.sections[0].rows.count == count)
    #expect(apart(RiskOfBiasTrafficLight(matrix).drawn()))
    #expect(apart(RiskOfBiasSummary(matrix).drawn()))
  }

  @Test func theGapMapCountsStudiesAndPeopleByDesign() throws {
    let map = EvidenceGapMap(claims: [claim(try studies())], studies: try studies())
    #expect(map.rows.map(\.name) == ["Stiffness & 张 pain"])
    #expect(map.rows[0].claims == 1)
    #expect(map.rows[0].cells.map(\.studies) == [0, 1, 0, 1, 1, 0])
    #expect(map.rows[0].cells.map(\.people) == [0, 90, 0, 40, 0, 0])
    #expect(apart(map.drawn()))
    let svg = String(decoding: map.picture().svg, as: UTF8.self)
    #expect(svg.contains(">Stiffness &amp; 张 pain</text>"))
    #expect(svg.contains(">n = 90</text>"))
    // Nothing is graded, so nothing is dark.
    #expect(!svg.contains("fill-opacity") && map.rows[0].cells.allSatisfy { $0.certainty == nil })
  }

  private func synthesis(
    of studies: [CataloguedStudy], _ intervention: Intervention, _ rating: Certainty.Rating
  ) -> CataloguedSynthesis {
    var synthesis = Synthesis(
      id: Synthesis.ID("s-\(rating.level)"), intervention: Located(intervention.name), comparator: "water",
      outcome: Located("pain"))
    synthesis.certainty = Certainty(start: Located(.high), rating: Located(rating))
    return CataloguedSynthesis(
      synthesis: synthesis, conditions: [Self.stiffness], intervention: intervention,
      parts: studies.flatMap { study in study.study.results.map { .init(study: study, result: $0) } })
  }

  @Test func theGapMapIsAsDarkAsTheBestCertaintyOfItsStudies() throws {
    let tea = Intervention(id: Key<Intervention>("tea"), name: "willow tea")
    let coffee = Intervention(id: Key<Intervention>("coffee"), name: "coffee")
    var (trial, open) = (try studies()[0], try studies()[1])
    trial.interventions = [tea, coffee]
    open.interventions = [coffee]
    let map = EvidenceGapMap(
      claims: [], studies: [trial, open],
      syntheses: [synthesis(of: [trial], tea, .low), synthesis(of: [trial, open], tea, .moderate)],
      by: .interventions)
    #expect(map.columns == ["coffee", "willow tea"])
    #expect(map.rows[0].cells.map(\.studies) == [2, 1])
    #expect(map.rows[0].cells.map(\.people) == [130, 90])
    #expect(map.rows[0].cells.map(\.certainty) == [nil, Certainty.Rating.moderate])
    #expect(apart(map.drawn()))
    let svg = String(decoding: map.picture().svg, as: UTF8.self)
    #expect(svg.contains(">moderate</text>") && svg.contains("fill-opacity=\"0.8\""))
  }

  @Test func interventionsThatFewStudiesAreAboutShareAColumn() throws {
    let many = try (1...12).map { number in
      var study = try study("Trial \(number)", "rct", people: 10, .benefit)
      let intervention = Intervention(
        id: Key<Intervention>("i-\(number)"), name: "Intervention with a long name, number \(number)")
      study.interventions = [intervention]
      return study
    }
    let map = EvidenceGapMap(claims: [], studies: many, by: .interventions)
    #expect(map.columns.count == 10)
    #expect(map.columns.last == "3 others")
    #expect(map.rows[0].cells.last?.studies == 3)
    #expect(apart(map.drawn()))
  }

  @Test func theHarvestPlotPutsEachStudyInTheColumnOfItsDirection() throws {
    let plot = HarvestPlot(studies: try studies())
    #expect(plot.rows.map(\.name) == ["Stiffness & 张 pain"])
    // The study in mice is left out.
    let names = plot.rows[0].bars.map { $0.map(\.name) }
    #expect(names == [["Open 2008"], ["Trial 2010"], [], []])
    #expect(plot.rows[0].bars[1][0] == .init(name: "Trial 2010", strength: 3, people: 90, isPrimary: true))
    #expect(plot.rows[0].bars[0][0].isPrimary == false)
    #expect(
      plot.picture().description
        == "Studies by the direction of their result; benefit: 1, no difference: 1, mixed or unclear: 0, harm: 0."
    )
    #expect(apart(plot.drawn()))
  }

  @Test func theDirectionsOfResultsStandByTheirRole() throws {
    let plot = EffectDirectionPlot(studies: try studies())
    #expect(plot.rows.map(\.name) == ["Trial 2010", "Open 2008", "Mice 2005"])
    #expect(
      plot.rows.map(\.directions) == [[[.noDifference], [], []], [[], [.benefit], []], [[], [], [.harm]]])
    #expect(apart(plot.drawn()))
  }

  @Test func theTimelineShowsTheYearAndStanceOfEachStudy() throws {
    let line = EvidenceTimeline(claims: [claim(try studies())])
    #expect(line.rows[0].marks.map(\.stance) == [.contradicts, .supports, .inconclusive])
    #expect(line.rows[0].marks.map(\.year) == [2010, 2010, 2010])
    #expect(apart(line.drawn()))
    #expect(String(decoding: line.picture().svg, as: UTF8.self).contains(">Tea helps &lt; everybody.</text>"))
  }

  @Test(arguments: [0, 300]) func picturesOfNothingAndOfMuchAreWhole(count: Int) throws {
    let many = try (0..<count).map {
      try study("Study \($0)", "rct", people: $0, .benefit, year: 1950 + $0 % 70)
    }
    let claims = many.isEmpty ? [] : [claim(Array(many.prefix(3)))]
    #expect(apart(EvidenceGapMap(claims: claims, studies: many).drawn()))
    #expect(apart(HarvestPlot(studies: many).drawn()))
    #expect(apart(EffectDirectionPlot(studies: many).drawn()))
    #expect(apart(EvidenceTimeline(claims: claims).drawn()))
  }
}

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
    // The certainty at which a trial starts is darker than that of a study without a control.
    #expect(svg.contains("fill-opacity=\"0.9\"") && svg.contains("fill-opacity=\"0.45\""))
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

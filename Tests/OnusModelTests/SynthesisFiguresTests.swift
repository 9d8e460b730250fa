import OnusModel
import Testing

struct SynthesisFiguresTests {
  private func synthesis(
    _ measure: Synthesis.Measure = .riskRatio, intervention: String = "willow tea", against comparator: String
  ) -> CataloguedSynthesis {
    var synthesis = Synthesis(
      id: Synthesis.ID("s"), intervention: Located("tea"), comparator: comparator, outcome: Located("falls"))
    synthesis.measure = Located(measure)
    return CataloguedSynthesis(
      synthesis: synthesis,
      intervention: Intervention(id: Key<Intervention>("tea"), name: intervention))
  }

  private func part(_ result: StudyResult) throws -> CataloguedSynthesis.Part {
    let design = try #require(StudyDesign(named: "rct"))
    let study = Study(id: Study.ID("one"), name: "One 2019", design: Located(design))
    return .init(study: CataloguedStudy(study: study), result: result)
  }

  private func arms(_ names: String...) throws -> CataloguedSynthesis.Part {
    var result = StudyResult(id: "r", outcome: Located("falls"))
    result.arms = names.enumerated().map { index, name in
      var arm = StudyResult.Arm(name: name)
      arm.events = 5 * (index + 1)
      arm.count = 100
      return arm
    }
    return try part(result)
  }

  @Test(arguments: [
    ("placebo", "Placebo", "tea"), ("placebo tablets", "placebo", "active"),
    ("no exercise", "control", "exercise"),
    ("low-dose aspirin", "control", "exercise"), ("sham exercise", "sham exercise", "exercise"),
    ("usual care", "controls", "anything"),
  ])
  func theArmWithoutTheInterventionIsKnownByItsName(comparator: String, arm: String, other: String) throws {
    let synthesis = synthesis(intervention: "exercise", against: comparator)
    for part in [try arms(arm, other), try arms(other, arm)] {
      #expect(synthesis.arms(of: part)?.comparison.name == arm)
      #expect(synthesis.arms(of: part)?.intervention.name == other)
    }
  }

  @Test func namesThatTellNothingAreNotGuessedAt() throws {
    let synthesis = synthesis(against: "placebo")
    let part = try arms("group a", "group b")
    #expect(synthesis.arms(of: part) == nil)
    #expect(synthesis.figures(of: part) == nil)
    #expect(
      synthesis.obstacle(of: part)
        == "none of its arms “group a” and “group b” can be told to be the one with “placebo”")
    #expect(
      synthesis.obstacle(of: try arms("tea", "placebo", "nothing"))
        == "it has 3 arms, of which two must be chosen or combined")
  }

  private func effect(_ measure: String) throws -> CataloguedSynthesis.Part {
    var result = StudyResult(id: "r", outcome: Located("falls"))
    result.effect = StudyResult.Effect(parsing: "\(measure) 0.5").map { Located($0) }
    result.interval = StudyResult.Interval(parsing: "0.3 to 0.9").map { Located($0) }
    return try part(result)
  }

  @Test(arguments: [
    ("RR", false), ("adjusted RR", false), ("log RR", true), ("ln RR", true), ("OR", nil),
    ("inverse RR", nil),
  ])
  func anEffectIsTakenForWhatItIs(name: String, isLogarithm: Bool?) throws {
    let figures = synthesis(against: "water").figures(of: try effect(name))
    if let isLogarithm {
      #expect(figures == .effect(0.5, from: 0.3, to: 0.9, level: 95, isLogarithm: isLogarithm))
    } else {
      #expect(figures == nil)
    }
  }

  @Test func aChangeWithinOneGroupIsNoEffect() throws {
    var part = try effect("RR")
    part.result.comparison = .withinGroup
    #expect(synthesis(against: "water").figures(of: part) == nil)
    #expect(
      synthesis(against: "water").obstacle(of: part) == "it compares no groups with each other")
  }
}

import OnusModel
import Testing

@testable import OnusCatalogue

struct SynthesisTests {
  private static func synthesis(
    _ id: String, of condition: String = "MS", result: String = "progression"
  ) -> Synthesis {
    var synthesis = Synthesis(
      id: Key(id), intervention: World.located("LDN", 61), comparator: "placebo",
      outcome: World.located("disability", 62), location: World.place(60))
    synthesis.conditions = [World.located(condition, 63)]
    synthesis.results = [
      World.located(Synthesis.ResultReference(study: Key("gironi-2008"), result: result), 64)
    ]
    return synthesis
  }

  @Test func aSynthesisComesOutWithItsStudiesAndResults() throws {
    let (catalogue, problems) = try World.catalogue { $0.syntheses = [Self.synthesis("ms-disability")] }
    #expect(problems.isEmpty)
    let found = try #require(try catalogue.syntheses(about: "multiple sclerosis").first)
    #expect(found.synthesis == Self.synthesis("ms-disability"))
    #expect(found.parts.map(\.study.study.id.rawValue) == ["gironi-2008"])
    #expect(found.parts.map(\.result.id) == ["progression"])
    #expect(found.intervention?.id.rawValue == "ldn")
    #expect(found.conditions.map(\.id.rawValue) == ["D009103"])
    #expect(found.match == .exact)
    #expect(try catalogue.synthesis(Key("ms-disability"))?.parts == found.parts)
  }

  @Test func aSynthesisOfANarrowerConditionIsFoundAndOneOfABroaderIsNot() throws {
    let (catalogue, _) = try World.catalogue {
      $0.syntheses = [
        Self.synthesis("narrow", of: "Multiple Sclerosis, Chronic Progressive"),
        Self.synthesis("broad", of: "Autoimmune Diseases"),
      ]
    }
    #expect(try catalogue.syntheses(about: "MS").map(\.synthesis.id.rawValue) == ["narrow"])
    #expect(try catalogue.syntheses(about: "MS", exact: true).isEmpty)
    #expect(try catalogue.syntheses().map(\.synthesis.id.rawValue) == ["narrow", "broad"])
  }

  @Test func resultsThatAreNotThereAreReportedAtTheirPlaces() throws {
    var dangling = Self.synthesis("dangling", result: "progresion")
    dangling.results.append(
      World.located(Synthesis.ResultReference(study: Key("gironi-2007"), result: "progression"), 65))
    dangling.conditions = [World.located("Autoimune Disease", 63)]
    let (catalogue, problems) = try World.catalogue { $0.syntheses = [dangling] }
    #expect(
      problems.map { $0.rendered(sourceLine: nil) } == [
        """
        world.yaml:63:5: error: no condition is called "Autoimune Disease"; did you mean \
        "Autoimmune Disease" or "Autoimmune Diseases"? [unknown-condition]
        """,
        """
        world.yaml:64:5: error: the study "gironi-2008" has no result with the id "progresion"; \
        did you mean "progression"? [unknown-result]
        """,
        """
        world.yaml:65:5: error: no study has the id "gironi-2007"; did you mean "gironi-2008"? \
        [unknown-study]
        """,
      ])
    #expect(try catalogue.synthesis(Key("dangling"))?.parts == [])
  }

  @Test func anIDThatIsUsedTwiceIsReportedWithTheFirstPlace() throws {
    let (_, problems) = try World.catalogue {
      $0.syntheses = [Self.synthesis("twice"), Self.synthesis("twice")]
    }
    #expect(
      problems.map { $0.rendered(sourceLine: nil) } == [
        """
        world.yaml:60:5: error: the synthesis id "twice" is used twice [duplicate-id]
        world.yaml:60:5: note: the first one is here
        """
      ])
  }
}

import OnusModel
import Testing

@testable import OnusCatalogue

struct ResolutionTests {
  /// The problems that a change of the world brings, as printed.
  func problems(_ change: (inout Entries) -> Void) throws -> [String] {
    try World.catalogue(change).1.map { $0.rendered(sourceLine: nil) }
  }

  @Test func anUnknownConditionIsReportedAtItsPlace() throws {
    #expect(
      try problems { $0.claims[0].conditions = [World.located("Autoimune Disease", 103)] } == [
        """
        world.yaml:103:5: error: no condition is called "Autoimune Disease"; did you mean \
        "Autoimmune Disease" or "Autoimmune Diseases"? [unknown-condition]
        """
      ])
  }

  @Test func whatARegisterCallsAConditionNeedNotBeInTheVocabulary() throws {
    var study = Study(id: Study.ID("nct09900009"), name: "NCT09900009", design: Located(.randomizedTrial))
    study.conditions = [Located("A word of the register's own")]
    #expect(try Catalogue().add(Entries(studies: [study])).map(\.severity) == [.error])
    study.registerEntry = RegisterEntry(Registration(parsing: "NCT09900009"))
    #expect(try Catalogue().add(Entries(studies: [study, study])).map(\.severity) == [.note, .note])
  }

  @Test func anUnknownInterventionIsReported() throws {
    #expect(
      try problems { $0.studies[0].interventions = [World.located("aspirin", 24)] } == [
        "world.yaml:24:5: error: no intervention is called \"aspirin\" [unknown-intervention]"
      ])
  }

  @Test func danglingIDsAreReportedWithTheNearestOnes() throws {
    #expect(
      try problems {
        $0.claims[1].appearances[0].source = World.located(Source.ID("colmun"), 115)
        $0.claims[1].evidence[0].study = World.located(Study.ID("gironi-2007"), 116)
        $0.claims[2].evidence[0].result = World.located("progresion", 127)
        $0.claims[2].cites = [World.located(Study.ID("nobody"), 128)]
      } == [
        "world.yaml:115:5: error: no source has the id \"colmun\"; did you mean \"column\"? [unknown-source]",
        """
        world.yaml:116:5: error: no study has the id "gironi-2007"; did you mean "gironi-2008"? \
        [unknown-study]
        """,
        "world.yaml:128:5: error: no study has the id \"nobody\" [unknown-study]",
        """
        world.yaml:127:5: error: the study "gironi-2008" has no result with the id "progresion"; \
        did you mean "progression"? [unknown-result]
        """,
      ])
  }

  @Test func aReportThatNoBibliographyHasIsReported() throws {
    #expect(
      try problems { $0.studies[2].reports = [World.located(Identifier(.pmid, "1"), 42)] } == [
        "world.yaml:42:5: error: no bibliography has a record with pmid:1 [unknown-reference]"
      ])
  }

  @Test func anyIdentifierOfAReferenceFindsIt() throws {
    let catalogue = try World.catalogue()
    #expect(try catalogue.study(Study.ID("cree-2010"))?.reports.map(\.id.rawValue) == ["pmid:20695007"])
    #expect(try catalogue.study(Study.ID("cree-2010"))?.study.reports.map(\.value.scheme) == [.doi])
  }

  @Test func anIDThatIsUsedTwiceIsReportedWithTheFirstPlace() throws {
    let reported = try problems {
      $0.claims.append(World.claim("cost", "Again", line: 200, condition: "MS"))
      $0.studies.append(World.study("smith-2007", "S", .other, line: 210, condition: "MS"))
      $0.sources.append(Source(id: Key("column"), title: "Again", kind: .book, location: World.place(220)))
      $0.interventions.append(Intervention(id: Key("ldn"), name: "Again", location: World.place(230)))
    }
    #expect(
      reported == [
        """
        world.yaml:230:5: error: the intervention id "ldn" is used twice [duplicate-id]
        world.yaml:8:5: note: the first one is here
        """,
        """
        world.yaml:220:5: error: the source id "column" is used twice [duplicate-id]
        world.yaml:10:5: note: the first one is here
        """,
        """
        world.yaml:210:5: error: the study id "smith-2007" is used twice [duplicate-id]
        world.yaml:50:5: note: the first one is here
        """,
        """
        world.yaml:200:5: error: the claim id "cost" is used twice [duplicate-id]
        world.yaml:150:5: note: the first one is here
        """,
      ])
  }

  @Test func aClaimWithAProblemIsKeptWithTheRestOfIt() throws {
    let (catalogue, _) = try World.catalogue {
      $0.claims[4].evidence[0].study.value = Study.ID("nobody")
    }
    let claim = try #require(try catalogue.claim(Claim.ID("ms-quality")))
    #expect(claim.evidence.map(\.study.study.name) == ["Sharafaddinzadeh 2010"])
    #expect(claim.claim.evidence.count == 2)
  }
}

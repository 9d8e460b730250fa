import OnusModel
import Testing

@testable import OnusCatalogue

struct ConditionTests {
  let catalogue: Catalogue

  init() throws { catalogue = try World.catalogue() }

  @Test func theWorldHasNoProblems() throws {
    let (_, problems) = try World.catalogue { _ in }
    #expect(problems.map(\.description) == [])
  }

  @Test(arguments: [
    "Crohn Disease", "crohn disease", "Crohn's disease", "crohn’s  Disease", "D003424", "d003424",
    "crohn's enteritis",
  ])
  func everySpellingFindsCrohnDisease(_ name: String) throws {
    #expect(try catalogue.condition(named: name).id.rawValue == "D003424")
  }

  @Test(arguments: [
    ("chronic progressive multiple sclerosis", "D020528"), ("Ulcerative colitis", "D003093"),
    ("ms", "D009103"),
    ("PPMS", "ppms"), ("ibd", "D015212"), ("als", "D000690"), ("Sclerosis, Multiple", "D009103"),
  ])
  func headingsAndAbbreviationsAreFound(_ name: String, _ id: String) throws {
    #expect(try catalogue.condition(named: name).id.rawValue == id)
  }

  @Test func anUnknownNameProposesTheNearest() throws {
    let error = try #require(throws: Diagnostic.self) { try catalogue.condition(named: "Multiple Scelrosis") }
    #expect(
      error.description
        == """
        error: no condition is called "Multiple Scelrosis"; did you mean "Multiple Sclerosis"? \
        [unknown-condition]
        """
    )
  }

  @Test func aPartOfANameProposesWhatHoldsIt() throws {
    let error = try #require(throws: Diagnostic.self) { try catalogue.condition(named: "lateral") }
    #expect(
      error.message == "no condition is called \"lateral\"; did you mean \"Amyotrophic Lateral Sclerosis\"?")
  }

  @Test func anAmbiguousNameListsTheCandidates() throws {
    let (catalogue, _) = try World.catalogue {
      $0.conditions.append(
        Condition(
          id: Key("stenosis"), name: "Mitral stenosis", otherNames: [.init("MS", isAbbreviation: true)]))
    }
    let error = try #require(throws: Diagnostic.self) { try catalogue.condition(named: "MS") }
    #expect(
      error.description == """
        error: "MS" may stand for "Multiple Sclerosis" or "Mitral stenosis"; write the full name \
        [ambiguous-condition]
        """)
  }

  @Test func aPreferredNameWinsOverAnotherConditionsAbbreviation() throws {
    let (catalogue, _) = try World.catalogue {
      $0.conditions.append(
        Condition(id: Key("other"), name: "Other", otherNames: [.init("Crohn disease", isAbbreviation: true)])
      )
    }
    #expect(try catalogue.condition(named: "Crohn Disease").id.rawValue == "D003424")
  }

  @Test func anIDIsNoNameSoItCapturesNoOtherConditions() throws {
    let (catalogue, problems) = try World.catalogue {
      $0.conditions.insert(Condition(id: Key("multiple-sclerosis"), name: "Our own term"), at: 0)
      $0.conditions.insert(Condition(id: Key("ms"), name: "Mitral stenosis"), at: 0)
      $0.interventions.insert(Intervention(id: Key("low-dose-naltrexone"), name: "our own pill"), at: 0)
    }
    #expect(problems.isEmpty)
    for (name, id) in [
      ("Multiple Sclerosis", "D009103"), ("multiple sclerosis", "D009103"), ("MS", "D009103"),
      ("multiple-sclerosis", "multiple-sclerosis"), ("ms", "ms"), ("our own term", "multiple-sclerosis"),
      ("Multiple-sclerosis", "D009103"), ("PPMS", "ppms"), ("Ppms", "ppms"), ("d009103", "D009103"),
    ] {
      #expect(try catalogue.condition(named: name).id.rawValue == id, "\(name)")
    }
    #expect(try catalogue.claims(matching: .intervention("Low-dose naltrexone")).count == 6)
    #expect(try catalogue.claims(matching: .intervention("low-dose-naltrexone")).isEmpty)
    #expect(try catalogue.references(about: "ms").isEmpty)
  }

  @Test func localNamesAreMergedIntoTheirDescriptorInEitherOrder() throws {
    let (backwards, problems) = try World.catalogue { $0.conditions.reverse() }
    #expect(problems.isEmpty)
    for catalogue in [catalogue, backwards] {
      let condition = try catalogue.condition(named: "IBD")
      #expect(condition.name == "Inflammatory Bowel Diseases")
      #expect(condition.treeNumbers == ["C06.405.205.731"])
      #expect(
        condition.otherNames.map(\.text).sorted() == [
          "IBD", "IBD (local names)", "Inflammatory Bowel Disease",
        ])
    }
  }

  @Test func namesForAHeadingThatNoVocabularyHasAreReported() throws {
    let names = ["Multiple Sclerosis", "Colitis"].enumerated().map { offset, name in
      Condition(
        id: Condition.ID("D99999\(offset)"), name: name, addsNames: true, location: World.place(offset + 60))
    }
    let (_, problems) = try World.catalogue { $0.conditions = names + $0.conditions }
    #expect(
      problems.filter { $0.code == "unknown-condition" }.map(\.description) == [
        """
        world.yaml:60:5: error: no vocabulary has a heading with the id "D999990"; did you mean \
        "D009103 (Multiple Sclerosis)"? [unknown-condition]
        """,
        """
        world.yaml:61:5: error: no vocabulary has a heading with the id "D999991"; did you mean \
        "D003093 (Colitis, Ulcerative)"? [unknown-condition]
        """,
      ])
    #expect(try Catalogue().add(Entries(conditions: names)).isEmpty)
  }

  @Test func twoEntriesThatAddNamesToOneHeadingDoNotClash() throws {
    let names = ["One", "Two"].map { Condition(id: Key("C536408"), name: $0, addsNames: true) }
    let heading = Condition(id: Key("C536408"), name: "Rare Disease", treeNumbers: ["C16.1"])
    for entries in [names + [heading], [heading] + names, [names[0], heading, names[1]]] {
      let catalogue = try Catalogue()
      #expect(try catalogue.add(Entries(conditions: entries)).isEmpty)
      let condition = try catalogue.condition(named: "Two")
      #expect(condition.name == "Rare Disease")
      #expect(condition.otherNames.map(\.text) == ["One", "Two"])
      #expect(!condition.addsNames)
    }
  }

  @Test func twoLocalTermsWithOneIDAreAnError() throws {
    let (_, problems) = try World.catalogue {
      $0.conditions.append(Condition(id: Key("ppms"), name: "Again", location: World.place(9)))
    }
    #expect(
      problems.map { $0.rendered(sourceLine: nil) } == [
        """
        world.yaml:9:5: error: the condition id "ppms" is used twice [duplicate-id]
        world.yaml:4:5: note: the first one is here
        """
      ])
  }

  @Test func namesInATextAreWordsAndAbbreviationsKeepTheirCase() throws {
    let text = "Ms Smith has MS, not PPMS or ALSO; Crohn’s disease (ulcerative colitis)."
    #expect(
      try catalogue.mentions(in: text).map { "\($0.condition) \($0.text) \($0.characters)" } == [
        "D009103 MS 13..<15", "ppms PPMS 21..<25", "D003424 Crohn’s disease 35..<50",
        "D003093 ulcerative colitis 52..<70",
      ])
    let sclerosis = try catalogue.condition(named: "MS")
    #expect(sclerosis.mentions(in: text).map(\.characters) == [13..<15])
    #expect(
      sclerosis.mentions(in: "items, MSc, 'MS' and multiple-sclerosis").map(\.text) == [
        "MS", "multiple-sclerosis",
      ])
  }
}

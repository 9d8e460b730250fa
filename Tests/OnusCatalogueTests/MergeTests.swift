import OnusModel
import Testing

@testable import OnusCatalogue

struct MergeTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Catalogue() }

  func record(_ identifiers: [Identifier], title: String? = "A trial", line: Int = 1) -> Reference {
    var reference = Reference(location: SourceLocation(file: "refs.xml", line: line, column: 1))
    reference.identifiers = identifiers
    reference.title = title
    return reference
  }

  @Test func oneDocumentFromTwoListsBecomesOneReference() throws {
    var second = record([Identifier(.doi, "10.1000/X"), Identifier(.pmcid, "77")], title: "A TRIAL", line: 2)
    second.languages = ["eng"]
    let problems = try catalogue.add(
      Entries(references: [record([Identifier(.pmid, "5"), Identifier(.doi, "10.1000/x")]), second]))
    #expect(problems.isEmpty)
    let reference = try #require(try catalogue.reference(for: Identifier(.pmcid, "PMC77")))
    #expect(reference.identifiers.map(\.description) == ["pmid:5", "doi:10.1000/x", "pmcid:PMC77"])
    #expect(reference.title == "A trial")
    #expect(reference.languages == ["eng"])
    #expect(try catalogue.counts().references == 1)
    #expect(try catalogue.counts().mergedRecords == 1)
    #expect(try catalogue.recordsMerged(into: Identifier(.pmid, "5")) == [second])
  }

  @Test func aRetractionThatOnlyTheLaterRecordTellsIsNotLost() throws {
    var first = record([Identifier(.pmid, "5")])
    first.relations = [Relation(type: "CommentIn", citation: "C. 2001")]
    var second = first
    second.relations.append(Relation(type: "RetractionIn", citation: "R. 2002"))
    second.publicationTypes = [Term("Retracted Publication", ui: "D016441")]
    _ = try catalogue.add(Entries(references: [first, second]))
    let reference = try #require(try catalogue.reference(for: Identifier(.pmid, "5")))
    #expect(reference.relations == second.relations)
    #expect(reference.status.standing == .retracted)
  }

  @Test func onePMIDWithTwoDOIsIsOneDocumentAndAWarning() throws {
    let problems = try catalogue.add(
      Entries(references: [
        record([Identifier(.pmid, "5"), Identifier(.doi, "10.1000/x")]),
        record([Identifier(.pmid, "5"), Identifier(.doi, "10.1000/y")], line: 9),
      ]))
    #expect(
      problems.map { $0.rendered(sourceLine: nil) } == [
        """
        refs.xml:9:1: warning: two records share pmid:5 but one has doi:10.1000/y and the other \
        doi:10.1000/x; they are kept as one, with both [identifier-conflict]
        refs.xml:1:1: note: the other record is here
        """
      ])
    #expect(try catalogue.reference(for: Identifier(.doi, "10.1000/y"))?.identifier(.pmid) == "5")
    #expect(try catalogue.counts().references == 1)
  }

  @Test func oneDOIWithTwoPMIDsIsTwoDocumentsAndAWarning() throws {
    let problems = try catalogue.add(
      Entries(references: [
        record([Identifier(.pmid, "5"), Identifier(.doi, "10.1000/x")]),
        record([Identifier(.pmid, "6"), Identifier(.doi, "10.1000/x")], line: 9),
      ]))
    #expect(
      problems.map(\.description) == [
        """
        refs.xml:9:1: warning: two records share doi:10.1000/x but one has pmid:6 and the other pmid:5; \
        they are kept apart [identifier-conflict]
        """
      ])
    #expect(try catalogue.counts().references == 2)
    #expect(try catalogue.reference(for: Identifier(.pmid, "6"))?.identifier(.doi) == "10.1000/x")
  }

  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func theOrderOfTheRecordsDoesNotMatter(_ order: [Int]) throws {
    let (pmid, doi) = (Identifier(.pmid, "1"), Identifier(.doi, "10.1000/x"))
    var records = [record([pmid]), record([doi]), record([pmid, doi])]
    records[0].languages = ["eng"]
    records[1].abstract = [AbstractSection(text: "Rare words.")]
    let problems = try catalogue.add(Entries(references: order.map { records[$0] }))
    #expect(problems.isEmpty)
    let reference = try #require(try catalogue.reference(for: pmid))
    #expect(Set(reference.identifiers) == [pmid, doi])
    #expect(reference.languages == ["eng"])
    #expect(try catalogue.references() == [reference])
    #expect(try catalogue.references(matching: .text("rare")) == [reference])
    #expect(try catalogue.reference(for: doi) == reference)
    #expect(try catalogue.counts().mergedRecords == 2)
  }

  @Test func whatATieUnitesKeepsItsStudiesAndSources() throws {
    let (pmid, doi) = (Identifier(.pmid, "1"), Identifier(.doi, "10.1000/x"))
    var study = World.study("s", "S", .other, line: 1, reports: [pmid, doi], condition: "MS")
    study.conditions = []
    study.interventions = []
    var source = Source(id: Key("article"), title: "A trial", kind: .book)
    source.reference = Located(doi)
    _ = try catalogue.add(
      Entries(sources: [source], studies: [study], references: [record([pmid]), record([doi])]))
    #expect(try catalogue.study(study.id)?.reports.count == 2)
    #expect(try catalogue.add(Entries(references: [record([doi, pmid])])).isEmpty)
    let reference = try #require(try catalogue.reference(for: doi))
    #expect(try catalogue.study(study.id)?.reports == [reference])
    #expect(try catalogue.counts().references == 1)
    #expect(try catalogue.recordsMerged(into: pmid).count == 2)
  }

  @Test func aRecordThatTiesTwoPMIDsTogetherIsAWarningOnce() throws {
    let tie = record([Identifier(.doi, "10.1000/x"), Identifier(.pmcid, "7")], line: 9)
    let records = [
      record([Identifier(.pmid, "5"), Identifier(.doi, "10.1000/x")]),
      record([Identifier(.pmid, "6"), Identifier(.pmcid, "7")], line: 2), tie,
    ]
    #expect(
      try catalogue.add(Entries(references: records)).map { $0.rendered(sourceLine: nil) } == [
        """
        refs.xml:9:1: warning: two records share pmcid:PMC7 but one has pmid:5 and the other pmid:6; \
        they are kept apart [identifier-conflict]
        refs.xml:2:1: note: the other record is here
        """
      ])
    #expect(try catalogue.add(Entries(references: records)).isEmpty)
    #expect(try catalogue.counts().references == 2)
  }

  @Test func aRecordThatTiesTwoDOIsTogetherIsAWarning() throws {
    let problems = try catalogue.add(
      Entries(references: [
        record([Identifier(.pmid, "5"), Identifier(.doi, "10.1000/x")]),
        record([Identifier(.pmcid, "7"), Identifier(.doi, "10.1000/y")], line: 2),
        record([Identifier(.pmid, "5"), Identifier(.pmcid, "7")], line: 9),
      ]))
    #expect(
      problems.map(\.description) == [
        """
        refs.xml:9:1: warning: two records share pmcid:PMC7 but one has doi:10.1000/x and the other \
        doi:10.1000/y; they are kept as one, with both [identifier-conflict]
        """
      ])
    #expect(try catalogue.counts().references == 1)
    #expect(try catalogue.reference(for: Identifier(.doi, "10.1000/y"))?.identifier(.pmid) == "5")
  }

  @Test func aRecordWithoutTitleUnitesNoDocumentsThatShareOnlyAKey() throws {
    let key = Identifier(.key, "1")
    _ = try catalogue.add(
      Entries(references: [record([key]), record([key], title: "Else"), record([key], title: nil)]))
    #expect(try catalogue.counts().references == 2)
  }

  @Test func aKeyOfAFileTellsDocumentsApartOnlyTogetherWithTheTitle() throws {
    let problems = try catalogue.add(
      Entries(references: [
        record([Identifier(.key, "1")]), record([Identifier(.key, "1")], title: "a trial"),
        record([Identifier(.key, "1")], title: "Something else"),
      ]))
    #expect(problems.isEmpty)
    #expect(try catalogue.counts().references == 2)
  }

  @Test func whatItsDatabaseWithdrewIsRemovedUnlessAStudyRestsOnIt() throws {
    let catalogue = try World.catalogue()
    let (loose, used) = (Identifier(.pmid, "99"), Identifier(.pmid, "18728058"))
    _ = try catalogue.add(Entries(references: [record([loose], title: "Loose words")]))
    #expect(try catalogue.references(matching: .text("loose")).count == 1)
    let withdrawn = [loose, used, Identifier(.pmid, "12345")].enumerated().map {
      World.located($0.element, $0.offset + 1)
    }
    let problems = try catalogue.add(Entries(deletions: withdrawn))
    #expect(
      problems.map(\.description) == [
        """
        world.yaml:2:5: warning: pmid:18728058 was withdrawn by its database, but Gironi 2008 rests on it; it is kept \
        [withdrawn-reference]
        """
      ])
    #expect(try catalogue.references(matching: .text("loose")).isEmpty)
    #expect(try catalogue.reference(for: loose) == nil)
    #expect(try catalogue.reference(for: used) != nil)
  }

  @Test func aRecordThatIsWithdrawnTogetherWithTheStudyOnItIsKept() throws {
    let (catalogue, problems) = try World.catalogue {
      $0.deletions = [World.located(Identifier(.pmid, "17222320"), 9)]
    }
    #expect(
      problems.map(\.description) == [
        """
        world.yaml:9:5: warning: pmid:17222320 was withdrawn by its database, but Smith 2007 rests on it; \
        it is kept [withdrawn-reference]
        """
      ])
    #expect(try catalogue.study(Study.ID("smith-2007"))?.reports.count == 1)
  }

  @Test func aLoadInBatchesGivesTheSameAsAddingAtOnce() throws {
    let loaded = try Catalogue()
    let problems = try loaded.load { add in
      for batch in [Array(World.references.prefix(2)), [], World.references] { try add(batch) }
    }
    #expect(problems.isEmpty)
    _ = try catalogue.add(Entries(references: World.references))
    for catalogue in [loaded, catalogue] {
      #expect(try catalogue.references() == World.references)
      #expect(try catalogue.references(matching: .text("quality")).map(\.year) == [2010])
    }
    #expect(try loaded.counts().mergedRecords == 2)
  }

  @Test func recordsUnitedWhileTheyAreLoadedAreFoundByAllTheirNamesAndOnlyOnce() throws {
    let (first, second, third) = (
      Identifier(.pmid, "71"), Identifier(.doi, "10.1000/united"), Identifier(.pmcid, "PMC73")
    )
    func headed(_ identifiers: [Identifier], _ heading: String, year: Int) -> Reference {
      var reference = record(identifiers, title: "Roses of Sharon")
      reference.headings = [SubjectHeading(.init(Term(heading)))]
      reference.issued = PartialDate(year: year)
      return reference
    }
    let batches = [
      [headed([first], "Crohn Disease", year: 2001), headed([second], "Multiple Sclerosis", year: 2002)],
      [headed([second, first, third], "Crohn Disease", year: 2003)],
    ]
    for isLoaded in [true, false] {
      let catalogue = try Catalogue()
      _ = try catalogue.add(Entries(conditions: World.conditions))
      if isLoaded {
        _ = try catalogue.load { add in for batch in batches { try add(batch) } }
      } else {
        _ = try catalogue.add(Entries(references: batches.flatMap(\.self)))
      }
      #expect(try catalogue.counts().references == 1)
      for identifier in [first, second, third] {
        #expect(try catalogue.reference(for: identifier)?.identifiers == [first, second, third])
      }
      #expect(try catalogue.referenceCount(about: "Crohn's disease") == 1)
      #expect(try catalogue.newestReferences(about: "Crohn's disease", limit: 9).map(\.year) == [2001])
      #expect(try catalogue.references(matching: .text("sharon")).count == 1)
    }
  }

  @Test func loadsThatOverlapLoseNoText() throws {
    let references = World.references
    _ = try catalogue.load { add in
      try add([references[0]])
      _ = try catalogue.load { try $0([references[1]]) }
      try add([references[2]])
    }
    #expect(
      try catalogue.references(matching: .text("naltrexone")) == [
        references[0], references[1], references[2],
      ])
  }

  @Test func aLoadThatFailsKeepsItsBatchesAndTheirIndexes() throws {
    struct Interruption: Error {}
    #expect(throws: Interruption.self) {
      try catalogue.load { add in
        try add(World.references)
        throw Interruption()
      }
    }
    #expect(try catalogue.references(matching: .text("quality")).map(\.year) == [2010])
  }
}

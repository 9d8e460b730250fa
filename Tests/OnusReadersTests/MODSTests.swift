import OnusModel
import Testing

@testable import OnusReaders

struct MODSTests {
  static let events = outcome(.mods, fixture("mods/collection.xml")).events
  static let article = events.references.first ?? Reference()

  @Test func titleIsTheOneWithoutAType() {
    #expect(Self.article.title == "The effect of imaginol: a trial. Part 2")
  }

  @Test func namesAreReadByTheirParts() {
    let people = Self.article.contributors
    #expect(people.map(\.family) == ["Exempel", "Steinbruch", nil])
    #expect(people.map(\.given) == ["Jean Paul", "Johann", nil])
    #expect(people.map(\.literal) == [nil, nil, "Example Institute. Trials Unit"])
    #expect(people[0].suffix == "Jr")
    #expect(people[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(people[0].affiliations == ["Example University"])
    #expect(people.allSatisfy { $0.role == .author })
  }

  @Test func publisherAmongTheNamesIsNoAuthor() {
    #expect(!Self.article.contributors.contains { $0.literal == "Example Press" })
    #expect(Self.article.publisher == "Example Press")
  }

  @Test func hostGivesJournalVolumeIssueAndPages() {
    #expect(Self.article.type == "article-journal")
    #expect(Self.article.container?.title == "Journal of invented trials")
    #expect(Self.article.container?.abbreviation == "J Invent Trials")
    #expect(Self.article.container?.serialNumbers == [SerialNumber(issn: "2000-0019")])
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.printed == "1076-1083")
  }

  @Test func keyDateComesBeforeTheFirst() {
    #expect(Self.article.issued == PartialDate(year: 2020, month: 7))
    #expect(Self.events.references[1].issued == PartialDate(year: 1993, printed: "c1993"))
  }

  @Test func languageBecomesATag() { #expect(Self.article.languages == ["en"]) }

  @Test func subjectsAreKeywordsAndThoseOfMeSHHeadings() {
    #expect(Self.article.keywords == [Keyword("Imaginol--Therapeutic use", owner: "lcsh")])
    #expect(Self.article.headings.map(\.descriptor.term.name) == ["Multiple Sclerosis"])
    #expect(Self.article.headings.first?.qualifiers.map(\.term.name) == ["drug therapy"])
  }

  @Test func identifiersAreNormalAndInvalidOnesAreKept() {
    #expect(
      Self.article.identifiers.map(\.description) == [
        "key:exempel2020", "doi:10.5555/invent.2020.001", "key:rec-1",
      ])
    #expect(Self.article.kept.map(\.value).contains("123"))
    #expect(Self.events.references[1].identifier(.isbn) == "9783161484100")
  }

  @Test func whatHasNoPlaceIsKept() {
    let kept = Self.article.kept.map { "\($0.path)=\($0.value)" }
    #expect(kept.contains("physicalDescription/extent=8 pages"))
    #expect(kept.contains("titleInfo/title=Wirkung von Imaginol"))
  }

  @Test func bookIsKnownByItsIssuance() {
    let book = Self.events.references[1]
    #expect(book.type == "book")
    #expect(book.title == "Handbook of inventions")
    #expect(book.place == "Milan")
  }

  @Test func envelopeOfASearchIsReadThrough() throws {
    let events = try Reader.mods.events(in: fixture("mods/search-response.xml"))
    #expect(events.references.map(\.title) == ["Found by a search"])
    #expect(
      events.problems.map(\.message) == [
        "searchRetrieveResponse/numberOfRecords/text() is outside the records and not used: \"1\"",
        "searchRetrieveResponse/records/record/recordSchema is outside the records and not used: \"mods\"",
      ])
  }

  @Test func firstVersionOfMODSIsRead() throws {
    let file = CorpusFile(
      """
      <mods xmlns="http://www.loc.gov/mods/"><titleInfo><title>Old</title></titleInfo>
      <name type="personal"><namePart>Muster, Max</namePart><role><text>ed.</text></role></name>
      <originInfo><place><code authority="marc">cau</code><text>San Diego</text></place></originInfo>
      <language authority="iso639-2b">eng</language></mods>
      """)
    let reference = try Reader.mods.events(in: file).references.first
    #expect(reference?.place == "San Diego")
    #expect(reference?.languages == ["en"])
    #expect(reference?.contributors.map(\.role.rawValue) == ["ed."])
  }

  @Test(arguments: [
    ("<dateCreated keyDate='yes'>1955</dateCreated><copyrightDate>2003</copyrightDate>", "1955"),
    ("<dateCreated>1955</dateCreated><copyrightDate>2003</copyrightDate>", "2003"),
    ("<dateCreated keyDate='yes'>1955</dateCreated><dateIssued>2003</dateIssued>", "2003"),
    ("<dateCreated>1955</dateCreated>", "1955"),
  ]) func dateOfIssueIsTheOneThatTheRecordNames(content: String, year: String) throws {
    let file = CorpusFile("<mods><originInfo>\(content)</originInfo></mods>")
    #expect(try Reader.mods.events(in: file).references.first?.issued?.iso8601 == year)
  }

  @Test(arguments: [
    ("2020-07-15", "2020-07-15"), ("2020", "2020"), ("20200715", "2020-07-15"), ("c1993", "1993"),
    ("[2010?]", "2010"), ("May 2004", "2004-05"), ("2017-03-02T10:00:00Z", "2017-03-02"),
  ]) func dates(text: String, expected: String) { #expect(MODS.date(text).iso8601 == expected) }

  @Test(arguments: [
    ("<relatedItem type='host'><titleInfo><title>H</title></titleInfo></relatedItem>", "chapter"),
    (
      "<relatedItem type='host'><titleInfo><title>H</title></titleInfo><identifier type='issn'>1</identifier></relatedItem>",
      "article-journal"
    ),
    ("<genre>Theses</genre><genre authority='local'>report</genre>", "report"),
    ("<typeOfResource>still image</typeOfResource>", "graphic"),
    ("<typeOfResource>text</typeOfResource>", "document"),
    ("<identifier type='isbn'>1</identifier>", "book"),
  ]) func types(content: String, expected: String) throws {
    let events = try Reader.mods.events(in: CorpusFile("<mods>\(content)</mods>"))
    #expect(events.references.map(\.type) == [expected])
  }
}

import OnusModel
import Testing

@testable import OnusReaders

struct CSLJSONTests {
  static let events = outcome(.cslJSON, fixture("csl-json/items.json")).events
  static let article = events.references.first ?? Reference()

  private func reading(_ text: String) -> (events: [ReadEvent], failure: Diagnostic?) {
    outcome(.cslJSON, CorpusFile(text, name: "a.json"))
  }

  @Test func markupAndEntitiesBecomeText() {
    #expect(Self.article.title == "Effects of imaginol on CO2 & sleep, p<0.05")
    #expect(Self.events.references[1].title == "A chapter — 😀")
  }

  @Test func particlesBelongToTheFamilyName() {
    #expect(
      Self.article.contributors.map(\.family) == ["van der Steinbruch", "von Humboldt", "d’Exemple", nil])
    #expect(Self.article.contributors[0].suffix == "Jr.")
    #expect(Self.article.contributors[3].literal == "Inventors Study Group")
  }

  @Test func datesMayBeTextsRangesAndSeasons() {
    #expect(
      Self.article.issued == PartialDate(year: 2020, month: 7, day: 1, printed: "2020-07-01/2020-08"))
    #expect(Self.events.references[1].issued == PartialDate(year: 2017, printed: "circa 2017 Winter"))
    #expect(Self.events.references[2].issued == PartialDate(year: 2009, printed: "Summer 2009"))
    #expect(Self.article.history == [HistoryDate("accessed", PartialDate(year: 2021, month: 2, day: 3))])
  }

  @Test func identifiersInTheNoteAreIdentifiers() {
    #expect(
      Self.article.identifiers.map(\.description) == [
        "doi:10.5555/invent.2020", "key:muster2020", "pmid:30000001", "pmcid:PMC3000001",
      ])
    #expect(Self.article.notes == ["read twice"])
  }

  @Test func numbersMayBeTextsOrNot() {
    #expect(Self.article.volume == "12")
    #expect(Self.article.pages?.expanded == "1076-1083")
    #expect(Self.article.container?.serialNumbers.map(\.issn) == ["2000-0019", "2000-0027"])
  }

  @Test func statusAndRelationsTellOfARetraction() {
    #expect(Self.article.status.standing == .retracted)
    #expect(Self.article.relations.first?.identifiers.map(\.description) == ["pmid:30000010"])
    #expect(Self.article.accessions == [AccessionNumber(bank: "ClinicalTrials.gov", number: "NCT00000001")])
  }

  @Test func whatHasNoPlaceIsKeptAsJSON() {
    #expect(
      Self.article.kept.map { "\($0.path)=\($0.value)" } == ["source=PubMed", #"custom={"color":"red"}"#])
    #expect(Self.events.references[2].kept.map(\.value) == ["[1,null,true]"])
  }

  @Test func bookOfAChapterHasTheISBN() {
    #expect(Self.events.references[1].container?.bookNumbers == ["9783161484100"])
    #expect(Self.events.references[1].container?.otherTitles == ["Handbooks"])
  }

  @Test func noticeOfCrossrefIsTiedToTheArticle() throws {
    let notice = try #require(
      outcome(.cslJSON, fixture("csl-json/crossref-notice.json")).events.references.first)
    #expect(notice.type == "article-journal")
    #expect(
      notice.relations == [
        Relation(
          type: "RetractionOf", citation: "Retraction", identifiers: [Identifier(.doi, "10.5555/invent.2020")]
        )
      ])
    #expect(notice.isNotice)
    #expect(notice.contributors.first?.affiliations == ["Example Press"])
    #expect(notice.grants.map(\.number) == ["ET1", "ET2"])
    #expect(notice.citations.map(\.text) == ["An old one."])
  }

  @Test func brokenTextIsAnErrorWithItsPlaceBehindWhatWasRead() {
    let (events, failure) = reading("[{\"type\": \"book\", \"title\": \"A\"},\n {\"type\": book}]")
    #expect(events.references.map(\.title) == ["A"])
    #expect(failure?.description == "a.json:2:11: error: this is no value of JSON [malformed-json]")
  }

  @Test func cutTextIsAnError() {
    let (_, failure) = reading("[{\"type\": \"book\", \"title\": \"A")
    #expect(
      failure?.description
        == "a.json:1:28: error: the file ends too early: this text does not end [malformed-json]")
  }

  @Test func itemOfAnotherKindCostsOnlyItself() {
    let (events, failure) = reading("[1, {\"type\": \"book\", \"title\": \"A\"}, {\"a\": 1}]")
    #expect(failure == nil)
    #expect(events.references.map(\.title) == ["A"])
    #expect(
      events.problems.map(\.description) == [
        "a.json:1:2: warning: an item should be an object [malformed-record]",
        """
        a.json:1:37: warning: the object is no item: it has neither a known type nor a title \
        [malformed-record]
        """,
      ])
  }

  @Test func deepNestingIsRefused() {
    let (_, failure) = reading(String(repeating: "[", count: 100_000))
    #expect(failure?.message == "the values are nested too deeply")
  }

  @Test func otherJSONIsNotRecognised() throws {
    for text in [
      "[]", "{\"a\": 1}", "[{\"type\": \"text\", \"title\": \"x\"}]",
      "{\"id\":\"x\",\"type\":\"book\",\"identifiers\":[]}",
    ] {
      #expect(try !Reader.cslJSON.recognises(CorpusFile(text, name: "a")), "\(text)")
    }
  }
}

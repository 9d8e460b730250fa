import OnusModel
import Testing

@testable import OnusReaders

struct OAIDCTests {
  static let list = outcome(.oaiDC, fixture("oai-dc/list.xml")).events
  static let article = list.references.first ?? Reference()
  static let preprint = outcome(.oaiDC, fixture("oai-dc/preprint.xml")).events

  @Test func deletedRecordIsADeletion() {
    let deleted = Self.list.compactMap { event in
      if case .record(.deletion(let identifier)) = event { identifier.value.description } else { nil }
    }
    #expect(deleted == ["key:oai:example.org:1"])
    #expect(Self.list.references.count == 1)
  }

  @Test func recordOfAnotherFormatCostsOnlyItself() {
    #expect(Self.list.problems.filter { $0.severity == .warning }.map(\.code) == ["malformed-record"])
  }

  @Test func errorGivesNoWorks() {
    let events = outcome(.oaiDC, fixture("oai-dc/error.xml")).events
    #expect(events.references.isEmpty)
    #expect(
      events.problems.first?.message
        == "the service answered with the error badResumptionToken: The token has expired")
  }

  @Test func peopleHaveNamesRolesAndYears() {
    let people = Self.article.contributors
    #expect(people.map(\.family) == ["Exempel", nil, "Muster"])
    #expect(people.map(\.literal) == [nil, "Imaginol Study Group", nil])
    #expect(people.map(\.role) == [.author, .author, .editor])
    #expect(people[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(people[2].attributes["date"] == "1901-1987")
  }

  @Test func sourceIsTakenApart() {
    #expect(Self.article.type == "article-journal")
    #expect(Self.article.container?.title == "Journal of Invented Trials")
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.printed == "20-35")
    #expect(Self.article.container?.serialNumbers.map(\.issn) == ["2000-0027", "2000-0019"])
    let work = Self.preprint.references.first
    #expect(work?.container?.title == "Fungi")
    #expect(work?.volume == "17")
    #expect(work?.issue == "2")
    #expect(work?.pages?.printed == "e173")
  }

  @Test func identifiersAreTold() {
    #expect(
      Self.article.identifiers.map(\.description) == ["doi:10.5555/jit.2020.7", "key:oai:example.org:2"])
    #expect(Self.article.addresses == ["https://example.org/2"])
    #expect(Self.article.notes.contains("J Invent Trials 12 (2020) 20-35"))
    #expect(Self.article.relations.map(\.identifiers) == [[Identifier(.doi, "10.5555/data+1")]])
  }

  @Test func firstDateAndDescriptionCount() {
    #expect(Self.article.issued == PartialDate(year: 2020, month: 5, day: 4))
    #expect(Self.article.abstract.map(\.text) == ["We tried."])
    #expect(Self.article.otherAbstracts.map(\.language) == ["es"])
    #expect(Self.article.notes.contains("Comment: 12 pages"))
    #expect(Self.article.languages == ["en"])
    #expect(Self.article.title == "Imaginol in practice")
    #expect(Self.article.keywords.count == 1)
    #expect(Self.article.kept.map(\.value).contains("CC BY 4.0"))
  }

  @Test func brokenNamespaceIsAWarningAndTheRecordIsRead() {
    let work = Self.preprint.references.first
    #expect(work?.type == "article")
    #expect(work?.title == "Early word")
    #expect(work?.publisher == "Example Press")
    #expect(work?.place == "Exampleton")
    #expect(work?.identifiers.first?.description == "arxiv:2001.00001")
    #expect(Self.preprint.problems.allSatisfy { $0.severity == .warning })
  }

  @Test func otherHarvestsAreRefused() throws {
    let file = CorpusFile(
      "<OAI-PMH><ListRecords><record><metadata><mods/></metadata></record></ListRecords></OAI-PMH>")
    #expect(try !Reader.oaiDC.recognises(file))
    #expect(try Reader.recognizing(file).name == "mods")
  }

  @Test func deletedRecordAloneIsRecognisedAndLibraryRecordsAreNot() throws {
    let deleted = "<record><header status='deleted'><identifier>oai:x:1</identifier></header></record>"
    #expect(try Reader.recognizing(CorpusFile(deleted)).name == "oai-dc")
    let marc = "<record xmlns='http://www.loc.gov/MARC21/slim'><datestamp>2016</datestamp><leader/></record>"
    #expect(try !Reader.oaiDC.recognises(CorpusFile(marc)))
  }
}

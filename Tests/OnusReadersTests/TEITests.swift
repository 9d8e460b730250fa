import OnusModel
import Testing

@testable import OnusReaders

struct TEITests {
  static let events = outcome(.tei, fixture("tei/paper.tei.xml")).events
  static let paper = events.references.first ?? Reference()
  static let entries = Array(events.references.dropFirst())
  static let training = outcome(.tei, fixture("tei/training.xml")).events

  @Test func headerIsThePaperItself() {
    #expect(Self.paper.title == "Imaginol in practice")
    #expect(Self.paper.identifier(.doi) == "10.5555/jit.2020.7")
    #expect(Self.paper.issued == PartialDate(year: 2020, month: 5))
    #expect(Self.paper.languages == ["en"])
    #expect(Self.paper.keywords == [Keyword("imaginol")])
    #expect(Self.paper.abstract == [AbstractSection(label: "Aims", text: "To see.")])
    let author = Self.paper.authors.first
    #expect(author?.citationName == "Exempel AB")
    #expect(author?.identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(author?.affiliations == ["Samples, University of Example, Exampleland"])
    #expect(author?.attributes["email"] == "anna@example.org")
  }

  @Test func articleHasItsJournal() {
    let article = Self.entries[0]
    #expect(article.type == "article-journal")
    #expect(article.title == "Before imaginol")
    #expect(article.container?.title == "J Old Things")
    #expect(article.container?.serialNumbers == [SerialNumber(issn: "2000-0019")])
    #expect(article.volume == "3")
    #expect(article.issue == "2")
    #expect(article.pages?.printed == "44-49")
    #expect(article.issued == PartialDate(year: 1999, printed: "1999. Spring"))
    #expect(article.contributors.map(\.citationName) == ["van Muster M", "Sample Collaboration"])
    #expect(article.identifiers.map(\.description) == ["key:b0", "doi:10.5555/jot.3"])
  }

  @Test func withoutAnAnalyticPartTheMonographIsTheWork() {
    let book = Self.entries[1]
    #expect(book.type == "book")
    #expect(book.title == "History of samples")
    #expect(book.container == nil)
    #expect(book.identifier(.isbn) == "9783161484100")
    #expect(book.publisher == "Example Press")
  }

  @Test func meetingMakesAConferencePaper() {
    let talk = Self.entries[2]
    #expect(talk.type == "paper-conference")
    #expect(talk.container?.title == "Proceedings of samples")
    #expect(talk.container?.otherTitles == ["Meeting of Samples"])
    #expect(talk.kept.map(\.value).contains("A talk. In Proceedings of samples."))
  }

  @Test func entryThatCouldNotBeParsedIsANote() {
    #expect(Self.entries[3].title == nil)
    #expect(Self.entries[3].notes == ["Something nobody can parse."])
  }

  @Test func emptyEntryCostsOnlyItself() {
    #expect(Self.events.problems.map(\.code) == ["malformed-record"])
    #expect(Self.entries.count == 5)
  }

  @Test func reportTypeTellsATheses() {
    #expect(Self.entries[4].type == "thesis")
    #expect(Self.entries[4].publisher == "University of Example")
  }

  @Test func invalidIdIsAWarningAndTheFileIsRead() {
    #expect(Self.training.references.count == 2)
    #expect(Self.training.problems.allSatisfy { $0.severity < .error })
  }

  @Test func namesInOneAuthorAreTakenApart() {
    #expect(Self.training.references[0].authors.map(\.family) == ["Muster", "Exempel", "Eins"])
    #expect(Self.training.references[1].authors.map(\.family) == ["Muster"])
    #expect(Self.training.references[1].isAuthorListComplete == false)
  }

  @Test func identifiersLoseBlanksAndLabels() {
    let names = Self.training.references[0].identifiers.map(\.description)
    #expect(names.contains("doi:10.5555/mixed.1"))
    #expect(names.contains("pmid:99000001"))
    #expect(names.contains("arxiv:1112.5166"))
  }

  @Test func wordsBetweenThePartsAreKept() {
    #expect(Self.training.references[0].kept.isEmpty)
    #expect(Self.training.references[1].kept.contains { $0.value.contains("and references therein") })
  }
}

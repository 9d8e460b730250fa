import OnusModel
import Testing

@testable import OnusReaders

struct BIBORDFTests {
  static let events = outcome(.biboRDF, fixture("bibo-rdf/works.rdf")).events
  static let article = events.references.first ?? Reference()

  @Test func journalsBooksAndPeopleAreNoWorks() {
    #expect(Self.events.references.map(\.title) == ["The effect of imaginol", "On chapters", "A thesis"])
    #expect(Self.events.problems.isEmpty)
  }

  @Test func orderedListOfAuthorsWinsOverTheUnordered() {
    #expect(Self.article.contributors.map(\.citationName) == ["Exempel JP", "Example Trials Unit"])
  }

  @Test func journalIsFoundThroughTheIssue() {
    #expect(Self.article.type == "article-journal")
    #expect(
      Self.article.container
        == Container(
          title: "Journal of Invented Trials", abbreviation: "J Invent Trials",
          serialNumbers: [SerialNumber(issn: "2000-0019")]))
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.printed == "1076-83")
    #expect(Self.article.issued == PartialDate(year: 2020, month: 7, day: 15))
  }

  @Test func identifiersTagsAndCitations() {
    #expect(
      Self.article.identifiers.map(\.description) == ["doi:10.5555/invent.2020.001", "pmid:18728058"])
    #expect(Self.article.keywords.map(\.text) == ["Imaginol", "to read"])
    #expect(Self.article.citations.map(\.identifiers) == [[Identifier(.doi, "10.5555/cited")]])
    #expect(Self.article.languages == ["en"])
    #expect(Self.article.kept.map(\.path) == ["rights", "UserItem/accessDate"])
  }

  @Test func kindMayBeAPropertyAndNamesLiterals() {
    let chapter = Self.events.references[1]
    #expect(chapter.type == "chapter")
    #expect(chapter.contributors.map(\.citationName) == ["Beispiel E", "Schrift A"])
    #expect(chapter.contributors.map(\.role) == [.author, .editor])
    #expect(chapter.pages?.printed == "11-20")
    #expect(chapter.container?.bookNumbers == ["9780306406157"])
    #expect(chapter.issued?.year == 1993)
    #expect(chapter.publisher == "Example Press")
    #expect(chapter.place == "Milan")
  }

  @Test func degreeMakesAThesis() {
    let thesis = Self.events.references[2]
    #expect(thesis.type == "thesis")
    #expect(thesis.publicationTypes == [Term("phd")])
    #expect(thesis.publisher == "Example University")
  }
}

import OnusModel
import Testing

@testable import OnusReaders

struct WordSourcesTests {
  static let events = outcome(.wordSources, fixture("word-sources/Sources.xml")).events
  static let article = events.references.first ?? Reference()
  static let book = events.references.dropFirst().first ?? Reference()

  @Test func namesAreInsideTwoElementsCalledAuthor() {
    #expect(Self.article.contributors.map(\.family) == ["Exempel", "Schrift"])
    #expect(Self.article.contributors.map(\.given) == ["Jean P.", "Anne"])
    #expect(Self.article.contributors.map(\.role) == [.author, .editor])
  }

  @Test func articleIsRead() {
    #expect(Self.article.type == "article-journal")
    #expect(Self.article.container?.title == "Journal of Invented Trials")
    #expect(Self.article.container?.serialNumbers == [SerialNumber(issn: "2000-0019")])
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.printed == "1076–83")
    #expect(Self.article.pages?.expanded == "1076-1083")
    #expect(Self.article.identifiers.map(\.description) == ["key:Exe20", "doi:10.5555/invent.2020.001"])
    #expect(Self.article.languages == ["en-GB"])
  }

  @Test func datesAreFreeText() {
    #expect(Self.article.issued == PartialDate(year: 2020, month: 7, day: 15))
    #expect(Self.article.history == [HistoryDate("accessed", PartialDate(year: 2021, month: 8, day: 3))])
    #expect(Self.book.issued == PartialDate(year: 1993, printed: "73 1993"))
    #expect(Self.events.references[2].issued == PartialDate(year: nil, printed: "in press"))
  }

  @Test func listOfAuthorsInPlaceOfAGroupIsTakenApart() {
    #expect(Self.book.contributors.map(\.family) == ["Exempel", "Muster"])
    #expect(
      Self.events.references[2].contributors.map(\.literal) == ["Example Institute for Inventions"])
  }

  @Test func bookGoesByItsBookTitleAndNumberedTagsAreNoKeys() {
    #expect(Self.book.title == "Handbook of inventions")
    #expect(Self.book.place == "Milan, Italy")
    #expect(Self.book.identifiers.map(\.description) == ["isbn:9780306406157"])
    #expect(Self.book.kept.map(\.path) == ["Tag"])
  }

  @Test func reportOfAThesisIsAThesis() {
    let thesis = Self.events.references[2]
    #expect(thesis.type == "thesis")
    #expect(thesis.publisher == "Example University")
    #expect(thesis.publicationTypes == [Term("Ph.D. Thesis")])
    #expect(thesis.addresses == ["https://example.org/report"])
    #expect(thesis.notes == ["Not out yet."])
  }

  @Test func kindsAddedByStylesAreKeptWhereUnknown() {
    #expect(Self.events.references[3].type == "legislation")
    #expect(Self.events.references[3].kept.map(\.path) == ["Jurisdiction"])
    #expect(Self.article.kept.map(\.path) == ["ShortTitle"])
  }

  @Test func emptySourceIsAProblem() {
    #expect(Self.events.problems.map(\.code).contains("malformed-record"))
    #expect(Self.events.references.count == 4)
  }

  @Test(arguments: [
    ("Rowan", "A.", "and Druse, P.", "Rowan A., Druse P."),
    ("Valen", "Dan", "J. Bern and Nadia Hen and Luke", "Bern Dan J., Hen Nadia, Valen Luke"),
    ("Lange", "T.", "J., Dahl E.", "Lange T. J., Dahl E."), ("Orlov", "K.", "M.", "Orlov K. M."),
  ]) func middleNamesHoldFurtherPeople(last: String, first: String, middle: String, expected: String) throws {
    let text =
      "<Person><Last>\(last)</Last><First>\(first)</First><Middle>\(middle)</Middle></Person>"
    let names = try withRecord(text) { person in
      WordSources.names(person).map { "\($0.family ?? "-") \($0.given ?? "-")" }.joined(separator: ", ")
    }
    #expect(names == expected)
  }
}

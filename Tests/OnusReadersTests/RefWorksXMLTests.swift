import OnusModel
import Testing

@testable import OnusReaders

struct RefWorksXMLTests {
  static let references = outcome(.refWorksXML, fixture("refworks-xml/references.xml")).events.references
  static let article = references.first ?? Reference()

  @Test func articleIsRead() {
    #expect(Self.article.type == "article-journal")
    #expect(Self.article.title == "The effect of imaginol")
    #expect(Self.article.contributors.map(\.citationName) == ["Exempel JP", "Example Trials Unit"])
    #expect(Self.article.contributors.first?.affiliations == ["Example University"])
    #expect(
      Self.article.container
        == Container(
          title: "Journal of Invented Trials", abbreviation: "J Invent Trials",
          serialNumbers: [SerialNumber(issn: "2000-0019"), SerialNumber(issn: "0378-5955")]))
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.expanded == "1076-1083")
    #expect(Self.article.issued?.iso8601 == "2020-07-15")
    #expect(Self.article.languages == ["en"])
  }

  @Test func accessionNumberOfPubMedIsThePMID() {
    #expect(
      Self.article.identifiers.map(\.description) == ["doi:10.5555/invent.2020.001", "pmid:18728058"])
  }

  @Test func ownFieldsAndNumbersAreKept() {
    #expect(
      Self.article.kept.map { "\($0.path)=\($0.value)" } == [
        "sr=Electronic(1)", "id=19", "db=PubMed", "u5=screened",
      ])
  }

  @Test func chapterHasItsBookAndSeries() {
    let chapter = Self.references[1]
    #expect(chapter.type == "chapter")
    #expect(chapter.container?.title == "Handbook of inventions")
    #expect(chapter.container?.otherTitles == ["Invented series"])
    #expect(chapter.container?.bookNumbers == ["9780306406157"])
    #expect(chapter.contributors.map(\.role) == [.author, .editor])
    #expect(chapter.place == "Milan")
  }
}

import OnusModel
import Testing

@testable import OnusReaders

struct BibTeXMLTests {
  static let events = outcome(.bibTeXML, fixture("bibtexml/entries.xml")).events
  static let article = events.references.first ?? Reference()
  static let chapter = events.references.dropFirst().first ?? Reference()

  @Test func namesAreBibTeXsList() {
    #expect(Self.article.contributors.map(\.family) == ["Exempel", "van der Muster", nil])
    #expect(Self.article.contributors.last?.literal == "Example Trials Unit")
    #expect(Self.article.isAuthorListComplete == false)
  }

  @Test func namesMayBeInParts() {
    #expect(Self.chapter.contributors.map(\.family) == ["von Beispiel", "Schrift"])
    #expect(Self.chapter.contributors.first?.suffix == "Jr.")
    #expect(Self.chapter.contributors.map(\.role) == [.author, .editor])
  }

  @Test func articleIsRead() {
    #expect(Self.article.type == "article-journal")
    #expect(Self.article.title == "The effect of Imaginol")
    #expect(Self.article.container?.title == "Journal of Invented Trials")
    #expect(Self.article.container?.serialNumbers == [SerialNumber(issn: "2000-0019")])
    #expect(Self.article.issued == PartialDate(year: 2020, month: 7, printed: "July 2020"))
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.expanded == "1076-1083")
    #expect(
      Self.article.identifiers.map(\.description) == ["key:exempel2020", "doi:10.5555/invent.2020.001"])
    #expect(Self.article.keywords.map(\.text) == ["imaginol", "trials"])
    #expect(Self.article.kept.map(\.path) == ["article/file"])
  }

  @Test func chapterHasItsBookAndSeries() {
    #expect(Self.chapter.type == "chapter")
    #expect(Self.chapter.title == "On chapters: and their ends")
    #expect(Self.chapter.container?.title == "Handbook of inventions")
    #expect(Self.chapter.container?.otherTitles == ["Invented series"])
    #expect(Self.chapter.container?.bookNumbers == ["9780306406157"])
    #expect(Self.chapter.number == "28")
    #expect(Self.chapter.issued == PartialDate(year: 1993, month: 2))
    #expect(Self.chapter.identifiers.map(\.description) == ["key:beispiel1993", "doi:10.5555/chapter"])
    #expect(Self.chapter.kept.isEmpty)
  }

  @Test func emptyEntryIsAProblem() {
    #expect(Self.events.problems.map(\.message) == ["the entry is empty"])
  }

  @Test func commandsOfTeXAreWhatTheyPrint() {
    let text = #"""
      <bibtex:file xmlns:bibtex="http://bibtexml.sf.net/"><bibtex:entry id="a"><bibtex:article>
      <bibtex:author>M{\"u}ster, J{\'e}r{\^o}me and {Gro{\ss}e Gruppe}</bibtex:author>
      <bibtex:title>{\"U}ber $\alpha$ \&amp; {Beta}</bibtex:title>
      <bibtex:journal>50% more_or_less -- ~ 5 $</bibtex:journal>
      </bibtex:article></bibtex:entry></bibtex:file>
      """#
    let reference = outcome(.bibTeXML, CorpusFile(text)).events.references.first
    #expect(reference?.contributors.map(\.family) == ["Müster", nil])
    #expect(reference?.contributors.first?.given == "Jérôme")
    #expect(reference?.contributors.last?.literal == "Große Gruppe")
    #expect(reference?.title == "Über α & Beta")
    #expect(reference?.container?.title == "50% more_or_less -- ~ 5 $")
  }
}

import OnusModel
import Testing

@testable import OnusReaders

struct EndNoteTaggedTests {
  static let events = outcome(.endNoteTagged, fixture("endnote-tagged/export.enw")).events
  static let article = events.references.first ?? Reference()

  @Test func fieldsOfAnArticleAreRead() {
    #expect(Self.article.type == "article-journal")
    #expect(Self.article.contributors.map(\.family) == ["Exempel", nil])
    #expect(Self.article.contributors[1].literal == "Inventors Study Group")
    #expect(Self.article.contributors[0].affiliations == ["Example University"])
    #expect(Self.article.container?.title == "Journal of Invented Trials")
    #expect(Self.article.container?.abbreviation == "J Invent Trials")
    #expect(Self.article.issued == PartialDate(year: 2020, month: 7, day: 12, printed: "Jul 12 2020"))
    #expect(Self.article.pages?.expanded == "1076-1083")
    #expect(Self.article.languages == ["en"])
  }

  @Test func identifiersAndRegistrationsAreFound() {
    #expect(
      Self.article.identifiers.map(\.description) == [
        "doi:10.5555/invent.2020.001", "pmcid:PMC3000001", "pmid:30000001", "key:exempel2020",
      ])
    #expect(Self.article.accessions == [AccessionNumber(bank: "ClinicalTrials.gov", number: "NCT00000001")])
  }

  @Test func linesWithoutATagGoOnWithTheField() {
    #expect(Self.article.keywords == [Keyword("Paper cuts", isMajor: true), Keyword("Imaginol")])
    #expect(Self.article.abstract == [AbstractSection(text: "A first line and a second.")])
  }

  @Test func notesTellOfPublicationTypesAndRetractions() {
    #expect(Self.article.publicationTypes == [Term("Randomized Controlled Trial")])
    #expect(Self.article.status.standing == .retracted)
  }

  @Test func whatHasNoPlaceIsKept() { #expect(Self.article.kept.map(\.path) == ["%~", "%L"]) }

  @Test func chapterHasABookASeriesAndEditors() {
    let chapter = Self.events.references[1]
    #expect(chapter.type == "chapter")
    #expect(chapter.contributors.map(\.role) == [.author, .editor])
    #expect(chapter.container?.title == "Handbook of Inventions")
    #expect(chapter.container?.otherTitles == ["Handbooks"])
    #expect(chapter.container?.bookNumbers == ["9783161484100"])
    #expect(chapter.history.map(\.event) == ["accessed"])
  }

  @Test func referHasNoTypesAndBlankLinesBetweenRecords() throws {
    let references = try Reader.endNoteTagged.events(in: fixture("endnote-tagged/refer.txt")).references
    #expect(references.map(\.type) == ["article-journal", "book"])
    #expect(references.map(\.contributors.count) == [2, 1])
  }

  @Test func commentsOfTeXAreNoRecords() throws {
    for text in ["%\n% Encoding: UTF-8\n@book{a, title={b}}", "%A remark\ntext", "% A\n% B"] {
      #expect(try !Reader.endNoteTagged.recognises(CorpusFile(text, name: "a")), "\(text)")
    }
  }
}

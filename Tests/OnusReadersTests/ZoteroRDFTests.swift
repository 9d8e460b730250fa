import OnusModel
import Testing

@testable import OnusReaders

struct ZoteroRDFTests {
  static let events = outcome(.zoteroRDF, fixture("zotero-rdf/library.rdf")).events
  static let article = events.references.first ?? Reference()
  static let chapter = events.references.dropFirst().first ?? Reference()

  @Test func attachmentsNotesAndCollectionsAreNoWorks() {
    #expect(Self.events.references.map(\.type) == ["article-journal", "chapter", "article"])
    #expect(Self.events.problems.map(\.message) == ["the note belongs to no work and is not used"])
    #expect(Self.events.problems.first?.location?.line == 106)
  }

  @Test func journalBehindTheWorkGivesVolumeIssueAndDOI() {
    #expect(
      Self.article.container
        == Container(
          title: "Journal of Invented Trials", abbreviation: "J Invent Trials",
          serialNumbers: [SerialNumber(issn: "2000-0019"), SerialNumber(issn: "0378-5955")]))
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.expanded == "1076-1083")
    #expect(Self.article.identifier(.doi) == "10.5555/invent.2020.001")
  }

  @Test func identifiersAreReadFromTheExtraField() {
    #expect(Self.article.identifier(.pmid) == "18728058")
    #expect(Self.article.identifier(.pmcid) == "PMC123456")
    #expect(Self.article.notes.first?.hasSuffix("\nPublisher: Example Press") == true)
  }

  @Test func notesLoseTheirMarkup() { #expect(Self.article.notes.last == "Worth reading & citing") }

  @Test func singleNamesAreGroups() {
    #expect(Self.article.contributors.map(\.family) == ["Exempel", nil])
    #expect(Self.article.contributors.last?.literal == "Example Trials Unit")
  }

  @Test func datesLanguagesAndTags() {
    #expect(Self.article.issued == PartialDate(year: 2020, month: 7, printed: "7/2020"))
    #expect(Self.article.history.map(\.event) == ["accessed"])
    #expect(Self.article.languages == ["en"])
    #expect(Self.article.keywords == [Keyword("Imaginol", owner: "automatic"), Keyword("to read")])
  }

  @Test func attachmentsAndCollectionsStayWithTheWork() {
    #expect(
      Self.article.addresses == [
        "https://example.org/imaginol", "http://www.ncbi.nlm.nih.gov/pubmed/18728058",
      ])
    #expect(
      Self.article.kept.map { "\($0.path)=\($0.value)" } == [
        "libraryCatalog=PubMed", "Attachment/title=PubMed entry", "Attachment/linkMode=3",
        "Collection/title=Included",
      ])
  }

  @Test func chapterHasItsBookSeriesPublisherAndKey() {
    #expect(Self.chapter.container?.title == "Handbook of inventions")
    #expect(Self.chapter.container?.otherTitles == ["Invented series"])
    #expect(Self.chapter.container?.bookNumbers == ["9780306406157"])
    #expect(Self.chapter.number == "28")
    #expect(Self.chapter.volume == "2")
    #expect(Self.chapter.publisher == "Example Press")
    #expect(Self.chapter.place == "Milan")
    #expect(Self.chapter.contributors.map(\.role) == [.editor])
    #expect(Self.chapter.id.rawValue == "key:schrift2019")
    #expect(Self.chapter.relations.map(\.citation) == ["The effect of imaginol"])
    #expect(Self.chapter.kept.isEmpty)
  }

  @Test func volumeOfASharedJournalIsNobodys() throws {
    let item = { (number: Int) in
      "<bib:Article rdf:about='#\(number)'><z:itemType>journalArticle</z:itemType><dc:title>T</dc:title><dcterms:isPartOf rdf:resource='urn:x'/></bib:Article>"
    }
    let file = CorpusFile(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:bib="http://purl.org/net/biblio#"
      xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:dcterms="http://purl.org/dc/terms/" xmlns:prism="urn:p">
      \(item(1))\(item(2))
      <bib:Journal rdf:about="urn:x"><dc:title>J</dc:title><prism:volume>1</prism:volume>
      <dc:identifier>DOI 10.5555/x</dc:identifier></bib:Journal></rdf:RDF>
      """)
    let references = try Reader.zoteroRDF.events(in: file).references
    #expect(references.map { $0.container?.title } == ["J", "J"])
    #expect(references.map(\.volume) == [nil, nil])
    #expect(references.flatMap(\.identifiers).isEmpty)
    #expect(references[0].kept.map(\.path) == ["Journal/volume"])
  }

  @Test(arguments: [
    ("<p>One</p><p>Two</p>", "One\nTwo"), ("a < b & c", "a < b & c"), ("x&nbsp;y &#945; &#x3B2;", "x y α β"),
    ("<i>K</i><sub>m</sub>", "Km"), ("line<br/>break", "line\nbreak"), ("&unknown;", "&unknown;"),
  ]) func htmlBecomesText(html: String, expected: String) { #expect(HTMLText.plain(html) == expected) }
}

import OnusModel
import Testing

@testable import OnusReaders

struct EndNoteXMLTests {
  static let events = outcome(.endNoteXML, fixture("endnote-xml/endnote.xml")).events
  static let article = events.references.first ?? Reference()

  @Test func runsOfStylesAreJoinedWithoutBlanks() {
    #expect(Self.article.title == "Imaginol 5 m3/d and KIC: a randomised trial")
  }

  @Test func namesArePeopleOrGroups() {
    #expect(Self.article.contributors.map(\.family) == ["Exempel", "Muster", nil])
    #expect(Self.article.contributors.map(\.suffix) == [nil, "Jr.", nil])
    #expect(Self.article.contributors.last?.literal == "Example Trials Unit")
    #expect(Self.article.isAuthorListComplete == false)
  }

  @Test func addressesAreTheFirstAuthors() {
    #expect(
      Self.article.contributors.first?.affiliations == [
        "Example University, Exampletown.", "Second Institute, Testville.",
      ])
  }

  @Test func journalInFivePlacesIsOneJournal() {
    #expect(
      Self.article.container
        == Container(
          title: "Journal of Invented Trials", abbreviation: "J. Invent. Trials",
          otherTitles: ["J Invent Trials"],
          serialNumbers: [
            SerialNumber(issn: "2000-0019", medium: "Electronic"),
            SerialNumber(issn: "0378-5955", medium: "Linking"),
          ]))
  }

  @Test func numbersOfAnArticle() {
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.printed == "1076-83")
    #expect(Self.article.pages?.expanded == "1076-1083")
  }

  @Test func datesComeFromTwoFieldsAndTheEditionIsTheElectronicDate() {
    #expect(Self.article.issued?.iso8601 == "2020-07-15")
    #expect(Self.article.published?.iso8601 == "2019-12-24")
    #expect(Self.events.references[1].issued?.iso8601 == "2000-06-15")
    #expect(Self.events.references[2].issued?.iso8601 == "2010-10-14")
  }

  @Test func identifiersComeFromAllTheirPlaces() {
    #expect(
      Self.article.identifiers.map(\.description) == [
        "doi:10.5555/invent.2020.001", "pmid:18728058", "pmcid:PMC123456", "key:inv3nt3d/1",
      ])
    #expect(Self.article.accessions == [AccessionNumber(bank: "ClinicalTrials.gov", number: "NCT00501696")])
  }

  @Test func notesTellPublicationTypesAndNotices() {
    #expect(Self.article.publicationTypes == [Term("Randomized Controlled Trial")])
    #expect(Self.article.relations.map(\.type) == ["ErratumIn"])
    #expect(
      Self.article.relations.first?.identifiers.map(\.description) == [
        "pmid:18728059", "doi:10.5555/erratum.9",
      ])
    #expect(Self.article.status.standing == .corrected)
    #expect(Self.article.notes == ["Exempel, Jean P\neng\nRandomized Controlled Trial\n2020/07/16 06:00"])
  }

  @Test func starMarksAMainTopic() {
    #expect(
      Self.article.keywords == [Keyword("Imaginol/therapeutic use", isMajor: true), Keyword("Humans")])
    #expect(Self.article.languages == ["en"])
  }

  @Test func whatHasNoPlaceIsKeptWithoutItsStyle() {
    #expect(
      Self.article.kept.map { "\($0.path)=\($0.value)" } == [
        "label=imaginol", "caption=included", "remote-database-provider=NLM",
        "urls/pdf-urls/url=internal-pdf://0123456789/Exempel-2020.pdf",
      ])
  }

  @Test func chapterHasBookEditorsSeriesAndTheBooksNumber() {
    let chapter = Self.events.references[1]
    #expect(chapter.type == "chapter")
    #expect(chapter.contributors.map(\.role.rawValue) == ["author", "editor", "series-editor"])
    #expect(chapter.container?.title == "Handbook of inventions")
    #expect(chapter.container?.otherTitles == ["Invented series"])
    #expect(chapter.container?.bookNumbers == ["9780306406157"])
    #expect(chapter.identifier(.isbn) == nil)
  }

  @Test func nameOfTheTypeWinsOverItsNumber() {
    let report = Self.events.references[2]
    #expect(report.type == "report")
    #expect(report.number == "D 5.1")
    #expect(report.contributors.map(\.citationName) == ["Exempel K", "SUW"])
    #expect(report.container?.otherTitles == ["Example reports"])
    #expect(report.identifier(.accession) == "EX-2010-1")
    #expect(report.addresses == ["https://example.org/report"])
  }

  @Test func mendeleysGenericIsAnArticleWhenItHasAJournal() throws {
    let article = try #require(
      Reader.endNoteXML.events(in: fixture("endnote-xml/mendeley.xml")).references.first)
    #expect(article.type == "article-journal")
    #expect(article.issue == "2")
    #expect(article.identifier(.pmid) == "18728060")
    #expect(article.kept.isEmpty)
  }

  @Test(arguments: [
    ("", ["author", "editor", "editor"]),
    ("<titles><secondary-title>Series</secondary-title></titles>", ["author", "series-editor", "editor"]),
  ]) func secondListOfABookEditsTheSeriesWhereThereIsOne(titles: String, roles: [String]) throws {
    let lists = ["authors", "secondary-authors", "tertiary-authors"].map {
      "<\($0)><author>Exempel, Kim</author></\($0)>"
    }
    let text =
      "<record><ref-type name='Book'/><contributors>\(lists.joined())</contributors>\(titles)</record>"
    let found = try withRecord(text) {
      EndNoteXML.events($0).references.first?.contributors.map(\.role.rawValue)
    }
    #expect(found == roles)
  }

  @Test func genericWithoutAJournalStaysADocument() throws {
    let type = try withRecord(
      "<record><ref-type name='Generic'>13</ref-type><titles><secondary-title>S</secondary-title></titles></record>"
    ) { EndNoteXML.events($0).references.first?.type }
    #expect(type == "document")
  }

  @Test func citationsInWordsFieldsAreRead() throws {
    let events = try Reader.endNoteXML.events(in: fixture("endnote-xml/word-field.xml"))
    #expect(events.references.map(\.title) == ["Cited in a text"])
    #expect(events.references.first?.kept.map(\.path) == ["DisplayText"])
    #expect(events.problems.map(\.code) == ["malformed-record"])
  }

  @Test(arguments: [
    ("<ref-type>17</ref-type>", "article-journal"), ("<ref-type name='Thesis'/>", "thesis"),
    ("<ref-type name='Unheard Of'>6</ref-type>", "book"),
    ("<ref-type name='Edited Book'>5</ref-type>", "book"),
    ("<ref-type name='Unheard Of'/>", "document"),
  ]) func types(refType: String, expected: String) throws {
    let type = try withRecord("<record>\(refType)</record>") { EndNoteXML.type($0) }
    #expect(type == expected)
  }

  @Test(arguments: [
    ("<accession-num>12345678</accession-num>", "pmid:12345678"),
    (
      "<accession-num>12345678</accession-num><remote-database-name>CINAHL</remote-database-name>",
      "accession:12345678"
    ),
    ("<accession-num>WOS:000200148800007</accession-num>", "wos:WOS:000200148800007"),
    (
      "<custom5>12345678</custom5><remote-database-name>Embase&#xD;Medline</remote-database-name>",
      "pmid:12345678"
    ),
    ("<custom3>PUBMED 12345678</custom3>", "pmid:12345678"),
    ("<urls><related-urls><url>&lt;Go to ISI&gt;://WOS:0001</url></related-urls></urls>", "wos:WOS:0001"),
  ]) func numbersOfDatabases(fields: String, expected: String) throws {
    let file = CorpusFile(
      "<xml><records><record><ref-type name='Journal Article'/>\(fields)</record></records></xml>")
    let reference = try #require(Reader.endNoteXML.events(in: file).references.first)
    #expect(reference.identifiers.map(\.description) == [expected])
  }

  @Test func trialsOfCENTRALAreKnownByTheirAddress() throws {
    let file = CorpusFile(
      """
      <xml><records><record><ref-type name="Journal Article">17</ref-type>
      <contributors><authors><author>Nct,</author></authors></contributors>
      <titles><secondary-title>https://clinicaltrials.gov/show/NCT01309620</secondary-title></titles>
      </record></records></xml>
      """)
    let reference = try #require(Reader.endNoteXML.events(in: file).references.first)
    #expect(reference.accessions.map(\.number) == ["NCT01309620"])
    #expect(reference.contributors.map(\.literal) == ["Nct"])
  }

  @Test func otherXMLNamedXMLIsNotEndNotes() throws {
    #expect(try !Reader.endNoteXML.recognises(CorpusFile("<xml><records><record/></records></xml>")))
  }
}

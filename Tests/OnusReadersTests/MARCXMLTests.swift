import OnusModel
import Testing

@testable import OnusReaders

struct MARCXMLTests {
  static let events = outcome(.marcXML, fixture("marcxml/collection.xml")).events
  static let article = events.references.first ?? Reference()
  static let book = events.references.dropFirst().first ?? Reference()

  @Test func authorityIsNoWork() {
    #expect(Self.events.references.count == 3)
    #expect(
      Self.events.problems.last?.message == "the record describes an authority and no work")
    #expect(Self.events.problems.last?.severity == .note)
  }

  @Test func titleLosesItsPunctuation() {
    #expect(Self.article.title == "The effect of imaginol: a randomised trial")
    #expect(Self.book.title == "Handbook of inventions")
    #expect(Self.book.vernacularTitle == "Manuale delle invenzioni")
  }

  @Test func namesHaveRolesFromCodeWordOrStatement() {
    #expect(
      Self.article.contributors.map(\.citationName) == [
        "Exempel JP", "Beispiel E", "Muster K", "Example Institute. Trials Unit",
      ])
    #expect(
      Self.article.contributors.map(\.role.rawValue) == ["author", "translator", "contributor", "author"])
    #expect(Self.article.contributors[0].attributes["date"] == "1970-")
    #expect(Self.article.contributors[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(Self.article.contributors[2].attributes["date"] == "1867-1948")
    #expect(Self.book.contributors.map(\.role) == [.author, .editor])
  }

  @Test func meetingsAndWorksAmongTheNamesAreNoAuthors() {
    let kept = Self.article.kept.map { "\($0.path)=\($0.value)" }
    #expect(kept.contains("711$a=Example Congress"))
    #expect(kept.contains("700$t=Another work."))
  }

  @Test func hostGivesJournalVolumeIssuePagesAndYear() {
    #expect(Self.article.type == "article-journal")
    #expect(Self.article.container?.title == "Journal of invented trials")
    #expect(Self.article.container?.serialNumbers == [SerialNumber(issn: "2000-0019")])
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.expanded == "1076-1083")
    #expect(Self.article.issued?.year == 2020)
    #expect(Self.article.history.map(\.event) == ["revised", "copyright"])
  }

  @Test func identifiersComeFromAllTheirPlaces() {
    #expect(
      Self.article.identifiers.map(\.description) == [
        "key:EX-1/inv-1", "doi:10.5555/invent.2020.001", "pmid:18728058",
      ])
    #expect(Self.book.identifier(.isbn) == "0306406152")
    #expect(Self.article.languages == ["en", "de"])
    #expect(Self.book.languages == ["it"])
  }

  @Test func subjectsAreHeadingsKeywordsOrPublicationTypes() {
    #expect(Self.article.headings.map(\.descriptor.term) == [Term("Multiple Sclerosis", ui: "D009103")])
    #expect(Self.article.headings.first?.descriptor.isMajor == true)
    #expect(Self.article.headings.first?.qualifiers.map(\.term.name) == ["drug therapy"])
    #expect(Self.article.keywords == [Keyword("Imaginol--Therapeutic use", owner: "lcsh")])
    #expect(Self.article.publicationTypes == [Term("Randomized Controlled Trial", ui: "D016449")])
  }

  @Test func otherFormsOfTheWorkAreRelations() {
    #expect(
      Self.article.relations == [
        Relation(
          type: "OtherForm", citation: "The effect of imaginol",
          identifiers: [Identifier(.isbn, "9780306406157")],
          note: "Online version")
      ])
    #expect(Self.article.grants.map(\.number) == ["EX-17"])
  }

  @Test func bookHasPlacePublisherDateEditionAndSeries() {
    #expect(Self.book.type == "book")
    #expect(Self.book.place == "Milan")
    #expect(Self.book.publisher == "Example Press")
    #expect(Self.book.issued == PartialDate(year: 1993, printed: "c1993"))
    #expect(Self.book.edition == "2nd ed.")
    #expect(Self.book.container?.otherTitles == ["Invented series"])
    #expect(Self.book.number == "423")
  }

  @Test func malformedFieldsCostNoMoreThanThemselves() {
    let thesis = Self.events.references[2]
    #expect(thesis.type == "thesis")
    #expect(thesis.publisher == "Example University")
    #expect(thesis.issued?.year == 1991)
    #expect(thesis.notes == ["Thesis (Ph. D.)--Example University, 1991.", "A note."])
    #expect(
      Self.events.problems.filter { $0.code == "malformed-record" }.map(\.message) == [
        "the record holds a field without a tag", "the record holds a subfield of 500 without a code",
      ])
    let kept = thesis.kept.map { "\($0.path)=\($0.value)" }
    #expect(kept == ["500$?=no code", "datafield/subfield/@code=a", "datafield/subfield=no tag"])
  }

  @Test func whatHasNoPlaceIsKeptUnderTagAndCode() {
    #expect(Self.article.kept.map(\.path).contains("583$a"))
    #expect(Self.book.kept.map { "\($0.path)=\($0.value)" }.contains("300$a=500 p. ;"))
  }

  @Test func unimarcIsKnownByItsTitleField() throws {
    let article = try #require(
      Reader.marcXML.events(in: fixture("marcxml/unimarc-search.xml")).references.first)
    #expect(article.title == "L'effet de l'imaginol: un essai")
    #expect(article.type == "article-journal")
    #expect(article.contributors.map(\.citationName) == ["Exempel J", "Schrift A"])
    #expect(article.contributors.map(\.role) == [.author, .editor])
    #expect(article.container?.title == "Revue des inventions")
    #expect(article.volume == "31")
    #expect(article.pages?.printed == "447-473")
    #expect(article.publisher == "Exemples")
    #expect(article.languages == ["fr"])
    #expect(article.keywords == [Keyword("Imaginol", owner: "rameau")])
  }

  @Test(arguments: [
    ("Vol. 12, no. 3 (May 1999), p. 45-67", "12|3|45-67|1999-05"),
    ("Bd. 31 (1992), H. 2, S. 447-473", "31|2|447-473|1992"), ("volume:31", "31|||"),
    ("year:1992", "|||1992"),
    ("12:3<45", "12|3|45|"), ("Seite 447-473", "||447-473|"), ("number:2", "|2||"),
  ]) func placesInAJournal(text: String, expected: String) {
    let parts = HostParts(text)
    let found = [parts.volume, parts.issue, parts.pages, parts.date?.iso8601].map { $0 ?? "" }
    #expect(found.joined(separator: "|") == expected)
  }

  @Test(arguments: [
    ("00000nab a22", "<datafield tag='773'><subfield code='t'>J</subfield></datafield>", "article-journal"),
    ("00000naa a22", "<datafield tag='773'><subfield code='z'>1</subfield></datafield>", "chapter"),
    ("00000nas a22", "", "periodical"), ("00000njm a22", "", "song"), ("00000nam a22", "", "book"),
    ("      Z   22", "", "document"), ("", "<datafield tag='020'/>", "book"),
  ]) func types(leader: String, fields: String, expected: String) throws {
    let type = try withRecord("<record><leader>\(leader)</leader>\(fields)</record>") {
      MARCXML.type(MARCRecord($0))
    }
    #expect(type == expected)
  }

  @Test func leadingZerosOfTagsMayBeMissing() throws {
    let file = CorpusFile(
      "<collection><record><leader>00000nam</leader><datafield tag='20'><subfield code='a'>0306406152</subfield></datafield></record></collection>"
    )
    #expect(try Reader.marcXML.events(in: file).references.first?.identifier(.isbn) == "0306406152")
  }
}

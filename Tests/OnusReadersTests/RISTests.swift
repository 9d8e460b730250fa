import OnusModel
import Testing

@testable import OnusReaders

struct RISTests {
  static let events = outcome(.ris, fixture("ris/databases.ris")).events
  static let trial = events.references.first ?? Reference()

  private func reference(_ lines: String) throws -> Reference {
    let text = "TY  - JOUR\n" + lines + "\nER  - \n"
    return try #require(outcome(.ris, CorpusFile(text, name: "a.ris")).events.references.first)
  }

  @Test func authorsAreReadByTheirParts() {
    #expect(Self.trial.contributors.map(\.family) == ["Exempel", "van der Steinbruch", nil])
    #expect(Self.trial.contributors.map(\.given) == ["Jean Paul", "J", nil])
    #expect(Self.trial.contributors[2].literal == "Inventors Study Group")
    #expect(Self.trial.contributors[0].affiliations == ["Example University"])
  }

  @Test func journalIssueAndPagesAreRead() {
    #expect(Self.trial.container?.title == "Journal of Invented Trials")
    #expect(Self.trial.container?.abbreviation == "J Invent Trials")
    #expect(Self.trial.container?.serialNumbers == [SerialNumber(issn: "2000-0019")])
    #expect(Self.trial.volume == "12")
    #expect(Self.trial.issue == "4")
    #expect(Self.trial.pages?.printed == "1076-83")
    #expect(Self.trial.pages?.expanded == "1076-1083")
  }

  @Test func addressOfADOIIsTheDOI() {
    #expect(Self.trial.identifier(.doi) == "10.5555/invent.2020.001")
    #expect(Self.trial.identifier(.key) == "20203000001")
  }

  @Test func starMarksAMainTopic() {
    #expect(Self.trial.keywords == [Keyword("paper cuts", isMajor: true), Keyword("imaginol")])
  }

  @Test func classificationIsNoPublicationType() {
    #expect(Self.trial.publicationTypes.isEmpty)
    #expect(Self.trial.kept.map(\.path) == ["M3"])
    #expect(Self.trial.kept.first?.location == SourceLocation(file: "ris/databases.ris", line: 22, column: 7))
  }

  @Test func scopusGivesArticleNumberAndPMIDInFieldsOfItsOwn() {
    let review = Self.events.references[1]
    #expect(review.pages?.printed == "e14")
    #expect(review.identifier(.pmid) == "30000001")
    #expect(review.identifier(.doi) == "10.5555/invent.2021.002")
    #expect(review.container?.serialNumbers == [SerialNumber(issn: "2000-0027")])
    #expect(review.publicationTypes == [Term("Review")])
    #expect(review.languages == ["en", "de"])
    #expect(review.notes == ["Cited By :4"])
    #expect(review.kept.map(\.path) == ["DB"])
  }

  @Test func screeningLabelsAreKeywordsOfASReview() {
    #expect(
      Self.events.references[1].keywords == [
        Keyword("ASReview_relevant", owner: "ASReview"), Keyword("ASReview_prior", owner: "ASReview"),
      ])
  }

  @Test func lineWithoutATagGoesOnWithTheField() {
    #expect(
      Self.events.references[1].abstract == [AbstractSection(text: "A first paragraph and its second line.")])
  }

  @Test func chapterHasABookASeriesAndEditors() {
    let chapter = Self.events.references[2]
    #expect(chapter.type == "chapter")
    #expect(chapter.container?.title == "The book of inventions")
    #expect(chapter.container?.otherTitles == ["Inventions in medicine"])
    #expect(chapter.container?.bookNumbers == ["9783161484100"])
    #expect(chapter.contributors.map(\.role) == [.author, .editor])
    #expect(chapter.issued == PartialDate(year: 2001, month: 6, printed: "2001 Summer"))
    #expect(chapter.history == [HistoryDate("accessed", PartialDate(year: 2011, month: 4, day: 9))])
  }

  @Test func pubMedsOwnRISMarksItsIdentifiers() throws {
    let events = try Reader.ris.events(in: fixture("ris/pubmed-crlf.ris"))
    let reference = try #require(events.references.first)
    #expect(
      reference.identifiers.map(\.description) == [
        "pmid:30000002", "pmcid:PMC3000002", "pii:jit-2016-1",
      ])
    #expect(reference.issued == PartialDate(year: 2016, month: 1))
    #expect(reference.published == PartialDate(year: 2016, month: 1, day: 30))
    #expect(reference.kept.map(\.path) == ["DB"])
  }

  @Test func monthOfWebOfScienceStandsBesideTheYear() throws {
    let reference = try reference("PY  - 2020\nDA  - MAY 12\nAN  - WOS:000123\nC6  - APR 2020")
    #expect(reference.issued == PartialDate(year: 2020, month: 5, day: 12, printed: "MAY 12 2020"))
    #expect(reference.published == PartialDate(year: 2020, month: 4, printed: "APR 2020"))
    #expect(reference.identifier(.webOfScience) == "WOS:000123")
  }

  @Test func datesOfReceiptAreNotThatOfPublication() throws {
    let reference = try reference("Y1  - 2013\nPY  - 2013/04/18\nPY  - 2013/02/15/received")
    #expect(reference.issued == PartialDate(year: 2013, month: 4, day: 18))
    #expect(reference.history == [HistoryDate("received", PartialDate(year: 2013, month: 2, day: 15))])
  }

  @Test func embaseNamesItsFieldsAnotherWay() throws {
    let reference = try reference(
      """
      JO  - Invented Endoscopy
      DB  - Embase
      U2  - L30000003
      C5  - 30000003
      L2  - http://dx.doi.org/10.5555/invent.3
      A1  - Liu R.
      A1  - Adler D.G.
      """)
    #expect(reference.container?.title == "Invented Endoscopy")
    #expect(reference.contributors.map(\.family) == ["Liu", "Adler"])
    #expect(reference.identifier(.accession) == "L30000003")
    #expect(reference.identifier(.pmid) == "30000003")
    #expect(reference.identifier(.doi) == "10.5555/invent.3")
  }

  @Test func noteOfEBSCOTellsThePublicationType() throws {
    let reference = try reference(
      "N1  - Accession Number: 1367. Language: English. Publication Type: Journal Article; research. ")
    #expect(reference.publicationTypes == [Term("Journal Article"), Term("research")])
    #expect(reference.languages == ["en"])
    #expect(reference.notes.count == 1)
  }

  @Test func squareBracketsInOldDOIsWereAngleBrackets() throws {
    let reference = try reference("DO  - 10.5555/0013-0001(2003)057 [ 0262:NFPITC]2.0.CO;2")
    #expect(reference.identifier(.doi) == "10.5555/0013-0001(2003)057<0262:nfpitc>2.0.co;2")
  }

  @Test func severalAuthorsOnOneLineAreSeveral() throws {
    #expect(
      try reference("AU  - Muster, Ada; Beispiel, Bo").contributors.map(\.family) == ["Muster", "Beispiel"])
  }

  @Test func recordThatDoesNotEndIsReadAndReported() {
    let text = "TY  - JOUR\nTI  - One\n\nTY  - BOOK\nTI  - Two\nER  - \nER  - \n"
    let events = outcome(.ris, CorpusFile(text, name: "a.ris")).events
    #expect(events.references.map(\.title) == ["One", "Two"])
    #expect(
      events.problems.map(\.description) == [
        "a.ris:1:1: warning: the record has no line ER, with which it ends [unended-record]"
      ])
  }

  @Test func linesBetweenRecordsAreCountedOnce() {
    #expect(
      Self.events.problems.map(\.description) == [
        """
        ris/databases.ris:1:1: note: a line outside the records is not used: "1.", and 1 more like it \
        [unmapped-line]
        """
      ])
  }

  @Test func oneBlankInFrontOfTheHyphenWillDo() {
    let text = "TY - JOUR\nTI - Narrow\nAB - AI - the word\nER -\n"
    let events = outcome(.ris, CorpusFile(text, name: "a.ris")).events
    #expect(events.references.map(\.title) == ["Narrow"])
    #expect(events.references.first?.abstract.first?.text == "AI - the word")
  }

  @Test func byteOrderMarkAndBlankLinesMayComeFirst() throws {
    let file = CorpusFile("\u{FEFF}\n\nTY  - JOUR\nTI  - T\nER  - ", name: "a.ris")
    #expect(try Reader.recognizing(file).name == "ris")
    #expect(try Reader.ris.events(in: file).references.map(\.title) == ["T"])
  }
}

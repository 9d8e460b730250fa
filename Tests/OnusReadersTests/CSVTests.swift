import OnusModel
import Testing

@testable import OnusReaders

struct CSVTests {
  private func references(_ name: String) throws -> [Reference] {
    try Reader.csv.events(in: fixture("csv/" + name)).references
  }

  @Test func tableOfPubMedIsRead() throws {
    let article = try references("pubmed.csv")[0]
    #expect(article.title == "The effect of imaginol, a \"new\" drug")
    #expect(article.contributors.map(\.family) == ["Exempel", "van der Steinbruch", "Inventors"])
    #expect(
      article.identifiers.map(\.description) == [
        "pmid:30000001", "doi:10.5555/invent.2020.001", "pmcid:PMC3000001",
      ])
    #expect(article.container?.title == "J Invent Trials")
    #expect(article.year == 2020)
    #expect(article.kept.map(\.path) == ["Citation", "First Author", "Create Date"])
    #expect(article.kept[0].location == SourceLocation(file: "csv/pubmed.csv", line: 2, column: 101))
  }

  @Test func cellMayHoldLineBreaks() throws {
    let references = try references("pubmed.csv")
    #expect(references[1].title == "A title on two lines")
    #expect(references[1].location?.line == 3)
  }

  @Test func tableOfScopusIsReadWithSemicolons() throws {
    let paper = try references("scopus.csv")[0]
    #expect(paper.type == "paper-conference")
    #expect(paper.contributors.map(\.family) == ["Muster", "Beispiel"])
    #expect(paper.pages?.printed == "e14")
    #expect(paper.container?.serialNumbers == [SerialNumber(issn: "2000-0027")])
    #expect(paper.abstract.isEmpty)
    #expect(paper.languages == ["en"])
  }

  @Test func tableOfZoteroIsReadWithTabs() throws {
    let chapter = try references("zotero.tsv")[0]
    #expect(chapter.type == "chapter")
    #expect(chapter.issued == PartialDate(year: 2001, month: 5, day: 6))
    #expect(chapter.container?.bookNumbers == ["9783161484100"])
    #expect(chapter.identifier(.key) == "AB12")
    #expect(chapter.kept.map(\.value) == ["kept words"])
  }

  @Test func rayyanGivesDayMonthAndYear() {
    let text =
      "key,title,year,month,day,journal,authors,pubmed_id\n"
      + "rayyan-1,T,2020,7,12,J,Muster A and Beispiel B,30000001\n"
    let reference = outcome(.csv, CorpusFile(text, name: "a")).events.references.first
    #expect(reference?.issued == PartialDate(year: 2020, month: 7, day: 12))
    #expect(reference?.contributors.map(\.family) == ["Muster", "Beispiel"])
    #expect(reference?.identifier(.pmid) == "30000001")
  }

  @Test func openQuotationMarkCostsItsRowOnly() {
    let text = "title,author,year\n\"open,A,2001\nB,C,2002\n"
    let events = outcome(.csv, CorpusFile(text, name: "a")).events
    #expect(events.references.map(\.title) == ["B"])
    #expect(
      events.problems.map(\.description) == [
        "a:2:1: warning: the cell that starts here does not end; its row is left out [malformed-record]"
      ])
  }

  @Test func otherTablesAreNotRecognised() throws {
    for text in ["a,b,c\n1,2,3", "title\nx", "UI,label,tree\nD1,x,C01", "Study,Effect,SE\nA,1,2"] {
      #expect(try !Reader.csv.recognises(CorpusFile(text, name: "a")), "\(text)")
    }
  }
}

struct RetractionWatchTests {
  static let events = outcome(.retractionWatch, fixture("retraction-watch/rows.csv")).events
  static let paper = events.references.first ?? Reference()

  @Test func rowIsThePaperAndTheNoticeARelation() {
    #expect(
      Self.paper.identifiers.map(\.description) == [
        "doi:10.5555/invent.2020.001", "pmid:30000001", "retraction-watch:10001",
      ])
    #expect(Self.paper.status.standing == .retracted)
    #expect(
      Self.paper.relations == [
        Relation(
          type: "RetractionIn", citation: "Retraction, 2021-05-21",
          identifiers: [Identifier(.doi, "10.5555/invent.2021.009"), Identifier(.pmid, "30000010")],
          note: "Unreliable Results; Concerns/Issues About Data; Retraction Watch")
      ])
    #expect(!Self.paper.isNotice)
  }

  @Test func monthComesBeforeTheDay() {
    #expect(Self.paper.issued == PartialDate(year: 2020, month: 7, day: 12))
  }

  @Test func listsEndWithSemicolons() {
    #expect(Self.paper.contributors.map(\.family) == ["Exempel", "van der Steinbruch"])
    #expect(Self.paper.publicationTypes.map(\.name) == ["Clinical Study", "Research Article"])
    #expect(Self.paper.kept.map(\.path) == ["Country", "URLS", "Paywalled"])
  }

  @Test func unavailableAndZeroAreNoIdentifiers() {
    let worrying = Self.events.references[1]
    #expect(
      worrying.identifiers.map(\.description) == ["doi:10.5555/invent.2019.002", "retraction-watch:10002"])
    #expect(worrying.relations[0].identifiers.isEmpty)
    #expect(worrying.status.standing == .expressionOfConcern)
  }

  @Test func reinstatementEndsARetraction() {
    var paper = Self.events.references[2]
    #expect(paper.status.standing == .corrected)
    paper.relations.append(Relation(type: "RetractionIn", citation: nil))
    #expect(paper.status.standing == .corrected)
  }

  @Test func rowThatCameApartIsReported() {
    #expect(
      Self.events.problems.map(\.description) == [
        """
        retraction-watch/rows.csv:5:1: warning: the row has 4 cells where the header has 20 \
        [malformed-record]
        """
      ])
  }
}

struct ZipTests {
  private let archive = fixture("zip/export.zip")

  @Test func everyFileIsReadAsWhatItIs() throws {
    let events = try Reader.zip.events(in: archive)
    #expect(events.references.map(\.title) == ["From RIS", "From nbib", "From MODS"])
    #expect(
      events.references.compactMap(\.location).map(\.file) == [
        "zip/export.zip/lists/references.ris", "zip/export.zip/lists/references.nbib",
        "zip/export.zip/lists/mods.xml",
      ])
    #expect(events.problems.map(\.location?.file) == ["zip/export.zip/lists/readme"])
  }

  @Test func damageIsNoticed() throws {
    var bytes = try archive.bytes()
    bytes[70] ^= 0xFF
    let (events, _) = outcome(.zip, CorpusFile(bytes: bytes, name: "a.zip"))
    #expect(events.problems.contains { $0.code == "corrupt-zip" })
    let cut = outcome(.zip, CorpusFile(bytes: bytes.dropLast(30), name: "a.zip"))
    #expect(cut.failure?.code == "corrupt-zip")
  }

  @Test func documentsOfProgramsAreNoArchivesOfLists() throws {
    var bytes: [UInt8] = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
    bytes[26] = 19
    let file = CorpusFile(bytes: bytes + Array("[Content_Types].xml".utf8), name: "a.docx")
    #expect(try !Reader.zip.recognises(file))
  }
}

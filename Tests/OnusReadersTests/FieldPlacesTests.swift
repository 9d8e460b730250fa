import OnusModel
import Testing

@testable import OnusReaders

/// Where each format has a field whose meaning depends on the kind of document.
struct FieldPlacesTests {
  private static func read(_ text: String, as reader: Reader) throws -> Reference {
    try #require(outcome(reader, CorpusFile(text, name: "list")).events.references.first)
  }

  private static func people(_ reference: Reference) -> [String] {
    reference.contributors.map { "\($0.role.rawValue) \($0.family ?? $0.literal ?? "")" }
  }

  @Test func thirdAuthorsOfABookInRISEditIt() throws {
    let book = try Self.read(
      "TY  - BOOK\nTI  - A\nA2  - Reihe, R\nA3  - Muster, M\nA4  - Dolmetsch, D\nER  - \n", as: .ris)
    #expect(Self.people(book) == ["series-editor Reihe", "editor Muster", "translator Dolmetsch"])
    let letter = try Self.read("TY  - ICOMM\nTI  - A\nA2  - Muster, M\nER  - \n", as: .ris)
    #expect(Self.people(letter) == ["recipient Muster"])
    let film = try Self.read("TY  - VIDEO\nTI  - A\nA2  - Regie, R\nA3  - Geld, G\nER  - \n", as: .ris)
    #expect(Self.people(film) == ["director Regie", "producer Geld"])
  }

  @Test func proceedingsComeBeforeTheNameOfTheConferenceInRIS() throws {
    let paper = try Self.read(
      "TY  - CPAPER\nTI  - A\nT2  - Invention Days\nC3  - Proceedings of ID\nC1  - Rome\nER  - \n", as: .ris)
    #expect(paper.container?.title == "Proceedings of ID")
    #expect(paper.container?.otherTitles == ["Invention Days"])
    #expect(paper.place == "Rome")
    let other = try Self.read("TY  - CONF\nTI  - A\nT2  - Proceedings of ID\nER  - \n", as: .ris)
    #expect(other.container?.title == "Proceedings of ID")
  }

  @Test(arguments: [
    ("TY  - RPRT\nTI  - A\nSN  - TR-22\nER  - \n", Reader.ris),
    ("%0 Report\n%T A\n%@ TR-22\n", .endNoteTagged),
    (
      """
      <xml><records><record><ref-type name="Report">27</ref-type><titles><title>A</title></titles>
      <isbn>TR-22</isbn></record></records></xml>
      """, .endNoteXML
    ),
  ]) func numberOfAReportStandsInPlaceOfAnISBN(text: String, reader: Reader) throws {
    let report = try Self.read(text, as: reader)
    #expect(report.number == "TR-22")
    #expect(report.kept.isEmpty && report.notes.isEmpty)
  }

  @Test func customFieldsOfEndNoteAreNotLost() throws {
    let paper = try Self.read(
      """
      <xml><records><record><ref-type name="Conference Paper">47</ref-type><titles><title>A</title>
      <secondary-title>Invention Days</secondary-title></titles><custom2>a word</custom2>
      <custom3>Proceedings of ID</custom3></record></records></xml>
      """, as: .endNoteXML)
    #expect(paper.container?.title == "Proceedings of ID")
    #expect(paper.container?.otherTitles == ["Invention Days"])
    #expect(paper.kept.map { "\($0.path)=\($0.value)" } == ["custom2=a word"])
    let article = try Self.read(
      """
      <xml><records><record><ref-type name="Journal Article">17</ref-type>
      <titles><title>B</title></titles><pages>1-2</pages><section>Results</section><custom3>three</custom3>
      <custom7>a whole remark</custom7></record></records></xml>
      """, as: .endNoteXML)
    #expect(
      article.kept.map { "\($0.path)=\($0.value)" } == [
        "section=Results", "custom3=three", "custom7=a whole remark",
      ])
  }

  @Test func dayOnWhichAPageWasReadIsTheNumberInEndNoteXML() throws {
    let page = try Self.read(
      """
      <xml><records><record><ref-type name="Web Page">12</ref-type><titles><title>A</title></titles>
      <number>March 4, 2012</number></record></records></xml>
      """, as: .endNoteXML)
    #expect(page.issue == nil)
    #expect(page.history.map(\.event) == ["accessed"])
    #expect(page.history.first?.date.iso8601 == "2012-03-04")
  }

  @Test func otherInformationInReferIsANoteUnlessItIsAnAbbreviation() throws {
    let start = "%0 Journal Article\n%T A\n%J Journal of Invented Trials\n"
    let note = try Self.read(start + "%O Only here\n", as: .endNoteTagged)
    #expect(note.notes == ["Only here"] && note.container?.abbreviation == nil)
    let short = try Self.read(start + "%O J Invent Trials\n", as: .endNoteTagged)
    #expect(short.notes.isEmpty && short.container?.abbreviation == "J Invent Trials")
  }

  @Test func versionsAreEditionsAndKeysOfTypesAreWords() throws {
    let software = try Self.read("@software{a, title = {A}, version = {1.2}}", as: .bibtex)
    #expect(software.edition == "1.2")
    let thesis = try Self.read("@thesis{a, title = {A}, type = {phdthesis}}", as: .bibtex)
    #expect(thesis.publicationTypes == [Term("PhD thesis")])
    let patent = try Self.read("@patent{a, title = {A}, location = {countryus}}", as: .bibtex)
    #expect(patent.place == "US")
    let item = try Self.read(
      #"[{"id": "a", "type": "book", "title": "A", "version": "1.2", "collection-number": "7"}]"#,
      as: .cslJSON)
    #expect(item.edition == "1.2" && item.number == "7")
  }

  @Test func bothFormsOfAJournalInBibLaTeXAreItsTitles() throws {
    let article = try Self.read(
      "@article{a, title = {A}, journal = {J. Invent. Trials}, journaltitle = {Journal of Invented Trials}}",
      as: .bibtex)
    #expect(
      article.container
        == Container(title: "Journal of Invented Trials", abbreviation: "J. Invent. Trials"))
  }

  @Test(arguments: [
    ("PT S\nAU Muster, M\nTI On chapters\nSO HANDBOOK\n", "chapter"),
    ("PT B\nAU Muster, M\nTI Handbook\nSO HANDBOOK\n", "book"), ("PT B\nAU Muster, M\nTI Handbook\n", "book"),
  ]) func titleInsideABookMakesAChapterInWebOfScience(record: String, type: String) throws {
    #expect(try Self.read("FN Web of Science\nVR 1.0\n\(record)ER\nEF\n", as: .webOfScience).type == type)
  }

  @Test func numberInASeriesAndDayOfReadingAreToldApartInMODS() throws {
    let book = try Self.read(
      """
      <mods><titleInfo><title>A</title></titleInfo><relatedItem type="series"><titleInfo><title>Series</title>
      <partNumber>7</partNumber></titleInfo></relatedItem>
      <location><url dateLastAccessed="2020-01-02">http://example.org</url></location></mods>
      """, as: .mods)
    #expect(book.container?.otherTitles == ["Series"])
    #expect(book.number == "7")
    #expect(book.history == [HistoryDate("accessed", PartialDate(year: 2020, month: 1, day: 2))])
  }
}

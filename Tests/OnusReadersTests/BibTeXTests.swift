import OnusModel
import Testing

@testable import OnusReaders

struct BibTeXTests {
  static let events = outcome(.bibtex, fixture("bibtex/library.bib")).events
  static let article = events.references.first ?? Reference()

  private func references(_ text: String) -> [Reference] {
    outcome(.bibtex, CorpusFile(text, name: "a.bib")).events.references
  }

  private func authors(_ names: String) throws -> [Contributor] {
    try #require(references("@article{a, author = {\(names)}}").first).contributors
  }

  @Test func accentsCommandsAndFormulasBecomeCharacters() {
    #expect(
      Self.article.title == "The effect of Imaginol on paper cuts: α-levels & 50 % more")
    #expect(Self.article.contributors[0].family == "Müster")
  }

  @Test func namesHaveParticlesAndSuffixes() {
    #expect(
      Self.article.contributors.map(\.family) == ["Müster", "van der Steinbruch", "d'Exemple", nil])
    #expect(Self.article.contributors.map(\.given) == ["Ada", "Johann", "Émile", nil])
    #expect(Self.article.contributors[1].suffix == "Jr.")
    #expect(Self.article.contributors[1].attributes == ["particle": "van der"])
    #expect(Self.article.contributors[3].literal == "Inventors and Makers")
    #expect(Self.article.isAuthorListComplete == false)
  }

  @Test func abbreviationsAreWrittenOutAndPiecesJoined() {
    #expect(Self.article.container?.title == "Journal of Invented Trials")
    #expect(Self.article.issued == PartialDate(year: 2020, month: 7, day: 12))
    #expect(Self.events.problems.allSatisfy { $0.code != "undefined-abbreviation" })
  }

  @Test func numbersAndIdentifiersAreRead() {
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.expanded == "1076-1083")
    #expect(
      Self.article.identifiers.map(\.description) == [
        "key:muster2020", "doi:10.5555/invent_2020", "pmid:30000001",
      ])
    #expect(Self.article.languages == ["de"])
    #expect(Self.article.keywords == [Keyword("imaginol"), Keyword("paper cuts")])
    #expect(Self.article.kept.map(\.path) == ["file"])
  }

  @Test func chapterTakesWhatItLacksFromItsBook() {
    let chapter = Self.events.references[1]
    #expect(chapter.title == "A chapter with \"quotes\"")
    #expect(chapter.container?.title == "Handbook of Inventions: A Reader")
    #expect(chapter.contributors.map(\.family) == ["Beispiel", "Redaktor"])
    #expect(chapter.publisher == "Example Press")
    #expect(chapter.year == 2001)
    #expect(chapter.container?.bookNumbers == ["9783161484100"])
  }

  @Test func unclosedEntryCostsOnlyItself() {
    #expect(
      Self.events.references.compactMap { $0.identifier(.key) } == [
        "muster2020", "chapter", "handbook", "page",
      ])
    #expect(
      Self.events.problems.map { $0.rendered(sourceLine: nil) } == [
        """
        bibtex/library.bib:30:1: warning: the entry cannot be read and is left out [malformed-record]
        bibtex/library.bib:30:23: note: the value that starts here does not end
        """
      ])
  }

  @Test func namedPartsAndDatesOfBibLaTeXAreRead() {
    let page = Self.events.references[3]
    #expect(page.contributors.map(\.family) == ["von Muster"])
    #expect(page.contributors[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(page.issued == PartialDate(year: 2016, month: 5, printed: "2016-05/2017"))
    #expect(page.history == [HistoryDate("accessed", PartialDate(year: 2021, month: 2, day: 3))])
    #expect(page.identifier(.pmid) == "30000002")
  }

  @Test func missingLastBraceLosesNothing() {
    let text = "@article{a, title = {One},\n\n@article{b, title = {Two}}\n"
    let events = outcome(.bibtex, CorpusFile(text, name: "a.bib")).events
    #expect(events.references.map(\.title) == ["One", "Two"])
    #expect(
      events.problems.map(\.description) == [
        "a.bib:1:1: warning: the entry's closing brace is missing [unended-record]"
      ])
  }

  @Test func unknownAbbreviationIsKeptAndReported() {
    let events = outcome(.bibtex, CorpusFile("@article{a,\n journal = jit}", name: "a.bib")).events
    #expect(events.references.first?.container?.title == "jit")
    #expect(
      events.problems.map(\.description) == [
        "a.bib:2:12: warning: nothing says what the abbreviation jit stands for [undefined-abbreviation]"
      ])
  }

  @Test func entriesThatReferToThemselvesOrEachOtherAreRead() {
    let text =
      "@book{a, title={A}, crossref={b}}\n@inbook{b, title={B}, crossref={a}}\n@inbook{c, crossref={c}}"
    #expect(references(text).map(\.title) == ["A", "B", nil])
    #expect(references(text)[1].container?.title == "A")
  }

  @Test func groupsWithoutBracesAreNoPeople() throws {
    #expect(try authors("World Health Organization").map(\.literal) == ["World Health Organization"])
    #expect(try authors("Smith, John, Jr.").map(\.suffix) == ["Jr."])
    #expect(try authors("A AND B").map(\.family) == ["A", "B"])
    #expect(try authors("de la Cruz, Ana").map(\.family) == ["de la Cruz"])
  }

  @Test(arguments: [
    ("P{\\i}{\\'\\i}{\\'i}", "Pıíí"), ("\\v{z}\\c c\\H{o}\\.I\\r{a}", "žçőİå"), ("\\ss \\o\\AE{}x", "ßøÆx"),
    ("\\unknown x", "\\unknown x"), ("\\acro{TUG}", "TUG"), ("a -- b --- c", "a – b — c"),
    ("``q'' 'n'", "“q” 'n'"), ("H$_{2}$O and $\\leq 5$", "H2O and ≤5"), ("\\noopsort{x}y", "y"),
    ("\\href{http://a.b}{text}", "text"), ("\\a'A", "Á"), ("\\\"{\\i}", "ï"), ("\\textsuperscript{2}", "2"),
    ("x\\", "x"), ("{", ""), ("\\begin{it}b\\end{it}", "b"), ("{\\bf c}d", "cd"),
  ])
  func commandsArePrinted(tex: String, plain: String) {
    #expect(TeXText.plain(tex) == plain)
  }

  @Test func chineseInItsOldEncodingIsRead() throws {
    // "{陈骁}" and "{电工技术学报}" in GB 2312.
    let name: [UInt8] = [0xB3, 0xC2, 0xE6, 0xE7]
    let journal: [UInt8] = [0xB5, 0xE7, 0xB9, 0xA4, 0xBC, 0xBC, 0xCA, 0xF5, 0xD1, 0xA7, 0xB1, 0xA8]
    let bytes =
      Array("@article{a, author={".utf8) + name + Array("},\n journal={".utf8) + journal + Array("}}".utf8)
    let events = outcome(.bibtex, CorpusFile(bytes: bytes, name: "a.bib")).events
    #expect(events.references.first?.container?.title == "电工技术学报")
    #expect(
      events.problems.map(\.description) == [
        "a.bib:1: note: this is not UTF-8; it is read as GB18030 [guessed-encoding]"
      ])
  }

  @Test func declaredEncodingIsUsed() {
    let bytes = Array("% Encoding: ISO8859_1\n@book{a, title={Caf".utf8) + [0xE9] + Array("}}".utf8)
    let events = outcome(.bibtex, CorpusFile(bytes: bytes, name: "a.bib")).events
    #expect(events.references.map(\.title) == ["Café"])
    #expect(events.problems.isEmpty)
  }

  @Test func styleSheetsAndAddressesAreNoEntries() throws {
    for text in ["@media (max-width: 1px) { a { b: c } }", "mail a@b{c}", "{\"@type\": 1}"] {
      #expect(try !Reader.bibtex.recognises(CorpusFile(text, name: "a")), "\(text)")
    }
  }
}

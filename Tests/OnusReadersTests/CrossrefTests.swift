import OnusModel
import Testing

@testable import OnusReaders

struct CrossrefTests {
  static let events = outcome(.crossref, fixture("crossref/records.xml")).events
  static let article = events.references.first ?? Reference()

  @Test func undeclaredPrefixIsAWarningAndTheFileIsRead() {
    #expect(Self.events.references.count == 3)
    #expect(Self.events.problems.first?.code == "doubtful-xml")
    #expect(Self.events.problems.first?.severity == .warning)
  }

  @Test func recordOfAnErrorCostsOnlyItself() {
    let problem = Self.events.problems.last
    #expect(problem?.code == "malformed-record")
    #expect(problem?.message == "a record of Crossref cannot be read: doi:10.5555/none")
  }

  @Test func titleLosesEscapedTagsAndBrokenCharacters() {
    #expect(Self.article.title == "Imaginol in vivo 2010–2020: p < 0.05 in 2: a trial")
    #expect(Self.article.vernacularTitle == "Imaginol in vivo")
    #expect(Self.article.languages == ["es"])
  }

  @Test func peopleAndGroupsAreInTheirOrder() {
    let people = Self.article.contributors
    #expect(people.map(\.literal) == ["Imaginol Study Group", nil, nil, nil])
    #expect(people.map(\.family) == [nil, "Exempel", "Muster", "Dolmetsch"])
    #expect(people.map(\.given) == [nil, "Anna", "M. A.", "Ti"])
    #expect(people.map(\.role) == [.author, .author, .author, .translator])
    #expect(people[1].suffix == "Jr")
    #expect(people[1].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(people[1].affiliations == ["University of Example, Exampleton"])
  }

  @Test func issueOutsideTheVolumeIsRead() {
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.printed == "e77")
    #expect(Self.article.container?.abbreviation == "J. Invent. Trials")
    #expect(Self.article.container?.serialNumbers == [SerialNumber(issn: "2000-0019", medium: "Print")])
  }

  @Test func dateOfPrintComesFirstAndSeasonsAreNoMonths() {
    #expect(Self.article.issued == PartialDate(year: 2021, month: 2))
    #expect(Self.article.published == PartialDate(year: 2020, month: 12, day: 30))
    let issue = Self.article.history.first { $0.event == "issue" }
    #expect(issue?.date == PartialDate(year: 2021, printed: "Spring 2021"))
    #expect(Self.article.history.contains { $0.event == "received" && $0.date.day == 30 })
  }

  @Test func identifiersAreTheArticlesOwn() {
    #expect(Self.article.identifiers.map(\.description) == ["pii:S1", "doi:10.5555/jit.2020.7"])
    #expect(Self.article.addresses == ["https://example.org/jit/7"])
  }

  @Test func updatesTrialsGrantsAndRelationsAreRead() {
    #expect(Self.article.isNotice)
    #expect(Self.article.relations.map(\.type).sorted() == ["RetractionOf", "UpdateOf"])
    #expect(
      Self.article.accessions == [AccessionNumber(bank: "ClinicalTrials.gov", number: "NCT99999999")])
    #expect(Self.article.grants.map(\.number) == ["EF-1", "EF-2"])
    #expect(Self.article.grants.map(\.agency) == ["Example Fund", "Example Fund"])
  }

  @Test func abstractInJATSHasItsSections() {
    #expect(Self.article.abstract == [AbstractSection(label: "Methods", text: "We did this.")])
  }

  @Test func referencesAreCitations() {
    #expect(
      Self.article.citations == [
        Citation(text: "Muster. J Old Things. 1999;3:4.", identifiers: [Identifier(.doi, "10.5555/jot.3")]),
        Citation(text: "A leaflet."),
      ])
  }

  @Test func chapterHasItsBookWhoseNumbersAreNotItsOwn() {
    let chapter = Self.events.references[1]
    #expect(chapter.type == "chapter")
    #expect(chapter.identifiers.map(\.description) == ["doi:10.5555/book.1"])
    #expect(chapter.container?.title == "History of samples")
    #expect(chapter.container?.bookNumbers == ["9783161484100"])
    #expect(chapter.contributors.map(\.role) == [.editor])
    #expect(chapter.issued?.year == 2001)
    #expect(chapter.publisher == "Example Press")
    #expect(chapter.pages?.printed == "11-30, 35")
  }

  @Test func preprintIsAnArticleOfNoJournal() {
    let preprint = Self.events.references[2]
    #expect(preprint.type == "article")
    #expect(preprint.publisher == "Example Archive")
    #expect(preprint.issued == PartialDate(year: 2020, month: 5, day: 4))
    #expect(preprint.kept.map(\.value).contains("Medicine"))
  }

  @Test func recordOfTheHarvestingServiceIsRead() {
    let paper = outcome(.crossref, fixture("crossref/oai-record.xml")).events.references.first
    #expect(paper?.type == "paper-conference")
    #expect(paper?.container?.title == "Proceedings of samples")
    #expect(paper?.container?.otherTitles == ["Meeting of Samples"])
    #expect(paper?.place == "Exampleton")
    #expect(paper?.issued?.year == 1999)
  }

  @Test func depositMayHoldSeveralArticles() {
    let article = "<journal_article><titles><title>T</title></titles></journal_article>"
    let file = CorpusFile("<doi_batch><body><journal>\(article)\(article)</journal></body></doi_batch>")
    #expect(outcome(.crossref, file).events.references.count == 2)
  }
}

struct EscapedMarkupTests {
  @Test(arguments: [
    ("p < 0.05 and q > 1", "p < 0.05 and q > 1"), ("<i>in vivo</i>", "in vivo"), ("CO<sub>2</sub>", "CO2"),
    ("<p>One.</p><p>Two.</p>", "One. Two."), ("R &amp; D &#8211; &lt;", "R & D – <"), ("AT&T", "AT&T"),
    ("a <jats:italic>b</jats:italic>", "a b"), ("<tr@example.org>", "<tr@example.org>"),
  ]) func onlyKnownTagsAreRemoved(text: String, plain: String) {
    #expect(EscapedMarkup.plain(text) == plain)
  }

  @Test func headingsOfAnAbstractAreLabels() {
    #expect(
      EscapedMarkup.sections("<h4>Aims:</h4>To see. <h4>Results</h4>We saw.") == [
        AbstractSection(label: "Aims", text: "To see."), AbstractSection(label: "Results", text: "We saw."),
      ])
  }

  @Test(arguments: [("2010â\u{80}\u{93}2020", "2010–2020"), ("Müller â", "Müller â"), ("Ã©", "Ã©")])
  func onlyTextWithControlCharactersIsRepaired(text: String, repaired: String) {
    #expect(Mojibake.repaired(text) == repaired)
  }
}

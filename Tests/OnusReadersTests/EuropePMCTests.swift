import OnusModel
import Testing

@testable import OnusReaders

struct EuropePMCTests {
  static let events = outcome(.europePMC, fixture("europepmc/results.xml")).events
  static let article = events.references.first ?? Reference()

  @Test func identityIsSourceAndNumber() {
    #expect(
      Self.article.identifiers.map(\.description) == [
        "pmid:99000001", "pmcid:PMC9900001", "doi:10.5555/jit.2020.7",
      ])
    #expect(Self.events.references[1].identifiers.first?.description == "key:PAT:XX1")
    #expect(Self.events.references.map(\.type) == ["article-journal", "patent", "article"])
  }

  @Test func titleAndAbstractLoseTheirMarkup() {
    #expect(Self.article.title == "Imaginol in vivo.")
    #expect(
      Self.article.abstract == [
        AbstractSection(label: "Aims", text: "To see."), AbstractSection(label: "Results", text: "p < 0.05."),
      ])
  }

  @Test func journalIsRead() {
    #expect(Self.article.container?.title == "Journal of Invented Trials")
    #expect(Self.article.container?.abbreviation == "J Invent Trials")
    #expect(Self.article.container?.otherTitles == ["J Inv Tr"])
    #expect(Self.article.container?.nlmID == "9900001")
    #expect(Self.article.container?.serialNumbers.map(\.medium) == ["Print", "Electronic"])
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.expanded == "1076-1083")
    #expect(Self.article.issued == PartialDate(year: 2020, printed: "2020 May-Jun"))
    #expect(Self.article.published == PartialDate(year: 2020, month: 4, day: 6))
  }

  @Test func peopleGroupsAndInventorsAreRead() {
    #expect(Self.article.contributors.map(\.family) == ["Exempel", nil])
    #expect(Self.article.contributors[1].literal == "Study Group")
    #expect(Self.article.contributors[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(Self.article.contributors[0].affiliations == ["University of Example"])
    #expect(Self.events.references[1].contributors.map(\.literal) == ["MUSTER MAX"])
  }

  @Test func retractionIsSeen() {
    #expect(Self.article.status.standing == .retracted)
    #expect(Self.article.relations.map(\.type) == ["RetractionIn"])
    #expect(Self.article.relations.first?.identifiers == [Identifier(.pmid, "99000009")])
  }

  @Test func headingsKeywordsGrantsAndChemicalsAreRead() {
    #expect(Self.article.headings.first?.qualifiers.map(\.isMajor) == [true])
    #expect(Self.article.keywords == [Keyword("imaginol")])
    #expect(Self.article.grants.map(\.number) == ["EF-1"])
    #expect(Self.article.chemicals == [Chemical(Term("Imaginol"))])
    #expect(Self.article.languages == ["en"])
    #expect(Self.article.kept.map(\.path) == ["citedByCount"])
  }

  @Test func liteResultHasItsAuthorsInOneLine() {
    let preprint = Self.events.references[2]
    #expect(preprint.authors.map(\.family) == ["Muster", "Exempel"])
    #expect(preprint.isAuthorListComplete == false)
    #expect(preprint.publisher == "Example Archive")
    #expect(preprint.issued?.year == 2019)
  }

  @Test func patentHasItsNumbers() {
    let patent = Self.events.references[1]
    #expect(patent.number == "XX1")
    #expect(patent.place == "XX")
    #expect(patent.history.map(\.event) == ["application"])
  }

  @Test func emptyResultCostsOnlyItself() {
    #expect(Self.events.references.count == 3)
    #expect(Self.events.problems.filter { $0.severity == .warning }.map(\.code) == ["malformed-record"])
  }
}

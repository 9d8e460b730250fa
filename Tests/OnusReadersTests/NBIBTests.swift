import OnusModel
import Testing

@testable import OnusReaders

struct NBIBTests {
  static let events = outcome(.nbib, fixture("nbib/export.nbib")).events
  static let trial = events.references.first ?? Reference()

  @Test func fullAndShortNameAreOneAuthor() {
    #expect(
      Self.trial.contributors.map(\.family) == ["Exempel", "van der Steinbruch", nil, "Forscher"])
    #expect(Self.trial.contributors[0].given == "Jean Paul")
    #expect(Self.trial.contributors[0].initials == "JP")
    #expect(Self.trial.contributors[0].suffix == "Jr")
    #expect(Self.trial.contributors[2].literal == "Inventors Study Group")
  }

  @Test func affiliationsAndORCIDBelongToTheAuthorBeforeThem() {
    #expect(
      Self.trial.contributors[0].affiliations == [
        "Example University, Example.", "Example Hospital, Example.",
      ])
    #expect(Self.trial.contributors[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(Self.trial.contributors[1].affiliations == ["Example Institute."])
  }

  @Test func investigatorsAreNoAuthors() {
    #expect(Self.trial.contributors.map(\.role) == [.author, .author, .author, .investigator])
    #expect(Self.trial.contributors[3].affiliations == ["Example Laboratory"])
  }

  @Test func identifiersAreThoseOfTheArticle() {
    #expect(
      Self.trial.identifiers.map(\.description) == [
        "pmid:30000001", "doi:10.5555/invent.2020.001", "pii:S2000-0019(20)30001-1", "pmcid:PMC3000001",
        "mid:EMS30001",
      ])
  }

  @Test func indentedLinesGoOnWithTheField() {
    #expect(Self.trial.title == "[The effect of imaginol on paper cuts: a randomised trial].")
    #expect(Self.trial.vernacularTitle == "L'effet de l'imaginol.")
    #expect(Self.trial.abstract.last?.text.hasSuffix("They hurt less (P < 0.05).") ?? false)
  }

  @Test func datesAreThoseOfPubMedsXML() {
    #expect(Self.trial.issued == PartialDate(year: 2020, printed: "2020 Jul-Aug"))
    #expect(Self.trial.published == PartialDate(year: 2020, month: 6, day: 28))
    #expect(
      Self.trial.history.map { "\($0.event) \($0.date.iso8601 ?? "")" } == [
        "received 2020-01-02", "accepted 2020-06-01", "pubmed 2020-07-01", "medline 2021-05-27",
        "entrez 2020-07-01", "DateCompleted 2021-05-26", "DateRevised 2022-07-31",
      ])
    #expect(Self.events.references[1].issued == PartialDate(year: 2016, month: 1, day: 15))
  }

  @Test func registrationsGrantsAndSubstancesAreRead() {
    #expect(Self.trial.accessions == [AccessionNumber(bank: "ClinicalTrials.gov", number: "NCT00000001")])
    #expect(
      Self.trial.grants == [
        Grant(number: "/R01/02/WT_", acronym: nil, agency: "Example Trust", country: "United Kingdom"),
        Grant(number: "R01 EX000001", acronym: "EX", agency: "NIX NIH HHS", country: "United States"),
      ])
    #expect(
      Self.trial.chemicals == [
        Chemical(Term("Imaginol")), Chemical(Term("Inventase (long form)"), registryNumber: "EC 9.9.9.9"),
      ])
  }

  @Test func starsInHeadingsMarkMainTopics() {
    #expect(
      Self.trial.headings == [
        SubjectHeading(.init(Term("Humans"))),
        SubjectHeading(
          .init(Term("Wounds and Injuries"), isMajor: true),
          qualifiers: [.init(Term("drug therapy")), .init(Term("prevention & control"), isMajor: true)]),
      ])
    #expect(
      Self.trial.keywords == [
        Keyword("paper cut", isMajor: true, owner: "NOTNLM"), Keyword("imaginol", owner: "NOTNLM"),
      ])
  }

  @Test func retractionIsARelationAndGivesTheStatus() {
    #expect(Self.trial.relations.map(\.type) == ["CommentIn", "RetractionIn"])
    #expect(
      Self.trial.relations[1].identifiers.map(\.description) == [
        "pmid:30000010", "doi:10.5555/invent.2021.009",
      ])
    #expect(Self.trial.status.standing == .retracted)
    #expect(Self.trial.relations[0].citation == "J Invent Trials. 2020 Dec;12(6):1.")
  }

  @Test func preprintIsNoJournalArticle() {
    #expect(Self.trial.type == "article-journal")
    #expect(Self.events.references[1].type == "article")
    #expect(Self.events.references[1].pages?.printed == "e14")
  }

  @Test func whatHasNoPlaceIsKeptUnderItsTag() {
    #expect(Self.trial.kept.map(\.path) == ["OWN", "STAT", "CI", "SB", "COIS", "PST", "SO"])
  }

  @Test func displayOfPMCIsReadToo() throws {
    let events = try Reader.nbib.events(in: fixture("nbib/medlars.txt"))
    #expect(events.references.map { $0.identifier(.pmcid) } == ["PMC6000001", "PMC6000002"])
    #expect(events.references[0].identifier(.doi) == "10.5555/invent.2018.001")
    #expect(events.references[0].contributors.map(\.initials) == ["AB"])
    #expect(events.problems.isEmpty)
  }

  @Test func recordsNeedNoBlankLineBetweenThem() {
    let text = "PMID- 1\nTI  - One\nPMID- 2\nTI  - Two\n"
    #expect(outcome(.nbib, CorpusFile(text, name: "a")).events.references.map(\.title) == ["One", "Two"])
  }

  @Test func recordWithoutANumberIsReported() {
    let events = outcome(.nbib, CorpusFile("PMID- 1\nTI  - One\n\nTI  - Two\n", name: "a")).events
    #expect(
      events.problems.map(\.description) == ["a:4:1: warning: the record has no PMID [missing-identifier]"])
  }
}

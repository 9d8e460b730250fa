import OnusModel
import Testing

@testable import OnusReaders

struct WebOfScienceTests {
  static let events = outcome(.webOfScience, fixture("wos/savedrecs.txt")).events
  static let article = events.references.first ?? Reference()

  @Test func fullNamesComeWithInitialsAddressesAndORCIDs() {
    #expect(Self.article.contributors.map(\.family) == ["Exempel", "van der Steinbruch", nil])
    #expect(Self.article.contributors.map(\.given) == ["Jean Paul", "Johann", nil])
    #expect(Self.article.contributors.map(\.initials) == ["JP", "J", nil])
    #expect(
      Self.article.contributors[0].affiliations == ["Example Univ, Example.", "Example Inst, Example."])
    #expect(Self.article.contributors[1].affiliations == ["Example Inst, Example."])
    #expect(Self.article.contributors[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(Self.article.contributors[2].literal == "Inventors Study Grp")
  }

  @Test func journalDateAndNumbersAreRead() {
    #expect(Self.article.title == "The effect of imaginol on paper cuts")
    #expect(Self.article.container?.abbreviation == "J. Invent. Trials")
    #expect(Self.article.container?.otherTitles == ["J INVENT TRIALS"])
    #expect(Self.article.issued == PartialDate(year: 2020, month: 7, day: 12, printed: "JUL 12 2020"))
    #expect(Self.article.issue == "4, SI")
    #expect(Self.article.pages?.printed == "1076-1083")
    #expect(
      Self.article.identifiers.map(\.description) == [
        "doi:10.5555/invent.2020.001", "pmid:30000001", "wos:WOS:000000000000001",
      ])
  }

  @Test func documentTypeTellsOfARetraction() {
    #expect(Self.article.publicationTypes.map(\.name) == ["Article", "Retracted Publication"])
    #expect(Self.article.status.standing == .retracted)
  }

  @Test func grantsAndCitationsAreRead() {
    #expect(Self.article.grants.map(\.number) == ["ET/454", "ET/455", nil])
    #expect(Self.article.grants.map(\.agency) == ["Example Trust", "Example Trust", "Example Council"])
    #expect(Self.article.citations.count == 2)
    #expect(Self.article.citations[0].identifiers.map(\.description) == ["doi:10.5555/invent.1997"])
  }

  @Test func keywordsPlusAreTheDatabases() {
    #expect(Self.article.keywords.map(\.owner) == [nil, nil, "Keywords Plus", "Keywords Plus"])
  }

  @Test func talkIsInProceedings() {
    let talk = Self.events.references[1]
    #expect(talk.type == "paper-conference")
    #expect(talk.container?.title == "PROCEEDINGS OF INVENTIONS")
    #expect(talk.container?.bookNumbers == ["9783161484100"])
    #expect(talk.pages?.printed == "e14")
    #expect(talk.published == PartialDate(year: 2018, month: 5, printed: "MAY 2018"))
  }

  @Test func cutRecordIsReadAndReported() {
    let events = outcome(.webOfScience, CorpusFile("FN ISI\nVR 1.0\nPT J\nTI Cut", name: "a")).events
    #expect(events.references.map(\.title) == ["Cut"])
    #expect(events.problems.map(\.code.rawValue) == ["unended-record"])
  }
}

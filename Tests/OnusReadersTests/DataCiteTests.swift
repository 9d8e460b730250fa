import OnusModel
import Testing

@testable import OnusReaders

struct DataCiteTests {
  static let data = outcome(.dataCite, fixture("datacite/dataset.xml")).events.references.first ?? Reference()
  static let article =
    outcome(.dataCite, fixture("datacite/article.xml")).events.references.first ?? Reference()
  static let harvest = outcome(.dataCite, fixture("datacite/harvest.xml")).events

  @Test func dataHasItsTypeTitleAndIdentifier() {
    #expect(Self.data.type == "dataset")
    #expect(Self.data.title == "Data of a trial: all of them")
    #expect(Self.data.identifiers.map(\.description) == ["doi:10.5555/data+1"])
    #expect(Self.data.addresses == ["https://example.org/data/1"])
    #expect(Self.data.languages == ["de"])
    #expect(Self.data.publisher == "Example Archive")
    #expect(Self.data.edition == "1.2")
  }

  @Test func severalNamesInOneCreatorAreSeveralPeople() {
    let authors = Self.data.authors
    #expect(authors.map(\.family) == ["Exempel", "Muster", nil])
    #expect(authors.map(\.literal) == [nil, nil, "Imaginol Study Group"])
    #expect(authors.map(\.affiliations) == [["University of Example"], ["Institute of Samples"], []])
    #expect(authors[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
  }

  @Test func rolesAreWordsAndInstitutionsHaveNoFamilyNames() {
    let others = Self.data.contributors.filter { $0.role != .author }
    #expect(others.map(\.role.rawValue) == ["data collector", "hosting institution"])
    #expect(others.map(\.literal) == [nil, "University of Example"])
  }

  @Test func wordsForUnknownValuesAreNoValues() {
    #expect(Self.article.title == nil)
    #expect(Self.article.publisher == nil)
    #expect(Self.article.kept.map(\.value) == [":unav", "(:unav)"])
    #expect(Self.data.kept.map(\.value).contains(":tba"))
  }

  @Test func dateOfIssueRefinesTheYear() {
    #expect(Self.data.issued == PartialDate(year: 2020, month: 5, day: 4))
    #expect(
      Self.data.history == [
        HistoryDate("collected", PartialDate(year: 2018, month: 1, day: 1, printed: "2018-01-01/2019-12-31"))
      ])
  }

  @Test func relationsCitationsAndGrantsAreRead() {
    #expect(
      Self.data.citations == [Citation(text: nil, identifiers: [Identifier(.doi, "10.5555/jit.2020.7")])])
    #expect(Self.data.relations.map(\.type) == ["UpdateIn", "IsSupplementTo"])
    #expect(Self.data.status.standing == .superseded)
    #expect(Self.data.relations[1].identifiers == [Identifier(.pmid, "99000001")])
    #expect(Self.data.grants == [Grant(number: "EF-1", acronym: nil, agency: "Example Fund", country: nil)])
  }

  @Test func descriptionsAndSubjectsAreRead() {
    #expect(Self.data.abstract.map(\.text) == ["First line. Second line."])
    #expect(Self.data.notes == ["By hand."])
    #expect(Self.data.keywords == [Keyword("samples")])
    #expect(Self.data.headings.map(\.descriptor.term) == [Term("Imaginol", ui: "D000001")])
  }

  @Test func licenceIsKept() {
    #expect(Self.data.kept.map(\.path).contains("rightsList/rights"))
  }

  @Test func journalOfAnArticleIsARelatedItem() {
    #expect(Self.article.type == "article-journal")
    #expect(Self.article.container?.title == "Journal of Invented Trials")
    #expect(Self.article.container?.serialNumbers == [SerialNumber(issn: "2000-0019")])
    #expect(Self.article.volume == "12")
    #expect(Self.article.issue == "4")
    #expect(Self.article.pages?.printed == "20-35")
    #expect(Self.article.authors.map(\.citationName) == ["Exempel AB"])
  }

  @Test func deletedRecordIsADeletionAndTheEnvelopeIsOpened() {
    #expect(Self.harvest.references.map(\.title) == ["Harvested"])
    let deletions = Self.harvest.filter { if case .record(.deletion) = $0 { true } else { false } }
    #expect(deletions.count == 1)
    let work = Self.harvest.references.first
    #expect(work?.container?.title == "Journal of Samples")
    #expect(work?.volume == "3")
    #expect(work?.issue == "4")
    #expect(work?.pages?.printed == "20-35")
  }

  @Test func otherResourcesAreRefused() throws {
    #expect(try !Reader.dataCite.recognises(CorpusFile("<resource><title>T</title></resource>")))
  }
}

import OnusModel
import Testing

@testable import OnusReaders

struct JATSTests {
  static let article = outcome(.jats, fixture("jats/trial.nxml")).events.references.first ?? Reference()
  static let set = outcome(.jats, fixture("jats/set.xml")).events

  @Test func titleHoldsFormulasOnceAndNoFootnoteMarks() {
    #expect(Self.article.title == "Imaginol lowers VO2 by 10^5 units: a randomised trial")
    #expect(Self.article.notes.first == "Presented in part at a meeting.")
  }

  @Test func identifiersAreTheArticlesOwn() {
    #expect(
      Self.article.identifiers.map(\.description) == [
        "pmid:99000001", "pmcid:PMC9900001", "doi:10.5555/jit.2020.7",
      ])
  }

  @Test func journalHasItsAbbreviationsAndSerialNumbers() {
    let journal = Self.article.container
    #expect(journal?.title == "Journal of Invented Trials")
    #expect(journal?.abbreviation == "J. Invent. Trials")
    #expect(journal?.otherTitles == ["J Invent Trials"])
    #expect(
      journal?.serialNumbers == [
        SerialNumber(issn: "2000-0019", medium: "Print"),
        SerialNumber(issn: "2000-0027", medium: "Electronic"),
      ])
    #expect(Self.article.publisher == "Example Press")
  }

  @Test func peopleHaveNamesRolesAndAffiliations() {
    let people = Self.article.contributors
    #expect(people.map(\.family) == ["van der Beispiel", nil, "Muster", "Exempel"])
    #expect(people.map(\.role) == [.author, .author, .investigator, .editor])
    #expect(people[0].given == "Anna B.")
    #expect(people[0].suffix == "Jr")
    #expect(people[0].identifiers == ["ORCID": "0000-0002-1825-0097"])
    #expect(
      people[0].affiliations == [
        "University of Example, Exampleton, Exampleland", "Institute of Samples,Sampleland",
      ])
    #expect(people[1].literal == "Imaginol Study Group")
    #expect(people[3].given == "Erika")
  }

  @Test func printedIssueGivesTheDate() {
    #expect(Self.article.issued == PartialDate(year: 2020, printed: "Spring 2020"))
    #expect(Self.article.published == PartialDate(year: 2020, month: 2, day: 3))
    #expect(Self.article.history.map(\.event) == ["pmc-release", "received"])
    #expect(Self.article.pages?.printed == "1076-83")
    #expect(Self.article.pages?.expanded == "1076-1083")
  }

  @Test func abstractWithoutTypeIsTheMainOne() {
    #expect(
      Self.article.abstract == [
        AbstractSection(label: "Background", text: "Nobody knew. Now some do."),
        AbstractSection(label: "Results", text: "The ratio (a+b)/c fell."),
      ])
    #expect(Self.article.otherAbstracts.map(\.type) == ["executive-summary", nil, nil])
    #expect(Self.article.otherAbstracts.map(\.language) == [nil, "fr", "es"])
  }

  @Test func retractionAndRegistrationAreSeen() {
    #expect(Self.article.status.standing == .retracted)
    #expect(Self.article.relations.first?.identifiers == [Identifier(.doi, "10.5555/jit.2022.1")])
    #expect(
      Self.article.accessions == [AccessionNumber(bank: "ClinicalTrials.gov", number: "NCT99999999")])
  }

  @Test func fundersAndInterestsAreRead() {
    #expect(
      Self.article.grants == [Grant(number: "EF-1", acronym: nil, agency: "Example Fund", country: "XX")])
    for note in ["None declared.", "The fund had no say.", "One author holds shares."] {
      #expect(Self.article.notes.contains(note))
    }
  }

  @Test func subjectsKeywordsAndTypeAreRead() {
    #expect(
      Self.article.keywords == [
        Keyword("Original Article", owner: "heading"), Keyword("imaginol", owner: "author"),
        Keyword("in vivo", owner: "author"),
      ])
    #expect(Self.article.publicationTypes == [Term("research-article", ui: "D016428")])
    #expect(Self.article.languages == ["en"])
  }

  @Test func referencesAreCitations() {
    #expect(
      Self.article.citations == [
        Citation(
          text: "Muster M, et al. Before imaginol. J Old Things. 1999;3:4-9.",
          identifiers: [Identifier(.pmid, "99000002")]),
        Citation(
          text: "Nobody A (1998) A leaflet. doi:10.5555/leaflet.",
          identifiers: [Identifier(.doi, "10.5555/leaflet")]),
      ])
  }

  @Test func textIsNoPartOfTheRecordAndTheRestIsKept() {
    let kept = Self.article.kept.map(\.path)
    #expect(kept.contains("front/article-meta/permissions/license/license-p"))
    #expect(!kept.contains { $0.hasPrefix("body") || $0.hasPrefix("back") })
  }

  @Test func titleOfTheFirstLanguageIsTakenAndTheOtherKept() {
    let notice = Self.set.references.first ?? Reference()
    #expect(notice.title == "Retracción: un ensayo")
    #expect(notice.languages == ["es"])
    #expect(notice.kept.map(\.value).contains("Retraction: a trial"))
    #expect(notice.isNotice)
    #expect(notice.relations.first?.identifiers == [Identifier(.doi, "10.5555/jit.2020.7")])
    #expect(notice.issue == "2")
    #expect(notice.pages?.printed == "e7")
    #expect(notice.issued == PartialDate(year: 2022, month: 1, day: 15))
    #expect(notice.abstract.map(\.text) == ["Se retira."])
  }

  @Test func articleWithoutFrontMatterCostsOnlyItself() {
    #expect(Self.set.references.count == 1)
    #expect(Self.set.problems.map(\.code) == ["malformed-record"])
    #expect(Self.set.problems.map { $0.location?.line } == [21])
  }

  @Test func bookHasEditorsPublisherAndSeries() {
    let book = outcome(.jats, fixture("jats/book.xml")).events.references.first ?? Reference()
    #expect(book.type == "book")
    #expect(book.title == "Imaginol: Past and Future")
    #expect(book.contributors.map(\.role) == [.editor])
    #expect(book.issued == PartialDate(year: 2015, printed: "2015c"))
    #expect(book.identifier(.isbn) == "9783161484100")
    #expect(book.publisher == "Example Press")
    #expect(book.place == "Exampleton")
    #expect(book.edition == "2nd ed.")
    #expect(book.container?.otherTitles == ["Lectures on samples"])
    #expect(book.languages == ["en"])
  }

  @Test func otherDocumentsCalledArticleAreRefused() throws {
    let file = CorpusFile(
      "<article xmlns='http://docbook.org/ns/docbook'><info><title>T</title></info></article>")
    #expect(try !Reader.jats.recognises(file))
  }
}

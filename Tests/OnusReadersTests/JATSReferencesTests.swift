import OnusModel
import Testing

@testable import OnusReaders

struct JATSReferencesTests {
  static let events = outcome(.jatsReferences, fixture("jats-references/list.xml")).events
  static let works = events.references

  @Test func fileIsAnArticleUnlessItsReferencesAreAskedFor() throws {
    let file = fixture("jats-references/list.xml")
    #expect(try Reader.recognizing(file).name == "jats")
    #expect(Reader.jatsReferences.alternative == "jats")
    #expect(try Reader.jatsReferences.recognises(file))
  }

  @Test func partsOfAMixedCitationAreTakenWithoutItsPunctuation() {
    let work = Self.works[0]
    #expect(work.type == "article-journal")
    #expect(work.title == "Before imaginol")
    #expect(work.container?.title == "J Old Things")
    #expect(work.contributors.map(\.citationName) == ["Muster MA", "Exempel E", "The Sample Group"])
    #expect(work.isAuthorListComplete == false)
    #expect(work.issued == PartialDate(year: 2015, printed: "2015c"))
    #expect(work.volume == "3")
    #expect(work.issue == "2")
    #expect(work.pages?.expanded == "44-49")
    #expect(work.identifiers.map(\.description) == ["pmid:99000002", "doi:10.5555/jot.3", "key:r1"])
    #expect(work.kept.isEmpty)
  }

  @Test func chapterHasItsBookAndEditors() {
    let work = Self.works[1]
    #expect(work.type == "chapter")
    #expect(work.title == "How it began")
    #expect(work.container?.title == "History of samples")
    #expect(work.contributors.map(\.role) == [.author, .editor])
    #expect(work.publisher == "Example Press")
    #expect(work.place == "Exampleton")
    #expect(work.edition == "2")
  }

  @Test func conferenceAndLinkToADOIAreRead() {
    let work = Self.works[2]
    #expect(work.type == "paper-conference")
    #expect(work.container?.title == "Meeting of Samples")
    #expect(work.contributors.map(\.literal) == ["Sample Society"])
    #expect(work.identifier(.doi) == "10.5555/talk")
  }

  @Test func registerPageGivesTheTrialNumber() {
    let work = Self.works[3]
    #expect(work.type == "webpage")
    #expect(work.title == "Sample register")
    #expect(work.accessions == [AccessionNumber(bank: "ClinicalTrials.gov", number: "NCT99999999")])
    #expect(work.history == [HistoryDate("accessed", PartialDate(year: 2021, month: 4, day: 3))])
  }

  @Test func citationThatIsOnlyPrintedIsANoteWithDOIAndYear() {
    let work = Self.works[4]
    #expect(work.title == nil)
    #expect(work.notes == ["Nobody A. (1998) A leaflet, printed by hand. doi:10.5555/leaflet."])
    #expect(work.identifier(.doi) == "10.5555/leaflet")
    #expect(work.issued?.year == 1998)
  }

  @Test func entryMayCiteSeveralWorksAndOneWorkInSeveralForms() {
    #expect(Self.works.dropFirst(5).map(\.title) == ["One", "Two", "Both forms"])
  }

  @Test func entryThatCitesNothingCostsOnlyItself() {
    #expect(Self.works.count == 8)
    #expect(Self.events.problems.map(\.code) == ["malformed-record"])
  }
}

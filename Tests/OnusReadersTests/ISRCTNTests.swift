import OnusModel
import Testing

@testable import OnusReaders

struct ISRCTNTests {
  static let events = outcome(.isrctn, fixture("isrctn/trials.xml")).events
  static let reference = events.references.first ?? Reference()
  static let study = events.studies.first ?? Study(id: .init(""), name: "", design: Located(.other))
  static let entry = study.registerEntry ?? RegisterEntry(Registration(parsing: ""))

  @Test func eachTrialIsAReferenceFollowedByItsStudy() {
    #expect(Self.events.count == 4)
    #expect(Self.events.studies.map(\.id.rawValue) == ["isrctn99000017", "isrctn99000025"])
    #expect(Self.events.studies.map(\.name) == ["INVENT", "ISRCTN99000025"])
    #expect(Self.events.problems == [])
  }

  @Test func numberIsTheDigitsWithTheRegistersPrefixAndThereIsADOI() {
    #expect(
      Self.events.references.map(\.identifiers) == [
        [Identifier(.trial, "ISRCTN99000017"), Identifier(.doi, "10.1186/isrctn99000017")],
        [Identifier(.trial, "ISRCTN99000025"), Identifier(.doi, "10.1186/isrctn99000025")],
      ])
  }

  @Test func secondaryNumbersHaveTheirKindsOnceAndNilKnownIsNone() {
    #expect(
      Self.reference.accessions.map { "\($0.bank) \($0.number)" } == [
        "ISRCTN ISRCTN99000017", "EudraCT 2015-001234-56", "IRAS 999001", "ClinicalTrials.gov NCT09900013",
        "CTIS 2023-501234-21-00", "Protocol serial number INV-7", "Protocol serial number INV-7, version 2",
      ])
    #expect(
      Self.study.registrations.map { "\($0.value)" } == [
        "ISRCTN99000017", "EudraCT 2015-001234-56", "NCT09900013", "CTIS 2023-501234-21-00",
      ])
  }

  @Test func fieldForCTISAlsoHasEudraCTNumbers() {
    let events = outcome(
      .isrctn,
      CorpusFile(
        """
        <allTrials xmlns="http://www.67bricks.com/isrctn"><fullTrial><trial><isrctn>99000033</isrctn>
        <externalRefs><secondaryNumbers><secondaryNumber numberType="ctis">2020-005891-36</secondaryNumber>
        </secondaryNumbers></externalRefs></trial></fullTrial></allTrials>
        """)
    ).events
    #expect(
      events.studies.first?.registrations.map { "\($0.value)" } == [
        "ISRCTN99000033", "EudraCT 2020-005891-36",
      ])
  }

  @Test func outcomesInFieldsComeBeforeThoseInOneText() {
    #expect(Self.study.primaryOutcomes.map(\.value) == ["Relapses"])
    #expect(Self.entry.outcomes.first?.timeFrame == "Baseline, 12 months")
    #expect(Self.entry.outcomes.first?.description == "Counted by a nurse")
    #expect(Self.study.durations.followUp?.value.stated?.printed == "12 months")
    #expect(Self.reference.kept.contains { $0.path == "trial/trialDescription/primaryOutcome" })
    #expect(Self.events.studies[1].primaryOutcomes.map(\.value) == ["1. Hours of sleep\n2. Mood"])
  }

  @Test func designIsInFieldsOrInWords() {
    #expect(Self.events.studies.map(\.design.value) == [.randomizedTrial, .randomizedCrossover])
    #expect(Self.events.studies.map(\.blinding?.value) == [.value(.none), nil])
    #expect(Self.entry.blinded == [])
  }

  @Test func plannedAndActualNumbersOfPeopleAreToldApart() {
    #expect(Self.study.sample?.counts[.planned]?.value == .value(100))
    #expect(Self.study.sample?.counts[.enrolled]?.value == .value(92))
    #expect(Self.events.studies[1].sample == nil)
    #expect(
      Self.events.references[1].kept.map(\.path) == ["trial/participants/targetEnrolment"])
  }

  @Test func partsOfTheUnitedKingdomAreNotCountedBesideIt() {
    #expect(
      Self.events.studies.map(\.setting?.value) == [.value("United Kingdom, Peru"), .value("England")])
  }

  @Test func conditionsAreALineEachAndTheDiseaseIsInTheSecondClass() {
    #expect(
      Self.events.studies.map { $0.conditions.map(\.value) } == [
        ["Invented sclerosis", "Invented fatigue"], ["Mental and Behavioural Disorders", "Insomnia"],
      ])
  }

  @Test func partiesAreFoundByTheirIds() {
    #expect(Self.reference.authors.map(\.literal) == ["University of Example"])
    #expect(Self.study.funding?.value == .value("Fund of Examples"))
    let investigator = Self.reference.contributors.first { $0.role == .investigator }
    #expect(investigator?.family == "Exempel")
    #expect(investigator?.identifiers["ORCID"] == "0000-0002-1825-0097")
  }

  @Test func publicationsAreFreeTextOfWhichOnlyResultsAreResults() {
    let results = [Identifier(.pmid, "99000003"), Identifier(.doi, "10.5555/invent.2")]
    #expect(Self.entry.publications.map(\.value) == results)
    #expect(
      Self.reference.citations.map(\.identifiers) == [
        [Identifier(.doi, "10.5555/invent.1")], [results[0]], [results[1]],
      ])
  }

  @Test func wordsForNothingAreNothing() {
    #expect(Self.events.references[1].title == "Tea at night")
    #expect(Self.events.studies[1].registerEntry?.phase == nil)
    #expect(Self.events.studies[1].registerEntry?.purpose == nil)
  }

  @Test func datesHaveNoTimes() {
    #expect(Self.reference.issued == PartialDate(year: 2021, month: 6, day: 25))
    #expect(
      Self.entry.dates.map { "\($0.event) \($0.date.iso8601 ?? "")" } == [
        "registered 2021-06-25", "updated 2022-09-30", "recruitment start 2021-10-07",
        "recruitment end 2023-08-19", "completion 2025-09-10",
      ])
  }

  @Test func recordWithoutATrialCostsThatRecord() {
    let events = outcome(
      .isrctn,
      CorpusFile(
        """
        <allTrials xmlns="http://www.67bricks.com/isrctn"><fullTrial/>
        <fullTrial><trial><isrctn>99000033</isrctn></trial></fullTrial></allTrials>
        """)
    ).events
    #expect(
      events.problems.map(\.description) == [
        "a.xml:1:51: warning: a fullTrial holds no trial [missing-element]"
      ])
    #expect(events.studies.map(\.name) == ["ISRCTN99000033"])
  }

  @Test func formOfTheWHOIsReadAsThat() throws {
    #expect(try Reader.recognizing(fixture("isrctn/trials.xml")).name == "isrctn")
    let who = CorpusFile("<trials><trial><main><trial_id>ISRCTN99000017</trial_id></main></trial></trials>")
    #expect(try Reader.recognizing(who).name == "ictrp")
  }
}

import OnusModel
import Testing

@testable import OnusReaders

struct ICTRPTests {
  static let exported = outcome(.ictrp, fixture("ictrp/export.xml")).events
  static let submitted = outcome(.ictrp, fixture("ictrp/submission.xml")).events
  static let openTrials = outcome(.ictrp, fixture("ictrp/opentrials.xml")).events

  // MARK: Exports of the search portal

  @Test func eachTrialIsAReferenceFollowedByItsStudy() {
    #expect(Self.exported.count == 6)
    #expect(
      Self.exported.references.map(\.id.rawValue) == [
        "trial:NCT09900011", "trial:CHICTR2300099999", "trial:EUCTR2015-001234-56-DE",
      ])
    #expect(
      Self.exported.studies.map(\.id.rawValue) == [
        "nct09900011", "chictr2300099999", "euctr2015-001234-56-de",
      ])
    #expect(Self.exported.problems == [])
  }

  @Test func scientificTitleComesFirstAndThePublicOneStandsIn() {
    #expect(
      Self.exported.references.map(\.title) == [
        "A Randomized Trial of Imaginol With p < 0.05 in Mind", "An invented tea for sleep", "Imaginol again",
      ])
    #expect(Self.exported.studies.first?.title == "Imaginol in Invented Sclerosis")
    #expect(Self.exported.studies.map(\.name) == ["INVENT-W", "ChiCTR2300099999", "EUCTR2015-001234-56-DE"])
  }

  @Test func whiteSpaceAroundEveryFieldIsNoPartOfIt() {
    #expect(Self.exported.references.first?.number == "NCT09900011")
    #expect(Self.exported.references.first?.addresses.first == "https://clinicaltrials.gov/study/NCT09900011")
  }

  @Test func dateOfRegistrationIsTheUnambiguousOneAndElseHasTheDayFirst() {
    let dates = Self.exported.references.map { $0.issued?.iso8601 }
    #expect(dates == ["2023-05-04", "2023-03-02", "2016-01-30"])
    #expect(Self.exported.references.first?.issued?.printed == "04/05/2023")
  }

  @Test func dateOfEnrolmentIsFreeAndThatOfTheExportHasTheMonthFirst() {
    let dates = Self.exported.studies.first?.registerEntry?.dates ?? []
    #expect(
      dates.map { "\($0.event) \($0.date.iso8601 ?? "")" } == [
        "registered 2023-05-04", "start 2023-07-15", "updated in the portal 2024-02-05",
        "exported 2024-02-13",
      ])
  }

  @Test func numbersOfOtherRegistersAreRegistrationsOfTheSameStudy() {
    let study = Self.exported.studies.first
    #expect(study?.registrations.map { "\($0.value)" } == ["NCT09900011", "ISRCTN99000017"])
    #expect(
      Self.exported.references.first?.accessions.map { "\($0.bank) \($0.number)" } == [
        "ClinicalTrials.gov NCT09900011", "ICTRP 99000001", "secondary_id 2015-001234-56",
        "ISRCTN ISRCTN99000017", "secondary_id INV-W-01",
      ])
  }

  @Test func numberOfTheEUsRegisterIsTheEudraCTNumberOfOneCountry() {
    #expect(Self.exported.studies[2].registrations.map { "\($0.value)" } == ["EudraCT 2015-001234-56"])
  }

  @Test func listsAreJoinedBySemicolonsAndEachEntryCountsOnce() {
    let study = Self.exported.studies[0]
    #expect(study.conditions.map(\.value) == ["Invented Sclerosis", "Fatigue"])
    #expect(study.interventions.map(\.value) == ["Imaginol", "Placebo"])
    #expect(study.registerEntry?.treatments.map(\.kind) == ["Drug", "Other"])
    #expect(study.primaryOutcomes.map(\.value) == ["Relapses", "Walking speed"])
    #expect(study.secondaryOutcomes.map(\.value) == ["Fatigue score"])
    #expect(study.setting?.value == .value("Italy, Peru"))
    #expect(study.registerEntry?.collaborators == ["Example Pharma", "Fund of Examples"])
  }

  @Test func designIsReadFromItsSentences() {
    let study = Self.exported.studies[0]
    #expect(study.design.value == .randomizedTrial)
    #expect(study.blinding?.value == .value(.double))
    #expect(study.registerEntry?.blinded == ["Participant", "Investigator"])
    #expect(study.registerEntry?.purpose == "Treatment")
  }

  @Test func singleArmIsADesignAndNotABlinding() {
    let study = Self.exported.studies[1]
    #expect(study.design.value == .singleArmTrial)
    #expect(study.blinding == nil)
    #expect(study.comparator?.value == .value("none"))
  }

  @Test func answersOfTheEUsRegisterAreReadAsAnswers() {
    let study = Self.exported.studies[2]
    #expect(study.design.value == .randomizedTrial)
    #expect(study.blinding?.value == .value(.double))
    #expect(ICTRP.design("Number of treatment arms in the trial: 3 ", type: nil).design.groups == 3)
  }

  @Test func targetIsAPlanAndSizesOfGroupsAreAddedUp() {
    #expect(
      Self.exported.studies.map { $0.sample?.counts[.planned]?.value } == [.value(342), .value(62), nil])
    #expect(Self.exported.studies.allSatisfy { $0.sample?.counts[.enrolled] == nil })
    #expect(Self.exported.studies[1].notes.map(\.value) == ["Target size: Tea group:30;Water group:32;"])
    #expect(ICTRP.sum(ofGroups: "Group A:30;some more") == nil)
  }

  @Test func criteriaInOneTextArePartedAtTheirHeadings() {
    let first = Self.exported.studies[0].registerEntry?.eligibility
    #expect(first?.inclusion == "1. Age of 18 years; score >= 3")
    #expect(first?.exclusion == "1. Weight < 40 kg")
    #expect(first?.maximumAge == nil)
    let second = Self.exported.studies[1].registerEntry?.eligibility
    #expect(second?.inclusion == "Adults")
    #expect(second?.exclusion == "Tea at breakfast")
  }

  @Test func contactsHaveTheirNamesInTwoListsAndDegreesBehindCommas() {
    let people = Self.exported.references.first?.contributors.filter { $0.role.rawValue == "contact" } ?? []
    #expect(people.map(\.family) == ["Muster", "Exempel"])
    #expect(people.map(\.given) == ["Max", "Erika"])
    #expect(people.map { $0.attributes["degrees"] } == ["MD, PhD", "MD"])
    #expect(Self.exported.references.first?.authors.map(\.literal) == ["University of Example"])
  }

  @Test func resultsAreNotedAndTheirPublicationTied() {
    let study = Self.exported.studies[0]
    #expect(study.registerEntry?.publications.map(\.value) == [Identifier(.pmcid, "PMC9900001")])
    #expect(study.notes.first?.value == "Fewer relapses with imaginol.")
    #expect(study.registerEntry?.dataSharing == ["No"])
  }

  @Test func whereSupportComesFromIsReadUnlessItPointsElsewhere() {
    #expect(Self.exported.studies.map(\.funding?.value) == [nil, .value("Self-funded"), nil])
  }

  @Test func whatHasNoPlaceIsKept() {
    let kept = Self.exported.references.first?.kept.map { "\($0.path)=\($0.value)" }
    #expect(kept == ["other_records=Yes", "Contact_Email=info@example.org"])
  }

  // MARK: What registers hand to the WHO

  @Test func submissionIsReadInItsEncoding() {
    let study = Self.submitted.studies.first
    #expect(study?.title == "Chá para o sono")
    #expect(study?.name == "CHÁ")
    #expect(study?.design.value == .randomizedCrossover)
    #expect(study?.blinding?.value == .value(.double))
    #expect(study?.sample?.counts[.planned]?.value == .value(40))
    #expect(study?.setting?.value == .value("Brazil, Peru"))
    #expect(study?.registrations.map { "\($0.value)" } == ["RBR-9inven", "NCT09900012"])
    #expect(study?.interventions.map(\.value) == ["A cup of tea at night, for 4 weeks"])
    #expect(study?.secondaryOutcomes.map(\.value) == ["Mood"])
  }

  @Test func yearOf1900StandsForNoDateAndNotAvailableForNoNumber() {
    #expect(Self.submitted.studies.first?.registerEntry?.dates.map(\.event) == ["registered"])
    #expect(Self.submitted.references.first?.issued?.iso8601 == "2012-02-13")
    #expect(
      Self.submitted.references.first?.accessions.map { "\($0.bank) \($0.number)" } == [
        "ReBEC RBR-9inven", "WHO UTN U9999-0000-0001", "ClinicalTrials.gov NCT09900012",
        "secondary_id CEP-77",
      ])
  }

  @Test func contactWithTwoTasksIsOnePerson() {
    let people = Self.submitted.references.first?.contributors.filter { $0.family != nil } ?? []
    #expect(people.map(\.given) == ["João B."])
    #expect(people.map(\.affiliations) == [["Universidade de São Exemplo"]])
  }

  @Test func valuesOfOpenTrialsAreAttributes() {
    let study = Self.openTrials.studies.first
    #expect(study?.design.value == .randomizedTrial)
    #expect(study?.blinding?.value == .value(.single))
    #expect(study?.primaryOutcomes.map(\.value) == ["Fatigue score"])
    #expect(study?.sample?.counts[.planned]?.value == .value(60))
    #expect(study?.participants?.value == .value("all sexes, 18 years and older"))
    #expect(study?.registerEntry?.dates.map(\.isActual) == [nil, true, true])
  }

  // MARK: Recognition and problems

  @Test func trialWithoutANumberIsAReferenceAndAWarning() {
    let xml = """
      <trials><trial><main><trial_id/><public_title>T</public_title></main></trial></trials>
      """
    let events = outcome(.ictrp, CorpusFile(xml)).events
    #expect(events.references.map(\.title) == ["T"])
    #expect(events.studies.isEmpty)
    #expect(
      events.problems.map(\.description) == [
        "a.xml:1:9: warning: a trial has no number; it is read as a reference only [missing-identifier]"
      ])
  }

  @Test(arguments: [
    "<Trials_downloaded_from_ICTRP/>",
    "<trials xmlns='urn:x'><trial><main><trial_id/></main></trial></trials>",
    "<trial><trial_identification/></trial>",
  ])
  func formsAreRecognised(xml: String) throws {
    #expect(try Reader.recognizing(CorpusFile(xml)).name == "ictrp")
  }

  @Test func trialOfAnotherKindIsNotRecognised() throws {
    #expect(try !Reader.ictrp.recognises(CorpusFile("<trials><trial><verdict/></trial></trials>")))
  }
}

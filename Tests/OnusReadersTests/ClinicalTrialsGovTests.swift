import OnusModel
import Testing

@testable import OnusReaders

struct ClinicalTrialsGovTests {
  static let events = outcome(.clinicalTrialsGov, fixture("clinicaltrials-gov/trial.xml")).events
  static let reference = events.references.first ?? Reference()
  static let study = events.studies.first ?? Study(id: .init(""), name: "", design: Located(.other))
  static let entry = study.registerEntry ?? RegisterEntry(Registration(parsing: ""))

  // MARK: The document

  @Test func recordIsAReferenceAndAStudyInThisOrder() {
    #expect(Self.events.count == 2)
    guard case .record(.reference) = Self.events[0], case .record(.study) = Self.events[1] else {
      Issue.record("the reference comes first")
      return
    }
  }

  @Test func officialTitleIsTheDocumentsAndTheBriefOneTheStudys() {
    #expect(Self.reference.title == "A Randomized, Double-blind Trial of Imaginol in Invented Sclerosis")
    #expect(Self.study.title == "Imaginol for Invented Sclerosis")
    #expect(Self.study.name == "INVENT")
  }

  @Test func registryNumberIsIdentifierAccessionAndNumber() {
    #expect(Self.reference.type == "report")
    #expect(Self.reference.identifiers == [Identifier(.trial, "NCT09900001")])
    #expect(Self.reference.id.rawValue == "trial:NCT09900001")
    #expect(Self.reference.number == "NCT09900001")
    #expect(Self.reference.publisher == "ClinicalTrials.gov")
    #expect(
      Self.reference.accessions.map { "\($0.bank) \($0.number)" } == [
        "ClinicalTrials.gov NCT09900001", "org_study_id INV-01", "secondary_id 2015-001234-56",
        "EudraCT EUCTR2015-001234-56-IT", "ClinicalTrials.gov NCT09900002",
      ])
  }

  @Test func wrappedBlocksBecomeParagraphs() {
    #expect(
      Self.reference.abstract == [
        AbstractSection(text: "The first paragraph is wrapped over two lines."),
        AbstractSection(text: "The second one is short."),
        AbstractSection(label: "Detailed Description", text: "More words about the trial."),
      ])
  }

  @Test func sponsorIsAuthorAndEachOfficialOnceAnInvestigator() {
    #expect(Self.reference.authors.map(\.literal) == ["University of Example"])
    let investigators = Self.reference.contributors.filter { $0.role == .investigator }
    #expect(investigators.map(\.family) == ["Muster"])
    #expect(investigators.first?.given == "Max M.")
    #expect(investigators.first?.attributes["degrees"] == "MD, PhD")
  }

  @Test func publicationsBeforeAndAfterAreToldApart() {
    #expect(Self.reference.citations.map(\.identifiers) == [[Identifier(.pmid, "99000001")]])
    #expect(Self.reference.relations.map(\.type) == ["ResultsIn"])
    let results = [Identifier(.pmid, "99000002"), Identifier(.doi, "10.5555/invent.9")]
    #expect(Self.reference.relations.first?.identifiers == results)
    #expect(Self.entry.publications.map(\.value) == results)
    #expect(Self.study.reports.map(\.value) == [Identifier(.trial, "NCT09900001")])
  }

  @Test func conditionsAreTheStudysWordsAndMeSHTermsAreHeadings() {
    #expect(Self.study.conditions.map(\.value) == ["Invented Sclerosis", "Fatigue"])
    #expect(Self.reference.headings.map(\.descriptor.term.name) == ["Sclerosis", "Phantasins"])
  }

  @Test func whatHasNoPlaceIsKept() {
    let kept = Self.reference.kept.map { "\($0.path)=\($0.value)" }
    #expect(kept.contains("oversight_info/has_dmc=Yes"))
    #expect(kept.contains("location/contact/last_name=Eva Exempel"))
    #expect(!kept.contains { $0.hasPrefix("clinical_results") })
  }

  // MARK: The study

  @Test func keyIsTheNumberAndOtherNumbersAreRegistrations() {
    #expect(Self.study.id.rawValue == "nct09900001")
    #expect(
      Self.study.registrations.map(\.value.description) == [
        "NCT09900001", "EudraCT 2015-001234-56", "NCT09900002",
      ])
  }

  @Test func designAndBlindingComeFromTheDesignFields() {
    #expect(Self.study.design.value == .randomizedTrial)
    #expect(Self.study.blinding?.value == .value(.triple))
    #expect(Self.entry.blinded == ["Participant", "Care Provider", "Outcomes Assessor"])
    #expect(Self.entry.phase == "Phase 2/Phase 3")
    #expect(Self.study.comparator?.value == .value("Sugar pill"))
    #expect(Self.study.notes.map(\.value).contains("Capsules look the same."))
  }

  @Test func everyFactIsStatedByTheRegister() {
    #expect(
      Self.study.basis(of: "design")
        == .stated(
          "ClinicalTrials.gov NCT09900001, study_design_info, Randomized, Parallel Assignment, "
            + "Triple (Participant, Care Provider, Outcomes Assessor)"))
    #expect(
      Self.study.basis(of: "sample.enrolled") == .stated("ClinicalTrials.gov NCT09900001, enrollment"))
    #expect(Self.study.basis(of: "conditions") == .stated("ClinicalTrials.gov NCT09900001"))
    #expect(Self.study.isImported)
  }

  @Test func onlyAnActualEnrolmentIsEnrolled() {
    #expect(Self.study.sample?.text == "60 enrolled")
    let older = outcome(.clinicalTrialsGov, fixture("clinicaltrials-gov/older.xml")).events.studies.first
    #expect(older?.sample?.text == "24 planned")
  }

  @Test func flowGivesTheArms() {
    let arms = Self.study.sample?.arms ?? []
    #expect(arms.map(\.name) == ["Imaginol", "Sugar pill"])
    #expect(arms.map { $0.counts[.enrolled]?.value.stated } == [30, 30])
    #expect(arms.map { $0.counts[.completed]?.value.stated } == [27, 29])
    #expect(
      Self.study.notes.map(\.value).contains("Overall Study, left: Adverse Event: Imaginol 3; Sugar pill 0"))
  }

  @Test func datesSayWhetherTheyHaveHappened() {
    let dates = Self.entry.dates.map {
      "\($0.event) \($0.date.iso8601 ?? "") \($0.isActual.map(String.init) ?? "")"
    }
    #expect(dates.contains("start 2016-01-05 true"))
    #expect(dates.contains("completion 2018-12 false"))
    #expect(dates.contains("verified 2019-03 "))
    #expect(dates.contains("registered 2015-12-03 false"))
    #expect(Self.reference.issued?.iso8601 == "2015-12-03")
    #expect(Self.entry.status == "Terminated")
    #expect(Self.entry.whyStopped == "The drug ran out")
  }

  @Test func criteriaArePartedAtTheirHeadings() {
    #expect(
      Self.entry.eligibility.inclusion == "- Adults who have the disease, as a doctor says\n- Able to write")
    #expect(Self.entry.eligibility.exclusion == "- Pregnancy")
    #expect(Self.study.participants?.value == .value("all sexes, 18 Years and older"))
    #expect(Self.study.setting?.value == .value("Italy"))
    #expect(Self.entry.sites == ["Example Clinic, Milan, 20100, Italy, (Completed)"])
  }

  @Test func outcomesKeepTheirRoleAndTimeFrame() {
    #expect(Self.study.primaryOutcomes.map(\.value) == ["Relapse"])
    #expect(Self.study.secondaryOutcomes.map(\.value) == ["Fatigue"])
    #expect(Self.entry.outcomes.map(\.timeFrame) == ["Baseline, week 8", "12 weeks", "1 year"])
    #expect(Self.entry.outcomes.map(\.role) == [.primary, .secondary, nil])
    #expect(Self.study.durations.followUp?.value.stated?.description == "8 weeks")
  }

  // MARK: Results

  @Test func analysisOfAllFiguresBelongsToThem() throws {
    let result = try #require(Self.study.results.first)
    #expect(result.id == "outcome-1")
    #expect(result.role == .primary)
    #expect(result.arms.map(\.events) == [6, 11])
    #expect(result.arms.map(\.count) == [29, 30])
    #expect(result.effect?.value.measure == "Risk Ratio (RR)")
    #expect(result.effect?.value.value == 0.56)
    #expect(result.interval?.value == StudyResult.Interval(parsing: "0.24 to 1.32"))
    #expect(result.level == 97.5)
    #expect(result.p?.value.description == "p = 0.047")
    #expect(result.method == "Chi-squared")
    #expect(result.comparison == .betweenGroups)
    #expect(result.location?.line == 255)
  }

  @Test func standardErrorIsNoStandardDeviation() throws {
    let result = try #require(Self.study.results.first { $0.id == "outcome-2" })
    #expect(result.part == "Week 4")
    #expect(result.arms[0].mean == "3.1")
    #expect(result.arms[0].standardDeviation == nil)
    #expect(result.arms[0].figure?.dispersion == "Standard Error")
    #expect(result.arms[0].figure?.spread == "0.4")
  }

  @Test func missingNumberIsNoNumber() throws {
    let result = try #require(Self.study.results.first { $0.id == "outcome-2" })
    #expect(result.arms[1].mean == nil)
    #expect(result.arms[1].figure?.printed == "NA")
    #expect(result.arms[1].figure?.note == "Too few answered.")
  }

  @Test func analysisOfPartsStandsForItself() throws {
    #expect(
      Self.study.results.map(\.id) == ["outcome-1", "outcome-2", "outcome-2-2", "outcome-2-analysis-1"])
    let result = try #require(Self.study.results.last)
    #expect(result.arms.map(\.name) == ["Imaginol", "Sugar pill"])
    #expect(result.effect?.value.printed == "-0.4")
    #expect(result.interval == nil)
    #expect(result.p?.value.description == "p < 0.001")
    #expect(
      result.remarks == [
        "1-Sided confidence interval: no lower limit to -0.1", "Imaginol minus sugar pill",
      ])
  }

  @Test func baselineHarmsAndLimitationsAreRead() {
    #expect(Self.entry.baseline.map(\.outcome.value) == ["Age"])
    #expect(Self.entry.baseline.first?.arms.first?.figure?.statistic == "Median")
    #expect(Self.entry.baseline.first?.arms.first?.figure?.upper == "70")
    #expect(
      Self.study.harms.map(\.value) == [
        "12 weeks", "Serious, Total, Total, serious adverse events: Imaginol 2 of 30; Sugar pill 0 of 30",
      ])
    #expect(Self.study.limitations.map(\.value) == ["It ended early."])
  }

  // MARK: Older files

  @Test func olderNamesOfFieldsAreRead() throws {
    let events = outcome(.clinicalTrialsGov, fixture("clinicaltrials-gov/older.xml")).events
    let study = try #require(events.studies.first)
    #expect(study.design.value == .randomizedCrossover)
    #expect(study.blinding?.value == .value(.double))
    #expect(study.name == "NCT09900003")
    #expect(study.registerEntry?.phase == nil)
    #expect(study.registerEntry?.eligibility.inclusion == nil)
    #expect(events.references.first?.issued?.iso8601 == "1999-11-01")
    let result = try #require(study.results.first)
    #expect(result.arms == [.init(name: "Everyone", count: 22, mean: "3.5", standardDeviation: "1.25")])
    #expect(result.comparison == .singleGroup)
  }

  @Test func feedIsRefused() {
    let feed = "<rss version=\"2.0\"><channel><item><guid>NCT09900001</guid></item></channel></rss>"
    #expect(throws: Diagnostic.self) { try Reader.recognizing(CorpusFile(feed)) }
  }

  @Test func studyWithoutANumberIsAWarning() {
    let events = outcome(
      .clinicalTrialsGov, CorpusFile("<clinical_study><brief_title>T</brief_title></clinical_study>")
    ).events
    #expect(
      events.problems.map(\.description) == [
        "a.xml:1:1: warning: a study has no nct_id [missing-identifier]"
      ])
  }
}

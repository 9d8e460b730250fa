import OnusModel
import Testing

@testable import OnusReaders

struct RevManTests {
  static let events = outcome(.revMan, fixture("revman/review.rm5")).events
  static let references = events.references
  static let studies = events.studies

  private func study(_ id: String) throws -> Study {
    try #require(Self.studies.first { $0.id.rawValue == id })
  }

  // MARK: The review

  @Test func reviewComesFirstAsReferenceAndStudy() throws {
    let review = try #require(Self.references.first)
    #expect(review.title == "Imaginol for invented sclerosis")
    #expect(review.identifiers.map(\.description) == ["doi:10.5555/14651858.cd999999.pub2", "key:990011"])
    #expect(review.authors.map(\.citationName) == ["Exempel EB"])
    #expect(review.authors.first?.suffix == nil)
    #expect(review.authors.first?.affiliations == ["Universität Muster, Köln, Germany"])
    #expect(review.issue == "3")
    #expect(review.issued?.year == 2020)
    #expect(
      review.abstract == [
        AbstractSection(label: "background", text: "Little is known."),
        AbstractSection(label: "results", text: "One."), AbstractSection(text: "Two of these."),
      ])
    #expect(review.otherAbstracts.first?.sections.map(\.text) == ["It may help."])
    let study = try #require(Self.studies.first)
    #expect(study.id.rawValue == "cd999999.pub2")
    #expect(study.design.value == .metaAnalysis)
    #expect(study.sample?.text == "2 studies")
    #expect(study.interests?.value == .value("None."))
    #expect(study.notes.map(\.value) == ["Summary of findings: Relapse | RR 0.56 (0.24 to 1.32)"])
  }

  @Test func restOfTheTextIsKeptWithoutTheProgramsStamps() {
    let kept = Self.references.first?.kept.map(\.path) ?? []
    #expect(kept.contains("MAIN_TEXT/BODY/BACKGROUND/P"))
    #expect(!kept.contains { $0.contains("MODIFIED") })
  }

  @Test func pooledResultsAreTheReviewsAndOnlyThoseItShows() throws {
    let results = try #require(Self.studies.first).results
    #expect(results.map(\.id) == ["analysis-1-1", "analysis-1-2-1"])
    let result = results[0]
    #expect(result.effect?.value.printed == "0.56")
    #expect(result.effect?.value.value == 0.5592)
    #expect(result.interval?.value.printedUpper == "1.32")
    #expect(result.level == 99)
    #expect(result.p?.value.description == "p < 0.00001")
    #expect(result.method == "Mantel-Haenszel, random effects")
    #expect(result.heterogeneity?.iSquared == "40")
    #expect(result.heterogeneity?.tauSquared == "0.01")
    #expect(result.heterogeneity?.p?.description == "p = 0.13")
    #expect(result.studies == 2)
    #expect(results[1].part == "Women")
    #expect(results[1].role == .subgroup)
    #expect(results[1].heterogeneity == nil)
  }

  // MARK: References

  @Test func pagesNamesAndIdentifiersOfAReport() throws {
    let article = try #require(Self.references.first { $0.title == "Imaginol: a trial" })
    #expect(
      article.identifiers.map(\.description) == [
        "pmid:99000003", "doi:10.5555/invent.12", "central:CN-009", "key:990011/Müller-1999/2",
      ])
    #expect(article.pages?.expanded == "253-274")
    #expect(article.authors.map(\.family) == ["Müller", "De Beispiel", "Smith", nil])
    #expect(article.authors.map(\.suffix) == [nil, nil, "Jr", nil])
    #expect(article.authors.last?.literal == "MRC")
    #expect(article.vernacularTitle == "Imaginol: eine Studie")
    #expect(article.notes == ["First line", "p < 0.05"])
    #expect(article.container?.title == "Journal of Inventions")
  }

  @Test func primaryReportIsTheFirstAndAnEmptyOneIsNone() throws {
    let reports = try study("müller-1999").reports.map(\.value.description)
    #expect(reports == ["pmid:99000003", "key:990011/Müller-1999/1"])
    #expect(try study("mrc-1").reports.isEmpty)
  }

  @Test func furtherReferencesComeLast() {
    let book = Self.references.last
    #expect(book?.type == "book")
    #expect(book?.title == "A handbook")
    #expect(book?.edition == "2nd")
    #expect(book?.identifiers.map(\.value) == ["990011/REF-Higgins-2011"])
  }

  // MARK: Studies

  @Test func escapedIdsAreNamesAgain() {
    #expect(
      Self.studies.dropFirst().map(\.id.rawValue) == ["müller-1999", "mrc-1", "nix-2001", "invent-2"])
    #expect(RevManText.unescaped("STD-MRC_x002d_1") == "STD-MRC-1")
    #expect(RevManText.unescaped("a_x_xyz1_b_x0041") == "a_x_xyz1_b_x0041")
  }

  @Test func standingSaysWhatBecameOfAStudy() throws {
    #expect(
      Self.studies.map { $0.appraisal?.standing } == [nil, .included, .included, .excluded, .ongoing])
    #expect(try study("nix-2001").appraisal?.exclusionReason?.value == "Not a trial, see MRC-1")
    #expect(try study("müller-1999").appraisal?.dataSource == "published and unpublished data")
  }

  @Test func characteristicsAreFactsAndTheDesignIsInferred() throws {
    let study = try study("müller-1999")
    #expect(study.name == "Müller 1999")
    #expect(study.design.value == .randomizedCrossover)
    #expect(study.blinding?.value == .value(.double))
    #expect(study.participants?.value == .value("60 adults\n30 women"))
    #expect(study.dose?.value == .value("Imaginol 4 mg each evening"))
    #expect(study.registrations.map(\.value.number) == ["NCT09900009"])
    #expect(study.interventions.map(\.value) == ["Imaginol"])
    // Some of its results compare with placebo and one with no treatment.
    #expect(study.comparator == nil)
    #expect(
      study.basis(of: "participants")
        == .stated(
          "Imaginol for invented sclerosis, doi:10.5555/14651858.cd999999.pub2, "
            + "characteristics of included studies"))
    #expect(
      study.basis(of: "design")
        == .inferred("from the review's words on the methods: Randomised, double-blind, cross-over trial"))
  }

  @Test func judgementsNameDomainOutcomesAndSupport() throws {
    let judgement = try #require(try study("müller-1999").appraisal?.riskOfBias.first)
    #expect(judgement.domain == "Blinding (performance bias)")
    #expect(judgement.outcomes == "All outcomes")
    #expect(judgement.judgement == "low risk")
    #expect(judgement.support == "Capsules looked the same")
    #expect(try study("mrc-1").appraisal?.riskOfBias.map(\.judgement) == ["unclear risk"])
  }

  @Test func dataOfAStrangerAreAWarning() {
    #expect(
      Self.events.problems.map(\.message) == [
        "there are data of STD-Nobody-1900, which is not among the review's studies"
      ])
  }

  // MARK: Results of studies

  @Test func figuresOfAStudyAreItsResults() throws {
    let results = try study("müller-1999").results
    #expect(
      results.map(\.id) == [
        "analysis-1-1", "analysis-1-2-1", "analysis-1-3", "analysis-1-4", "analysis-1-5",
      ])
    #expect(results[0].arms.map(\.name) == ["Imaginol", "Placebo"])
    #expect(results[0].arms.map(\.events) == [6, 11])
    #expect(results[0].effect?.value.measure == "RR")
    #expect(results[0].level == 95)
    #expect(results[0].weight == "91.5")
    #expect(results[0].remarks == ["comparison: Imaginol versus placebo", "At week 8"])
  }

  @Test func whatIsNotEstimableIsNoEffect() throws {
    let result = try #require(try study("mrc-1").results.first)
    #expect(result.effect == nil)
    #expect(result.interval == nil)
    #expect(result.finding == "not estimable")
    #expect(result.arms.map(\.count) == [15, 15])
  }

  @Test func blankNumbersAreNoNumbers() throws {
    let result = try study("müller-1999").results[1]
    #expect(result.effect == nil)
    #expect(result.weight == nil)
    #expect(result.part == "Women")
    #expect(result.unit == "points")
    #expect(result.arms.map(\.mean) == ["2.9", "3.3"])
    #expect(result.arms.map(\.standardDeviation) == ["1.71", nil])
  }

  @Test func otherMeasuresAndSwappedEventsAreNamed() throws {
    let results = try study("müller-1999").results
    #expect(results[2].effect?.value.measure == "Time ratio")
    #expect(results[2].remarks?.last == "log Time ratio 0.51, standard error 0.21")
    #expect(results[3].effect?.value.measure == "Peto OR")
    #expect(results[3].arms.map(\.name) == ["Experimental", "Control"])
    #expect(results[3].remarks?.contains("the effect is that of not having the event") ?? false)
    #expect(results[4].finding == "Content")
  }

  @Test func effectsOfAFileWithoutComputedDataAreNotRead() throws {
    let file = CorpusFile(
      """
      <COCHRANE_REVIEW DOI="" ID="1"><COVER_SHEET><TITLE>T</TITLE></COVER_SHEET>
      <STUDIES_AND_REFERENCES><STUDIES><INCLUDED_STUDIES><STUDY ID="STD-A" NAME="A"/></INCLUDED_STUDIES>
      </STUDIES></STUDIES_AND_REFERENCES>
      <ANALYSES_AND_DATA CALCULATED_DATA="NO"><COMPARISON NO="1"><DICH_OUTCOME NO="1" EFFECT_MEASURE="OR">
      <NAME>N</NAME><DICH_DATA STUDY_ID="STD-A" EFFECT_SIZE="0.0" CI_START="0.0" CI_END="0.0" EVENTS_1="1"
      TOTAL_1="2" EVENTS_2="1" TOTAL_2="3"/></DICH_OUTCOME></COMPARISON></ANALYSES_AND_DATA></COCHRANE_REVIEW>
      """)
    let studies = outcome(.revMan, file).events.studies
    #expect(studies.map(\.id.rawValue) == ["t", "a"])
    #expect(studies.map(\.design.value) == [.systematicReview, .other])
    #expect(studies.last?.results.map(\.effect) == [nil])
  }

  @Test(arguments: [
    ("0.8405144008917793", 2, "0.84"), ("-0.004", 2, "0.00"), ("-1.555", 1, "-1.6"), ("12", 0, "12"),
    ("99.99999", 1, "100.0"),
  ])
  func numbersHaveTheDecimalsThatTheProgramShows(text: String, decimals: Int, expected: String) {
    #expect(RevManText.rounded(text, decimals: decimals) == expected)
  }

  @Test(arguments: [
    ("0.1269", "p = 0.13"), ("6.912E-4", "p = 0.0007"), ("0.0496", "p = 0.05"), ("4.9E-7", "p < 0.00001"),
    ("0.00097", "p = 0.001"), ("1.0", "p = 1.00"),
  ])
  func pValues(text: String, expected: String) {
    #expect(RevManText.pValue(text)?.description == expected)
  }
}

import OnusModel
import Testing

struct ReferenceTests {
  @Test(arguments: [
    ("1076-83", "1076-1083"), ("1076-1083", "1076-1083"), ("S12-5", "S12-S15"), ("S12-S15", "S12-S15"),
    ("e0187423", "e0187423"), ("693-710", "693-710"), ("12, 15-18", "12, 15-18"), ("iv-x", "iv-x"),
    ("1076–83", "1076-1083"), ("1076--83", "1076-1083"), ("237‐48", "237-248"), ("12-", "12-"),
  ])
  func pagesAreExpandedOnlyWhenPlain(printed: String, expanded: String) {
    #expect(PageRange(printed).expanded == expanded)
    #expect(PageRange(printed).printed == printed)
  }

  @Test(arguments: [
    ("2017", "2017"), ("2017-03", "2017-03"), ("2017-03-28", "2017-03-28"), ("2000-02-29", "2000-02-29"),
  ])
  func datesAreAsPreciseAsWritten(text: String, iso: String) throws {
    #expect(try #require(PartialDate(iso8601: text)).iso8601 == iso)
  }

  @Test(arguments: ["2017-13", "2017-02-29", "1900-02-29", "17", "2017-3", "2017-03-28-1", "March 2017"])
  func datesThatDoNotExistAreRefused(text: String) {
    #expect(PartialDate(iso8601: text) == nil)
  }

  @Test func recordIsNamedByItsBestIdentifier() {
    var reference = Reference()
    reference.identifiers = [Identifier(.doi, "10.1002/ana.22006"), Identifier(.pmid, "20695007")]
    #expect(reference.id.rawValue == "pmid:20695007")
    reference.identifiers.removeLast()
    #expect(reference.id.rawValue == "doi:10.1002/ana.22006")
  }

  @Test(arguments: [("Jean-Paul M.", "JPM"), ("eva", "E"), ("", "")])
  func initialsAreTakenFromEachName(given: String, initials: String) {
    #expect(Contributor.initials(of: given) == initials)
  }

  @Test func figuresKeepTheirPrintedDigits() throws {
    let interval = try #require(StudyResult.Interval(parsing: "-0.590 to 0.09"))
    #expect(interval.printedLower == "-0.590")
    #expect(interval.lower == -0.59)
    let effect = try #require(StudyResult.Effect(parsing: "HR 0.760"))
    #expect(effect.measure == "HR")
    #expect(effect.printed == "0.760")
    let p = try #require(StudyResult.PValue(parsing: "< 0.001"))
    #expect("\(p)" == "p < 0.001")
    #expect(StudyResult.PValue(parsing: "1.2") == nil)
    #expect(StudyResult.Events(parsing: "1/40") == StudyResult.Events(parsing: "1 of 40"))
    #expect(StudyResult.Events(parsing: "40") == nil)
  }
}

import OnusModel
import Testing

struct StudyDurationTests {
  @Test(arguments: [
    ("6 months", "P6M", "6 months"),
    ("8 weeks per period", "P8W", "8 weeks per period"),
    ("12 to 16 weeks", "P16W", "12 to 16 weeks"),
    ("12-16 weeks", "P16W", "12-16 weeks"),
    ("eight weeks", "P8W", "eight weeks"),
    ("eight-week", "P8W", "eight-week"),
    ("8w", "P8W", "8w"),
    ("up to 2 years", "P2Y", "up to 2 years"),
    ("1.5 years", "P1.5Y", "1.5 years"),
    ("6  months", "P6M", "6 months"),
    ("1 year 6 months", "P18M", "1 year 6 months"),
    ("2 weeks and 3 days", "P17D", "2 weeks and 3 days"),
    ("2 years before and 2 years after", "P2Y", "2 years before and 2 years after"),
    ("1,000 days", "P1000D", "1,000 days"),
  ])
  func readsWhatPeopleWrite(text: String, iso: String, printed: String) throws {
    let duration = try #require(StudyDuration(parsing: text))
    #expect(duration.iso8601 == iso)
    #expect(duration.printed == printed)
  }

  @Test(arguments: ["forty", "6", "long", "months", "", "p 8", "1,5 weeks", "-8 weeks", "1 year 6 weeks"])
  func refusesWhatIsNoDuration(text: String) {
    #expect(StudyDuration(parsing: text) == nil)
  }

  @Test func sortsByLengthAndNeverPrintsDays() throws {
    let months = try #require(StudyDuration(parsing: "6 months"))
    #expect(StudyDuration.weeks(26) < months)
    #expect(months < StudyDuration.weeks(27))
    #expect("\(months)" == "6 months")
    #expect("\(StudyDuration.weeks(1))" == "1 week")
  }

  @Test func rangeKeepsBothEnds() throws {
    let range = try #require(StudyDuration(parsing: "12 to 16 weeks"))
    #expect(range.lower == 12)
    #expect(range.upper == 16)
    #expect(range.sortKey == 112)
  }
}

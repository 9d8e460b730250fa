import Testing

@testable import OnusModel

struct TextTests {
  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), (" a b\t", "a b"), ("\u{A0}é\u{2003}", "é"), ("a\u{3000}", "a"),
    ("\u{85}x", "x"),
  ])
  func whiteSpaceOfAnyKindIsTrimmed(text: String, trimmed: String) {
    #expect(text.trimmed == trimmed)
  }

  @Test func runsOfWhiteSpaceBecomeOneBlank() {
    #expect(" a \n\t b\u{A0}c ".collapsed == "a b c")
  }

  @Test(arguments: [
    ("", "", 0), ("kitten", "sitting", 3), ("statemnt", "statement", 1), ("ab", "ba", 1), ("MS", "ms", 0),
    ("a", "abcdefgh", 4),
  ])
  func distanceCountsEditsUpToItsLimit(left: String, right: String, distance: Int) {
    #expect(editDistance(left, right, limit: 3) == distance)
  }

  @Test func nearestIsWithinAThirdOfTheLength() {
    #expect(nearest(to: "suports", among: ["contradicts", "supports", "reports"]) == ["supports"])
    #expect(nearest(to: "xyz", among: ["supports"]).isEmpty)
    #expect(nearest(to: "colum", among: ["column", "colum"], count: 2) == ["colum", "column"])
  }
}

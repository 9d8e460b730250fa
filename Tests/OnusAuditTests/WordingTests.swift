import Testing

@testable import OnusAudit

struct WordingTests {
  @Test(arguments: [
    ("Tea improves sleep.", CausalLanguage.direct, "improves"),
    ("Tea can reduce pain.", .able, "reduce"),
    ("Tea may improve sleep.", .conditional, "improve"),
    ("Tea keeps arthritis from progressing.", .direct, "keeps"),
  ])
  func theStrongestWordOfCauseCounts(_ text: String, _ level: CausalLanguage, _ word: String) {
    #expect(CausalLanguage.strongest(in: text)?.level == level)
    #expect(CausalLanguage.strongest(in: text)?.words == word)
  }

  @Test(arguments: ["Tea is associated with less pain.", "Forty people drank tea.", "He keeps a diary."])
  func wordsOfAssociationAreNoCause(_ text: String) {
    #expect(CausalLanguage.strongest(in: text) == nil)
  }

  @Test(arguments: [
    ("40 people for six months", ["40", "6"]), ("1.50 to 4.5 mg", ["1.5", "4.5"]), ("89% of 17", ["89"]),
    ("1,234 patients.", ["1234"]), ("two reasons", []), ("NCT00501696", []), ("after 8 weeks.", ["8"]),
  ])
  func figuresHaveAUnit(_ text: String, _ numbers: [String]) {
    #expect(Figures.withUnits(in: text).map(\.number) == numbers)
  }

  @Test func numbersAreComparedInPlainDigits() {
    #expect(Figures.numbers(in: "n = 1,000; 4.50 mg; Twelve; 0·05.") == ["1000", "4.5", "12", "0.05"])
  }
}

import OnusModel
import Testing

struct InformativeStatementTests {
  private static func sentence(
    _ rating: Certainty.Rating, _ size: Synthesis.EffectSize?, _ direction: Synthesis.EffectDirection?
  ) -> String? {
    InformativeStatement.sentence(
      intervention: "willow tea", outcome: "pain", rating: rating, size: size, direction: direction)
  }

  /// Santesso 2020, table 3.
  @Test(arguments: [
    (Certainty.Rating.high, Synthesis.EffectSize.large, "Willow tea results in a large reduction in pain."),
    (.high, .moderate, "Willow tea reduces pain."),
    (.high, .small, "Willow tea reduces pain slightly."),
    (.high, .trivial, "Willow tea results in little to no difference in pain."),
    (.moderate, .large, "Willow tea probably results in a large reduction in pain."),
    (.moderate, .moderate, "Willow tea probably reduces pain."),
    (.moderate, .small, "Willow tea probably reduces pain slightly."),
    (.moderate, .none, "Willow tea probably results in little to no difference in pain."),
    (.low, .large, "Willow tea may result in a large reduction in pain."),
    (.low, .moderate, "Willow tea may reduce pain."),
    (.low, .small, "Willow tea may reduce pain slightly."),
    (.low, .trivial, "Willow tea may result in little to no difference in pain."),
    (.veryLow, .large, "The evidence is very uncertain about the effect of willow tea on pain."),
  ])
  func theSentenceFollowsFromCertaintyAndSizeAndReadsBack(
    _ rating: Certainty.Rating, _ size: Synthesis.EffectSize, _ expected: String
  ) throws {
    let sentence = try #require(Self.sentence(rating, size, .reduction))
    #expect(sentence == expected)
    let reading = InformativeStatement.reading(of: sentence)
    #expect(reading.rating == rating)
    #expect(reading.size == (rating == .veryLow ? nil : size == .none ? .trivial : size))
  }

  @Test func withoutAJudgedSizeOrDirectionThereIsNoSentence() {
    #expect(Self.sentence(.low, nil, .reduction) == nil)
    #expect(Self.sentence(.low, .small, nil) == nil)
    #expect(Self.sentence(.low, .trivial, nil) != nil)
    #expect(Self.sentence(.veryLow, nil, nil) != nil)
  }

  @Test(arguments: [
    (
      "The evidence suggests that tea does not reduce pain.", Certainty.Rating.low,
      Synthesis.EffectSize.trivial
    ),
    ("Tea likely increases sleep slightly.", .moderate, .small),
    ("Tea cures pain.", .high, .moderate),
  ])
  func otherWordsOfTheTableAreUnderstood(
    _ sentence: String, _ rating: Certainty.Rating, _ size: Synthesis.EffectSize
  ) {
    #expect(InformativeStatement.reading(of: sentence) == .init(rating: rating, size: size))
  }

  @Test func theSumOfDomainsStaysBetweenVeryLowAndHigh() {
    var certainty = Certainty(start: Located(.low), rating: Located(.low))
    certainty.assessments = [.init(.imprecision, level: "extremely serious")]
    #expect(certainty.sum == .veryLow)
    certainty.assessments = [
      .init(.largeEffect, level: "very strong association"), .init(.doseResponse, level: "gradient"),
    ]
    #expect(certainty.sum == .high)
  }

  @Test(arguments: [("critical", 0), ("9", 9), ("important", 0), ("4", 4), ("not important", 0), ("1", 1)])
  func importanceIsAWordOrANumber(_ text: String, _ score: Int) {
    #expect((Synthesis.Importance(parsing: text)?.score ?? 0) == score)
    #expect(Synthesis.Importance(parsing: text + "0") == nil)
  }
}

import Testing

@testable import OnusAudit

struct QuotationTests {
  @Test(arguments: [
    ("Pain fell.", "Pain fell. Nobody bled.", 0, 0, "Pain fell."),
    ("pain  FELL", "Then Pain fell.", 0, 5, "Pain fell"),
    ("a “large” effect", "saw a \"large\" effect", 0, 4, "a \"large\" effect"),
    ("5–10 people", "of 5-10 people", 0, 3, "5-10 people"),
    ("pain fell", "Pain feel.", 1, 0, "Pain feel"),
    ("naïve people", "naive people", 1, 0, "naive people"),
  ])
  func theNearestPlaceIsFound(
    _ quote: String, _ text: String, _ distance: Int, _ offset: Int, _ place: String
  ) {
    let match = Quotation(quote).match(in: text)
    #expect(match.distance == distance)
    #expect(match.offset == offset)
    #expect(match.text == place)
  }

  @Test func placesCountUnicodeScalars() {
    // An emoji with a skin tone is one character, two scalars.
    #expect(Quotation("fell").match(in: "👍🏽 fell").offset == 3)
  }

  @Test func wordsThatAreNowhereAreFarAway() {
    let match = Quotation("mortality was halved").match(in: "Pain fell.")
    #expect(match.distance > 10)
  }

  @Test func aQuotationFromTheAbstractIsQuietAndAChangedOneSaysWhere() throws {
    func found(_ quote: String) throws -> [String] {
      try findings(
        .quoteNotFound,
        """
        claims:
          tea:
            statement: Tea helps.
            kind: efficacy
            evidence: { study: s, stance: supports, because: It did., quote: \(quote) }
        studies:
          s: { name: S 2019, design: rct, reports: ["pmid:1"] }
        """, references: "PMID- 1\nTI  - Tea\nAB  - Pain fell by 2 points.\n")
    }
    #expect(try found("pain fell by 2 points") == [])
    #expect(
      try found("pain fell by 12 points") == [
        """
        corpus.yaml:5:70: warning: the quotation differs from the text by 1 character [quote-not-found]
          note: at character 4 the text has "Pain fell by 2 points"
          help: copy the words as they stand, or remove the quotation
        """
      ])
    #expect(
      try found("nobody was harmed at all").first?.contains(
        "the quotation is not in the title or abstract of S 2019") == true)
  }
}

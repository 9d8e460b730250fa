import OnusModel
import Testing

@testable import OnusCatalogue

struct FoldingTests {
  func spaced(_ text: String) -> String { String(decoding: FoldedText(text).spaced, as: UTF8.self) }

  @Test(arguments: [
    ("Müller’s Straße", "mullers strasse"), ("H<sub>2</sub>O &amp; CO₂", "h2o and co2"),
    ("TNF-α &amp;#945; β", "tnf alpha alpha beta"), ("p <0.05 and x", "p 0 05 and x"),
    ("Women >or= 50", "women 50"), ("Women ≥50", "women 50"), ("na\u{0308}ive", "naive"), ("ﬁrst", "first"),
    ("Ｆｕｌｌ", "full"), ("Тест ЁЖ", "тест ёж"), ("Smith{\\'e}", "smith e"), ("&ouml;l", "ol"),
  ])
  func spellingsOfOneTextAreEqual(text: String, folded: String) {
    #expect(spaced(text) == folded)
  }

  @Test(arguments: [
    "Walks in the rain", "WALKS IN THE RAIN.", "[Walks in the rain]", "Walks in the rain. [Review] [45 refs]",
    "Walks in the rain [German]", "Walks in the rain (author's transl)", "<i>Walks</i> in the rain",
    "Walks in the rain.[Erratum appears in J Ex. 2010 May;2(4):943]", "RETRACTED ARTICLE: Walks in the rain",
    "Walks in the rain (Provisional abstract)", "[Walks in the rain (author's transl)]",
  ])
  func whatDatabasesAddToTitlesDoesNotCount(title: String) {
    let folded = FoldedTitle(title, vernacular: nil)
    #expect(folded.main.map { String(decoding: $0.text.spaced, as: UTF8.self) } == "walks in the rain")
    #expect(folded.notice == nil)
  }

  @Test func theTitleOfTheOriginalIsASecondTitle() {
    let folded = FoldedTitle("Walks in the rain [Wege im Regen und Wind]", vernacular: nil)
    #expect(
      folded.forms.map { String(decoding: $0.text.spaced, as: UTF8.self) } == [
        "walks in the rain", "wege im regen und wind",
      ])
    #expect(TitleAgreement(folded, FoldedTitle("Wege im Regen und Wind", vernacular: nil)).isTranslated)
  }

  @Test(
    arguments: [
      ("Part II", [2]), ("type 2 and 3", [2, 3]), ("Vitamin C and I", [1]), ("three walks", [3]),
      ("phase I trial", [1]),
      ("I walk in the rain", []), ("p16(INK4A)", [16, 4]),
    ] as [(String, [UInt32])])
  func numbersOfTitlesAreReadInAnySpelling(title: String, numbers: [UInt32]) {
    #expect(FoldedTitle(title, vernacular: nil).main?.numbers == numbers)
  }

  @Test(arguments: [
    ("Health care for walkers in rain", "Healthcare for walkers in rain", TitleAgreement.Manner.identical),
    ("Randomised walks of tumours in rain", "Randomized walks of tumors in rain", .spelling),
    ("Walks of women in the rain at night", "Walks of men in the rain at night", .reworded),
    ("Increased walks in the rain at night", "Decreased walks in the rain at night", .reworded),
    ("Hypertension of walkers in the rain", "Hypotension of walkers in the rain", .reworded),
    ("Walks in the rain: a trial of examples", "Walks in the rain", .contained),
    ("Walks in the rain", "Snow", .different),
  ])
  func titlesAgreeInOneOfTheManners(left: String, right: String, manner: TitleAgreement.Manner) {
    let agreement = TitleAgreement(FoldedTitle(left, vernacular: nil), FoldedTitle(right, vernacular: nil))
    #expect(agreement.manner == manner)
  }

  @Test(arguments: [
    ("123-8", "123–128", FoldedPages.Agreement.same), ("123-8", "123", .same), ("S17-S29", "S17-29", .same),
    ("083-087", "83-7", .same), ("123-8", "123-30", .sameStart), ("e12724", "1-6", .possible),
    ("Suppl-29", "S17-S29", .possible), ("2-8", "125-128", .possible), ("569", "567-569", .possible),
    ("c1804", "1014", .possible), ("xi-xii", "1-17", .different), ("S17", "e17", .different),
    ("12-19", "31-40", .different),
  ])
  func formsOfPagesAgree(left: String, right: String, agreement: FoldedPages.Agreement) throws {
    let first = try #require(FoldedPages(left))
    let second = try #require(FoldedPages(right))
    #expect(first.agreement(with: second) == agreement)
    #expect(second.agreement(with: first) == agreement)
  }

  @Test(arguments: ["215 p", "No pagination specified", "", "n/a"])
  func whatIsNoPlaceIsNotRead(printed: String) {
    #expect(FoldedPages(printed) == nil)
  }

  @Test(arguments: [
    ("Clinical Cancer Research", "Clin Cancer Res", FoldedJournal.Agreement.same),
    ("Proceedings of the National Academy of Sciences", "Proc. Natl. Acad. Sci.", .same),
    ("BMJ", "British Medical Journal", .same),
    ("Disability & Rehabilitation", "Disability and Rehabilitation", .same),
    ("Clinical cancer research : an official journal of walkers", "Clin Cancer Res", .same),
    ("PLoS ONE [Electronic Resource]", "PLoS One", .same), ("Cancer", "Cancer Research", .different),
    ("Stroke", "Brain Injury", .different),
    (
      "International Conference on Snow Systems",
      "ICSS 2010 - Thirty First International Conference on Snow Systems", .contained
    ),
  ])
  func namesOfJournalsAgree(left: String, right: String, agreement: FoldedJournal.Agreement) {
    let (first, second) = (FoldedJournal(Container(title: left)), FoldedJournal(Container(title: right)))
    #expect(first.agreement(with: second) == agreement)
    #expect(second.agreement(with: first) == agreement)
  }

  @Test(arguments: [
    ("Kessel, M. E.", "van Kessel, M."), ("Müller, A", "Mueller, Anna"),
    ("Moritz, Altenried", "Altenried, Moritz"),
    ("Koseoglu Eser, O.", "Eser, O. K."), ("Giorgi, Rossi P", "Rossi, P G"), ("Long, F X", "Xi, L F"),
    ("Sen?ow, J.", "Seniow, J."),
  ])
  func namesOfOnePersonAgree(left: String, right: String) throws {
    let names = [left, right].map { FoldedNames(cited(nil, by: $0)).names }
    let (first, second) = (try #require(names[0].first), try #require(names[1].first))
    #expect(first.agrees(with: second))
    #expect(second.agrees(with: first))
  }

  @Test(arguments: [
    ("Wang, X", "Wang, L"), ("Muster, Ada", "Beispiel, Ada"), ("Lee, J", "Li, J"), ("Wang, X L", "Wu, X L"),
  ])
  func namesOfTwoPeopleDoNot(left: String, right: String) throws {
    let names = [left, right].map { FoldedNames(cited(nil, by: $0)).names }
    let (first, second) = (try #require(names[0].first), try #require(names[1].first))
    #expect(!first.agrees(with: second))
  }

  @Test(arguments: [
    ("kitten", "sitting", 3), ("", "abc", 3), ("same", "same", 0), ("abcdef", "azced", 3),
    (String(repeating: "ab", count: 80), String(repeating: "ab", count: 79) + "b", 1),
  ])
  func editDistancesAreThoseOfThePlainAlgorithm(left: String, right: String, distance: Int) {
    #expect(EditDistance.distance(Array(left.utf8), Array(right.utf8)) == distance)
    #expect(EditDistance.distance(Array(right.utf8), Array(left.utf8)) == distance)
    #expect(editDistance(left, right, limit: 200) == distance)
  }
}

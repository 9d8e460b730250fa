import OnusModel
import OnusReaders
import Testing

struct SynthesisProblemTests {
  @Test(arguments: [
    ("measure: RR, method: Peto", "Peto's method pools odds ratios, not RR", 43),
    ("measure: HR, method: MH", "Mantel–Haenszel pools RR, OR and RD, not HR", 43),
    (
      "method: DL, model: common-effect",
      "a common effect has no variance between studies, which DL estimates", 41
    ),
    (
      "method: MH, interval: Hartung-Knapp",
      "Hartung and Knapp's interval needs the variance between studies by inverse variance", 44
    ),
    ("results: [a/b, a/b]", "the result a/b is there twice, and its people would count twice", 37),
  ])
  func whatCannotBePooledIsPointedAt(asked: String, message: String, column: Int) {
    let document = CorpusDocument(
      """
      syntheses:
        s:
          { conditions: [Pain], intervention: tea, comparator: water, outcome: pain,
            notes: [none], \(asked) }
      """, file: "s.yaml")
    #expect(document.problems.map(\.message) == [message])
    #expect(document.problems.first?.location?.line == 4)
    #expect(document.problems.first?.location?.column == column)
  }
}

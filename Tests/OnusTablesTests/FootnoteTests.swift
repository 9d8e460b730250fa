import OnusTables
import Testing

@Suite struct FootnoteTests {
  @Test func lettersFollowTheAlphabetAndThenDouble() {
    let marks = [0, 1, 25, 26, 27, 51, 52, 701, 702].map { EvidenceTable.Lettering.mark(at: $0) }
    #expect(marks == ["a", "b", "z", "aa", "ab", "az", "ba", "zz", "aaa"])
  }

  @Test func lettersAreGivenInReadingOrder() {
    let table = EvidenceTable(
      id: "t", title: "T",
      columns: [.init("x", "X"), .init("y", "Y", footnotes: ["heading"])],
      rows: [
        .init(
          id: "1",
          cells: [.init(.integer(1), footnotes: ["first"]), .init(.integer(2), footnotes: ["second"])])
      ])
    #expect(table.lettering.footnotes.map(\.text) == ["heading", "first", "second"])
  }

  @Test func sameWordsShareALetter() {
    let lettering = smallTable.lettering
    #expect(lettering.footnotes == ["Five left early.", "Crossover."])
    #expect(lettering.marks(of: ["Crossover.", "Five left early."]) == ["a", "b"])
    #expect(lettering.marks(of: ["Unused."]).isEmpty)
  }

  @Test func htmlLinksBothWays() {
    let text = smallTable.text(as: .html)
    for mark in ["a", "b"] {
      #expect(text.ranges(of: "id=\"use-\(mark)\"").count == 1)
      #expect(text.ranges(of: "id=\"note-\(mark)\"").count == 1)
      #expect(text.contains("href=\"#use-\(mark)\""))
    }
    #expect(text.ranges(of: "href=\"#note-a\"").count == 2)
  }
}

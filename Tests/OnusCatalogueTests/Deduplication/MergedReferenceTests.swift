import OnusModel
import Testing

@testable import OnusCatalogue

struct MergedReferenceTests {
  let records = [
    cited("WALKS IN THE RAIN", by: "Muster, A", year: 2009, ids: [.pmid("1")]),
    cited(
      "Walks in the rain", by: "Muster, Ada; Beispiel, Max", in: "J Exampl", "12", "3", "123-8",
      ids: [.doi("10.1000/a")]),
    cited(
      "Walks in the rain", by: "Muster, Ada", in: "J Exampl", "12", "3", "123-128", ids: [.doi("10.1000/b")]),
  ]

  @Test func thePreferredValueFollowsThePrintedRules() {
    let merged = MergedReference([0, 1, 2], of: records).reference
    #expect(merged.title == "Walks in the rain")
    #expect(merged.contributors.map(\.citationName) == ["Muster A", "Beispiel M"])
    #expect(merged.container?.title == "Journal of Examples")
    #expect(merged.container?.otherTitles == ["J Exampl"])
    #expect(merged.year == 2010)
    #expect(merged.pages?.printed == "123-128")
    #expect(Set(merged.identifiers) == [.pmid("1"), .doi("10.1000/a"), .doi("10.1000/b")])
  }

  @Test func whatRecordsDisagreeAboutIsKeptWithItsSource() {
    let conflicts = MergedReference([0, 1, 2], of: records).conflicts
    #expect(conflicts.map(\.field) == ["authors", "journal", "date", "DOI"])
    #expect(
      conflicts[2].values == [
        MergedReference.Value(text: "2010", records: [1, 2]),
        MergedReference.Value(text: "2009", records: [0]),
      ])
    #expect(
      conflicts[3].values == [
        MergedReference.Value(text: "10.1000/a", records: [1]),
        MergedReference.Value(text: "10.1000/b", records: [2]),
      ])
  }

  @Test func theOrderOfRecordsDoesNotMatter() {
    let merged = MergedReference([0, 1, 2], of: records).reference
    #expect(MergedReference([2, 0, 1], of: records).reference == merged)
    #expect(MergedReference([0, 1, 2], of: Array(records.reversed())).reference == merged)
  }

  @Test func everyFieldHasAPrintedRule() {
    #expect(MergedReference.rules.map(\.field).count == Set(MergedReference.rules.map(\.field)).count)
    #expect(MergedReference.rules.contains(MergedReference.Rule(field: "title", preference: .mostSaid)))
    #expect(MergedReference.rules.contains(MergedReference.Rule(field: "identifiers", preference: .all)))
  }
}

struct DeduplicationReportTests {
  let records = [
    cited("Walks in the rain of examples", "12", "3", "123-8", ids: [Identifier(.key, "a")]),
    cited("Walks in the rain of examples", "12", "3", "123-128", ids: [Identifier(.key, "b")]),
    cited("Erratum to: Walks in the rain of examples", "12", "4", "300", ids: [Identifier(.key, "c")]),
  ]

  @Test func groupsAreLinesOfJSON() {
    #expect(Deduplication.groups(of: records).lines(records) == "[\"a\",\"b\"]\n")
  }

  @Test func theMergedListHasOneRecordForEachDocument() {
    let merged = Deduplication.groups(of: records).merged(records)
    #expect(merged.map { $0.identifier(.key) } == ["b", "c"])
  }

  @Test func theReportSaysWhy() {
    #expect(
      Deduplication.groups(of: records).text(records) == """
        records: 3, surplus: 1 in 1 groups, related pairs: 1, for a person: 0

        Document 1
          a. Muster A. 2010. Walks in the rain of examples. Journal of Examples. 12. 123-8
          b. Muster A. 2010. Walks in the rain of examples. Journal of Examples. 12. 123-128
            same-place with a: title 1.00, first author, 2 of 2 authors, same journal, same volume, \
        same issue, same pages, same year

        Related, not the same
          c. Muster A. 2010. Erratum to: Walks in the rain of examples. Journal of Examples. 12. 300
          corrects
          a. Muster A. 2010. Walks in the rain of examples. Journal of Examples. 12. 123-8
            notice: the title announces a correction, title 1.00, first author, 2 of 2 authors, \
        same journal, same volume, other issue 4 / 3, other pages 300 / 123-8, same year

        """)
  }
}

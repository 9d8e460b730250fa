import OnusModel
import OnusReaders
import Testing

struct ReviewDocumentTests {
  private func document(_ lines: String) -> CorpusDocument {
    CorpusDocument("reviews:\n  tea:\n    title: Willow tea for headache\n" + lines, file: "r.yaml")
  }

  @Test func everythingOfAReviewIsRead() throws {
    let document = document(
      """
          registration: PROSPERO CRD42020000000
          conditions: [Headache]
          previous: { studies: 3, reports: 5 }
          searches:
            - { in: PubMed, kind: database, on: 2026-01-02, query: willow*, files: lists/a.nbib }
            - { in: reference lists, kind: citation searching, records: 4 }
          removed: { duplicates: 10, automation: 3, other: 2 }
          databases: { screened: 85, excluded: 70, sought: 15, not-retrieved: 1, assessed: 14,
            excluded-reports: { wrong design: 4 } }
          other-methods: { sought: 4 }
          included: { studies: 9, reports: 10 }
          meta-analysis: { studies: 7 }
          screening:
            - { records: [pmid:1, "doi:10.1/x"], stage: full text, decision: exclude, because: no control,
                by: AB, agreed: yes }
      """)
    #expect(document.problems.isEmpty)
    let review = try #require(document.entries.reviews.first)
    #expect(review.registration == "PROSPERO CRD42020000000")
    #expect(review.conditions.map(\.value) == ["Headache"])
    #expect(review.previous == Review.Size(studies: 3, reports: 5))
    #expect(review.searches.map(\.kind) == [.database, .citations])
    #expect(review.searches[0].query == "willow*")
    #expect(review.searches[0].files.map(\.value) == ["lists/a.nbib"])
    #expect(review.searches[0].date == PartialDate(year: 2026, month: 1, day: 2))
    #expect(review.searches[1].records?.value == 4)
    #expect(review.removed.duplicates?.value == 10)
    #expect(review.removed.automation == 3)
    #expect(review.removed.other == 2)
    #expect(review.databases.screened?.value == 85)
    #expect(review.databases.excluded?.value == 70)
    #expect(review.databases.sought?.value == 15)
    #expect(review.databases.notRetrieved?.value == 1)
    #expect(review.databases.assessed?.value == 14)
    #expect(review.databases.reasons == [.init("wrong design", 4)])
    #expect(review.otherMethods.sought?.value == 4)
    #expect(review.included == Review.Size(studies: 9, reports: 10))
    #expect(review.metaAnalysis == Review.Size(studies: 7))
    let decision = try #require(review.decisions.first)
    #expect(decision.records.map(\.value.description) == ["pmid:1", "doi:10.1/x"])
    #expect(decision.stage == .fullText)
    #expect(decision.verdict == .exclude)
    #expect(decision.reason == "no control")
    #expect(decision.by == "AB")
    #expect(decision.isAgreed)
  }

  @Test func anExclusionByTheFullTextNeedsAReason() throws {
    let line = "    screening: { records: \"pmid:1\", stage: full text, decision: exclude }"
    let problem = try #require(document(line).problems.first)
    #expect(
      problem.rendered(sourceLine: line) == """
        r.yaml:4:16: error: an exclusion by the full text has no "because" [missing-reason]
              screening: { records: "pmid:1", stage: full text, decision: exclude }
                         ^
          note: PRISMA 2020, item 16b, asks for the reasons
        """)
  }

  @Test func aRecordIsNotSoughtWhereOnlyItsTitleIsRead() {
    let problems = document(
      "    screening: { records: \"pmid:1\", stage: title and abstract, decision: not retrieved }"
    ).problems
    #expect(problems.map(\.code) == ["wrong-stage"])
    #expect(problems.first?.location == SourceLocation(file: "r.yaml", line: 4, column: 16))
  }

  @Test func aNumberThatIsNoneIsPointedAt() {
    let problems = document("    databases: { screened: many }").problems
    #expect(problems.map(\.message) == ["screened: expected a whole number, found \"many\""])
  }
}

import OnusModel
import Testing

struct ReviewFlowTests {
  private func review(
    databases: Int? = nil, other: Int? = nil, decisions: [ScreeningDecision] = [],
    _ change: (inout Review) -> Void = { _ in }
  ) -> Review {
    var review = Review(id: Review.ID("tea"), title: "Willow tea for headache")
    if let databases {
      review.searches.append(.init(name: "PubMed", kind: .database, records: Located(databases)))
    }
    if let other { review.searches.append(.init(name: "lists", kind: .citations, records: Located(other))) }
    review.decisions = decisions
    change(&review)
    return review
  }

  private func pmid(_ number: Int) -> Located<Identifier> { Located(Identifier(.pmid, "\(number)")) }

  /// A review with the documents pmid:1, pmid:2, …, of which each decision names some.
  private func catalogued(
    _ count: Int, in search: Int? = nil, records: Int? = nil, _ review: Review
  ) -> CataloguedReview {
    let documents = (1...count).map { number in
      CataloguedReview.Document(
        identifiers: [pmid(number).value], searches: search.map { [$0] } ?? [],
        decisions: review.decisions.indices.filter {
          review.decisions[$0].records.map(\.value).contains(pmid(number).value)
        })
    }
    return CataloguedReview(review: review, recordCounts: records.map { [$0] } ?? [], documents: documents)
  }

  @Test func boxesThatAreNotGivenFollowFromThoseAroundThem() {
    let flow = ReviewFlow(
      CataloguedReview(
        review: review(databases: 100) {
          $0.removed = .init(duplicates: Located(10), automation: 3, other: 2)
          $0.databases.excluded = Located(70)
          $0.databases.notRetrieved = Located(1)
          $0.databases.reasons = [.init("wrong design", 4), .init("wrong population", 2)]
        }))
    #expect(flow.databases?.screened == 85)
    #expect(flow.databases?.sought == 15)
    #expect(flow.databases?.assessed == 14)
    #expect(flow.included.reports == 8)
    #expect(flow.otherMethods == nil)
    #expect(flow.mismatches.isEmpty)
  }

  @Test func numbersThatDoNotFitAreNamedWithWhatTheyShouldBe() {
    let flow = ReviewFlow(
      CataloguedReview(
        review: review(databases: 100) {
          $0.removed = .init(duplicates: Located(10))
          $0.databases.screened = Located(92)
          $0.databases.excluded = Located(80)
          $0.databases.sought = Located(11)
          $0.databases.assessed = Located(12)
          $0.included = .init(studies: 9, reports: 11)
        }))
    #expect(
      flow.mismatches.map(\.message) == [
        "92 records do not fit: identified less removed comes to 90",
        "11 reports do not fit: screened less excluded comes to 12",
        "the numbers of the review come to -1 reports not retrieved",
        "11 included reports do not fit: assessed less excluded comes to 12",
      ])
  }

  @Test func decisionsAreCountedByStageAndReason() {
    let flow = ReviewFlow(
      catalogued(
        6, in: 0, records: 8,
        review(
          decisions: [
            .init(.exclude, [pmid(1), pmid(2)], at: .titleAndAbstract),
            .init(.include, [pmid(3), pmid(4), pmid(5)], at: .titleAndAbstract),
            .init(.include, [pmid(3)], at: .fullText),
            .init(.exclude, [pmid(4)], at: .fullText, because: "no control"),
            .init(.notRetrieved, [pmid(5)], at: .fullText),
          ]
        ) { $0.searches = [.init(name: "PubMed", kind: .database, files: [Located("a.nbib")])] }))
    #expect(flow.databases?.identified == 8)
    #expect(flow.databases?.duplicates == 2)
    #expect(flow.databases?.screened == 6)
    #expect(flow.databases?.excluded == 2)
    #expect(flow.databases?.undecided == 1)
    #expect(flow.databases?.sought == 3)
    #expect(flow.databases?.notRetrieved == 1)
    #expect(flow.databases?.assessed == 2)
    #expect(flow.databases?.reasons == [.init("no control", 1)])
    #expect(flow.included == Review.Size(studies: 1, reports: 1))
    #expect(flow.mismatches.isEmpty)
  }

  @Test func whatPeopleSeeDifferentlyIsOpenUntilItIsSettled() {
    var review = review(
      databases: 1,
      decisions: [
        .init(.include, [pmid(1)], at: .titleAndAbstract, by: "AB"),
        .init(.exclude, [pmid(1)], at: .titleAndAbstract, by: "CD"),
      ])
    var disputed = catalogued(1, review)
    #expect(disputed.outcome(of: disputed.documents[0], at: .titleAndAbstract) == .disputed)
    #expect(ReviewFlow(disputed).databases?.undecided == 1)
    review.decisions.append(
      .init(.exclude, [pmid(1)], at: .titleAndAbstract, by: "AB and CD", isAgreed: true))
    disputed = catalogued(1, review)
    #expect(ReviewFlow(disputed).databases?.excluded == 1)
    #expect(ReviewFlow(disputed).databases?.undecided == 0)
  }

  @Test func aReviewWithoutDatabasesHasOneWayOnly() {
    let flow = ReviewFlow(CataloguedReview(review: review(other: 7)))
    #expect(flow.databases == nil)
    #expect(flow.otherMethods?.sought == 7)
  }

  @Test func anEarlierVersionIsAddedToTheTotal() {
    let flow = ReviewFlow(
      CataloguedReview(
        review: review(databases: 9) {
          $0.previous = .init(studies: 3, reports: 5)
          $0.included = .init(studies: 2, reports: 2)
        }))
    #expect(flow.total == Review.Size(studies: 5, reports: 7))
  }
}

import OnusModel
import Testing

@testable import OnusCatalogue

/// Records that look like duplicates and are two documents.
struct RelatedRecordTests {
  struct Pair: CustomTestStringConvertible {
    var kind: Deduplication.RelationKind
    var first: Reference
    var second: Reference
    var testDescription: String { "\(first.title ?? "") – \(kind.rawValue)" }
  }

  static let article = cited(effects, "12", "3", "123-8", ids: [.doi("10.1000/a")])

  static let pairs: [Pair] = [
    Pair(kind: .correction, first: cited("Corrigendum: " + effects, "12", "5", "400"), second: article),
    Pair(
      kind: .correction, first: cited(effects + " (vol 12, pg 123, 2010)", year: 2011, "13", "1", "99"),
      second: article),
    Pair(
      kind: .correction, first: cited("\"" + effects + "\": Correction", year: 2011, "13", "1", "99"),
      second: article),
    Pair(
      kind: .retraction, first: cited("Retraction notice to \"" + effects + "\"", year: 2014, "16", "1", "9"),
      second: article),
    Pair(
      kind: .concern, first: cited("Expression of Concern: " + effects, year: 2014, "16", "1", "9"),
      second: article),
    Pair(
      kind: .comment, first: cited("Reply to: " + effects, by: "Else, B", "12", "6", "500"), second: article),
    Pair(kind: .comment, first: cited("Re: " + effects, by: "Else, B", "12", "6", "501"), second: article),
    Pair(kind: .comment, first: cited(effects + " - reply", "12", "6", "502"), second: article),
    Pair(
      kind: .preprint, first: cited(effects, year: 2009, in: "bioRxiv", ids: [.doi("10.1101/123456")]),
      second: article),
    Pair(
      kind: .version,
      first: cited(
        effects, year: 2012, in: "F1000Res", "1", nil, "7", ids: [.doi("10.12688/f1000research.9.2")]),
      second: cited(
        effects, year: 2012, in: "F1000Res", "1", nil, "7", ids: [.doi("10.12688/f1000research.9.1")])),
    Pair(
      kind: .version,
      first: cited(
        effects, year: 2014, in: "Cochrane Database Syst Rev", "3", nil, "CD1",
        ids: [.doi("10.1002/14651858.CD000001.pub3")]),
      second: cited(
        effects, year: 2010, in: "Cochrane Database Syst Rev", "3", nil, "CD1",
        ids: [.doi("10.1002/14651858.CD000001.pub2")])),
    Pair(
      kind: .plan, first: cited(effects + ": rationale and design", year: 2007, in: "Trials", "8", nil, "3"),
      second: article),
    Pair(
      kind: .series, first: cited(effects + ", 2", "14", "1", "1-9"),
      second: cited(effects + ", 1", "13", "1", "1-9")),
    Pair(
      kind: .abstract,
      first: cited(effects, year: 2009, in: "Proceedings of the Congress of Snow", nil, nil, "17"),
      second: article),
    Pair(
      kind: .republication,
      first: cited(effects, in: "Annals of Snow", "4", "1", "31-40", ids: [.doi("10.1000/b")]),
      second: article),
  ]

  @Test(arguments: pairs)
  func relatedRecordsHaveATypeAndADirection(pair: Pair) throws {
    for records in [[pair.first, pair.second], [pair.second, pair.first]] {
      let outcome = Deduplication.groups(of: records)
      #expect(outcome.groups.isEmpty)
      let decision = try #require(outcome.decisions.first)
      #expect(decision.grade == .related(pair.kind))
      // The direction does not depend on the order of the input.
      if pair.kind != .series, pair.kind != .republication {
        #expect(records[decision.first].title == pair.first.title)
        #expect(records[decision.first].issued == pair.first.issued)
      }
    }
  }

  @Test func theArticleThatWasRetractedIsNotItsNotice() {
    let marked = cited("RETRACTED: " + effects, "12", "3", "123-8")
    #expect(Deduplication.groups(of: [Self.article, marked]).groups == [[0, 1]])
  }

  @Test func correctionOfAnaemiaIsNoCorrection() {
    let title = "Correction of anaemia in patients with examples"
    #expect(FoldedTitle(title, vernacular: nil).notice == nil)
    #expect(FoldedTitle("Correction: anaemia in patients", vernacular: nil).notice == .correction)
  }

  @Test func aReviewOfABookIsNotAnothersReviewOfIt() {
    let title = "Review of The walker's book of examples"
    let outcome = Deduplication.groups(of: [
      cited(title, by: "Muster, Ada", in: "Annals of Snow", "4", "1", "99"),
      cited(title, by: "Else, Bea", "12", "2", "140"),
    ])
    #expect(outcome.decisions.isEmpty)
  }

  @Test func twoAbstractsOnOnePageStayTwo() {
    let outcome = Deduplication.groups(of: [
      cited("Rain and the mood of large examples", "12", "Suppl 1", "S30"),
      cited("Rain and the mood of small samples", "12", "Suppl 1", "S30"),
    ])
    #expect(outcome.groups.isEmpty)
  }

  @Test func severalErrataOfOnePageStaySeveral() {
    let errata = [1, 2].map { cited("Department of Error", by: "", "12", "3", "400", ids: [.pmid("\($0)")]) }
    #expect(Deduplication.groups(of: errata).groups.isEmpty)
    let bare = errata.map { reference in
      var reference = reference
      reference.identifiers = []
      return reference
    }
    #expect(Deduplication.groups(of: bare).groups.isEmpty)
  }

  @Test func theSamePagesOfTwoIssuesAreTwoPlaces() {
    let outcome = Deduplication.groups(of: [
      cited("Rain in the digital economy of large examples", by: "Muster, Ada", "7", "1", "4-9"),
      cited("Algorithms that choose and manage small samples", by: "Muster, Ada", "7", "2", "4-9"),
    ])
    #expect(outcome.groups.isEmpty)
  }
}

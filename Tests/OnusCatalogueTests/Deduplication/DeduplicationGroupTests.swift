import OnusModel
import Testing

@testable import OnusCatalogue

struct DeduplicationGroupTests {
  /// Numbers that are the same in every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  func keyed(_ references: [Reference]) -> [Reference] {
    references.enumerated().map { index, reference in
      var reference = reference
      reference.identifiers.append(Identifier(.key, "r\(index)"))
      return reference
    }
  }

  func names(_ references: [Reference]) -> Set<Set<String>> {
    let groups = Deduplication.groups(of: references).groups
    return Set(groups.map { Set($0.compactMap { references[$0].identifier(.key) }) })
  }

  let mixed = [
    cited(effects, "12", "3", "123-8", ids: [.pmid("1"), .doi("10.1000/a")]),
    cited(effects, in: "J Exampl", "12", "3", "123-128"),
    cited(effects, "12", "3", "123", ids: [.doi("10.1000/a")]),
    cited(effects, year: 2009),
    cited(effects, "12", "3", "123-8", ids: [.pmid("2")]),
    cited("Erratum: " + effects, "12", "4", "300"),
    cited(effects + " II", "13", "1", "12-19"),
    cited(effects + " I", "13", "1", "1-11"),
    cited("Editorial", "12", "1", "1"), cited("Editorial", "12", "2", "81"),
    cited("Editorial", "12", "2", "81"),
    cited(effects, in: "Annals of Snow", "4", "Suppl", "S31"),
    cited("[Wirkungen langer Wege]", "9", "2", "40-4"),
    cited("Wirkungen langer Wege [German]", "9", "2", "40-44"),
  ]

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func groupsAreTheSameInAnyOrder(seed: UInt64) {
    let records = keyed(mixed)
    var dice = Dice(state: seed)
    #expect(names(records.shuffled(using: &dice)) == names(records))
  }

  @Test func recordsThatDifferInSpellingAreOneGroup() {
    #expect(names(keyed(Array(mixed[0...2]))) == [["r0", "r1", "r2"]])
  }

  @Test func aRecordWithoutIdentifiersDoesNotJoinTwoPMIDs() {
    let records = keyed([
      cited(effects, "12", "3", "123-8", ids: [.pmid("1")]), cited(effects, "12", "3", "123-8"),
      cited(effects, "12", "3", "123-8", ids: [.pmid("2")]),
    ])
    let outcome = Deduplication.groups(of: records)
    #expect(outcome.groups.count == 1)
    #expect(outcome.groups.first?.count == 2)
    #expect(outcome.questions.contains { $0.rule == .chain || $0.rule == .twoIdentifiers })
  }

  @Test func aRecordBetweenAnArticleAndItsErratumDoesNotJoinThem() {
    let outcome = Deduplication.groups(of: [
      cited(effects, "12", "3", "123-8", ids: [.doi("10.1000/a")]),
      cited("Erratum to: " + effects, "12", "4", "300", ids: [.doi("10.1000/b")]),
      cited(effects, ids: [.doi("10.1000/b")]),
    ])
    #expect(!outcome.groups.contains { $0.contains(0) && $0.contains(1) })
  }

  @Test func theDOIOfASupplementJoinsNoAbstracts() {
    let doi: [Identifier] = [.doi("10.1000/suppl.1")]
    let titles = [
      "Rain and moods in examples", "Snow on examples", "Hail, wind and weather", "Fog in the valleys",
    ]
    let records = titles.map { cited($0, by: "Muster, Ada", "12", "S1", nil, ids: doi) }
    #expect(Deduplication.groups(of: records).groups.isEmpty)
    #expect(Deduplication.groups(of: records + records).groups.allSatisfy { $0.count == 2 })
  }

  @Test func aColumnIsTiedFromIssueToIssue() {
    let issues = (1...5).map { cited("Editorial", "12", "\($0)", "\($0 * 10)") }
    let outcome = Deduplication.groups(of: issues)
    #expect(outcome.groups.isEmpty)
    #expect(outcome.relations.map { [$0.first, $0.second] } == [[0, 1], [1, 2], [2, 3], [3, 4]])
  }

  @Test func aRelationIsToldOnceForAGroup() {
    let article = cited(effects, "12", "3", "123-8")
    let outcome = Deduplication.groups(of: [
      article, article, cited("Erratum to: " + effects, "13", "1", "9"), article,
    ])
    #expect(outcome.groups == [[0, 1, 3]])
    #expect(outcome.relations.map { [$0.first, $0.second] } == [[2, 0]])
  }

  @Test func recordsOfOneRegisterEntryAreOne() {
    let address = "https://clinicaltrials.gov/show/NCT00000001"
    let records = [
      cited("Rain in walkers", by: "Nct", year: 2011, in: address),
      cited("Rain in walkers", by: "", in: address),
      cited("Rain in walkers", by: "Nct", year: 2011, in: "https://clinicaltrials.gov/show/NCT00000002"),
    ]
    #expect(Deduplication.groups(of: records).groups == [[0, 1]])
  }

  @Test func aShortTitleWithTheSameAbstractIsEnough() {
    let records = [1, 2].map { _ in DeduplicationRuleTests.withText(cited("Imaging of rain", "12", "3")) }
    #expect(Deduplication.groups(of: records).groups == [[0, 1]])
  }

  @Test func nothingComesOfNothing() {
    #expect(Deduplication.groups(of: []).groups.isEmpty)
    #expect(Deduplication.groups(of: [Reference(), Reference()]).decisions.isEmpty)
  }
}

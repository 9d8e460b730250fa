import OnusCatalogue
import OnusModel

extension Benchmark {
  /// How long it takes to get the claims about a condition.
  static let claims = Benchmark(
    name: "claims", title: "The claims about one of 500 conditions, among 10,000 claims"
  ) { _ in
    let conditions = (0..<500).map { number in
      Condition(
        id: Key("D\(100_000 + number)"), name: "Condition \(number)", treeNumbers: ["C01.\(100 + number)"])
    }
    let studies = (0..<1_000).map { number in
      var study = Study(
        id: Key("study-\(number)"), name: "Study \(number)", design: Located(.randomizedTrial))
      study.conditions = [Located("Condition \(number % 500)")]
      return study
    }
    let claims = (0..<10_000).map { number in
      var claim = Claim(
        id: Key("claim-\(number)"), statement: Located("Statement \(number) about a condition."),
        kind: .efficacy, wording: Located(.plain))
      claim.conditions = [Located("Condition \(number % 500)")]
      claim.evidence = [
        EvidenceLink(study: Located(Key("study-\(number % 1_000)")), stance: .supports, rationale: "Numbers.")
      ]
      return claim
    }
    let catalogue = try Catalogue()
    let problems = try catalogue.add(
      Entries(conditions: conditions, studies: studies, claims: claims))
    try expect(problems.isEmpty, "the entries are not clean")
    let time = try Elapsed.median(of: 50) { run in
      let found = try catalogue.claims(about: "Condition \(run * 7)")
      try expect(found.count == 20, "not 20 claims")
    }
    return [Figure("20 of 10,000 claims", time.description)]
  }
}

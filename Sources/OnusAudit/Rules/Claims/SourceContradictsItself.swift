internal import OnusModel

extension Check {
  /// A universal claim that another claim of the same source refutes.
  public static let sourceContradictsItself = Check(
    "source-contradicts-itself",
    documentation: Documentation(
      title: "A source makes two claims that cannot both hold",
      explanation: """
        A result that supports one claim of a source and contradicts another, which allows no exception, \
        cannot leave both standing.
        """,
      needs: "Two claims of one source that are linked to the same result of a study.",
      falsePositives: "Two claims about different outcomes that one result is linked to."),
    examples: Examples(
      firing: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column }
        claims:
          never-worse:
            statement: Nobody gets worse on willow tea.
            kind: efficacy
            wording: universal
            appears: { in: newsletter }
            evidence: { study: tea-2019, result: worse, stance: contradicts, because: One did. }
          one-worse:
            statement: In a study one of forty got worse on willow tea.
            kind: efficacy
            appears: { in: newsletter }
            evidence: { study: tea-2019, result: worse, stance: supports, because: One did. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              worse: { outcome: people who got worse, events: 1 of 40 }
        """,
      quiet: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column }
          leaflet: { title: Leaflet, kind: other }
        claims:
          never-worse:
            statement: Nobody gets worse on willow tea.
            kind: efficacy
            wording: universal
            appears: { in: newsletter }
            evidence: { study: tea-2019, result: worse, stance: contradicts, because: One did. }
          one-worse:
            statement: In a study one of forty got worse on willow tea.
            kind: efficacy
            appears: { in: leaflet }
            evidence: { study: tea-2019, result: worse, stance: supports, because: One did. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              worse: { outcome: people who got worse, events: 1 of 40 }
        """)
  ) { input in
    struct Point: Hashable {
      var source: Source.ID
      var study: Study.ID
      var result: String
    }
    func points(_ entry: CataloguedClaim, _ link: EvidenceLink) -> [Point] {
      guard let result = link.result?.value else { return [] }
      return entry.appearances.map { Point(source: $0.source.id, study: link.study.value, result: result) }
    }
    var supported: [Point: CataloguedClaim] = [:]
    for entry in input.claims {
      for link in entry.claim.evidence where link.stance == .supports {
        for point in points(entry, link) where supported[point] == nil { supported[point] = entry }
      }
    }
    return input.claims.flatMap { entry -> [Finding] in
      guard entry.claim.wording.value == .universal else { return [] }
      return entry.claim.evidence.filter { $0.stance == .contradicts }.compactMap { link in
        guard let other = points(entry, link).compactMap({ supported[$0] }).first else { return nil }
        let remark = Remark(
          "the same source claims: \"\(other.claim.statement.value)\" That cannot hold together with this claim",
          at: entry.statementPlace,
          notes: [
            Diagnostic.Note("the other claim is here", at: other.claim.location),
            Diagnostic.Note("the result that supports one and contradicts the other", at: link.location),
          ], remedy: "find out which of the two the source means")
        return Finding(
          remark.diagnostic(.warning, "source-contradicts-itself"), claim: entry.claim.id,
          study: link.study.value)
      }
    }
  }
}

import OnusAudit
import OnusModel
import Testing

struct DecisionTableTests {
  /// A claim of benefit with links of stance, directness, design and the direction of the result they name.
  private func standing(
    _ head: String, _ links: [(stance: String, directness: String, design: String, direction: String?)]
  ) throws -> String {
    var text =
      "claims:\n  c:\n    statement: X.\n" + head.split(separator: "\n").map { "    \($0)\n" }.joined()
    if !links.isEmpty { text += "    evidence:\n" }
    for (index, link) in links.enumerated() {
      text +=
        "      - { study: s\(index), stance: \(link.stance), directness: \(link.directness), because: Y."
      text += link.direction == nil ? " }\n" : ", result: r }\n"
    }
    text += "studies:\n"
    for (index, link) in links.enumerated() {
      text += "  s\(index): { name: S\(index), design: \(link.design)"
      text += link.direction.map { ", results: { r: { outcome: o, direction: \($0) } } }\n" } ?? " }\n"
    }
    if links.isEmpty { text += "  s: { name: S, design: rct }\n" }
    let read = try Check.Example(corpus: text).entries()
    #expect(read.problems == [])
    let audit = try Audit(Check.Input(linking: read.entries))
    let derived = audit.standing(of: Claim.ID("c"))
    return derived.map { "\($0.standing.rawValue) \($0.row)" } ?? ""
  }

  @Test func eachRowIsReached() throws {
    let benefit = "kind: efficacy\ndirection: benefit"
    let strong = benefit + "\nwording: strong"
    let universal = benefit + "\nwording: universal"
    let full = (stance: "supports", directness: "direct", design: "rct", direction: String?.some("benefit"))
    let part = (stance: "partly supports", directness: "direct", design: "rct", direction: full.direction)
    let against = (
      stance: "contradicts", directness: "direct", design: "rct", direction: String?.some("harm")
    )
    let label = (stance: "contradicts", directness: "regulatory", design: "other", direction: String?.none)
    let open = (
      stance: "partly supports", directness: "direct", design: "single-arm-trial", direction: full.direction
    )
    #expect(try standing("kind: other", []) == "not checkable 1")
    #expect(try standing(benefit, []) == "not checkable 2")
    #expect(try standing(universal, [part, against]) == "contradicted 4")
    #expect(try standing(strong, [label]) == "contradicted 5")
    #expect(try standing(benefit + "\nsearched: { for: x, found: nothing }", []) == "unsupported 6")
    #expect(try standing(universal, [full, against]) == "overstated 7")
    #expect(try standing(strong, [part, against]) == "unsupported 8")
    #expect(try standing(strong, [open]) == "overstated 9")
    #expect(try standing(benefit, [open]) == "partly supported 10")
    #expect(try standing(benefit, [full, against]) == "partly supported 11")
    #expect(
      try standing(benefit + "\nasserts: { design: case report }", [full]) == "partly supported 12")
    #expect(try standing(universal, [full, part]) == "partly supported 13")
    #expect(try standing(strong, [full]) == "partly supported 14")
    #expect(try standing(strong, [full, full]) == "supported 15")
    #expect(try standing(benefit, [full]) == "supported 15")
  }

  @Test func whatWasOvertakenIsOutdated() throws {
    let read = try Check.outdatedClaim.examples.firing.entries()
    let audit = try Audit(Check.Input(linking: read.entries))
    #expect(audit.standing(of: Claim.ID("no-treatment"))?.standing == .outdated)
    #expect(audit.standing(of: Claim.ID("no-treatment"))?.row == 3)
  }

  @Test(arguments: [
    ("animal", "direct", "benefit"), ("protocol", "direct", "benefit"), ("case-report", "direct", "benefit"),
    ("rct", "indirect", "benefit"), ("rct", "mechanistic", "benefit"), ("rct", "direct", "no difference"),
    ("rct", "direct", "unclear"),
  ])
  func whatCannotCarryAClaimOfBenefitLeavesItUnsupported(
    _ design: String, _ directness: String, _ direction: String
  ) throws {
    #expect(
      try standing("kind: efficacy\ndirection: benefit", [("supports", directness, design, direction)])
        == "unsupported 6")
  }

  @Test func theLastRowHasNoConditionAndEveryStandingIsReachable() {
    #expect(DecisionTable.rows.last?.conditions == [])
    #expect(Set(DecisionTable.rows.map(\.standing)) == Set(Standing.allCases))
    #expect(DecisionTable.codes == ["outdated-claim", "assertion-mismatch"])
  }
}

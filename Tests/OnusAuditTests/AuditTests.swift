import OnusAudit
import OnusModel
import Testing

struct AuditTests {
  private static let corpus = """
    checks:
      no-source-cited: { severity: "off", because: A newsletter cites nothing. }
      single-study: { severity: error, because: We never rely on one study., in: [other.yaml, corpus.yaml] }
    sources:
      newsletter: { title: Newsletter, kind: magazine column }
    claims:
      first:
        statement: Tea always helps.
        kind: efficacy
        wording: universal
        appears: { in: newsletter }
        evidence: { study: s, stance: supports, because: Yes. }
      second:
        statement: Tea greatly helps.
        kind: efficacy
        wording: strong
        appears: { in: newsletter }
        evidence: { study: s, stance: supports, because: Yes. }
        checks:
          wording-exceeds-design: { severity: note, because: The effect is immediate. }
          no-source-cited: { severity: warning, because: This one should have cited. }
    studies:
      s:
        name: S 2019
        design: single-arm trial
        checks:
          fact-without-basis: { severity: "off", because: Entered today. }
    """

  private func audit() throws -> Audit {
    let read = try Check.Example(corpus: Self.corpus).entries()
    #expect(read.problems == [])
    return try Audit(Check.Input(linking: read.entries), settings: read.entries.checkSettings)
  }

  @Test func theNarrowestSettingCounts() throws {
    let audit = try audit()
    func severity(_ code: Diagnostic.Code, _ claim: String) -> Diagnostic.Severity? {
      audit.findings.first { $0.check == code && $0.claim?.rawValue == claim }?.diagnostic.severity
    }
    #expect(severity("wording-exceeds-design", "first") == .warning)
    #expect(severity("wording-exceeds-design", "second") == .note)
    #expect(severity("single-study", "first") == .error)
    #expect(severity("no-source-cited", "first") == nil)
    #expect(severity("no-source-cited", "second") == .warning)
    #expect(!audit.findings.contains { $0.check == "fact-without-basis" })
  }

  @Test func whatIsSwitchedOffIsKeptWithItsReason() throws {
    #expect(
      try audit().suppressed.map { "\($0.finding.check.rawValue): \($0.setting.reason)" } == [
        "no-source-cited: A newsletter cites nothing.", "fact-without-basis: Entered today.",
      ])
  }

  @Test func findingsStandInTheOrderOfTheirPlaces() throws {
    let lines = try audit().findings.compactMap(\.diagnostic.location?.line)
    #expect(lines == lines.sorted())
  }

  @Test func claimsCarryTheirFindingsAndTheirStanding() throws {
    let read = try Check.Example(corpus: Self.corpus).entries()
    let input = Check.Input(linking: read.entries)
    let claims = try audit().attached(to: input.claims)
    #expect(claims.map { $0.standing?.standing } == [.partlySupported, .partlySupported])
    #expect(claims.map { $0.standing?.row } == [14, 14])
    #expect(claims[0].findings.contains { $0.code == "wording-exceeds-design" })
  }

  @Test func aSettingWithoutAReasonIsAnError() throws {
    let read = try Check.Example(corpus: "checks:\n  single-study: { severity: note }\n").entries()
    #expect(read.problems.map(\.code.rawValue) == ["missing-key"])
  }
}

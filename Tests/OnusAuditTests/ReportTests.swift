import OnusAudit
import OnusModel
import Testing

struct ReportTests {
  private static let findings = [
    Finding(
      Diagnostic(
        .warning, "universal-wording", "the claim allows no exception, but A 2019 contradicts it",
        at: SourceLocation(file: "my corpus/claims.yaml", line: 3, column: 14),
        notes: [.init("A 2019 is here", at: SourceLocation(file: "studies.yaml", line: 7, column: 3))],
        remedy: "weaker words"), claim: Claim.ID("always")),
    Finding(
      Diagnostic(
        .error, "malformed-identifier", "\"NCT1\" is not well formed: 100%, really",
        at: SourceLocation(file: "refs.xml", line: 9)), study: Study.ID("a-2019")),
    Finding(Diagnostic(.note, "universal-wording", "another", at: nil), claim: Claim.ID("never")),
  ]

  private func written(_ writer: FindingWriter, by grouping: FindingReport.Grouping = .place) -> String {
    var report = FindingReport(findings: Self.findings, grouping: grouping) { location in
      location.line == 3 ? "    wording: universal" : nil
    }
    report.headings[Claim.ID("always")] = "always: contradicted"
    return writer.render(report)
  }

  @Test func everyFormHasItsOwnNameAndWritesNothingOfNothing() {
    #expect(Set(FindingWriter.all.map(\.name)).count == FindingWriter.all.count)
    for writer in [FindingWriter.text, .github, .errorformat] {
      #expect(writer.render(FindingReport(findings: [])) == "")
    }
    #expect(FindingWriter.json.render(FindingReport(findings: [])) == "[]\n")
  }

  @Test func textShowsTheLineTheCaretAndWhatWouldSettleIt() {
    #expect(
      written(.text) == """
        my corpus/claims.yaml:3:14: warning: the claim allows no exception, but A 2019 contradicts it \
        [universal-wording]
              wording: universal
                       ^
        studies.yaml:7:3: note: A 2019 is here
          help: weaker words
        refs.xml:9: error: "NCT1" is not well formed: 100%, really [malformed-identifier]
        note: another [universal-wording]

        """)
  }

  @Test func textIsGroupedByClaimOrByRule() {
    let headings = written(.text, by: .claim).split(separator: "\n").filter {
      !$0.hasPrefix(" ") && !$0.contains("[")
    }
    #expect(
      headings == [
        "always: contradicted", "--------------------", "studies.yaml:7:3: note: A 2019 is here",
        "study a-2019",
        "------------", "never", "-----",
      ])
    #expect(
      written(.text, by: .rule).hasPrefix(
        "universal-wording: A claim allows no exception, and its evidence does\n"))
  }

  @Test func githubEscapesWhatWouldEndAProperty() {
    #expect(
      written(.github) == """
        ::warning file=my corpus/claims.yaml,line=3,col=14,title=universal-wording::the claim allows no \
        exception, but A 2019 contradicts it%0AWhat would settle it: weaker words
        ::error file=refs.xml,line=9,title=malformed-identifier::"NCT1" is not well formed: 100%25, really
        ::notice title=universal-wording::another

        """)
  }

  @Test func errorformatHasOneLineForEachFinding() {
    #expect(written(.errorformat).split(separator: "\n").count == 3)
    #expect(
      written(.errorformat).contains(
        "refs.xml:9: error: \"NCT1\" is not well formed: 100%, really [malformed-identifier]\n"))
  }

  @Test func jsonTellsClaimAndStudy() {
    let json = written(.json)
    #expect(json.contains("\"claim\": \"always\""))
    #expect(json.contains("\"study\": \"a-2019\""))
    #expect(json.contains("\"help\": \"weaker words\""))
  }

  @Test func sarifNamesRulesOnceEncodesPathsAndKeepsReasons() {
    let setting = CheckSetting(
      code: Located("fact-without-basis"), severity: nil, scope: .everywhere, reason: "Entered today.")
    let off = Finding(Diagnostic(.warning, "fact-without-basis", "S does not say", at: nil))
    let sarif = FindingWriter.sarif.render(
      FindingReport(
        findings: Self.findings, suppressed: [Audit.Suppressed(finding: off, setting: setting)]))
    #expect(sarif.contains("\"version\": \"2.1.0\""))
    #expect(sarif.ranges(of: "\"id\": \"universal-wording\"").count == 1)
    #expect(sarif.contains("\"uri\": \"my%20corpus/claims.yaml\""))
    #expect(sarif.contains("\"justification\": \"Entered today.\""))
    #expect(sarif.ranges(of: "\"ruleIndex\": 0").count == 2)
    #expect(!sarif.contains("\"startColumn\": 0"))
  }

  @Test func aBaselineKnowsFindingsWhoseLinesHaveMoved() {
    var moved = Self.findings
    moved[0].diagnostic.location?.line = 30
    let baseline = Baseline(parsing: Baseline(Self.findings).text)
    #expect(baseline == Baseline(Self.findings))
    #expect(baseline.new(among: moved) == [])
    let more = moved + [moved[0]]
    #expect(baseline.new(among: more) == [moved[0]])
    #expect(baseline.new(among: [Finding(moved[0].diagnostic, claim: Claim.ID("other"))]).count == 1)
  }

  @Test func aBaselineIsTextInTheOrderOfItsCharacters() {
    #expect(
      Baseline(Self.findings).text == """
        # Known findings: code, subject, message. Made by onus check --write-baseline.
        malformed-identifier\ta-2019\t"NCT1" is not well formed: 100%, really
        universal-wording\talways\tthe claim allows no exception, but A 2019 contradicts it
        universal-wording\tnever\tanother

        """)
  }
}

import OnusModel
import OnusReaders
import Testing

/// Reads a YAML text and renders its problems with their excerpts, as the command line prints them.
private func problems(_ text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  return CorpusDocument(text, file: "c.yaml").problems.map { problem in
    let line = problem.location.flatMap { $0.line > 0 ? lines[$0.line - 1] : nil }
    return problem.rendered(sourceLine: line)
  }.joined(separator: "\n")
}

struct CorpusDocumentTests {
  @Test func misspeltKeyIsNamedWithWhatWasMeant() {
    let text = """
      claims:
        helps:
          statemnt: It helps.
          kind: efficacy
      """
    #expect(
      problems(text) == """
        c.yaml:3:5: error: "statemnt" is not a key of the claim "helps" [unknown-key]
              statemnt: It helps.
              ^
          note: did you mean "statement"?
          note: known keys: statement, kind, wording, conditions, topics, interventions, comparator, \
        outcome, direction, appears, asserts, cites, evidence, searched, verdict, checks, note
        c.yaml:3:5: error: the claim "helps" has no "statement" [missing-key]
              statemnt: It helps.
              ^
          note: The statement, in your own words.
        """)
  }

  @Test func sampleSizeInWordsIsNotANumber() {
    let text = """
      studies:
        milan:
          name: Milan
          design: single-arm trial
          sample: forty
      """
    #expect(
      problems(text) == """
        c.yaml:5:13: error: sample: expected a whole number, found "forty" [wrong-type]
              sample: forty
                      ^
        """)
  }

  @Test func unknownStanceNamesTheNearest() {
    let text = """
      claims:
        helps:
          statement: It helps.
          kind: efficacy
          evidence:
            - { study: milan, stance: suports, because: It did. }
      """
    #expect(
      problems(text) == """
        c.yaml:6:33: error: "suports" is not a stance [unknown-value]
                - { study: milan, stance: suports, because: It did. }
                                          ^
          note: did you mean "supports"?
          note: allowed: supports, partly supports, contradicts, inconclusive
        """)
  }

  @Test func allProblemsOfAFileAreReportedInOrder() {
    let codes = CorpusDocument(
      """
      studies:
        Milan:
          name: [a, b]
        ucsf:
          design: radomized trial
          duration: long
          registrations: {}
      claim: {}
      """, file: "c.yaml"
    ).problems.map { "\($0.location?.line ?? 0) \($0.code.rawValue)" }
    #expect(
      codes == [
        "2 malformed-id", "5 missing-key", "5 unknown-value", "6 wrong-type", "7 wrong-type", "8 unknown-key",
      ])
  }

  @Test func duplicateIdIsShownAtItsSecondPlace() {
    let text = """
      claims:
        a: { statement: One., kind: other }
        b: { statement: Two., kind: other }
        a: { statement: Three., kind: other }
      """
    #expect(
      problems(text) == """
        c.yaml:4:3: error: "a" is used more than once [duplicate-id]
            a: { statement: Three., kind: other }
            ^
        c.yaml:2:3: note: first used here
        """)
  }

  @Test func everyRepeatedKeyIsShownAndTheRestIsRead() {
    let text = """
      claims:
        a: { statement: One., statement: Zwei., kind: other, "kind": other }
        # A note at the margin ends nothing.
      # Nor does this one.
        a: { statement: Three., kind: other }
        "a": { statement: Four., kind: other }
        b:
          statement: Five.
          kind: other
          statement: |
            statement: inside
      claims:
        c: { statement: Six., kind: other }
      studies:
        s: { name: S, design: other, unheard: of }
      """
    let document = CorpusDocument(text, file: "c.yaml")
    #expect(
      document.problems.map {
        "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.code.rawValue) \($0.message)"
      } == [
        "2:25 duplicate-id \"statement\" is used more than once",
        "2:56 duplicate-id \"kind\" is used more than once",
        "5:3 duplicate-id \"a\" is used more than once", "6:3 duplicate-id \"a\" is used more than once",
        "10:5 duplicate-id \"statement\" is used more than once",
        "12:1 duplicate-id \"claims\" is used more than once",
        "15:32 unknown-key \"unheard\" is not a key of the study \"s\"",
      ])
    #expect(document.entries.claims.map(\.statement.value) == ["One.", "Five.", "Six."])
    #expect(document.entries.studies.map(\.name) == ["S"])
  }

  @Test func aKeyThatIsRepeatedWithoutEndStopsTheFile() {
    let text = "claims:\n" + String(repeating: "  a: { statement: One., kind: other }\n", count: 200)
    let document = CorpusDocument(text, file: "c.yaml")
    #expect(document.problems.count == 101)
    #expect(document.problems.allSatisfy { $0.code == "duplicate-id" })
    #expect(document.entries.claims.isEmpty)
  }

  @Test func brokenYAMLIsLocated() {
    let document = CorpusDocument("claims:\n  a: [1, 2\n  b: 3\n", file: "c.yaml")
    #expect(document.problems.count == 1)
    #expect(document.problems.first?.code == "malformed-yaml")
    #expect(document.problems.first?.location?.line == 3)
  }

  @Test func unquotedColonIsExplained() {
    let text = """
      studies:
        a:
          name: A
          design: other
          harms:
            - Severe: two people.
      """
    #expect(
      problems(text) == """
        c.yaml:6:9: error: harms: expected a text, found a mapping [wrong-type]
                - Severe: two people.
                  ^
          note: a text that contains a colon and a blank must be put in quotation marks
        """)
  }

  @Test func emptyAndImpossibleValuesAreNamed() {
    let document = CorpusDocument(
      """
      claims:
        a: { statement: "", kind: other, appears: { in: s, paragraph: 0 } }
        b: { statement: "a\\e[31m", kind: other, asserts: { events: 41 of 40 } }
      studies:
        c:
          name: C
          design: other
          sample: 99999999999
          results:
            r: { outcome: o, effect: RR 1, interval: 0.9 to 0.1, level: 0 }
      """, file: "c.yaml")
    #expect(
      document.problems.map { "\($0.location?.line ?? 0) \($0.message)" } == [
        "2 statement: expected a text, found \"\"",
        "2 paragraph: expected a whole number from 1, found \"0\"",
        "3 statement: the text holds a control character",
        "3 events: expected figures such as \"1 of 40\", found \"41 of 40\"",
        "8 sample: expected a whole number, found \"99999999999\"",
        "10 interval: expected two numbers such as \"0.59 to 0.98\", found \"0.9 to 0.1\"",
        "10 level: expected a number between 0 and 100, found \"0\"",
      ])
  }

  @Test func severalDocumentsAreRefusedInWords() {
    let problems = CorpusDocument("claims: {}\n---\nclaims: {}\n", file: "c.yaml").problems
    #expect(problems.map(\.message) == ["the file holds several YAML documents; only one is read"])
  }

  @Test func emptyFileHoldsNothingAndIsNoProblem() {
    let document = CorpusDocument("# nothing yet\n", file: "c.yaml")
    #expect(document.problems.isEmpty)
    #expect(document.entries == Entries())
  }

  @Test func everyFactHasItsPlace() throws {
    let document = CorpusDocument(
      """
      studies:
        cree-2010:
          name: Cree 2010
          reports: [pmid:20695007]
          registrations: NCT00501696
          design: randomized crossover trial
          blinding: double
          sample: { enrolled: 80, completed: 60, analysed: not reported }
          duration: { treatment: 8 weeks per period, study: 17 weeks }
          results:
            mental-health:
              outcome: mental health
              effect: MD 3.3
              p: = 0.04
          basis: { default: "stated, abstract", registrations: "inferred, same title" }
      """, file: "c.yaml")
    #expect(document.problems.isEmpty)
    let study = try #require(document.entries.studies.first)
    #expect(study.location == SourceLocation(file: "c.yaml", line: 2, column: 3))
    #expect(study.design.value == .randomizedCrossover)
    #expect(study.design.location == SourceLocation(file: "c.yaml", line: 6, column: 13))
    #expect(study.sample?.counts[.completed]?.location == SourceLocation(file: "c.yaml", line: 8, column: 40))
    #expect(study.sample?.counts[.analysed]?.value == .notReported)
    #expect(study.durations.text == "8 weeks per period, whole study 17 weeks")
    #expect(study.basis(of: "registrations") == .inferred("same title"))
    #expect(study.results.first?.p?.value.description == "p = 0.04")
  }

  @Test func claimIsReadWhole() throws {
    let document = CorpusDocument(
      """
      claims:
        one-progressed:
          statement: One of 40 progressed.
          kind: efficacy
          wording: universal
          conditions: Multiple Sclerosis
          appears: { in: column, paragraph: 12, characters: 257-344 }
          asserts: { sample: 40, duration: six months, events: 1 of 40 }
          cites: [gironi-2008]
          evidence:
            - { study: gironi-2008, result: progression, stance: supports, because: The figures match. }
          searched: { for: a controlled study, found: nothing, on: 2026-11 }
      """, file: "c.yaml")
    #expect(document.problems.isEmpty)
    let claim = try #require(document.entries.claims.first)
    #expect(claim.wording.value == .universal)
    #expect(claim.conditions.map(\.value) == ["Multiple Sclerosis"])
    #expect(claim.appearances.first?.characters == 257..<344)
    #expect(claim.asserts.duration?.value.iso8601 == "P6M")
    #expect(claim.evidence.first?.result?.value == "progression")
    #expect(claim.evidence.first?.directness == .direct)
    #expect(claim.searches.first?.isEmpty == true)
  }

  @Test func namesAddedToAMeSHHeadingCarryItsIdentifier() throws {
    let document = CorpusDocument(
      """
      conditions:
        ms-names: { name: Multiple Sclerosis, mesh: D009103, abbreviations: [MS], from: Mondo }
      """, file: "c.yaml")
    let condition = try #require(document.entries.conditions.first)
    #expect(condition.id.rawValue == "D009103")
    #expect(condition.otherNames.contains { $0.text == "MS" && $0.isAbbreviation && $0.source == "Mondo" })
  }

  @Test func aliasesDoNotExplode() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let previous = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(Array(repeating: previous, count: 10).joined(separator: ", "))]\n"
    }
    #expect(CorpusDocument(text, file: "c.yaml").problems.map(\.code) == ["malformed-yaml"])
  }
}

struct CorpusFileTextTests {
  @Test func fileThatUnpacksToTooMuchIsRefusedWhereTheLimitIs() {
    let member = gzip(String(repeating: "# a comment of sixteen bytes...\n", count: 2000))
    let bomb = CorpusFile(bytes: Array(repeatElement(member, count: 400).joined()), name: "claims.yaml")
    let plain = CorpusFile(bytes: [UInt8](repeating: 0x0A, count: (1 << 24) + 1), name: "claims.yaml")
    for (file, line) in [(bomb, (1 << 19) + 1), (plain, (1 << 24) + 1)] {
      let error = #expect(throws: Diagnostic.self) { try CorpusDocument(contentsOf: file) }
      #expect(
        error?.description
          == "claims.yaml:\(line): error: a corpus file may have up to 16 MB, unpacked, which end here "
          + "[file-too-large]")
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "&a [", "!!seq [", "\"", "*"])
  func depthExhaustsNoStack(piece: String) {
    let document = CorpusDocument(String(repeating: piece, count: 100_000), file: "a.yaml")
    #expect(!document.problems.isEmpty)
    #expect(document.problems.allSatisfy { $0.location?.file == "a.yaml" })
  }

  @Test func byteThatIsNoUTF8IsLocated() {
    let file = CorpusFile(bytes: Array("claims:\n  é: ".utf8) + [0xE9, 0x0A], name: "c.yaml")
    let problem = #expect(throws: Diagnostic.self) { try CorpusDocument(contentsOf: file) }
    #expect(problem?.description == "c.yaml:2:6: error: the text is not UTF-8 [not-utf-8]")
  }

  @Test func byteOrderMarkIsLeftOut() throws {
    let file = CorpusFile(bytes: [0xEF, 0xBB, 0xBF] + Array("claims: {}\n".utf8), name: "c.yaml")
    #expect(try CorpusDocument(contentsOf: file).problems.isEmpty)
  }

  @Test func linesAreFoundWithAnyLineBreakAndAtTheEnd() {
    let file = CorpusFile(bytes: Array("one\r\ntwo\nthree".utf8), name: "t")
    #expect(file.line(1) == "one")
    #expect(file.line(2) == "two")
    #expect(file.line(3) == "three")
    #expect(file.line(4) == nil)
    #expect(file.line(0) == nil)
  }

  @Test func whatIsSettledForChecksHasItsScopeAndReason() {
    let document = CorpusDocument(
      """
      checks:
        single-study: { severity: "off", because: We know., in: [a/b.yaml, c] }
        missing-facts: { severity: error, because: We insist. }
      claims:
        helps:
          statement: It helps.
          kind: efficacy
          checks: { universal-wording: { severity: note, because: It holds by definition. } }
      studies:
        milan: { name: Milan, design: rct, checks: { missing-facts: { severity: "off", because: Old. } } }
      """, file: "c.yaml")
    #expect(document.problems == [])
    #expect(
      document.entries.checkSettings.map(\.scope) == [
        .path("a/b.yaml"), .path("c"), .everywhere, .claim(Claim.ID("helps")), .study(Study.ID("milan")),
      ])
    #expect(document.entries.checkSettings.map(\.severity) == [nil, nil, .error, .note, nil])
    #expect(document.entries.checkSettings.map(\.reason).first == "We know.")
    #expect(
      document.entries.checkSettings.first?.code.location
        == SourceLocation(file: "c.yaml", line: 2, column: 3))
  }

  @Test func verdictsQuotationsStandInsAndIncludedStudiesAreRead() {
    let document = CorpusDocument(
      """
      claims:
        helps:
          statement: It helps.
          kind: efficacy
          verdict: { standing: partly supported, because: One trial only. }
          evidence: { study: milan, stance: supports, because: Pain fell., quote: Pain fell }
      studies:
        milan:
          name: Milan
          design: meta-analysis
          includes: [rome]
          results: { urate: { outcome: urate, surrogate-for: attacks } }
      """, file: "c.yaml")
    #expect(document.problems == [])
    let claim = document.entries.claims.first
    #expect(claim?.verdict?.standing.value == .partlySupported)
    #expect(claim?.verdict?.reason == "One trial only.")
    #expect(claim?.evidence.first?.quote?.value == "Pain fell")
    #expect(document.entries.studies.first?.includes?.map(\.value.rawValue) == ["rome"])
    #expect(document.entries.studies.first?.results.first?.surrogateFor?.value == "attacks")
  }
}

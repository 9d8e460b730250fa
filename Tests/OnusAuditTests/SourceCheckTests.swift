import OnusAudit
import OnusModel
import Testing

struct SourceCheckTests {
  private static let corpus = """
    claims:
      tea:
        statement: Tea helps.
        kind: efficacy
        evidence: { study: trial, stance: supports, because: It did. }
    studies:
      trial: { name: Trial 2019, design: rct, reports: ["pmid:1"], registrations: [NCT00000017] }
    """

  @Test(arguments: [
    ("RIN", "was retracted", "retracted-report"),
    ("RRI", "was retracted and replaced", "retracted-report"),
    ("ECI", "is under an expression of concern", "concern-about-report"),
    ("EIN", "was corrected", "corrected-report"), ("RPI", "was published again", "corrected-report"),
  ])
  func whatBecameOfAReportIsSaidAtTheStudyAndAtItsClaims(_ tag: String, _ words: String, _ code: String)
    throws
  {
    let record = "PMID- 1\nTI  - Tea\n\(tag) - J Examples. 2020;1:2. PMID: 2\n"
    let checks: [Check] = [.retractedReport, .concernAboutReport, .correctedReport]
    let found = try checks.flatMap { check in try findings(check, Self.corpus, references: record) }
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.contains(words + ": pmid:1 [\(code)]") })
    #expect(found[0].hasPrefix("corpus.yaml:7:3: "))
    #expect(found[1].hasPrefix("corpus.yaml:5:15: "))
  }

  @Test func aRetractionAtAClaimNamesTheNoticeAndTheRecord() throws {
    let record = "PMID- 1\nTI  - Tea\nRIN - J Examples. 2020;1:2. PMID: 2\n"
    #expect(
      try findings(.retractedReport, Self.corpus, references: record).last == """
        corpus.yaml:5:15: warning: Trial 2019 is linked to this claim, and its report was retracted: pmid:1 \
        [retracted-report]
          note: the notice is J Examples. 2020;1:2.
        references.nbib:1:1: note: the record that says so is here
          help: judge the claim without this study
        """)
  }

  @Test func aCommentIsNoNotice() throws {
    let record = "PMID- 1\nTI  - Tea\nCIN - J Examples. 2020;1:2. PMID: 2\n"
    for check in [
      Check.retractedReport, .concernAboutReport, .correctedReport, .supersededReport, .noticeAsEvidence,
    ] {
      #expect(try findings(check, Self.corpus, references: record) == [])
    }
  }

  @Test func identifiersThatCannotBeRightAreErrors() throws {
    let corpus = """
      studies:
        s: { name: S, design: rct, registrations: [NCT1234, "EudraCT:2005-005679-13"], reports: ["pmid:123456789"] }
      """
    let record = "PMID- 5\nTI  - Tea\nIS  - 1234-5678 (Print)\nSI  - ClinicalTrials.gov/NCT0012\n"
    let found = try findings(.malformedIdentifier, corpus, references: record)
    #expect(
      found.map { $0.split(separator: "\n")[0] } == [
        """
        corpus.yaml:2:92: error: "pmid:123456789" is not well formed: a PMID is one to eight digits \
        [malformed-identifier]
        """,
        """
        corpus.yaml:2:46: error: "NCT1234" is not well formed: an NCT number is NCT and eight digits \
        [malformed-identifier]
        """,
        """
        references.nbib:1:1: error: "issn:1234-5678" is not well formed: the ISSN's check digit does not fit \
        [malformed-identifier]
        """,
        """
        references.nbib:1:1: error: "NCT0012" is not well formed: an NCT number is NCT and eight digits \
        [malformed-identifier]
        """,
      ])
  }

  @Test func factsWithoutABasisAreListedOncePerStudy() throws {
    let corpus = """
      studies:
        s:
          name: S 2019
          design: rct
          comparator: placebo
          sample: { enrolled: 40 }
          basis: { sample: "stated, abstract" }
      """
    #expect(
      try findings(.factWithoutBasis, corpus) == [
        """
        corpus.yaml:2:3: warning: S 2019 does not say how these facts are known: design, comparator \
        [fact-without-basis]
          help: add basis: with "stated, WHERE" or "inferred, WHY"
        """
      ])
  }
}

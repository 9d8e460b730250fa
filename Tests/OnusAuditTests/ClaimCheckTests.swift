import OnusAudit
import OnusModel
import Testing

/// Two studies that many tests share: one without a control, one randomized.
private let studies = """
  studies:
    open-2017:
      name: Open 2017
      design: single-arm trial
      comparator: none
      sample: { enrolled: 40, completed: 35 }
      duration: 6 months
      results:
        worse: { outcome: people who got worse, events: 1 of 40 }
    trial-2019:
      name: Trial 2019
      reports: ["pmid:1"]
      design: rct
      comparator: placebo
      sample: { randomized: 80, completed: 60 }
      duration: 8 weeks
      results:
        pain: { outcome: pain, role: primary, direction: no difference }
  """

/// A corpus with one claim on line 2 and the shared studies.
private func claim(_ lines: String) -> String {
  "claims:\n  tea:\n" + lines.split(separator: "\n").map { "    \($0)\n" }.joined() + studies
}

struct ClaimCheckTests {
  @Test func aSearchThatFoundNothingIsEvidenceOfHavingLooked() throws {
    let looked = claim("statement: Tea helps.\nkind: efficacy\nsearched: { for: trials, found: nothing }")
    #expect(try findings(.claimWithoutEvidence, looked) == [])
    #expect(
      try findings(.claimNotSupported, looked) == [
        """
        corpus.yaml:3:16: warning: no linked study supports this claim [claim-not-supported]
        corpus.yaml:5:15: note: a search for trials found nothing
          help: link a study that carries the claim, or say that none was found
        """
      ])
  }

  @Test func aCitedStudyThatIsNotLinkedIsReportedWithItsPlace() throws {
    #expect(
      try findings(.citedButNotLinked, claim("statement: Tea helps.\nkind: efficacy\ncites: [trial-2019]"))
        == [
          """
          corpus.yaml:5:13: warning: the source cites Trial 2019 for this claim, but whether that study \
          supports it is not recorded [cited-but-not-linked]
          corpus.yaml:15:3: note: the study is here
            help: read the study and link it under evidence: with its stance
          """
        ])
  }

  @Test func aWrongFigureIsReportedWithWhatFits() throws {
    let wrong = claim(
      """
      statement: In a study of 41 people tea helped.
      kind: efficacy
      asserts: { sample: 41, duration: 26 weeks }
      evidence: { study: open-2017, stance: supports, because: Pain fell. }
      """)
    #expect(
      try findings(.assertionMismatch, wrong) == [
        """
        corpus.yaml:5:24: warning: the source gives the sample as 41, but the record of Open 2017 says 40 \
        enrolled, 35 completed [assertion-mismatch]
        corpus.yaml:8:3: note: Open 2017 is here
          note: what fits: duration
          help: look into the report; correct asserts: or the study's record, whichever is wrong
        """
      ])
  }

  @Test(arguments: [
    ("sample: 35", ""), ("events: 1 of 40", ""), ("duration: 6 months", ""), ("design: single-arm trial", ""),
    (
      "duration: 7 months",
      "the source gives the duration as 7 months, but the record of Open 2017 says 6 months"
    ),
    ("events: 2 of 40", "the source gives the events as 2 of 40, but the record of Open 2017 says 1 of 40"),
    (
      "design: rct",
      "the source gives the design as randomized trial, but the record of Open 2017 says single-arm trial"
    ), ("percent: 97.5", ""),
  ])
  func everyFigureOfTheRecordFitsAndNoOther(_ asserted: String, _ message: String) throws {
    let found = try findings(
      .assertionMismatch,
      claim(
        """
        statement: Tea helped.
        kind: efficacy
        asserts: { \(asserted) }
        evidence: { study: open-2017, stance: supports, because: Pain fell. }
        """))
    #expect(found.count == (message.isEmpty ? 0 : 1))
    #expect(message.isEmpty || found[0].contains(message))
  }

  @Test func ofSeveralStudiesTheOneThatFitsBestIsMeant() throws {
    func found(_ sample: Int) throws -> [String] {
      try findings(
        .assertionMismatch,
        claim(
          """
          statement: Tea helped.
          kind: efficacy
          asserts: { sample: \(sample), duration: 8 weeks }
          evidence:
            - { study: open-2017, stance: supports, because: Pain fell. }
            - { study: trial-2019, stance: supports, because: Pain fell. }
          """))
    }
    #expect(try found(60) == [])
    #expect(
      try found(70).first?.contains("the record of Trial 2019 says 80 randomized, 60 completed") == true)
  }

  @Test(arguments: [
    ("rct", "direct", true), ("rct", "indirect", false), ("rct", "other population", false),
    ("meta-analysis", "review", true), ("scoping-review", "review", false), ("animal", "animal", false),
    ("cohort-prospective", "direct", false),
  ])
  func strongWordsNeedATrialOrASynthesisThatIsDirect(
    _ design: String, _ directness: String, _ carries: Bool
  ) throws {
    let corpus = """
      claims:
        tea:
          statement: Tea greatly helps.
          kind: efficacy
          wording: strong
          evidence: { study: s, stance: supports, directness: \(directness), because: It did. }
      studies:
        s: { name: S 2019, design: \(design) }
      """
    #expect(try findings(.wordingExceedsDesign, corpus).isEmpty == carries)
  }

  @Test func plainWordsAndMattersOfLawAreNotHeldAgainstDesigns() throws {
    for words in ["kind: efficacy", "kind: regulatory\nwording: universal"] {
      let corpus = claim(
        "statement: Tea helps.\n\(words)\nevidence: { study: open-2017, stance: supports, because: Yes. }")
      #expect(try findings(.wordingExceedsDesign, corpus) == [])
    }
  }

  @Test func aRetractedTrialNeitherCarriesNorRefutes() throws {
    let record = "PMID- 1\nTI  - Tea\nRIN - J Examples. 2020;1:2.\n"
    let strong = claim(
      """
      statement: Tea greatly helps.
      kind: efficacy
      wording: strong
      evidence: { study: trial-2019, stance: supports, because: Pain fell. }
      """)
    #expect(try findings(.wordingExceedsDesign, strong) == [])
    #expect(try findings(.wordingExceedsDesign, strong, references: record).count == 1)
    #expect(
      try findings(.claimNotSupported, strong, references: record).first?.contains("its report was retracted")
        == true)
    let universal = claim(
      """
      statement: Nobody got worse.
      kind: prognosis
      wording: universal
      evidence:
        - { study: open-2017, stance: supports, because: Nobody did. }
        - { study: trial-2019, stance: contradicts, because: One did. }
      """)
    #expect(try findings(.universalWording, universal).count == 1)
    #expect(try findings(.universalWording, universal, references: record) == [])
  }

  @Test func aTrialWithoutADifferenceLeavesAPlainClaimUnsupportedAndRefutesAStrongOne() throws {
    func corpus(_ wording: String) -> String {
      claim(
        """
        statement: Tea relieves pain.
        kind: efficacy
        direction: benefit
        wording: \(wording)
        evidence: { study: trial-2019, result: pain, stance: contradicts, because: No difference. }
        """)
    }
    #expect(try findings(.claimContradicted, corpus("plain")) == [])
    #expect(try findings(.claimNotSupported, corpus("plain")).count == 1)
    #expect(
      try findings(.claimContradicted, corpus("strong")) == [
        """
        corpus.yaml:3:16: warning: Trial 2019 points the other way, and nothing that carries the claim speaks \
        for it [claim-contradicted]
        corpus.yaml:7:15: note: Trial 2019: randomized trial, n = 80; contradicts, direct
          help: correct the claim, or record why the contrary evidence does not bear on it
        """
      ])
  }

  @Test(arguments: [
    ("effect: RR 0.84, interval: 0.66 to 1.06", "efficacy", true),
    ("effect: RR 0.84, interval: 0.66 to 1.06", "safety", false),
    ("effect: RR 1.10, interval: 0.80 to 1.52", "safety", true),
    ("effect: MD 0.1, interval: -0.2 to 0.4", "efficacy", false),
    ("effect: HR 0.98, interval: 0.90 to 1.07", "efficacy", false),
  ])
  func noEffectIsNotShownByARatioThatReachesBeyondGRADEsBounds(
    _ figures: String, _ kind: String, _ fires: Bool
  ) throws {
    let corpus = """
      claims:
        tea:
          statement: Tea changes nothing.
          kind: \(kind)
          direction: no effect
          evidence: { study: s, result: r, stance: supports, because: No difference. }
      studies:
        s: { name: S 2019, design: rct, results: { r: { outcome: events, \(figures) } } }
      """
    #expect(try findings(.noEffectNotShown, corpus).isEmpty != fires)
  }

  @Test func theRuleOfThreeGivesTheHarmThatMayNotShow() throws {
    // Hanley and Lippman-Hand 1983, JAMA 249:1743-5: none of n leaves up to 3 of n; of 60 that is 5%.
    let found = try findings(.harmNotExcluded, Check.harmNotExcluded.examples.firing.corpus)
    #expect(
      found.first?.contains("60 people, in whom a harm that befalls up to 5.0% may not show once") == true)
  }
}

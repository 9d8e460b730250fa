import OnusModel
import Testing

@testable import OnusCatalogue

struct CheckTests {
  /// What one check says of the world after a change, as printed.
  func findings(_ check: Check, _ change: (inout Entries) -> Void = { _ in }) throws -> [String] {
    try World.catalogue(change).0.findings(of: [check]).map { $0.diagnostic.rendered(sourceLine: nil) }
  }

  @Test func theRegistryNamesEveryCheckOnceAndExplainsIt() {
    #expect(Set(Check.all.map(\.code)).count == Check.all.count)
    #expect(Check.all.allSatisfy { $0.explanation.hasSuffix(".") && !$0.title.hasSuffix(".") })
  }

  @Test(arguments: Check.all)
  func aFindingHasTheCodeAndSeverityOfItsCheck(_ check: Check) throws {
    for finding in try World.catalogue().findings(of: [check]) {
      #expect(finding.check == check.code)
      #expect(finding.diagnostic.severity == check.severity)
    }
  }

  @Test(
    arguments: [
      Check.claimWithoutEvidence, .citedButNotLinked, .assertionMismatch, .retractedReport,
      .sharedRegistration,
      .factWithoutBasis, .malformedIdentifier,
    ])
  func aCheckIsQuietWhenNothingIsWrong(_ check: Check) throws {
    #expect(try findings(check) == [])
  }

  @Test func aClaimWithNeitherStudyNorSearchIsReported() throws {
    #expect(
      try findings(.claimWithoutEvidence) { $0.claims[5].searches = [] } == [
        """
        world.yaml:150:5: warning: no study is linked to this claim, and no search for one is recorded \
        [claim-without-evidence]
        """
      ])
  }

  @Test func aCitedStudyThatIsNotLinkedIsReported() throws {
    #expect(
      try findings(.citedButNotLinked) { $0.claims[3].cites = [World.located(Study.ID("cree-2010"), 138)] }
        == [
          """
          world.yaml:138:5: warning: the source cites Cree 2010 for this claim, but how it bears on the \
          claim is not recorded [cited-but-not-linked]
          world.yaml:30:5: note: the study is here
          """
        ])
  }

  @Test func aRetractedTrialCarriesNoStrongClaim() throws {
    func messages(_ type: String) throws -> [String] {
      try World.catalogue {
        $0.claims[4].wording = World.located(.strong, 142)
        $0.references[1].relations = [Relation(type: type, citation: "R. 2002")]
      }.0.findings(of: [.wordingExceedsDesign]).filter { $0.claim?.rawValue == "ms-quality" }
        .map { $0.diagnostic.rendered(sourceLine: nil) }
    }
    #expect(try messages("ErratumIn") == [])
    #expect(
      try messages("RetractionIn") == [
        """
        world.yaml:142:5: warning: the wording is strong, but no randomized trial in people and no synthesis \
        of studies supports the claim directly [wording-exceeds-design]
        world.yaml:146:5: note: Cree 2010: randomized crossover trial, n = 80, retracted; supports, direct
        """
      ])
  }

  @Test func aRetractedTrialRefutesNoUniversalClaim() throws {
    let findings = try World.catalogue {
      $0.studies[2].reports = [World.located(Identifier(.pmid, "20695007"), 42)]
      $0.references[1].relations = [Relation(type: "RetractionIn", citation: "R. 2002")]
    }.0.findings(of: [.wordingExceedsDesign])
    #expect(!findings.contains { $0.diagnostic.message.contains("contradicts the claim") })
    #expect(findings.contains { $0.claim?.rawValue == "ms-always" })
  }

  @Test func aWrongFigureIsReportedWithWhatFits() throws {
    #expect(
      try findings(.assertionMismatch) { $0.claims[2].asserts.sample = World.located(41, 129) } == [
        """
        world.yaml:129:5: warning: the source gives the sample as 41, but the record of Gironi 2008 says \
        40 enrolled, 35 completed [assertion-mismatch]
        world.yaml:20:5: note: Gironi 2008 is here
          note: what fits: duration
        """
      ])
  }

  @Test func everyCountOfTheStudyAndAnyUnitOfTimeFits() throws {
    #expect(
      try findings(.assertionMismatch) {
        $0.claims[2].asserts.sample = World.located(35)
        $0.claims[2].asserts.events = StudyResult.Events(parsing: "1 of 40").map { Located($0) }
        $0.claims[2].asserts.design = Located(.singleArmTrial)
      } == [])
  }

  @Test func durationDesignAndEventsAreCompared() throws {
    let messages = try World.catalogue {
      $0.claims[2].asserts.duration = World.located(StudyDuration.months(7), 1)
      $0.claims[2].asserts.design = World.located(.randomizedTrial, 2)
      $0.claims[2].asserts.events = StudyResult.Events(parsing: "2 of 40").map { World.located($0, 3) }
    }.0.findings(of: [.assertionMismatch]).map(\.diagnostic.message)
    #expect(
      messages == [
        "the source gives the duration as 7 months, but the record of Gironi 2008 says 6 months",
        """
        the source gives the design as randomized trial, but the record of Gironi 2008 says single-arm \
        trial
        """,
        "the source gives the events as 2 of 40, but the record of Gironi 2008 says 1 of 40",
      ])
  }

  @Test func ofSeveralStudiesTheOneThatFitsBestIsMeant() throws {
    let change = { (sample: Int) in
      { (entries: inout Entries) in
        entries.claims[4].asserts.sample = World.located(sample)
        entries.claims[4].asserts.duration = World.located(StudyDuration.weeks(8))
        entries.claims[4].evidence.append(
          EvidenceLink(
            study: Located(Study.ID("gironi-2008")), stance: .supports, directness: .otherPopulation,
            rationale: "Other people."))
      }
    }
    #expect(try findings(.assertionMismatch, change(96)) == [])
    #expect(try findings(.assertionMismatch, change(60)) == [])
    let reported = try World.catalogue(change(40)).0.findings(of: [.assertionMismatch])
    #expect(
      reported.map(\.diagnostic.message) == [
        "the source gives the sample as 40, but the record of Cree 2010 says 80 enrolled, 60 completed"
      ])
  }

  @Test func whatTheRecordDoesNotStateIsNotHeldAgainstTheSource() throws {
    #expect(
      try findings(.assertionMismatch) {
        $0.studies[0].sample = nil
        $0.claims[2].asserts.sample = Located(1_000)
      } == [])
  }

  @Test func universalWordingOverASmallUncontrolledStudyIsReportedWithTheStudies() throws {
    #expect(
      try findings(.wordingExceedsDesign) == [
        """
        world.yaml:112:5: warning: the wording is universal, but no randomized trial in people and no \
        synthesis of studies supports the claim directly [wording-exceeds-design]
        world.yaml:116:5: note: Gironi 2008: single-arm trial, n = 40, no control group; supports, direct
        """,
        """
        world.yaml:112:5: warning: the wording is universal, but Sharafaddinzadeh 2010 contradicts the claim \
        [wording-exceeds-design]
        world.yaml:116:5: note: Sharafaddinzadeh 2010: randomized crossover trial, n = 96; contradicts, direct
        """,
      ])
  }

  @Test func strongWordingIsQuietBehindARandomizedTrial() throws {
    let quiet = try findings(.wordingExceedsDesign) {
      $0.claims[1].wording.value = .strong
      $0.claims[1].evidence[0].study.value = Study.ID("cree-2010")
    }
    #expect(quiet == [])
  }

  @Test func aTrialOfAnotherOutcomeOrInAnimalsDoesNotCarryStrongWording() throws {
    for directness in [EvidenceLink.Directness.indirect, .animal, .otherPopulation] {
      let reported = try findings(.wordingExceedsDesign) {
        $0.claims[1].wording.value = .strong
        $0.claims[1].evidence[0].study.value = Study.ID("cree-2010")
        $0.claims[1].evidence[0].directness = directness
      }
      #expect(reported.count == 1)
    }
  }

  @Test func plainWordingIsNotJudged() throws {
    #expect(try findings(.wordingExceedsDesign) { $0.claims[1].wording.value = .plain } == [])
  }

  @Test func aUniversalClaimOfAnyKindFailsByAContraryStudyButNeedsNoTrial() throws {
    #expect(try findings(.wordingExceedsDesign) { $0.claims[1].kind = .regulatory }.count == 1)
    let uncontested = try findings(.wordingExceedsDesign) {
      $0.claims[1].kind = .regulatory
      $0.claims[1].evidence.removeLast()
    }
    #expect(uncontested == [])
  }

  @Test func aRetractedReportIsReportedForTheStudyAndItsClaims() throws {
    let (catalogue, _) = try World.catalogue {
      $0.references[2].relations = [Relation(type: "RetractionIn", citation: "J Test. 2020;1:2")]
    }
    let findings = try catalogue.findings(of: [.retractedReport])
    #expect(
      findings.map { $0.diagnostic.rendered(sourceLine: nil) } == [
        """
        world.yaml:50:5: warning: Smith 2007 has a report that was retracted: pmid:17222320 [retracted-report]
          note: the notice is J Test. 2020;1:2
        """,
        """
        world.yaml:136:5: warning: Smith 2007 is linked to this claim, and its report was retracted: \
        pmid:17222320 [retracted-report]
          note: the notice is J Test. 2020;1:2
        """,
      ])
    #expect(findings.map(\.claim) == [nil, Claim.ID("crohn")])
  }

  @Test func aRegistrationInTwoStudiesIsReported() throws {
    #expect(
      try findings(.sharedRegistration) {
        $0.studies[1].registrations = [World.located(Registration(parsing: "EudraCT:2005-005679-13"), 35)]
      } == [
        """
        world.yaml:35:5: warning: Cree 2010 and Gironi 2008 have the same registration, EudraCT \
        2005-005679-13; they may be one study [shared-registration]
        world.yaml:20:5: note: Gironi 2008 is here
        """
      ])
  }

  @Test func factsWithoutABasisAreListedOncePerStudy() throws {
    #expect(
      try findings(.factWithoutBasis) {
        $0.studies[0].bases = [
          "sample": Located(.stated("abstract")), "results": Located(.stated("table 2")),
        ]
      } == [
        """
        world.yaml:20:5: warning: Gironi 2008 does not say how these facts are known: design, conditions, \
        interventions, registrations, duration.treatment [fact-without-basis]
        """
      ])
  }

  @Test func identifiersThatCannotBeRightAreErrors() throws {
    let (catalogue, _) = try World.catalogue {
      $0.studies[0].registrations = [World.located(Registration(parsing: "NCT1234"), 26)]
      $0.references[0].identifiers.append(Identifier(.pmcid, "PMCabc"))
      $0.references[1].container = Container(serialNumbers: [SerialNumber(issn: "1234-5678")])
      $0.references[2].identifiers.append(Identifier(.doi, "10.1/"))
      $0.references[2].accessions = [AccessionNumber(bank: "ClinicalTrials.gov", number: "NCT0012")]
    }
    #expect(
      try catalogue.findings(of: [.malformedIdentifier]).map(\.diagnostic.description) == [
        """
        refs.xml:2007:1: error: "doi:10.1/" is not well formed: a DOI is 10., a registrant number, a slash \
        and a suffix [malformed-identifier]
        """,
        """
        refs.xml:2007:1: error: "NCT0012" is not well formed: an NCT number is NCT and eight digits \
        [malformed-identifier]
        """,
        """
        refs.xml:2008:1: error: "pmcid:PMCABC" is not well formed: a PMCID is PMC and digits \
        [malformed-identifier]
        """,
        """
        refs.xml:2010:1: error: "issn:1234-5678" is not well formed: the ISSN's check digit does not fit \
        [malformed-identifier]
        """,
        """
        world.yaml:26:5: error: "NCT1234" is not well formed: an NCT number is NCT and eight digits \
        [malformed-identifier]
        """,
      ])
  }

  @Test func claimsCarryTheirFindings() throws {
    let catalogue = try World.catalogue()
    let claims = try catalogue.claims(about: "MS")
    #expect(
      claims.map { $0.findings.map(\.code.rawValue) } == [
        ["wording-exceeds-design", "wording-exceeds-design"], [], [], [], [],
      ])
    #expect(try catalogue.claim(Claim.ID("ms-always"))?.findings == claims.first?.findings)
  }
}

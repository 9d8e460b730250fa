import OnusModel
import Testing

@testable import OnusCatalogue

/// A filter with the SQL that it becomes and the claims that pass it.
struct FilterCase: Sendable, CustomTestStringConvertible {
  var filter: Filter
  var sql: String
  var claims: [String]
  var testDescription: String { sql }

  static let link = """
    SELECT 1 FROM evidence_link JOIN study ON study.id = evidence_link.study_id \
    WHERE evidence_link.claim_id = claim.id
    """

  static let all: [FilterCase] = [
    FilterCase(
      filter: .all, sql: "TRUE",
      claims: ["immune", "ms-always", "ppms-one-progressed", "crohn", "ms-quality", "cost"]),
    FilterCase(
      filter: .design(atLeast: .randomizedTrial), sql: "EXISTS (\(link) AND study.design_rank <= 2)",
      claims: ["immune", "ms-always", "ms-quality"]),
    FilterCase(
      filter: .design(.singleArmTrial), sql: "EXISTS (\(link) AND study.design = \"single-arm-trial\")",
      claims: ["ms-always", "ppms-one-progressed", "crohn"]),
    FilterCase(
      filter: .sampleSize(atLeast: 90), sql: "EXISTS (\(link) AND study.sample >= 90)",
      claims: ["ms-always", "ms-quality"]),
    FilterCase(
      filter: .duration(atLeast: .weeks(12)), sql: "EXISTS (\(link) AND study.treatment_days >= 84.0)",
      claims: ["ms-always", "ppms-one-progressed", "crohn"]),
    FilterCase(
      filter: .followUp(atLeast: .weeks(1)), sql: "EXISTS (\(link) AND study.follow_up_days >= 7.0)",
      claims: []),
    FilterCase(
      filter: .stance(.contradicts), sql: "EXISTS (\(link) AND evidence_link.stance = \"contradicts\")",
      claims: ["ms-always"]),
    FilterCase(filter: .kind(.economic), sql: "claim.kind = \"economic\"", claims: ["cost"]),
    FilterCase(filter: .wording(atLeast: .strong), sql: "claim.wording_rank >= 2", claims: ["ms-always"]),
    FilterCase(
      filter: .source(Source.ID("column")),
      sql: """
        claim.id IN (SELECT claim_appearance.claim_id FROM source \
        JOIN claim_appearance ON claim_appearance.source_id = source.id WHERE source.key = "column")
        """, claims: ["immune", "ms-always", "ppms-one-progressed", "crohn", "ms-quality", "cost"]),
    FilterCase(
      filter: .year(2009...2010), sql: "EXISTS (\(link) AND study.year BETWEEN 2009 AND 2010)",
      claims: ["immune", "ms-always", "ms-quality"]),
    FilterCase(
      filter: .text("quality \"of\" life"),
      sql: """
        claim.id IN (SELECT rowid FROM claim_text WHERE claim_text MATCH "\\"quality\\" \\"of\\" \\"life\\"")
        """, claims: ["ms-quality"]),
    FilterCase(
      filter: .kind(.economic) || .wording(atLeast: .strong),
      sql: "(claim.kind = \"economic\" OR claim.wording_rank >= 2)", claims: ["ms-always", "cost"]),
    FilterCase(
      filter: !.design(.singleArmTrial),
      sql: "(EXISTS (\(link) AND study.design = \"single-arm-trial\")) IS NOT TRUE",
      claims: ["immune", "ms-quality", "cost"]),
    FilterCase(
      filter: .all && .kind(.economic), sql: "claim.kind = \"economic\"", claims: ["cost"]),
    FilterCase(
      filter: .design(.randomizedCrossover) && .duration(atLeast: .weeks(12)),
      sql: """
        EXISTS (\(link) AND (study.design = "rct-crossover" AND study.treatment_days >= 84.0))
        """, claims: []),
    FilterCase(
      filter: .design(.randomizedCrossover) && (.kind(.efficacy) && .sampleSize(atLeast: 90)),
      sql: """
        (claim.kind = "efficacy" AND EXISTS (\(link) AND (study.design = "rct-crossover" AND study.sample \
        >= 90)))
        """, claims: ["ms-always", "ms-quality"]),
    FilterCase(
      filter: .sampleSize(atLeast: 50) && (.stance(.supports) || .stance(.partlySupports)),
      sql: """
        EXISTS (\(link) AND (study.sample >= 50 AND (evidence_link.stance = "supports" \
        OR evidence_link.stance = "partly supports")))
        """, claims: ["immune", "ms-quality"]),
  ]
}

struct FilterTests {
  let catalogue: Catalogue

  init() throws { catalogue = try World.catalogue() }

  /// The SQL with its arguments in their places.
  func text(_ filter: Filter, _ subject: FilterCompiler.Subject = .claim) -> String {
    let fragment = FilterCompiler(subject: subject).fragment(for: filter)
    var arguments = fragment.arguments.map { "\($0)" }
    return fragment.text.map { $0 == "?" && !arguments.isEmpty ? arguments.removeFirst() : String($0) }
      .joined()
  }

  @Test(arguments: FilterCase.all)
  func everyFilterBecomesItsSQLAndFindsItsClaims(_ example: FilterCase) throws {
    #expect(text(example.filter) == example.sql)
    #expect(try catalogue.claims(matching: example.filter).summary == example.claims)
  }

  @Test(arguments: FilterCase.all)
  func aNegationPassesExactlyTheRest(_ example: FilterCase) throws {
    let passed = try catalogue.claims(matching: example.filter).map(\.claim.id)
    let rest = try catalogue.claims(matching: !example.filter).map(\.claim.id)
    #expect(Set(passed).isDisjoint(with: rest))
    #expect(passed.count + rest.count == World.claims.count)
  }

  @Test func studiesThatDoNotPassStayInTheEvidence() throws {
    let claims = try catalogue.claims(about: "MS", matching: .design(atLeast: .randomizedTrial), exact: true)
    #expect(claims.summary == ["ms-always exact", "ms-quality exact"])
    #expect(claims.first?.evidence.map(\.study.study.name) == ["Gironi 2008", "Sharafaddinzadeh 2010"])
  }

  @Test func anInterventionFindsWhatItIncludesByAnyName() throws {
    #expect(try catalogue.claims(matching: .intervention("Revia")).count == 6)
    #expect(try catalogue.studies(matching: .intervention("ldn")).count == 4)
    let (other, _) = try World.catalogue {
      $0.claims[0].interventions = [World.located("naltrexone")]
    }
    #expect(try other.claims(matching: .intervention("LDN")).count == 5)
    #expect(try other.claims(matching: .intervention("naltrexone")).count == 6)
  }

  @Test func anInterventionIsTheOneThatItsNameStandsForAndNoOtherWithThatSynonym() throws {
    let (other, problems) = try World.catalogue {
      var patch = Intervention(id: Key("patch"), name: "nicotine patch")
      patch.synonyms = ["naltrexone"]
      $0.interventions.append(patch)
      $0.claims[5].interventions = [World.located("nicotine patch")]
    }
    #expect(problems.isEmpty)
    #expect(!(try other.claims(matching: .intervention("naltrexone")).summary.contains("cost")))
    #expect(try other.claims(matching: .intervention("Nicotine patch")).summary == ["cost"])
  }

  @Test func testsOfClaimsHoldForOneClaimOfAStudy() throws {
    #expect(
      text(.kind(.efficacy) && .stance(.contradicts), .study) == """
        EXISTS (SELECT 1 FROM evidence_link JOIN claim ON claim.id = evidence_link.claim_id \
        WHERE evidence_link.study_id = study.id AND (claim.kind = "efficacy" AND evidence_link.stance = \
        "contradicts"))
        """)
    #expect(try catalogue.studies(matching: .stance(.contradicts)).summary == ["sharafaddinzadeh-2010"])
    #expect(
      try catalogue.studies(matching: .sampleSize(atLeast: 50)).summary == [
        "cree-2010", "sharafaddinzadeh-2010",
      ])
    #expect(try catalogue.studies(matching: .text("progression")).summary == ["gironi-2008"])
  }

  @Test func testsOfStudiesHoldForAStudyThatAReferenceReports() throws {
    let filter = Filter.design(.singleArmTrial) && .wording(atLeast: .universal)
    #expect(try catalogue.references(matching: filter).map(\.id.rawValue) == ["pmid:18728058"])
    #expect(
      try catalogue.references(matching: .text("crohn's disease")).map(\.id.rawValue) == ["pmid:17222320"])
    #expect(try catalogue.references(matching: .year(2010...2020)).map(\.year) == [2010])
  }

  @Test func anUnknownNameInAFilterIsAnErrorAndNoEmptyResult() throws {
    let drug = try #require(throws: Diagnostic.self) {
      try catalogue.claims(matching: !.intervention("naltrexon"))
    }
    #expect(
      drug.description
        == "error: no intervention is called \"naltrexon\"; did you mean \"naltrexone\"? [unknown-intervention]"
    )
    let source = try #require(throws: Diagnostic.self) {
      try catalogue.claims(matching: .source(Source.ID("colum")))
    }
    #expect(
      source.description == "error: no source has the id \"colum\"; did you mean \"column\"? [unknown-source]"
    )
  }
}

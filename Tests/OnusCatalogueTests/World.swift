import OnusCatalogue
import OnusModel

/// A small world that the tests share: a few conditions, two interventions, four studies and six claims.
enum World {
  static func place(_ line: Int) -> SourceLocation {
    SourceLocation(file: "world.yaml", line: line, column: 5)
  }

  static func located<Value>(_ value: Value, _ line: Int = 0) -> Located<Value> {
    Located(value, at: line == 0 ? nil : place(line))
  }

  static let conditions: [Condition] = [
    descriptor("D001327", "Autoimmune Diseases", ["C20.111"], ["Autoimmune Disease"]),
    descriptor(
      "D009103", "Multiple Sclerosis",
      ["C10.114.375.500", "C10.314.350.500", "C20.111.258.250.500"], ["Sclerosis, Multiple", "MS"]),
    descriptor(
      "D020528", "Multiple Sclerosis, Chronic Progressive", ["C10.114.375.500.200", "C23.550.291.500.625"],
      ["Progressive Multiple Sclerosis"]),
    descriptor("D015212", "Inflammatory Bowel Diseases", ["C06.405.205.731"], ["Inflammatory Bowel Disease"]),
    descriptor(
      "D003424", "Crohn Disease", ["C06.405.205.731.500"], ["Crohn's Disease", "Crohn's Enteritis"]),
    descriptor("D003093", "Colitis, Ulcerative", ["C06.405.205.731.249"], ["Ulcerative Colitis"]),
    descriptor("D016472", "Motor Neuron Disease", ["C10.574.562"], []),
    descriptor("D000690", "Amyotrophic Lateral Sclerosis", ["C10.574.562.250"], ["ALS"]),
    Condition(
      id: Key("D015212"), name: "IBD (local names)",
      otherNames: [Condition.Name("IBD", isAbbreviation: true, source: "local")], addsNames: true,
      location: place(3)),
    Condition(
      id: Key("ppms"), name: "Primary progressive MS",
      otherNames: [Condition.Name("PPMS", isAbbreviation: true)],
      broader: [located("Multiple Sclerosis, Chronic Progressive", 5)], location: place(4)),
  ]

  static func descriptor(_ id: String, _ name: String, _ trees: [String], _ others: [String]) -> Condition {
    Condition(
      id: Condition.ID(id), name: name,
      otherNames: others.map {
        Condition.Name($0, isAbbreviation: $0 == "MS" || $0 == "ALS", source: "MeSH")
      },
      treeNumbers: trees)
  }

  static let interventions: [Intervention] = {
    var naltrexone = Intervention(id: Key("naltrexone"), name: "naltrexone", location: place(7))
    naltrexone.synonyms = ["Revia"]
    var low = Intervention(id: Key("ldn"), name: "low-dose naltrexone", location: place(8))
    low.abbreviations = ["LDN"]
    low.broader = [located("naltrexone", 9)]
    return [low, naltrexone]
  }()

  static func reference(
    pmid: String?, doi: String? = nil, title: String, year: Int, headings: [Term] = []
  ) -> Reference {
    var reference = Reference(location: SourceLocation(file: "refs.xml", line: year, column: 1))
    if let pmid { reference.identifiers.append(Identifier(.pmid, pmid)) }
    if let doi { reference.identifiers.append(Identifier(.doi, doi)) }
    reference.title = title
    reference.issued = PartialDate(year: year)
    reference.headings = headings.map { SubjectHeading(SubjectHeading.Part($0, isMajor: true)) }
    return reference
  }

  static let references: [Reference] = [
    reference(
      pmid: "18728058", doi: "10.1177/1352458508095828",
      title: "A pilot trial of low-dose naltrexone in PPMS",
      year: 2008, headings: [Term("Multiple Sclerosis, Chronic Progressive", ui: "D020528")]),
    reference(
      pmid: "20695007", doi: "10.1002/ana.22006",
      title: "Pilot trial of low-dose naltrexone and quality of life",
      year: 2010, headings: [Term("Multiple Sclerosis", ui: "D009103")]),
    reference(
      pmid: "17222320", title: "Low-dose naltrexone improves active Crohn's disease", year: 2007,
      headings: [Term("Crohn Disease")]),
  ]

  static func study(
    _ id: String, _ name: String, _ design: StudyDesign, line: Int, reports: [Identifier] = [],
    condition: String, sample: [SampleSize.Stage: Int] = [:], treatment: StudyDuration? = nil
  ) -> Study {
    var study = Study(
      id: Study.ID(id), name: name, design: located(design, line + 1), location: place(line))
    study.reports = reports.map { located($0, line + 2) }
    study.conditions = [located(condition, line + 3)]
    study.interventions = [located("LDN", line + 4)]
    if !sample.isEmpty {
      study.sample = SampleSize(counts: sample.mapValues { Located(.value($0)) })
    }
    study.durations.treatment = treatment.map { Located(.value($0)) }
    study.bases = ["": Located(.stated("abstract"))]
    return study
  }

  static let studies: [Study] = {
    var gironi = study(
      "gironi-2008", "Gironi 2008", .singleArmTrial, line: 20, reports: [Identifier(.pmid, "18728058")],
      condition: "Multiple Sclerosis, Chronic Progressive", sample: [.enrolled: 40, .completed: 35],
      treatment: .months(6))
    gironi.registrations = [Located(Registration(parsing: "EudraCT:2005-005679-13"))]
    var progression = StudyResult(id: "progression", outcome: Located("disability progression"))
    progression.events = StudyResult.Events(parsing: "1 of 40").map { Located($0) }
    gironi.results = [progression]
    let cree = study(
      "cree-2010", "Cree 2010", .randomizedCrossover, line: 30,
      reports: [Identifier(.doi, "10.1002/ana.22006")],
      condition: "MS", sample: [.enrolled: 80, .completed: 60], treatment: .weeks(8))
    var sharafaddinzadeh = study(
      "sharafaddinzadeh-2010", "Sharafaddinzadeh 2010", .randomizedCrossover, line: 40,
      condition: "multiple sclerosis", sample: [.enrolled: 96], treatment: .weeks(8))
    sharafaddinzadeh.published = PartialDate(year: 2010)
    let smith = study(
      "smith-2007", "Smith 2007", .singleArmTrial, line: 50, reports: [Identifier(.pmid, "17222320")],
      condition: "Crohn’s disease", sample: [.enrolled: 17], treatment: .weeks(12))
    return [gironi, cree, sharafaddinzadeh, smith]
  }()

  static let sources: [Source] = [
    Source(id: Key("column"), title: "Ask the Doctor", kind: .magazineColumn, location: place(10))
  ]

  static func claim(
    _ id: String, _ statement: String, _ kind: Claim.Kind = .efficacy, wording: Claim.Wording = .plain,
    line: Int, condition: String, evidence: [(String, EvidenceLink.Stance)] = []
  ) -> Claim {
    var claim = Claim(
      id: Claim.ID(id), statement: located(statement, line + 1), kind: kind,
      wording: located(wording, line + 2),
      location: place(line))
    claim.conditions = [located(condition, line + 3)]
    claim.interventions = [located("low dose naltrexone", line + 4)]
    claim.appearances = [Appearance(source: located(Source.ID("column"), line + 5))]
    claim.evidence = evidence.map { study, stance in
      EvidenceLink(
        study: located(Study.ID(study), line + 6), stance: stance, rationale: "The figures say so.",
        location: place(line + 6))
    }
    return claim
  }

  static let claims: [Claim] = {
    let broad = claim(
      "immune", "LDN helps in autoimmune diseases.", line: 100, condition: "Autoimmune Diseases",
      evidence: [("cree-2010", .partlySupports)])
    let universal = claim(
      "ms-always", "LDN always halts multiple sclerosis.", wording: .universal, line: 110, condition: "MS",
      evidence: [("gironi-2008", .supports), ("sharafaddinzadeh-2010", .contradicts)])
    var progressed = claim(
      "ppms-one-progressed", "Of 40 people with PPMS one showed progression.", line: 120, condition: "ppms",
      evidence: [("gironi-2008", .supports)])
    progressed.evidence[0].result = located("progression", 127)
    progressed.cites = [located(Study.ID("gironi-2008"), 128)]
    progressed.asserts.sample = located(40, 129)
    progressed.asserts.duration = located(StudyDuration.weeks(26), 129)
    let crohn = claim(
      "crohn", "LDN brings remission in Crohn's disease.", line: 130, condition: "Crohn's disease",
      evidence: [("smith-2007", .supports)])
    let quality = claim(
      "ms-quality", "Quality of life rises with LDN in MS.", line: 140, condition: "Multiple Sclerosis",
      evidence: [("cree-2010", .supports), ("sharafaddinzadeh-2010", .inconclusive)])
    var cost = claim("cost", "LDN is cheap.", .economic, line: 150, condition: "MS")
    cost.searches = [EvidenceSearch(question: "price", found: "nothing")]
    return [broad, universal, progressed, crohn, quality, cost]
  }()

  static let entries = Entries(
    sources: sources, conditions: conditions, interventions: interventions, studies: studies, claims: claims,
    references: references)

  /// A catalogue of this world.
  static func catalogue() throws -> Catalogue {
    let catalogue = try Catalogue()
    _ = try catalogue.add(entries)
    return catalogue
  }

  /// A catalogue of this world with a change.
  static func catalogue(_ change: (inout Entries) -> Void) throws -> (Catalogue, [Diagnostic]) {
    var entries = entries
    change(&entries)
    let catalogue = try Catalogue()
    return (catalogue, try catalogue.add(entries))
  }
}

extension [CataloguedClaim] {
  /// The ids, each with how the claim relates to the condition.
  var summary: [String] {
    self.map { "\($0.claim.id)\($0.match.map { " \($0.rawValue)" } ?? "")" }
  }
}

extension [CataloguedStudy] {
  var summary: [String] {
    self.map { "\($0.study.id)\($0.match.map { " \($0.rawValue)" } ?? "")" }
  }
}

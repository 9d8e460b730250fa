import OnusModel

/// A small world about multiple sclerosis: three studies, three claims, one of them without a study.
enum World {
  static let ms = Condition(id: .init("D009103"), name: "Multiple Sclerosis")
  static let ppms = Condition(id: .init("D020528"), name: "Multiple Sclerosis, Chronic Progressive")
  static let crohn = Condition(id: .init("D003424"), name: "Crohn Disease")
  static let source = {
    var source = Source(id: .init("gluck"), title: "Ask the Doctor", kind: .magazineColumn)
    source.authors = ["David Gluck"]
    source.interests = "He edits a web site that promotes the treatment"
    return source
  }()

  static func reference(
    pmid: String, family: String, title: String, year: Int, relations: [Relation] = []
  ) -> Reference {
    var reference = Reference(location: SourceLocation(file: "pubmed.xml", line: 3, column: 1))
    reference.identifiers = [Identifier(.pmid, pmid), Identifier(.doi, "10.1000/\(pmid)")]
    reference.title = title
    reference.contributors = ["A", "B", "C", "D", "E", "F", "G"].map {
      Contributor(family: $0 == "A" ? family : "Author\($0)", initials: $0)
    }
    reference.container = Container(title: "Multiple sclerosis", abbreviation: "Mult Scler")
    reference.volume = "14"
    reference.issue = "8"
    reference.pages = PageRange("1076-83")
    reference.issued = PartialDate(year: year, month: 9)
    reference.relations = relations
    return reference
  }

  static func study(
    _ id: String, _ name: String, _ design: StudyDesign, people: Int, duration: StudyDuration,
    conditions: [Condition], reports: [Reference] = []
  ) -> CataloguedStudy {
    var study = Study(
      id: .init(id), name: name, design: Located(design),
      location: SourceLocation(file: "studies.yaml", line: 2, column: 3))
    study.sample = SampleSize(counts: [.enrolled: Located(.value(people))])
    study.durations.treatment = Located(.value(duration))
    study.reports = reports.flatMap(\.identifiers).filter { $0.scheme == .pmid }.map { Located($0) }
    return CataloguedStudy(study: study, reports: reports, conditions: conditions)
  }

  static let gironi = {
    var gironi = study(
      "gironi-2008", "Gironi 2008", .singleArmTrial, people: 40, duration: .months(6), conditions: [ppms],
      reports: [
        reference(
          pmid: "18728058", family: "Gironi", title: "A pilot trial of low-dose naltrexone", year: 2008)
      ])
    gironi.study.title = "Milan PPMS pilot"
    gironi.study.comparator = Located(.value("none"))
    gironi.study.funding = Located(.notReported)
    gironi.study.registrations = [Located(Registration(parsing: "EudraCT:2005-005679-13"))]
    gironi.study.sample?.counts[.completed] = Located(.value(35))
    gironi.study.bases = [
      "": Located(.stated("abstract")), "sample.completed": Located(.inferred("40 minus 5 drop-outs")),
    ]
    var result = StudyResult(id: "progression", outcome: Located("disability progression"))
    result.role = .notPrespecified
    result.timePoint = "6 months"
    result.events = StudyResult.Events(parsing: "1 of 40").map { Located($0) }
    result.finding = "One person progressed."
    gironi.study.results = [result]
    return gironi
  }()

  static let sharafaddinzadeh = {
    var study = World.study(
      "sharafaddinzadeh-2010", "Sharafaddinzadeh 2010", .randomizedCrossover, people: 96,
      duration: StudyDuration(8, .week, printed: "8 weeks per period"), conditions: [ms])
    study.study.blinding = Located(.value(.double))
    study.study.reports = [Located(Identifier(.pmid, "20534644"))]
    var result = StudyResult(id: "quality", outcome: Located("quality of life"))
    result.role = .primary
    result.effect = StudyResult.Effect(parsing: "MD -0.34").map { Located($0) }
    result.interval = StudyResult.Interval(parsing: "-0.59 to 0.09").map { Located($0) }
    result.p = StudyResult.PValue(parsing: "0.04").map { Located($0) }
    result.direction = .noDifference
    study.study.results = [result]
    return study
  }()

  static let withdrawn = study(
    "faulty-2011", "Faulty 2011", .randomizedTrial, people: 500, duration: .years(1), conditions: [ms],
    reports: [
      reference(
        pmid: "21000001", family: "Faulty", title: "Too good to be true?", year: 2011,
        relations: [Relation(type: "RetractionIn", citation: nil)])
    ])

  static let studies = [gironi, sharafaddinzadeh, withdrawn]

  static func claim(
    _ id: String, _ statement: String, paragraph: Int, conditions: [Condition],
    evidence: [(CataloguedStudy, EvidenceLink.Stance, String)] = []
  ) -> CataloguedClaim {
    var claim = Claim(
      id: .init(id), statement: Located(statement), kind: .efficacy,
      location: SourceLocation(file: "claims.yaml", line: paragraph, column: 3))
    var appearance = Appearance(source: Located(source.id))
    appearance.paragraph = paragraph
    claim.appearances = [appearance]
    let links = evidence.map { study, stance, why in
      CataloguedEvidence(
        link: EvidenceLink(study: Located(study.study.id), stance: stance, rationale: why), study: study)
    }
    claim.evidence = links.map(\.link)
    return CataloguedClaim(
      claim: claim, appearances: [.init(appearance: appearance, source: source)], conditions: conditions,
      evidence: links)
  }

  static let claims = {
    var works = claim(
      "works", "Low-dose naltrexone almost always works in multiple sclerosis.", paragraph: 3,
      conditions: [ms],
      evidence: [
        (gironi, .partlySupports, "Only one person progressed, but nobody was compared."),
        (sharafaddinzadeh, .contradicts, "No difference was found"),
      ])
    works.findings = [
      Diagnostic(.warning, "universal-wording", "the claim says “always” and a study found no difference")
    ]
    let milan = claim(
      "milan", "One of 40 people with PPMS progressed.", paragraph: 12, conditions: [ppms],
      evidence: [(gironi, .supports, "The figures match the report.")])
    var cost = claim("cost", "Drug firms will not study it.", paragraph: 15, conditions: [ms])
    cost.claim.searches = [
      EvidenceSearch(
        question: "funding decisions", found: "nothing", place: "PubMed", date: PartialDate(year: 2026))
    ]
    return [works, milan, cost]
  }()
}

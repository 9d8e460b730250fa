extension StudyDesign {
  /// Every design, from the highest OCEBM 2011 level to those without one.
  public static let all: [StudyDesign] = [
    metaAnalysis, networkMetaAnalysis, systematicReview, nOf1Trial, randomizedTrial, randomizedCrossover,
    clusterRandomizedTrial, quasiRandomizedTrial, nonRandomizedControlledTrial, controlledBeforeAfter,
    interruptedTimeSeries, prospectiveCohort, retrospectiveCohort, registryStudy, singleArmTrial, beforeAfter,
    historicallyControlled, caseControl, crossSectional, caseSeries, caseReport, ecological, narrativeReview,
    animalStudy, inVitro, opinion, scopingReview, guideline, qualitative, diagnosticAccuracy, studyProtocol,
    other,
  ]

  /// A systematic review that pools its studies.
  public static let metaAnalysis = StudyDesign(
    "meta-analysis", "meta-analysis", .synthesis, ocebm: 1, types: [Term("Meta-Analysis", ui: "D017418")],
    tools: ["AMSTAR 2", "ROBIS"])
  /// A systematic review that pools direct and indirect comparisons.
  public static let networkMetaAnalysis = StudyDesign(
    "network-meta-analysis", "network meta-analysis", .synthesis, ocebm: 1,
    types: [Term("Network Meta-Analysis")], headings: [Term("Network Meta-Analysis", ui: "D000071076")],
    tools: ["AMSTAR 2", "ROBIS"])
  /// A review with a stated method of finding and judging studies.
  public static let systematicReview = StudyDesign(
    "systematic-review", "systematic review", .synthesis, ocebm: 1,
    types: [Term("Systematic Review", ui: "D000078182")], tools: ["AMSTAR 2", "ROBIS"])
  /// A review that maps what has been studied.
  public static let scopingReview = StudyDesign(
    "scoping-review", "scoping review", .synthesis, types: [Term("Scoping Review")])
  /// Recommendations of a body.
  public static let guideline = StudyDesign(
    "guideline", "guideline", .secondary,
    types: [
      Term("Practice Guideline", ui: "D017065"), Term("Guideline", ui: "D016431"),
      Term("Consensus Development Conference", ui: "D016446"),
    ], tools: ["AGREE II"])
  /// A review without a stated method.
  public static let narrativeReview = StudyDesign(
    "narrative-review", "narrative review", .secondary, ocebm: 5, types: [Term("Review", ui: "D016454")])
  /// Parallel groups made by chance.
  public static let randomizedTrial = StudyDesign(
    "rct", "randomized trial", .randomized, ocebm: 2, grade: .high,
    types: [
      Term("Randomized Controlled Trial", ui: "D016449"), Term("Equivalence Trial", ui: "D000073843"),
      Term("Pragmatic Clinical Trial", ui: "D065007"),
    ],
    headings: [
      Term("Random Allocation", ui: "D011897"), Term("Double-Blind Method", ui: "D004311"),
      Term("Single-Blind Method", ui: "D016037"),
    ], sevco: ["SEVCO:01003", "SEVCO:01011"], tools: ["RoB 2"])
  /// Everyone gets each treatment, in an order made by chance.
  public static let randomizedCrossover = StudyDesign(
    "rct-crossover", "randomized crossover trial", .randomized, ocebm: 2, grade: .high,
    types: [Term("Randomized Controlled Trial", ui: "D016449")],
    headings: [Term("Cross-Over Studies", ui: "D018592")], sevco: ["SEVCO:01003", "SEVCO:01024"],
    tools: ["RoB 2 (crossover)"])
  /// Whole groups are assigned by chance.
  public static let clusterRandomizedTrial = StudyDesign(
    "rct-cluster", "cluster randomized trial", .randomized, ocebm: 2, grade: .high,
    types: [Term("Randomized Controlled Trial", ui: "D016449")], sevco: ["SEVCO:01003", "SEVCO:01015"],
    tools: ["RoB 2 (cluster)"])
  /// Treatments alternate by chance within one person.
  public static let nOf1Trial = StudyDesign(
    "n-of-1", "n-of-1 trial", .randomized, ocebm: 1, grade: .high,
    headings: [Term("Single-Case Studies as Topic", ui: "D000080907")],
    sevco: ["SEVCO:01003", "SEVCO:01012"],
    tools: ["RoB 2"])
  /// Groups made by a rule that only resembles chance.
  public static let quasiRandomizedTrial = StudyDesign(
    "quasi-rct", "quasi-randomized trial", .controlled, ocebm: 3, grade: .low,
    types: [Term("Controlled Clinical Trial", ui: "D018848")],
    headings: [Term("Non-Randomized Controlled Trials as Topic", ui: "D065228")], sevco: ["SEVCO:01004"],
    tools: ["ROBINS-I"])
  /// The investigator assigns groups, not by chance.
  public static let nonRandomizedControlledTrial = StudyDesign(
    "nrct", "non-randomized controlled trial", .controlled, ocebm: 3, grade: .low,
    types: [Term("Controlled Clinical Trial", ui: "D018848")],
    headings: [Term("Non-Randomized Controlled Trials as Topic", ui: "D065228")],
    sevco: ["SEVCO:01005", "SEVCO:01011"], tools: ["ROBINS-I"])
  /// Everyone gets the treatment.
  public static let singleArmTrial = StudyDesign(
    "single-arm-trial", "single-arm trial", .uncontrolled, ocebm: 4, grade: .low,
    types: [
      Term("Clinical Trial", ui: "D016430"), Term("Clinical Trial, Phase I", ui: "D017426"),
      Term("Clinical Trial, Phase II", ui: "D017427"), Term("Clinical Trial, Phase III", ui: "D017428"),
      Term("Clinical Trial, Phase IV", ui: "D017429"),
    ],
    headings: [Term("Pilot Projects", ui: "D010865"), Term("Feasibility Studies", ui: "D005240")],
    sevco: ["SEVCO:01001", "SEVCO:01016"], tools: ["ROBINS-I", "JBI case series"])
  /// Groups are measured before and after, one of them treated.
  public static let controlledBeforeAfter = StudyDesign(
    "controlled-before-after", "controlled before-after study", .controlled, ocebm: 3, grade: .low,
    headings: [Term("Controlled Before-After Studies", ui: "D065187")],
    sevco: ["SEVCO:01010", "SEVCO:01019"],
    tools: ["ROBINS-I"])
  /// Many measurements before and after.
  public static let interruptedTimeSeries = StudyDesign(
    "interrupted-time-series", "interrupted time series", .controlled, ocebm: 3, grade: .low,
    headings: [Term("Interrupted Time Series Analysis", ui: "D065186")], sevco: ["SEVCO:01018"],
    tools: ["EPOC ITS"])
  /// One group, measured before and after.
  public static let beforeAfter = StudyDesign(
    "before-after", "before-after study", .uncontrolled, ocebm: 4, grade: .low,
    sevco: ["SEVCO:01019", "SEVCO:01016"], tools: ["NIH pre-post", "JBI"])
  /// Groups are followed from exposure to outcome, planned ahead.
  public static let prospectiveCohort = StudyDesign(
    "cohort-prospective", "prospective cohort", .controlled, ocebm: 3, grade: .low,
    types: [Term("Observational Study", ui: "D064888")],
    headings: [
      Term("Cohort Studies", ui: "D015331"), Term("Prospective Studies", ui: "D011446"),
      Term("Follow-Up Studies", ui: "D005500"), Term("Longitudinal Studies", ui: "D008137"),
    ], sevco: ["SEVCO:01002", "SEVCO:01011", "SEVCO:01045"], tools: ["ROBINS-I", "NOS cohort"])
  /// Groups are followed in records of the past.
  public static let retrospectiveCohort = StudyDesign(
    "cohort-retrospective", "retrospective cohort", .controlled, ocebm: 3, grade: .low,
    types: [Term("Observational Study", ui: "D064888")],
    headings: [Term("Retrospective Studies", ui: "D012189"), Term("Cohort Studies", ui: "D015331")],
    sevco: ["SEVCO:01002", "SEVCO:01011", "SEVCO:01026"], tools: ["ROBINS-I", "NOS cohort"])
  /// Compared with people of another time.
  public static let historicallyControlled = StudyDesign(
    "historical-control", "historically controlled study", .controlled, ocebm: 4, grade: .low,
    headings: [Term("Historically Controlled Study", ui: "D065386")], sevco: ["SEVCO:01002", "SEVCO:01010"],
    tools: ["ROBINS-I"])
  /// People with and without the outcome are compared.
  public static let caseControl = StudyDesign(
    "case-control", "case-control study", .controlled, ocebm: 4, grade: .low,
    types: [Term("Observational Study", ui: "D064888")],
    headings: [Term("Case-Control Studies", ui: "D016022")], sevco: ["SEVCO:01013"],
    tools: ["NOS case-control", "JBI"])
  /// Measured at one time.
  public static let crossSectional = StudyDesign(
    "cross-sectional", "cross-sectional study", .uncontrolled, ocebm: 4, grade: .low,
    types: [Term("Observational Study", ui: "D064888")],
    headings: [
      Term("Cross-Sectional Studies", ui: "D003430"), Term("Surveys and Questionnaires", ui: "D011795"),
    ],
    sevco: ["SEVCO:01027"], tools: ["JBI cross-sectional", "AXIS"])
  /// Whole populations are compared.
  public static let ecological = StudyDesign(
    "ecological", "ecological study", .controlled, ocebm: 5, grade: .low, sevco: ["SEVCO:01044"])
  /// Uses a register or a database of care.
  public static let registryStudy = StudyDesign(
    "registry", "registry study", .controlled, ocebm: 3, grade: .low,
    types: [Term("Observational Study", ui: "D064888")], headings: [Term("Registries", ui: "D012042")],
    sevco: ["SEVCO:01042"], tools: ["ROBINS-I"])
  /// Several people, told one by one.
  public static let caseSeries = StudyDesign(
    "case-series", "case series", .uncontrolled, ocebm: 4, grade: .veryLow,
    types: [Term("Case Reports", ui: "D002363")], sevco: ["SEVCO:01016"], tools: ["JBI case series"])
  /// One person.
  public static let caseReport = StudyDesign(
    "case-report", "case report", .uncontrolled, ocebm: 4, grade: .veryLow,
    types: [Term("Case Reports", ui: "D002363")], sevco: ["SEVCO:01017"], tools: ["JBI case report"])
  /// Words rather than numbers.
  public static let qualitative = StudyDesign(
    "qualitative", "qualitative study", .other, headings: [Term("Qualitative Research", ui: "D036301")],
    sevco: ["SEVCO:01087"], tools: ["CASP", "JBI qualitative"])
  /// How well a test finds a condition.
  public static let diagnosticAccuracy = StudyDesign(
    "diagnostic-accuracy", "diagnostic accuracy study", .other, grade: .high,
    types: [Term("Evaluation Study", ui: "D023362"), Term("Validation Study", ui: "D023361")],
    sevco: ["SEVCO:01098"], tools: ["QUADAS-2"])
  /// In living animals.
  public static let animalStudy = StudyDesign(
    "animal", "animal study", .preclinical, ocebm: 5,
    headings: [Term("Disease Models, Animal", ui: "D004195"), Term("Animals", ui: "D000818")],
    tools: ["SYRCLE"])
  /// In cells or tissue.
  public static let inVitro = StudyDesign(
    "in-vitro", "in vitro study", .preclinical, ocebm: 5,
    headings: [Term("In Vitro Techniques", ui: "D066298")])
  /// What is planned; it has no results.
  public static let studyProtocol = StudyDesign(
    "protocol", "protocol", .secondary, types: [Term("Clinical Trial Protocol", ui: "D000078325")])
  /// Editorial, letter, comment, news or expert opinion.
  public static let opinion = StudyDesign(
    "opinion", "opinion", .secondary, ocebm: 5,
    types: [
      Term("Editorial", ui: "D016421"), Term("Letter", ui: "D016422"), Term("Comment", ui: "D016420"),
      Term("News", ui: "D016433"),
    ])
  /// None of the others, or not stated.
  public static let other = StudyDesign("other", "other", .other)
}

extension BiasInstrument {
  /// Every instrument that is known by name; a new one is an entry here.
  public static let all: [BiasInstrument] = [
    rob2, rob2Crossover, rob2Cluster, rob1, robinsI, robinsE, jbiCaseSeries, jbiCohort, jbiCaseControl,
    nosCohort, nosCaseControl, jadad, quadas2, quips,
  ]

  private static func numbered(_ prefix: String, _ labels: [String]) -> [Domain] {
    labels.enumerated().map { Domain(id: "\(prefix)\($0 + 1)", label: $1) }
  }

  private static let rob2Source = "Sterne JAC et al. BMJ 2019;366:l4898"

  private static let rob2Domains = numbered(
    "D",
    [
      "Randomization process", "Deviations from intended interventions", "Missing outcome data",
      "Measurement of the outcome", "Selection of the reported result",
    ])

  static let rob2 = BiasInstrument(
    "RoB 2", "Randomized trials (version of 22 August 2019)", source: rob2Source, for: [.randomized],
    rob2Domains, levels: [.low, .someConcerns, .high], worstDomainRules: true)

  static let rob2Crossover = BiasInstrument(
    "RoB 2 crossover", "Crossover trials (version of 18 March 2021)", source: rob2Source, for: [.randomized],
    [rob2Domains[0], Domain(id: "DS", label: "Period and carryover effects")] + rob2Domains[1...],
    levels: [.low, .someConcerns, .high], worstDomainRules: true)

  static let rob2Cluster = BiasInstrument(
    "RoB 2 cluster", "Cluster-randomized trials (version of 18 March 2021)", source: rob2Source,
    for: [.randomized],
    [rob2Domains[0], Domain(id: "D1b", label: "Timing of recruiting people")] + rob2Domains[1...],
    levels: [.low, .someConcerns, .high], worstDomainRules: true)

  static let rob1 = BiasInstrument(
    "Cochrane risk of bias", "Randomized trials (Cochrane's tool of 2008, updated 2011)",
    source: "Higgins JPT et al. BMJ 2011;343:d5928", for: [.randomized, .controlled],
    numbered(
      "D",
      [
        "Random sequence generation", "Allocation concealment", "Blinding of participants and personnel",
        "Blinding of outcome assessment", "Incomplete outcome data", "Selective reporting", "Other bias",
      ]), levels: [.low, .unclear, .high])

  static let robinsI = BiasInstrument(
    "ROBINS-I", "Non-randomized studies of interventions (2016)",
    source: "Sterne JAC et al. BMJ 2016;355:i4919", for: [.controlled],
    numbered(
      "D",
      [
        "Confounding", "Selection of participants", "Classification of interventions",
        "Deviations from intended interventions", "Missing data", "Measurement of outcomes",
        "Selection of the reported result",
      ]), levels: [.low, .moderate, .serious, .critical, .noInformation], worstDomainRules: true)

  static let robinsE = BiasInstrument(
    "ROBINS-E", "Non-randomized studies of exposures (2023)",
    source: "Higgins JPT et al. Environ Int 2024;186:108602", for: [.controlled],
    numbered(
      "D",
      [
        "Confounding", "Measurement of the exposure", "Selection of participants",
        "Interventions after exposure", "Missing data", "Measurement of the outcome",
        "Selection of the reported result",
      ]), levels: [.low, .someConcerns, .high, .veryHigh], worstDomainRules: true)

  static let jbiCaseSeries = BiasInstrument(
    "JBI case series", "Case series and single-arm studies (JBI checklist)",
    source: "Munn Z et al. JBI Evid Synth 2020;18:2127-33", for: [.uncontrolled],
    numbered(
      "Q",
      [
        "Clear inclusion criteria", "Condition measured alike", "Condition identified validly",
        "Consecutive inclusion", "Complete inclusion", "Demographics reported",
        "Clinical information reported", "Outcomes or follow-up reported", "Sites described",
        "Statistical analysis appropriate",
      ]), levels: [.yes, .no, .unclear, .notApplicable])

  static let jbiCohort = BiasInstrument(
    "JBI cohort", "Cohort studies (JBI checklist)",
    source: "Moola S et al. JBI Manual for Evidence Synthesis, chapter 7 (2020)", for: [.controlled],
    numbered(
      "Q",
      [
        "Groups alike", "Exposure measured alike", "Exposure measured validly", "Confounders identified",
        "Confounders dealt with", "Free of outcome at start", "Outcome measured validly",
        "Follow-up long enough", "Follow-up complete", "Incomplete follow-up dealt with",
        "Statistical analysis appropriate",
      ]), levels: [.yes, .no, .unclear, .notApplicable])

  static let jbiCaseControl = BiasInstrument(
    "JBI case-control", "Case-control studies (JBI checklist)",
    source: "Moola S et al. JBI Manual for Evidence Synthesis, chapter 7 (2020)", for: [.controlled],
    numbered(
      "Q",
      [
        "Groups comparable", "Cases and controls matched", "Same criteria", "Exposure measured validly",
        "Exposure measured alike", "Confounders identified", "Confounders dealt with",
        "Outcome assessed validly", "Exposure period meaningful", "Statistical analysis appropriate",
      ]), levels: [.yes, .no, .unclear, .notApplicable])

  private static let nosSource =
    "Wells GA et al. The Newcastle-Ottawa Scale. Ottawa Hospital Research Institute"

  static let nosCohort = BiasInstrument(
    "NOS cohort", "Cohort studies (Newcastle-Ottawa Scale, in stars)", source: nosSource, for: [.controlled],
    [
      Domain(id: "S", label: "Selection", points: 4), Domain(id: "C", label: "Comparability", points: 2),
      Domain(id: "O", label: "Outcome", points: 3),
    ])

  static let nosCaseControl = BiasInstrument(
    "NOS case-control", "Case-control studies (Newcastle-Ottawa Scale, in stars)", source: nosSource,
    for: [.controlled],
    [
      Domain(id: "S", label: "Selection", points: 4), Domain(id: "C", label: "Comparability", points: 2),
      Domain(id: "E", label: "Exposure", points: 3),
    ])

  static let jadad = BiasInstrument(
    "Jadad", "Randomized trials (Jadad score, in points)",
    source: "Jadad AR et al. Control Clin Trials 1996;17:1-12", for: [.randomized],
    [
      Domain(id: "R", label: "Randomization", points: 2),
      Domain(id: "B", label: "Double blinding", points: 2),
      Domain(id: "W", label: "Withdrawals described", points: 1),
    ])

  static let quadas2 = BiasInstrument(
    "QUADAS-2", "Studies of diagnostic accuracy (2011)",
    source: "Whiting PF et al. Ann Intern Med 2011;155:529-36", for: [.controlled, .uncontrolled, .other],
    numbered("D", ["Patient selection", "Index test", "Reference standard", "Flow and timing"]),
    levels: [.low, .high, .unclear])

  static let quips = BiasInstrument(
    "QUIPS", "Studies of prognostic factors (2013)",
    source: "Hayden JA et al. Ann Intern Med 2013;158:280-6", for: [.controlled, .uncontrolled, .other],
    numbered(
      "D",
      [
        "Participation", "Attrition", "Prognostic factor", "Outcome measurement", "Confounding",
        "Analysis and reporting",
      ]), levels: [.low, .moderate, .high])
}

import OnusModel
import OnusTables

/// Invented outcomes of willow tea for back pain, one for each form that a row can take.
enum GradeWorld {
  static let backPain = Condition(id: .init("D001416"), name: "Back Pain")
  static let tea = Intervention(id: Key("willow-tea"), name: "willow tea")

  static func study(_ id: String, _ design: StudyDesign, _ direction: StudyResult.Direction)
    -> CataloguedSynthesis.Part
  {
    var study = Study(id: .init(id), name: id, design: Located(design))
    var result = StudyResult(id: "pain", outcome: Located("pain"))
    result.direction = direction
    study.results = [result]
    study.sample = SampleSize(counts: [.enrolled: Located(.value(146))])
    return CataloguedSynthesis.Part(study: CataloguedStudy(study: study), result: result)
  }

  static func outcome(
    _ id: String, _ words: String, trials: Int = 3, _ change: (inout Synthesis) -> Void = { _ in },
    numbers: (inout SynthesisEstimate) -> Void = { _ in }
  ) -> GradedOutcome {
    var synthesis = Synthesis(
      id: Key(id), intervention: Located("willow-tea"), comparator: "water", outcome: Located(words))
    synthesis.conditions = [Located("Back Pain")]
    synthesis.population = "Adults with back pain"
    synthesis.setting = "primary care"
    change(&synthesis)
    let directions: [StudyResult.Direction] = [.benefit, .harm, .noDifference]
    let parts = (0..<trials).map { study("trial-\($0)", .randomizedTrial, directions[$0 % 3]) }
    var estimate = SynthesisEstimate(studies: trials, participants: trials == 0 ? nil : 438)
    numbers(&estimate)
    return GradedOutcome(
      CataloguedSynthesis(synthesis: synthesis, conditions: [backPain], intervention: tea, parts: parts),
      estimate: estimate)
  }

  static func certainty(
    _ rating: Certainty.Rating, _ assessments: [Certainty.Assessment], start: Certainty.Rating = .high
  ) -> Certainty {
    Certainty(start: Located(start), assessments: assessments, rating: Located(rating))
  }

  static let unblinded = Certainty.Assessment(
    .riskOfBias, level: "serious", reason: "Nobody was blinded in 2 of 3 trials")
  static let few = Certainty.Assessment(.imprecision, level: "serious", reason: "Few events.")

  static let sickLeave = outcome("leave", "sick leave") { synthesis in
    synthesis.followUp = "12 weeks"
    synthesis.importance = Synthesis.Importance(parsing: "8")
    synthesis.assumedRisk = Located(
      Synthesis.AssumedRisk(risk: 0.112, printed: "112 per 1000", source: "the median of the trials"))
    synthesis.certainty = certainty(.low, [few, unblinded])
    synthesis.size = Located(.moderate)
    synthesis.direction = Located(.reduction)
  } numbers: { estimate in
    estimate.measure = .riskRatio
    estimate.effect = SynthesisEstimate.Effect(0.7, 0.53, 1)
    estimate.intervention = SynthesisEstimate.Side(events: 17, total: 219)
    estimate.comparison = SynthesisEstimate.Side(events: 24, total: 219)
  }

  static let pain = outcome("pain", "pain", trials: 2) { synthesis in
    synthesis.scale = "0 to 10, lower is better"
    synthesis.assumedMean = Synthesis.AssumedMean(printed: "5.2", source: "one cohort")
    synthesis.certainty = certainty(.moderate, [unblinded])
    synthesis.size = Located(.small)
    synthesis.direction = Located(.reduction)
  } numbers: { estimate in
    estimate.measure = .meanDifference
    estimate.effect = SynthesisEstimate.Effect(-1.2, -2, 0.4)
  }

  static let sleep = outcome("sleep", "sleep") { synthesis in
    synthesis.isPooled = false
    synthesis.reason = "The scales differ"
    synthesis.certainty = certainty(.veryLow, [])
  }

  static let function = outcome("function", "function", trials: 0) { $0.isPooled = false }

  static let outcomes = [sickLeave, pain, sleep, function]
}

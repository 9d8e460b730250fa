public import OnusModel

/// One row of a Summary of Findings table: what is judged, and the numbers that it is judged on.
public struct GradedOutcome: Sendable, Hashable {
  /// The synthesis with its results.
  public var synthesis: CataloguedSynthesis
  /// The numbers, pooled or of one study.
  public var estimate: SynthesisEstimate
  /// What a reader must know of the numbers, as sentences without a full stop.
  public var remarks: [String] = []

  /// Creates a row.
  public init(_ synthesis: CataloguedSynthesis, estimate: SynthesisEstimate) {
    self.synthesis = synthesis
    self.estimate = estimate
  }

  /// Creates a row with the numbers that the results give without any computing: an effect only where there is
  /// one result that prints it with its interval.
  public init(asPrinted synthesis: CataloguedSynthesis) {
    let studies = synthesis.studies
    let people = studies.compactMap { $0.study.sample?.headline?.count }
    var estimate = SynthesisEstimate(
      studies: studies.count, participants: people.isEmpty ? nil : people.reduce(0, +))
    estimate.measure = synthesis.synthesis.measure?.value
    if synthesis.parts.count == 1, let result = synthesis.parts.first?.result,
      let effect = result.effect?.value,
      let interval = result.interval?.value,
      let measure = Synthesis.Measure(rawValue: effect.measure), estimate.measure ?? measure == measure
    {
      estimate.measure = measure
      estimate.effect = SynthesisEstimate.Effect(effect.value, interval.lower, interval.upper)
      estimate.level = result.level
    }
    self.init(synthesis, estimate: estimate)
  }
}

extension GradedOutcome {
  /// The synthesis itself.
  var entry: Synthesis { synthesis.synthesis }

  /// Whether several results stand beside each other without being combined.
  var isNotPooled: Bool { !entry.isPooled && estimate.studies > 1 }

  /// What the effect means among people whose risk is assumed, or is that of the studies.
  var absolute: AbsoluteEffect? {
    guard !isNotPooled, let measure = estimate.measure, let effect = estimate.effect,
      let risk = entry.assumedRisk?.value.risk ?? estimate.comparisonRisk
    else { return nil }
    return AbsoluteEffect(measure, effect, comparisonRisk: risk)
  }

  /// Whether the outcome is a mean on a scale, so that its absolute effect is a difference.
  var isMean: Bool {
    switch estimate.measure {
    case .meanDifference, .standardizedMeanDifference: true
    default: false
    }
  }

  /// The kinds of study as GRADE names them.
  var design: String {
    let designs = Set(synthesis.studies.map { $0.study.design.value.isRandomized })
    let isReview = synthesis.studies.allSatisfy { $0.study.design.value.family == .synthesis }
    if designs.isEmpty { return "no study" }
    if isReview { return "systematic reviews" }
    if designs.count == 2 { return "randomised trials and non-randomised studies" }
    return designs == [true] ? "randomised trials" : "non-randomised studies"
  }

  /// The number of studies with their kind in short, for example "3 RCTs".
  var studyCount: String {
    let count = estimate.studies
    return switch design {
    case "randomised trials": Counted.text(count, "RCT", "RCTs")
    case "non-randomised studies": Counted.text(count, "non-randomised study", "non-randomised studies")
    case "systematic reviews": Counted.text(count, "systematic review", "systematic reviews")
    default: Counted.text(count, "study", "studies")
    }
  }

  /// The plain sentence: its author's, else the one that follows from size, direction and certainty.
  var plainSentence: String? {
    if let statement = entry.statement?.value { return statement.asSentence }
    guard let certainty = entry.certainty else { return nil }
    return InformativeStatement.sentence(
      intervention: synthesis.interventionName, outcome: entry.outcome.value, rating: certainty.rating.value,
      size: entry.size?.value, direction: entry.direction?.value)
  }

  /// How many studies point which way, where results are not combined: a count of directions says nothing of
  /// size.
  var directions: String? {
    guard isNotPooled else { return nil }
    let directions = synthesis.parts.map(\.result.direction)
    let better = directions.count { $0 == .benefit }
    let worse = directions.count { $0 == .harm }
    let rest = directions.count - better - worse
    var parts: [String] = []
    if better + worse > 0 {
      parts.append("\(better) of \(better + worse) with a direction in favour of the intervention")
    }
    if rest > 0 { parts.append("\(rest) without a direction") }
    return "Of \(Counted.text(directions.count, "result", "results")): \(parts.joined(separator: ", ")) "
      + "(direction only; says nothing about size)."
  }
}

public import OnusModel
internal import OnusSynthesis
public import OnusTables

extension GradedOutcome {
  /// Creates a row whose numbers are pooled from the results, as the synthesis says; of one result they are its
  /// own.
  ///
  /// Figures of the arms go before a printed effect. Where a result gives neither, or results are not to be
  /// pooled, there is no effect.
  public init(pooling synthesis: CataloguedSynthesis) {
    self.init(asPrinted: synthesis)
    guard let measure = synthesis.synthesis.measure?.value, EffectMeasure(measure) != nil else {
      return
    }
    addSides()
    let isSingle = synthesis.parts.count == 1
    guard isSingle || synthesis.synthesis.isPooled, estimate.effect == nil || !isSingle else { return }
    guard let pool = PooledAnalysis(synthesis)?.all else { return }
    estimate.measure = measure
    estimate.effect = SynthesisEstimate.Effect(pool.effect.value, pool.effect.lower, pool.effect.upper)
    if let people = pool.participants { estimate.participants = people }
  }

  /// Counts the people of both sides, and the median risk of the comparison groups.
  private mutating func addSides() {
    let comparator = synthesis.synthesis.comparator
    let pairs = synthesis.parts.compactMap { $0.arms(comparator: comparator) }
    guard !pairs.isEmpty, pairs.count == synthesis.parts.count else { return }
    func side(_ arms: [StudyResult.Arm]) -> SynthesisEstimate.Side? {
      let totals = arms.compactMap(\.count)
      let events = arms.compactMap(\.events)
      guard totals.count == arms.count else { return nil }
      return SynthesisEstimate.Side(
        events: events.count == arms.count ? events.reduce(0, +) : nil, total: totals.reduce(0, +))
    }
    estimate.intervention = side(pairs.map(\.intervention))
    estimate.comparison = side(pairs.map(\.comparison))
    if let first = estimate.intervention, let second = estimate.comparison {
      estimate.participants = first.total + second.total
    }
    let risks = pairs.compactMap { pair -> Double? in
      guard let events = pair.comparison.events, let count = pair.comparison.count, count > 0 else {
        return nil
      }
      return Double(events) / Double(count)
    }.sorted()
    guard risks.count == pairs.count else { return }
    estimate.comparisonRisk = (risks[(risks.count - 1) / 2] + risks[risks.count / 2]) / 2
  }
}

extension EffectMeasure {
  fileprivate init?(_ measure: Synthesis.Measure) {
    switch measure {
    case .petoOddsRatio: self = .petoOddsRatio
    case .proportion: return nil
    default: self.init(rawValue: measure.rawValue)
    }
  }
}

extension Synthesis {
  fileprivate var pooling: PooledAnalysis.Method {
    switch method {
    case .peto: .peto
    case .mantelHaenszel: .mantelHaenszel
    case .derSimonianLaird: .inverseVariance(.derSimonianLaird)
    case .pauleMandel: .inverseVariance(.pauleMandel)
    case .inverseVariance where model == .commonEffect: .inverseVariance(.common)
    case nil where model == .commonEffect: .inverseVariance(.common)
    case nil where measure?.value == .petoOddsRatio: .peto
    case .restrictedMaximumLikelihood, .inverseVariance, nil: .inverseVariance(.restrictedMaximumLikelihood)
    }
  }

  fileprivate var pooledInterval: OnusSynthesis.IntervalMethod {
    intervalMethod == .hartungKnapp ? .hartungKnapp : .normal
  }
}

extension PooledAnalysis {
  /// The analysis that a synthesis of a corpus asks for; `nil` where it names no measure, or one of its results
  /// does not give the figures for it.
  public init?(_ synthesis: CataloguedSynthesis) {
    guard let plan = synthesis.plan else { return nil }
    let studies = synthesis.parts.compactMap { synthesis.pooledStudy($0) }
    guard !studies.isEmpty, studies.count == synthesis.parts.count,
      let analysis = try? PooledAnalysis(studies, plan), analysis.all.studies == studies.count
    else { return nil }
    self = analysis
  }
}

extension CataloguedSynthesis {
  /// How its results are to be combined; `nil` where it names no measure.
  var plan: PooledAnalysis.Plan? {
    synthesis.measure.flatMap { EffectMeasure($0.value) }.map {
      PooledAnalysis.Plan($0, by: synthesis.pooling, interval: synthesis.pooledInterval)
    }
  }

  /// A result as a study to be pooled; `nil` where it does not give the figures for the measure.
  func pooledStudy(_ part: Part) -> PooledStudy? {
    synthesis.measure.flatMap { part.data(for: $0.value, comparator: synthesis.comparator) }.map {
      PooledStudy(name: part.study.study.name, data: $0, location: part.result.location)
    }
  }
}

extension CataloguedSynthesis.Part {
  /// The arm with the intervention and the one without, where there are two and one bears the comparator's name.
  fileprivate func arms(
    comparator: String
  ) -> (intervention: StudyResult.Arm, comparison: StudyResult.Arm)? {
    guard result.arms.count == 2 else { return nil }
    let word = comparator.lowercased()
    let named = result.arms.indices.filter {
      let name = result.arms[$0].name.lowercased()
      return name.contains(word) || word.contains(name)
    }
    guard named.count == 1, let place = named.first else { return nil }
    return (result.arms[1 - place], result.arms[place])
  }

  /// The figures that enter the synthesis: those of the arms, else the effect with its interval.
  fileprivate func data(for measure: Synthesis.Measure, comparator: String) -> StudyData? {
    let pair = arms(comparator: comparator)
    switch measure {
    case .riskRatio, .oddsRatio, .petoOddsRatio, .riskDifference:
      if let pair, let events1 = pair.intervention.events, let size1 = pair.intervention.count,
        let events2 = pair.comparison.events, let size2 = pair.comparison.count, events1 <= size1,
        events2 <= size2
      {
        return .counts(
          TwoByTwo(
            events1: Double(events1), of: Double(size1), events2: Double(events2), of: Double(size2)))
      }
    case .meanDifference, .standardizedMeanDifference:
      if let pair, let means = TwoMeans(pair.intervention, pair.comparison) { return .means(means) }
    case .hazardRatio, .rateRatio, .proportion: break
    }
    // "adjusted MD" is an MD; another measure is none.
    guard let effect = result.effect?.value, let interval = result.interval?.value,
      effect.measure.split(separator: " ").last.map(String.init) == measure.rawValue
        || effect.measure == measure.rawValue
    else { return nil }
    return EffectSize.published(
      effect.value, from: interval.lower, to: interval.upper, level: result.level / 100,
      isRatio: measure.isRatio
    ).map { .effect($0) }
  }
}

extension TwoMeans {
  fileprivate init?(_ first: StudyResult.Arm, _ second: StudyResult.Arm) {
    guard let mean1 = first.mean.flatMap(parseNumber), let mean2 = second.mean.flatMap(parseNumber),
      let sd1 = first.standardDeviation.flatMap(parseNumber), sd1 > 0,
      let sd2 = second.standardDeviation.flatMap(parseNumber), sd2 > 0, let size1 = first.count,
      let size2 = second.count, size1 > 1, size2 > 1
    else { return nil }
    self.init(mean1, sd: sd1, of: Double(size1), mean2, sd: sd2, of: Double(size2))
  }
}

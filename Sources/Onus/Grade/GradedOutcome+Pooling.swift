public import OnusModel
internal import OnusSynthesis
public import OnusTables

extension GradedOutcome {
  /// Creates a row whose numbers are pooled from the results, as the synthesis says; of one result they are its
  /// own.
  ///
  /// Of several results, figures of the arms go before a printed effect. Of one result a printed effect is shown as it is,
  /// unless its interval is not of 95%. Where a
  /// result gives neither, or results are not to be pooled, there is no effect; why, and what was left out, is among the
  /// remarks.
  public init(pooling synthesis: CataloguedSynthesis) {
    self.init(asPrinted: synthesis)
    guard let measure = synthesis.synthesis.measure?.value, EffectMeasure(measure) != nil else {
      return
    }
    addSides()
    let isSingle = synthesis.parts.count == 1
    guard isSingle || synthesis.synthesis.isPooled, !synthesis.parts.isEmpty,
      estimate.effect == nil || !isSingle || estimate.level != 95
    else { return }
    let analysis: PooledAnalysis
    do {
      analysis = try PooledAnalysis(synthesis)
    } catch {
      estimate.effect = nil
      remarks.append("Not estimable: \(error)")
      return
    }
    let left = analysis.parts.filter { $0.effect == nil }.map(\.study.name)
    if !left.isEmpty {
      remarks.append(
        "No \(measure.rawValue) follows from \(left.joined(separator: ", ")), left out of the estimate")
    }
    let retracted = synthesis.studies.filter(\.isRetracted).map(\.study.name)
    if !retracted.isEmpty {
      remarks.append("\(retracted.joined(separator: ", ")) is retracted and is still in the estimate")
    }
    remarks += analysis.traps.map { "\($0); \($0.remedy)" }
    let pool = analysis.all
    estimate.level = 95
    estimate.studies = Set(analysis.parts.filter { $0.effect != nil }.map(\.study.name)).count
    estimate.measure = measure
    estimate.effect = SynthesisEstimate.Effect(pool.effect.value, pool.effect.lower, pool.effect.upper)
    if let people = pool.participants { estimate.participants = people }
  }

  /// Counts the people of both sides, and the median risk of the comparison groups.
  private mutating func addSides() {
    let pairs = synthesis.parts.compactMap { synthesis.arms(of: $0) }
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
    case .mantelHaenszel where model == .randomEffects: .aboutMantelHaenszel
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
    switch intervalMethod {
    case .hartungKnapp: .hartungKnapp
    case .hartungKnappNeverNarrower: .hartungKnappNeverNarrower
    case .wald, nil: .normal
    }
  }
}

/// Why the results of a synthesis of a corpus give no pooled effect.
public enum UnpooledSynthesis: Error, CustomStringConvertible {
  /// It names no measure that can be pooled.
  case noMeasure
  /// A result does not give the figures.
  case obstacle(study: String, String)
  /// The figures cannot be pooled.
  case problem(SynthesisProblem)

  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .noMeasure: "no measure is named that can be pooled"
    case .obstacle(let study, let reason): "of \(study), \(reason)"
    case .problem(let problem): "\(problem)"
    }
  }
}

extension PooledAnalysis {
  /// The analysis that a synthesis of a corpus asks for.
  ///
  /// Studies from which no effect follows, as from one without events no ratio, are left out and named in
  /// ``warnings``.
  ///
  /// - Throws: `UnpooledSynthesis` where a result does not give the figures for the measure, or nothing can be pooled.
  public init(_ synthesis: CataloguedSynthesis) throws(UnpooledSynthesis) {
    guard let plan = synthesis.plan else { throw .noMeasure }
    var studies: [PooledStudy] = []
    for part in synthesis.parts {
      guard let study = synthesis.pooledStudy(part) else {
        let reason = synthesis.obstacle(of: part) ?? "the interval does not enclose the effect"
        throw .obstacle(study: part.study.study.name, reason)
      }
      studies.append(study)
    }
    do {
      try self.init(studies, plan)
    } catch let problem as SynthesisProblem {
      throw .problem(problem)
    } catch {
      throw .problem(.nothingToPool)
    }
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
    guard let measure = synthesis.measure?.value, let figures = figures(of: part),
      let data = StudyData(figures, measure)
    else { return nil }
    return PooledStudy(
      name: part.study.study.name, data: data, allocation: .init(part.study.study.design.value),
      location: part.result.location)
  }
}

extension StudyData {
  /// The data of figures; `nil` where an interval does not enclose its effect.
  init?(_ figures: SynthesisFigures, _ measure: Synthesis.Measure) {
    switch figures {
    case .counts(let one, let other):
      self = .counts(
        TwoByTwo(
          events1: Double(one.events), of: Double(one.people), events2: Double(other.events),
          of: Double(other.people)))
    case .means(let one, let other):
      self = .means(
        TwoMeans(
          one.mean, sd: one.deviation, of: Double(one.people), other.mean, sd: other.deviation,
          of: Double(other.people)))
    case .effect(let value, let lower, let upper, let level, let isLogarithm):
      guard
        let effect = EffectSize.published(
          value, from: lower, to: upper, level: level / 100, isRatio: measure.isRatio && !isLogarithm)
      else { return nil }
      self = .effect(effect)
    }
  }
}

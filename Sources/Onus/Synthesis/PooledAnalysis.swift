internal import OnusModel
public import OnusSynthesis

/// Studies pooled by one method, with what the pooling tells of them, on the scale that people read.
public struct PooledAnalysis: Sendable {
  /// How effects are pooled.
  public enum Method: Sendable, Hashable {
    /// By the inverse of their variance, with a variance between studies or, in the common-effect model, none.
    case inverseVariance(TauSquaredEstimator)
    /// Mantel and Haenszel's method, of tables of counts.
    case mantelHaenszel
    /// Inverse variance with a variance between studies taken about Mantel and Haenszel's estimate, as in RevMan.
    case aboutMantelHaenszel
    /// Peto's method, of tables of counts.
    case peto

    /// The measures of effect that it pools; `nil` for any.
    public var measures: [EffectMeasure]? {
      switch self {
      case .inverseVariance: nil
      case .mantelHaenszel, .aboutMantelHaenszel: [.riskRatio, .oddsRatio, .riskDifference]
      case .peto: [.oddsRatio, .petoOddsRatio]
      }
    }
  }

  /// What is chosen before the data are looked at.
  public struct Plan: Sendable, Hashable {
    /// The measure of effect.
    public var measure: EffectMeasure
    /// How effects are pooled.
    public var method: Method
    /// How the pooled effect gets its interval.
    public var interval: IntervalMethod
    /// The coverage of intervals, between 0 and 1.
    public var level: Double
    /// The distribution on which prediction intervals rest.
    public var prediction: PredictionMethod
    /// What is done with counts of zero; what is usual for the measure unless it is given.
    public var zeroCells: ZeroCells

    /// Creates a plan.
    public init(
      _ measure: EffectMeasure, by method: Method = .inverseVariance(.restrictedMaximumLikelihood),
      interval: IntervalMethod = .normal, level: Double = 0.95, prediction: PredictionMethod = .asTest,
      zeroCells: ZeroCells? = nil
    ) {
      self.measure = measure
      self.method = method
      self.interval = interval
      self.level = level
      self.prediction = prediction
      self.zeroCells = zeroCells ?? .usual(for: measure)
    }
  }

  /// An estimate with its interval, as people read them: ratios, not their logarithms.
  public struct Estimate: Sendable, Hashable {
    /// The estimate.
    public var value: Double
    /// The lower end of its interval.
    public var lower: Double
    /// The upper end of its interval.
    public var upper: Double
  }

  /// One study's part.
  public struct Part: Sendable, Hashable {
    /// The study.
    public var study: PooledStudy
    /// Its effect; `nil` when its figures do not give one.
    public var effect: Estimate?
    /// Its share of the pooled effect in per cent.
    public var weight: Double
  }

  /// What studies give together.
  public struct Pool: Sendable, Hashable {
    /// The group's name; `nil` for all studies.
    public var name: String?
    /// The pooled effect.
    public var effect: Estimate
    /// The pooled effect and its error on the scale of pooling.
    public var size: EffectSize
    /// The p of its test.
    public var p: Double
    /// Where the effect of another study is expected.
    public var prediction: Estimate?
    /// Cochran's Q.
    public var q: Double
    /// Its p.
    public var qP: Double
    /// I² in per cent.
    public var iSquared: Double
    /// The variance between studies; `nil` where the method has none.
    public var tauSquared: Double?
    /// The intervals of both; `nil` where the method has none, and for one study.
    public var heterogeneity: HeterogeneityIntervals?
    /// The number of studies with an effect.
    public var studies: Int
    /// The number of people in them; `nil` where a study does not tell.
    public var participants: Int?
  }

  /// What was chosen.
  public let plan: Plan
  /// The studies, in their order.
  public let parts: [Part]
  /// The groups, in the order in which they come first; empty where studies are not grouped.
  public let groups: [Pool]
  /// All studies together.
  public let all: Pool
  /// Whether the groups differ; `nil` with fewer than two.
  public let comparison: SubgroupTest?
  /// Egger's test; `nil` with fewer than ten studies, where it tells nothing.
  public let egger: SmallStudyTest?
  /// Whether there are ten studies, from which on Egger's test is made.
  let hasEnoughForEgger: Bool
  /// What all but one study give together, in the order of the studies that have an effect; empty with fewer
  /// than three.
  public let withoutEach: [(study: String, effect: Estimate)]
  /// Designs that would be mistaken in the analysis, in the order of the studies; they are warned of as well.
  public let traps: [DesignTrap]
  /// What a reader must be warned of.
  public let warnings: [String]

  /// Pools studies.
  ///
  /// Groups, and all studies but one, that cannot be pooled are left out and named in ``warnings``.
  ///
  /// - Throws: `SynthesisProblem` when nothing can be pooled, a number is impossible, or the method does not pool the
  ///   measure.
  public init(_ studies: [PooledStudy], _ plan: Plan) throws {
    try plan.check()
    for study in studies {
      if let flaw = study.data.flaw { throw SynthesisProblem.impossible(study: study.name, reason: flaw) }
    }
    let pooling = Pooling(studies, plan)
    let whole = try pooling.pool(Array(studies.indices), name: nil)
    var groups: [(name: String, members: [Int])] = []
    for (index, study) in studies.enumerated() {
      guard let name = study.group else { continue }
      if let place = groups.firstIndex(where: { $0.name == name }) {
        groups[place].members.append(index)
      } else {
        groups.append((name, [index]))
      }
    }
    self.plan = plan
    all = whole.pool
    parts = studies.indices.map { index in
      Part(study: studies[index], effect: pooling.estimate(index), weight: whole.weights[index])
    }
    var unpooled: [String] = []
    self.groups = groups.filter { group in group.members.contains { pooling.effects[$0] != nil } }
      .compactMap { group in
        let pool = try? pooling.pool(group.members, name: group.name).pool
        if pool == nil { unpooled.append("the studies of \(group.name) alone cannot be pooled") }
        return pool
      }
    comparison = self.groups.count > 1 ? try? SubgroupTest(self.groups.map(\.size)) : nil
    let effects = pooling.effects.compactMap { $0 }
    hasEnoughForEgger = effects.count >= 10
    egger = hasEnoughForEgger ? try? SmallStudyTest.egger(effects, level: plan.level) : nil
    let usable = studies.indices.filter { pooling.effects[$0] != nil }
    withoutEach =
      usable.count < 3
      ? []
      : usable.compactMap { index in
        guard let rest = try? pooling.pool(usable.filter { $0 != index }, name: nil).pool else {
          unpooled.append("without \(studies[index].name) the other studies cannot be pooled")
          return nil
        }
        return (studies[index].name, rest.effect)
      }
    traps = pooling.traps
    warnings = pooling.warnings(all, traps) + unpooled
  }
}

extension PooledAnalysis.Plan {
  /// Whether an interval of Hartung and Knapp's is made by this plan.
  var isHartungKnapp: Bool {
    guard case .inverseVariance(let estimator) = method, estimator != .common else { return false }
    return interval == .hartungKnapp || interval == .hartungKnappNeverNarrower
  }

  fileprivate func check() throws {
    guard let measures = method.measures, !measures.contains(measure) else { return }
    throw SynthesisProblem.wrongMeasure(
      measure, method: method == .peto ? "Peto's method" : "Mantel–Haenszel")
  }
}

/// The pooling of some of the studies of an analysis.
private struct Pooling {
  let studies: [PooledStudy]
  let plan: PooledAnalysis.Plan
  let effects: [EffectSize?]

  init(_ studies: [PooledStudy], _ plan: PooledAnalysis.Plan) {
    self.studies = studies
    self.plan = plan
    effects = plan.measure.effects(of: studies.map(\.data), zeroCells: plan.zeroCells)
      .map { effect in effect.flatMap { $0.variance > 0 ? $0 : nil } }
  }

  func pool(_ members: [Int], name: String?) throws -> (pool: PooledAnalysis.Pool, weights: [Double]) {
    let usable = members.filter { effects[$0] != nil }
    var pool: PooledAnalysis.Pool
    let shares: [Double]
    switch plan.method {
    case .inverseVariance(let estimator):
      let options = PoolingOptions(
        estimator, interval: plan.interval, level: plan.level, prediction: plan.prediction)
      let chosen = usable.compactMap { effects[$0] }
      let pooled = try PooledEffect(chosen, options: options)
      pool = self.pool(pooled, of: usable, name: name)
      shares = pooled.weights
      if estimator != .common {
        pool.tauSquared = pooled.tauSquared
        pool.prediction =
          pooled.studies > 2
          ? pooled.predictionInterval.map { estimate(pooled.estimate, $0, of: usable) } : nil
        pool.heterogeneity = try? HeterogeneityIntervals(chosen, level: plan.level)
      }
    case .aboutMantelHaenszel:
      let pooled = try PooledEffect.aboutMantelHaenszel(
        tables(of: usable), measure: plan.measure, level: plan.level)
      pool = self.pool(pooled, of: usable, name: name)
      pool.tauSquared = pooled.tauSquared
      shares = pooled.weights
    case .mantelHaenszel:
      let pooled = try PooledCounts.mantelHaenszel(
        tables(of: usable), measure: plan.measure, level: plan.level)
      pool = self.pool(pooled, of: usable, name: name)
      shares = pooled.weights
    case .peto:
      let pooled = try PooledCounts.peto(tables(of: usable), level: plan.level)
      pool = self.pool(pooled, of: usable, name: name)
      shares = pooled.weights
    }
    var weights = [Double](repeating: 0, count: studies.count)
    if shares.count == usable.count {
      for (index, share) in zip(usable, shares) { weights[index] = share }
    }
    let participants = usable.map { studies[$0].data.participants }
    if participants.allSatisfy({ $0 != nil }) {
      pool.participants = Int(exactly: participants.reduce(0) { $0 + ($1 ?? 0) }.rounded())
    }
    return (pool, weights)
  }

  /// The tables of counts of studies; what a ratio does not follow from is left out before, so that one list of studies
  /// is shown and pooled.
  private func tables(of members: [Int]) throws -> [TwoByTwo] {
    try members.map { index in
      guard case .counts(let table) = studies[index].data else {
        throw SynthesisProblem.wrongData(
          study: studies[index].name, needed: "events and people of two groups")
      }
      return table
    }
  }

  private func pool(_ pooled: PooledEffect, of members: [Int], name: String?) -> PooledAnalysis.Pool {
    PooledAnalysis.Pool(
      name: name, effect: estimate(pooled.estimate, pooled.interval, of: members),
      size: EffectSize(pooled.estimate, variance: pooled.standardError * pooled.standardError), p: pooled.p,
      q: pooled.q, qP: pooled.qP, iSquared: pooled.iSquared, studies: pooled.studies)
  }

  private func pool(_ pooled: PooledCounts, of members: [Int], name: String?) -> PooledAnalysis.Pool {
    PooledAnalysis.Pool(
      name: name, effect: estimate(pooled.estimate, pooled.interval, of: members),
      size: EffectSize(pooled.estimate, variance: pooled.standardError * pooled.standardError), p: pooled.p,
      q: pooled.q, qP: pooled.qP, iSquared: pooled.iSquared, studies: members.count)
  }

  func estimate(_ index: Int) -> PooledAnalysis.Estimate? {
    effects[index].map { estimate($0.estimate, $0.interval(level: plan.level), of: [index]) }
  }

  /// An estimate as people read it; a double arcsine is turned back at the harmonic mean of the sizes of studies.
  private func estimate(
    _ value: Double, _ interval: ConfidenceInterval, of members: [Int]
  ) -> PooledAnalysis.Estimate {
    let sizes = members.compactMap { studies[$0].data.participants }.filter { $0 > 0 }
    let size = sizes.isEmpty ? .infinity : Double(sizes.count) / sizes.reduce(0) { $0 + 1 / $1 }
    return PooledAnalysis.Estimate(
      value: plan.measure.readable(value, size: size),
      lower: plan.measure.readable(interval.lower, size: size),
      upper: plan.measure.readable(interval.upper, size: size))
  }

  /// That Hartung and Knapp's interval is narrower than the normal one, as it can be where studies agree by chance.
  private func narrowness(_ all: PooledAnalysis.Pool) -> String? {
    guard plan.isHartungKnapp, plan.interval == .hartungKnapp,
      case .inverseVariance(let estimator) = plan.method,
      let normal = try? PooledEffect(
        effects.compactMap(\.self), options: PoolingOptions(estimator, level: plan.level)),
      all.size.standardError < normal.standardError
    else { return nil }
    let interval = estimate(
      normal.estimate, normal.interval, of: studies.indices.filter { effects[$0] != nil })
    guard all.effect.upper - all.effect.lower < interval.upper - interval.lower else { return nil }
    return "Hartung and Knapp's interval is narrower than the normal one, which goes from "
      + "\(interval.lower.printed(decimals: 2)) to \(interval.upper.printed(decimals: 2)): the studies agree more than "
      + "chance lets expect"
  }

  /// What would be mistaken in the analysis, in the order of the studies.
  var traps: [DesignTrap] {
    var traps: [DesignTrap] = []
    let byName = Dictionary(grouping: studies, by: \.name)
    for study in studies {
      if study.data.hasGroups {
        switch study.allocation {
        case .single: break
        case .crossover: traps.append(.crossover(study: study.name))
        case .cluster: traps.append(.cluster(study: study.name))
        }
      }
      guard let same = byName[study.name], same.count > 1 else { continue }
      let groups = same.compactMap(\.data.secondGroup)
      traps.append(
        Set(groups).count < groups.count
          ? .sharedGroup(study: study.name) : .severalResults(study: study.name))
    }
    var seen: Set<DesignTrap> = []
    return traps.filter { seen.insert($0).inserted }
  }

  func warnings(_ all: PooledAnalysis.Pool, _ traps: [DesignTrap]) -> [String] {
    var warnings: [String] = []
    let without = studies.indices.filter { effects[$0] == nil }.map { studies[$0].name }
    if !without.isEmpty {
      warnings.append("without an effect, and not pooled: \(without.joined(separator: ", "))")
    }
    warnings += traps.map { "\($0); \($0.remedy)" }
    if case .inverseVariance(let estimator) = plan.method, estimator != .common, (2...4).contains(all.studies)
    {
      warnings.append(
        "the variance between studies is hardly known from \(all.studies) studies"
          + (plan.interval == .normal ? "; the interval may be too narrow" : ""))
    }
    if let narrowness = narrowness(all) { warnings.append(narrowness) }
    if all.iSquared >= 75, all.studies > 1 {
      warnings.append(
        "the studies differ much more than by chance; one pooled effect may not describe them")
    }
    return warnings
  }
}

extension StudyData {
  /// Whether it has figures of two groups, and not an effect that may allow for how people came into them.
  fileprivate var hasGroups: Bool {
    switch self {
    case .counts, .means, .rates: true
    case .events, .correlation, .observedMinusExpected, .effect: false
    }
  }

  /// The figures of the second group.
  fileprivate var secondGroup: [Double]? {
    switch self {
    case .counts(let table): [table.events2, table.others2]
    case .means(let means): [means.mean2, means.sd2, means.size2]
    case .rates(_, _, let events, let time): [events, time]
    case .events, .correlation, .observedMinusExpected, .effect: nil
    }
  }
}

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
    /// Peto's method, of tables of counts.
    case peto
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
    /// What is done with counts of zero.
    public var zeroCells: ZeroCells

    /// Creates a plan.
    public init(
      _ measure: EffectMeasure, by method: Method = .inverseVariance(.restrictedMaximumLikelihood),
      interval: IntervalMethod = .normal, level: Double = 0.95, zeroCells: ZeroCells = .halfWithoutOneSided
    ) {
      self.measure = measure
      self.method = method
      self.interval = interval
      self.level = level
      self.zeroCells = zeroCells
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
  /// What all but one study give together, in the order of the studies that have an effect; empty with fewer
  /// than three.
  public let withoutEach: [(study: String, effect: Estimate)]
  /// What a reader must be warned of.
  public let warnings: [String]

  /// Pools studies.
  ///
  /// - Throws: `SynthesisProblem` when nothing can be pooled.
  public init(_ studies: [PooledStudy], _ plan: Plan) throws {
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
    self.groups = try groups.filter { group in group.members.contains { pooling.effects[$0] != nil } }
      .map { try pooling.pool($0.members, name: $0.name).pool }
    comparison = self.groups.count > 1 ? try SubgroupTest(self.groups.map(\.size)) : nil
    let effects = pooling.effects.compactMap { $0 }
    egger = effects.count >= 10 ? try? SmallStudyTest.egger(effects, level: plan.level) : nil
    let usable = studies.indices.filter { pooling.effects[$0] != nil }
    withoutEach =
      usable.count < 3
      ? []
      : try usable.map { index in
        (studies[index].name, try pooling.pool(usable.filter { $0 != index }, name: nil).pool.effect)
      }
    warnings = pooling.warnings(all)
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
    var weights = [Double](repeating: 0, count: studies.count)
    let participants = members.filter { effects[$0] != nil }.map { studies[$0].data.participants }
    let people = participants.allSatisfy { $0 != nil } ? participants.reduce(0) { $0 + ($1 ?? 0) } : nil
    var pool: PooledAnalysis.Pool
    if case .inverseVariance(let estimator) = plan.method {
      let usable = members.filter { effects[$0] != nil }
      let options = PoolingOptions(estimator, interval: plan.interval, level: plan.level)
      let chosen = usable.compactMap { effects[$0] }
      let pooled = try PooledEffect(chosen, options: options)
      for (place, index) in usable.enumerated() { weights[index] = pooled.weights[place] }
      let error = pooled.standardError
      pool = PooledAnalysis.Pool(
        name: name, effect: estimate(pooled.estimate, pooled.interval),
        size: EffectSize(pooled.estimate, variance: error * error), p: pooled.p, q: pooled.q, qP: pooled.qP,
        iSquared: pooled.iSquared, studies: pooled.studies)
      if estimator != .common {
        pool.tauSquared = pooled.tauSquared
        pool.prediction =
          pooled.studies > 2 ? pooled.predictionInterval.map { estimate(pooled.estimate, $0) } : nil
        pool.heterogeneity = try? HeterogeneityIntervals(chosen, level: plan.level)
      }
    } else {
      let tables = try members.map { index in
        guard case .counts(let table) = studies[index].data else {
          throw SynthesisProblem.wrongData(
            study: studies[index].name, needed: "events and people of two groups")
        }
        return table
      }
      let pooled =
        plan.method == .peto
        ? try PooledCounts.peto(tables, level: plan.level)
        : try PooledCounts.mantelHaenszel(tables, measure: plan.measure, level: plan.level)
      for (place, index) in members.enumerated() { weights[index] = pooled.weights[place] }
      let error = pooled.standardError
      pool = PooledAnalysis.Pool(
        name: name, effect: estimate(pooled.estimate, pooled.interval),
        size: EffectSize(pooled.estimate, variance: error * error), p: pooled.p, q: pooled.q, qP: pooled.qP,
        iSquared: pooled.iSquared, studies: pooled.effects)
    }
    pool.participants = people.map { Int($0.rounded()) }
    return (pool, weights)
  }

  func estimate(_ index: Int) -> PooledAnalysis.Estimate? {
    effects[index].map { estimate($0.estimate, $0.interval(level: plan.level)) }
  }

  private func estimate(_ value: Double, _ interval: ConfidenceInterval) -> PooledAnalysis.Estimate {
    PooledAnalysis.Estimate(
      value: plan.measure.readable(value), lower: plan.measure.readable(interval.lower),
      upper: plan.measure.readable(interval.upper))
  }

  func warnings(_ all: PooledAnalysis.Pool) -> [String] {
    var warnings: [String] = []
    let without = studies.indices.filter { effects[$0] == nil }.map { studies[$0].name }
    if !without.isEmpty {
      warnings.append("without an effect, and not pooled: \(without.joined(separator: ", "))")
    }
    var seen: Set<String> = []
    var warned: Set<String> = []
    for study in studies where !seen.insert(study.name).inserted && warned.insert(study.name).inserted {
      let trap = DesignTrap.severalResults(study: study.name)
      warnings.append("\(trap); \(trap.remedy)")
    }
    if case .inverseVariance(let estimator) = plan.method, estimator != .common, (2...4).contains(all.studies)
    {
      warnings.append(
        "the variance between studies is hardly known from \(all.studies) studies"
          + (plan.interval == .normal ? "; the interval may be too narrow" : ""))
    }
    if all.iSquared >= 75, all.studies > 1 {
      warnings.append(
        "the studies differ much more than by chance; one pooled effect may not describe them")
    }
    return warnings
  }
}

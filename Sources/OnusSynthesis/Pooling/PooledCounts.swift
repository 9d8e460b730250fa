#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Tables of counts pooled as they are, without the effect of each study: Mantel–Haenszel or Peto.
///
/// Both are common-effect methods for rare events and small studies (Cochrane Handbook 6.4, section 10.4).
public struct PooledCounts: Sendable, Hashable {
  /// A chi-square statistic with its p.
  public struct Test: Sendable, Hashable {
    /// The statistic.
    public var statistic: Double
    /// The probability of a larger one by chance.
    public var p: Double
  }

  /// The pooled effect, on the scale of pooling.
  public var estimate: Double
  /// Its standard error.
  public var standardError: Double
  /// The estimate divided by its standard error.
  public var statistic: Double
  /// The two-sided p of the statistic.
  public var p: Double
  /// The interval of the pooled effect.
  public var interval: ConfidenceInterval
  /// The weighted sum of squared distances of the studies' effects from the pooled one.
  public var q: Double
  /// The p of Q.
  public var qP: Double
  /// I² in per cent.
  public var iSquared: Double
  /// The number of tables.
  public var tables: Int
  /// The number of tables that have an effect of their own, on which Q rests.
  public var effects: Int
  /// The share of each table in per cent; 0 for tables that say nothing of a ratio, and for those with an empty group.
  public var weights: [Double]
  /// The Cochran–Mantel–Haenszel test of no association with its correction for continuity; of odds ratios only.
  public var association: Test?
  /// Tarone's test of equal odds ratios (Tarone 1985, Biometrika 72:91); of odds ratios only.
  public var homogeneity: Test?

  /// How the variance of a pooled risk difference is estimated.
  public enum RiskDifferenceVariance: Sendable, Hashable, CaseIterable {
    /// Sato 1989, Biometrics 45:1323: right for sparse tables as well as for large ones.
    case sato
    /// Greenland & Robins 1985, Biometrics 41:55, as in RevMan.
    case greenlandRobins
  }

  private init(
    _ estimate: Double, variance: Double, _ studies: [EffectSize?], weights: [Double], level: Double
  ) {
    self.estimate = estimate
    standardError = variance.squareRoot()
    statistic = estimate / standardError
    p = NormalDistribution.twoSided(statistic)
    let reach = NormalDistribution.quantile(upper: (1 - level) / 2) * standardError
    interval = ConfidenceInterval(estimate - reach, estimate + reach)
    tables = studies.count
    let usable = studies.compactMap { $0 }.filter { $0.variance > 0 }
    effects = usable.count
    q = usable.reduce(0) { sum, effect in
      let distance = effect.estimate - estimate
      return sum + distance * distance / effect.variance
    }
    let df = Double(effects - 1)
    qP = df > 0 ? ChiSquare(df).upper(q) : 1
    iSquared = df > 0 && q > 0 ? max(0, 100 * (q - df) / q) : 0
    let sum = weights.reduce(0, +)
    self.weights = weights.map { 100 * $0 / sum }
  }
}

extension PooledCounts {
  /// Pools by Mantel and Haenszel (1959, Journal of the National Cancer Institute 22:719).
  ///
  /// The variance of a log odds ratio is that of Robins, Breslow & Greenland 1986, Biometrics 42:311; that of a
  /// log risk ratio that of Greenland & Robins 1985, Biometrics 41:55. Nothing is added to the cells; the effects
  /// of single studies, on which Q rests, follow ``ZeroCells/halfWithoutOneSided``.
  ///
  /// - Parameters:
  ///   - tables: The studies.
  ///   - measure: A risk ratio, an odds ratio or a risk difference.
  ///   - level: The coverage of the interval.
  ///   - riskDifference: The variance of a risk difference.
  /// - Throws: `SynthesisProblem.nothingToPool` when no table tells of the measure, or it is another one.
  public static func mantelHaenszel(
    _ tables: [TwoByTwo], measure: EffectMeasure, level: Double = 0.95,
    riskDifference: RiskDifferenceVariance = .sato
  ) throws -> PooledCounts {
    let all = tables
    let tables = all.filter { $0.size1 > 0 && $0.size2 > 0 }
    let (estimate, variance, weights): (Double, Double, [Double]) =
      switch measure {
      case .oddsRatio: oddsRatio(tables)
      case .riskRatio: riskRatio(tables)
      case .riskDifference: self.riskDifference(tables, riskDifference)
      default: (.nan, .nan, [])
      }
    guard estimate.isFinite, variance.isFinite, variance > 0 else { throw SynthesisProblem.nothingToPool }
    let studies = measure.effects(of: tables.map(StudyData.counts), zeroCells: .halfWithoutOneSided)
    var rest = weights[...]
    let ofAll = all.map { $0.size1 > 0 && $0.size2 > 0 ? rest.removeFirst() : 0 }
    var pooled = PooledCounts(estimate, variance: variance, studies, weights: ofAll, level: level)
    if measure == .oddsRatio {
      pooled.association = association(tables)
      pooled.homogeneity = homogeneity(tables, oddsRatio: exp(estimate))
    }
    return pooled
  }

  /// Pools by Peto's method.
  ///
  /// Source: Yusuf, Peto and colleagues 1985, Progress in Cardiovascular Diseases 27:335.
  ///
  /// - Throws: `SynthesisProblem.nothingToPool` when no table has both events and people without one.
  public static func peto(_ tables: [TwoByTwo], level: Double = 0.95) throws -> PooledCounts {
    let parts = tables.map { $0.isOneSided || $0.size1 == 0 || $0.size2 == 0 ? nil : $0.petoPart }
    let weights = parts.map { $0?.variance ?? 0 }
    let sum = weights.reduce(0, +)
    guard sum > 0 else { throw SynthesisProblem.nothingToPool }
    let difference = parts.reduce(0) { $0 + ($1?.difference ?? 0) }
    let studies = parts.map { part in
      part.map { EffectSize($0.difference / $0.variance, variance: 1 / $0.variance) }
    }
    return PooledCounts(difference / sum, variance: 1 / sum, studies, weights: weights, level: level)
  }

  private static func oddsRatio(_ tables: [TwoByTwo]) -> (Double, Double, [Double]) {
    var (r, s, pr, mixed, qs) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for table in tables {
      let n = table.total
      let upper = table.events1 * table.others2 / n
      let lower = table.others1 * table.events2 / n
      let concordant = (table.events1 + table.others2) / n
      let discordant = (table.others1 + table.events2) / n
      r += upper
      s += lower
      pr += concordant * upper
      mixed += concordant * lower + discordant * upper
      qs += discordant * lower
    }
    let variance = pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)
    return (log(r / s), variance, tables.map { $0.others1 * $0.events2 / $0.total })
  }

  private static func riskRatio(_ tables: [TwoByTwo]) -> (Double, Double, [Double]) {
    var (r, s, d) = (0.0, 0.0, 0.0)
    for table in tables {
      let n = table.total
      r += table.events1 * table.size2 / n
      s += table.events2 * table.size1 / n
      d += (table.events * table.size1 * table.size2 - table.events1 * table.events2 * n) / (n * n)
    }
    return (log(r / s), d / (r * s), tables.map { $0.events2 * $0.size1 / $0.total })
  }

  private static func riskDifference(
    _ tables: [TwoByTwo], _ kind: RiskDifferenceVariance
  ) -> (Double, Double, [Double]) {
    let weights = tables.map { $0.size1 * $0.size2 / $0.total }
    let sum = weights.reduce(0, +)
    let estimate =
      tables.reduce(0) { $0 + ($1.events1 * $1.size2 - $1.events2 * $1.size1) / $1.total } / sum
    var variance = 0.0
    for table in tables {
      let (a, c, n1, n2, n) = (table.events1, table.events2, table.size1, table.size2, table.total)
      switch kind {
      case .sato:
        let (share1, share2) = (n1 / n, n2 / n)
        let slope = c * share1 * share1 - a * share2 * share2 + share1 * share2 * (n2 - n1) / 2
        variance += estimate * slope + (a * (n2 - c) / n + c * (n1 - a) / n) / 2
      case .greenlandRobins:
        let first = a * table.others1 * n2 * n2 * n2
        let second = c * table.others2 * n1 * n1 * n1
        variance += (first + second) / (n1 * n2 * n * n)
      }
    }
    return (estimate, variance / (sum * sum), weights)
  }

  private static func association(_ tables: [TwoByTwo]) -> Test? {
    var (difference, variance) = (0.0, 0.0)
    for table in tables where table.total > 1 {
      let part = table.petoPart
      difference += part.difference
      variance += part.variance
    }
    guard variance > 0 else { return nil }
    let distance = max(0, abs(difference) - 0.5)
    let statistic = distance * distance / variance
    return Test(statistic: statistic, p: ChiSquare(1).upper(statistic))
  }

  private static func homogeneity(_ tables: [TwoByTwo], oddsRatio: Double) -> Test? {
    let tables = tables.filter { !$0.isOneSided }
    guard tables.count > 1 else { return nil }
    var (sum, difference, total) = (0.0, 0.0, 0.0)
    for table in tables {
      let expected = table.expectedEvents(at: oddsRatio)
      let cells = [
        expected, table.size1 - expected, table.events - expected, table.size2 - table.events + expected,
      ]
      let variance = 1 / cells.reduce(0) { $0 + 1 / $1 }
      let distance = table.events1 - expected
      sum += distance * distance / variance
      difference += distance
      total += variance
    }
    let statistic = max(0, sum - difference * difference / total)
    return Test(statistic: statistic, p: ChiSquare(Double(tables.count - 1)).upper(statistic))
  }
}

extension TwoByTwo {
  /// The events of the first group that an odds ratio lets expect with the margins of the table: the root of a
  /// quadratic that lies between the bounds of the cell.
  fileprivate func expectedEvents(at oddsRatio: Double) -> Double {
    let square = 1 - oddsRatio
    let linear = size2 - events + oddsRatio * (size1 + events)
    let constant = -oddsRatio * size1 * events
    guard abs(square) > 1e-12 else { return -constant / linear }
    let root = (linear * linear - 4 * square * constant).squareRoot()
    // The form that does not take the difference of two nearly equal numbers.
    return 2 * -constant / (linear + root)
  }
}

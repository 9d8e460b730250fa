import Foundation
import OnusSynthesis
import Testing

/// Every number agrees with metafor 3.8-1 to 1e-6, and what rests on an iterative τ² to 1e-4.
@Suite(
  .enabled(if: MetaforReference.exists, "there is no ../shared/benchmarks/metafor beside the package"))
struct MetaforTests {
  @Test func effectsOfStudies() throws {
    var comparison = Comparison()
    for set in try MetaforReference.sets() {
      let effects = set.measure.effects(of: set.studies)
      let (yi, vi) = (set.numbers("yi"), set.numbers("vi"))
      #expect(effects.count == yi.count)
      for (index, effect) in effects.enumerated() {
        if yi[index] == nil || vi[index] == nil {
          #expect(effect == nil, "\(set.name) \(index)")
          continue
        }
        comparison.compare("\(set.name) yi \(index)", effect?.estimate, yi[index])
        comparison.compare("\(set.name) vi \(index)", effect?.variance, vi[index], nothing: 1e-12)
      }
    }
    #expect(comparison.count > 3000)
    #expect(comparison.differences == [])
  }

  @Test func pooledEffects() throws {
    var comparison = Comparison()
    for set in try MetaforReference.sets() {
      let effects = set.usableEffects
      for (name, value) in set.object("models") {
        let parts = name.split(separator: ".")
        let expected = try #require(value as? [String: Any])
        let estimator = try #require(TauSquaredEstimator(rawValue: String(parts[0])))
        let interval = try #require(IntervalMethod(rawValue: String(parts[1])))
        let isIterative = ["REML", "ML", "EB", "PM"].contains(String(parts[0]))
        let tolerance = isIterative ? 1e-4 : 1e-6
        let pooled = try PooledEffect(effects, options: PoolingOptions(estimator, interval: interval))
        func compare(_ key: String, _ ours: Double?) {
          // Where τ² is 10⁻¹³ and not 0, its share in per cent is next to nothing.
          comparison.compare(
            "\(set.name) \(name) \(key)", ours, expected[key], within: tolerance,
            nothing: key == "I2" ? 1e-7 : 1e-9)
        }
        compare("b", pooled.estimate)
        compare("se", pooled.standardError)
        compare("stat", pooled.statistic)
        compare("p", pooled.p)
        compare("ci_lb", pooled.interval.lower)
        compare("ci_ub", pooled.interval.upper)
        compare("df", pooled.degreesOfFreedom)
        compare("tau2", pooled.tauSquared)
        compare("se_tau2", pooled.tauSquaredError)
        compare("I2", pooled.iSquared)
        compare("H2", pooled.hSquared)
        compare("QE", pooled.q)
        compare("QEp", pooled.qP)
        compare("k", Double(pooled.studies))
        compare("pi_lb", pooled.predictionInterval?.lower)
        compare("pi_ub", pooled.predictionInterval?.upper)
        guard expected["tau2_ci"] is [Any] else { continue }
        let intervals = try HeterogeneityIntervals(effects)
        for (key, ours) in [("tau2_ci", intervals.tauSquared), ("I2_ci", intervals.iSquared)] {
          guard let ends = expected[key] as? [Any], ends.count == 2 else { continue }
          comparison.compare("\(set.name) \(name) \(key) lower", ours.lower, ends[0], within: 1e-4)
          comparison.compare("\(set.name) \(name) \(key) upper", ours.upper, ends[1], within: 1e-4)
        }
      }
    }
    #expect(comparison.count > 20_000)
    #expect(comparison.differences == [])
  }

  @Test func mantelHaenszelAndPeto() throws {
    var comparison = Comparison()
    for set in try MetaforReference.sets() {
      let mantelHaenszel = set.object("MH")
      if !mantelHaenszel.isEmpty {
        let pooled = try PooledCounts.mantelHaenszel(set.tables, measure: set.measure)
        comparison.compare(pooled, with: mantelHaenszel, "\(set.name) MH")
      }
      let peto = set.object("Peto")
      if !peto.isEmpty {
        comparison.compare(try PooledCounts.peto(set.tables), with: peto, "\(set.name) Peto")
      }
    }
    #expect(comparison.count > 500)
    #expect(comparison.differences == [])
  }

  @Test func smallStudies() throws {
    var comparison = Comparison()
    for set in try MetaforReference.sets() {
      let effects = set.usableEffects
      let egger = set.object("egger_lm")
      if egger["t"] is NSNumber {
        let test = try SmallStudyTest.egger(effects)
        comparison.compare("\(set.name) egger t", test.statistic, egger["t"])
        comparison.compare("\(set.name) egger df", test.degreesOfFreedom, egger["df"])
        comparison.compare("\(set.name) egger p", test.p, egger["p"])
        comparison.compare("\(set.name) egger limit", test.limit, egger["est_at_se0"])
        comparison.compare("\(set.name) egger lower", test.limitInterval.lower, egger["ci_lb"])
        comparison.compare("\(set.name) egger upper", test.limitInterval.upper, egger["ci_ub"])
      }
      let mixed = set.object("egger_rma_reml")
      if mixed["z"] is NSNumber {
        let test = try SmallStudyTest.mixed(effects)
        comparison.compare("\(set.name) mixed z", test.statistic, mixed["z"], within: 1e-4)
        comparison.compare("\(set.name) mixed p", test.p, mixed["p"], within: 1e-4)
        comparison.compare("\(set.name) mixed limit", test.limit, mixed["est_at_se0"], within: 1e-4)
      }
      let begg = set.object("begg")
      if begg["tau"] is NSNumber {
        let test = try RankCorrelationTest(effects)
        comparison.compare("\(set.name) begg tau", test.tau, begg["tau"])
        comparison.compare("\(set.name) begg p", test.p, begg["p"])
      }
      comparison.compare(
        "\(set.name) fail-safe", effects.failSafeNumber().map(Double.init) ?? .nan,
        set.values["fsn_rosenthal"])
      let filled = set.object("trimfill_DL_L0")
      if filled["b"] is NSNumber {
        let result = try TrimAndFill(effects)
        comparison.compare("\(set.name) k0", Double(result.filled.count), filled["k0"])
        comparison.compare("\(set.name) filled b", result.pooled.estimate, filled["b"])
        comparison.compare("\(set.name) filled se", result.pooled.standardError, filled["se"])
        #expect(result.side.rawValue == filled["side"] as? String, "\(set.name)")
      }
    }
    #expect(comparison.count > 1500)
    #expect(comparison.differences == [])
  }

  @Test func sensitivity() throws {
    var comparison = Comparison()
    for set in try MetaforReference.sets() {
      let effects = set.usableEffects
      let left = set.object("leave1out_reml")
      if left["b"] is [Any] {
        for (index, pooled) in try PooledEffect.leavingOneOut(effects).enumerated() {
          // A τ² of 10⁻⁹ is known to four digits where the iteration stops at steps of 10⁻¹³.
          for (key, ours) in [
            ("b", pooled.estimate), ("se", pooled.standardError), ("tau2", pooled.tauSquared),
            ("I2", pooled.iSquared),
          ] {
            comparison.compare(
              "\(set.name) without \(index) \(key)", ours, (left[key] as? [Any])?[index], within: 2e-4,
              nothing: 1e-7)
          }
        }
      }
      let cumulative = set.object("cumul_DL")
      if let estimates = cumulative["b"] as? [Any] {
        let options = PoolingOptions(.derSimonianLaird)
        for (index, pooled) in try PooledEffect.cumulating(effects, options: options).enumerated() {
          comparison.compare("\(set.name) first \(index + 1) b", pooled.estimate, estimates[index])
          comparison.compare(
            "\(set.name) first \(index + 1) lower", pooled.interval.lower,
            (cumulative["ci_lb"] as? [Any])?[index])
        }
      }
    }
    #expect(comparison.count > 5000)
    #expect(comparison.differences == [])
  }
}

extension MetaforReference.Set {
  /// The effects that metafor pools: those with a variance.
  var usableEffects: [EffectSize] {
    measure.effects(of: studies).compactMap { $0 }.filter { $0.variance > 0 }
  }
}

extension Comparison {
  mutating func compare(_ pooled: PooledCounts, with expected: [String: Any], _ name: String) {
    for (key, ours) in [
      ("b", pooled.estimate), ("se", pooled.standardError), ("z", pooled.statistic), ("p", pooled.p),
      ("ci_lb", pooled.interval.lower), ("ci_ub", pooled.interval.upper), ("QE", pooled.q),
      ("QEp", pooled.qP), ("I2", pooled.iSquared), ("k", Double(pooled.tables)),
      ("k_yi", Double(pooled.effects)), ("CMH", pooled.association?.statistic ?? .nan),
      ("CMHp", pooled.association?.p ?? .nan), ("TA", pooled.homogeneity?.statistic ?? .nan),
      ("TAp", pooled.homogeneity?.p ?? .nan),
    ] { compare("\(name) \(key)", ours, expected[key]) }
  }
}

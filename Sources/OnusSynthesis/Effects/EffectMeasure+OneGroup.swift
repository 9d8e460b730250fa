#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension EffectMeasure {
  /// The effect of one proportion, x of n, to which the rule for zeros has been applied.
  ///
  /// Sources: Fleiss & Berlin 2009; the double arcsine: Freeman & Tukey 1950, Annals of Mathematical Statistics
  /// 21:607, with half the sum, so that it is near the arcsine.
  func effect(events x: Double, of n: Double) -> EffectSize? {
    let p = x / n
    switch self {
    case .proportion: return EffectSize(p, variance: p * (1 - p) / n)
    case .logProportion: return EffectSize(log(p), variance: 1 / x - 1 / n)
    case .logitProportion: return EffectSize(log(x / (n - x)), variance: 1 / x + 1 / (n - x))
    case .arcsineProportion: return EffectSize(asin(p.squareRoot()), variance: 1 / (4 * n))
    case .doubleArcsineProportion:
      let low = asin((x / (n + 1)).squareRoot())
      let high = asin(((x + 1) / (n + 1)).squareRoot())
      return EffectSize((low + high) / 2, variance: 1 / (4 * n + 2))
    default: return nil
    }
  }

  /// The effect of two rates, to whose events the rule for zeros has been applied.
  func effect(events1: Double, time1: Double, events2: Double, time2: Double) -> EffectSize? {
    switch self {
    case .rateRatio:
      EffectSize(
        log(events1 / time1) - log(events2 / time2), variance: 1 / events1 + 1 / events2)
    case .rateDifference:
      EffectSize(
        events1 / time1 - events2 / time2,
        variance: events1 / (time1 * time1) + events2 / (time2 * time2))
    default: nil
    }
  }

  /// The effect of a correlation (Hedges & Olkin 1985, Statistical Methods for Meta-Analysis, chapter 11).
  func effect(correlation r: Double, of n: Double) -> EffectSize? {
    switch self {
    case .correlation:
      let rest = 1 - r * r
      return EffectSize(r, variance: rest * rest / (n - 1))
    case .fisherZ: return EffectSize(atanh(r), variance: 1 / (n - 3))
    default: return nil
    }
  }
}

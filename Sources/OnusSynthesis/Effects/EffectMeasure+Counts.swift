#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension EffectMeasure {
  /// The effect of a table of counts to which the rule for zeros has been applied.
  ///
  /// Sources: Fleiss & Berlin 2009 in Cooper et al., The Handbook of Research Synthesis, chapter 13; the arcsine
  /// difference: Rücker et al. 2009, Statistics in Medicine 28:721; Peto: Yusuf et al. 1985, Progress in
  /// Cardiovascular Diseases 27:335.
  func effect(of table: TwoByTwo) -> EffectSize? {
    let (a, b, c, d) = (table.events1, table.others1, table.events2, table.others2)
    let (n1, n2) = (table.size1, table.size2)
    let (p1, p2) = (a / n1, c / n2)
    switch self {
    case .riskRatio:
      return EffectSize(log(p1) - log(p2), variance: 1 / a - 1 / n1 + 1 / c - 1 / n2)
    case .oddsRatio:
      return EffectSize(log(a / b) - log(c / d), variance: 1 / a + 1 / b + 1 / c + 1 / d)
    case .riskDifference:
      return EffectSize(p1 - p2, variance: p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    case .arcsineDifference:
      let estimate = asin(p1.squareRoot()) - asin(p2.squareRoot())
      return EffectSize(estimate, variance: 1 / (4 * n1) + 1 / (4 * n2))
    case .petoOddsRatio:
      let part = table.petoPart
      return EffectSize(part.difference / part.variance, variance: 1 / part.variance)
    default:
      return nil
    }
  }
}

extension TwoByTwo {
  /// Observed minus expected events of the first group, and their hypergeometric variance.
  var petoPart: (difference: Double, variance: Double) {
    let share = size1 / total
    return (
      events1 - events * share,
      events * others * share * (size2 / total) / (total - 1)
    )
  }
}

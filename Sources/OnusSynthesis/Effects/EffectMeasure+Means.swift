#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Which large-sample variance a standardised mean difference is given.
public enum SMDVariance: String, Sendable, Hashable, CaseIterable {
  /// 1/n₁ + 1/n₂ + g²/2(n₁ + n₂), with the exact correction for bias: metafor's default.
  case largeSample = "LS"
  /// The unbiased estimate of the exact variance (Hedges 1983, Psychological Bulletin 93:388, equation 9).
  case unbiased = "UB"
  /// N/n₁n₂ + g²/2(N − 3.94), with the correction 1 − 3/(4N − 9): RevMan's.
  case revMan = "RevMan"
  /// J²(1/n₁ + 1/n₂ + d²/2N) with J = 1 − 3/(4(N − 2) − 1) (Borenstein et al. 2009, equations 4.20–4.24).
  case borenstein = "Borenstein"
}

extension EffectMeasure {
  /// The effect of two means.
  ///
  /// Sources: Hedges 1981, Journal of Educational Statistics 6:107; the ratio of means: Hedges, Gurevitch & Curtis
  /// 1999, Ecology 80:1150.
  func effect(of means: TwoMeans, smdVariance: SMDVariance) -> EffectSize? {
    let (n1, n2) = (means.size1, means.size2)
    let (var1, var2) = (means.sd1 * means.sd1, means.sd2 * means.sd2)
    switch self {
    case .meanDifference:
      return EffectSize(means.mean1 - means.mean2, variance: var1 / n1 + var2 / n2)
    case .ratioOfMeans:
      guard means.mean1 * means.mean2 > 0 else { return nil }
      let variance = var1 / (n1 * means.mean1 * means.mean1) + var2 / (n2 * means.mean2 * means.mean2)
      return EffectSize(log(means.mean1 / means.mean2), variance: variance)
    case .standardizedMeanDifference:
      return hedges(means, smdVariance)
    default:
      return nil
    }
  }

  private func hedges(_ means: TwoMeans, _ kind: SMDVariance) -> EffectSize {
    let d = (means.mean1 - means.mean2) / means.pooledVariance.squareRoot()
    let n = means.size1 + means.size2
    let df = n - 2
    let base = 1 / means.size1 + 1 / means.size2
    let exact = exp(logGamma(df / 2) - 0.5 * log(df / 2) - logGamma((df - 1) / 2))
    switch kind {
    case .largeSample:
      let g = exact * d
      return EffectSize(g, variance: base + g * g / (2 * n))
    case .unbiased:
      let g = exact * d
      return EffectSize(g, variance: base + (1 - (df - 2) / (df * exact * exact)) * g * g)
    case .revMan:
      let g = (1 - 3 / (4 * n - 9)) * d
      return EffectSize(g, variance: base + g * g / (2 * (n - 3.94)))
    case .borenstein:
      let correction = 1 - 3 / (4 * df - 1)
      return EffectSize(correction * d, variance: correction * correction * (base + d * d / (2 * n)))
    }
  }
}

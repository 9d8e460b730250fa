#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension EffectMeasure {
  /// Turns a value of the scale on which the measure is pooled into one that people read.
  ///
  /// Ratios from logarithms, proportions from their transformations, correlations from Fisher's z; other measures as
  /// they are. The double arcsine is turned back at one sample size (Miller 1978, American Statistician 32:138);
  /// pooled values use the harmonic mean of the sizes, which can mislead where the sizes differ much (Schwarzer et
  /// al. 2019, Research Synthesis Methods 10:476).
  ///
  /// - Parameters:
  ///   - value: the value on the scale of pooling.
  ///   - size: the sample size at which a double arcsine is turned back.
  public func readable(_ value: Double, size: Double = .infinity) -> Double {
    switch self {
    case .arcsineProportion: return arcsineBack(value)
    case .logitProportion: return 1 / (1 + exp(-value))
    case .logProportion: return exp(value)
    case .fisherZ: return tanh(value)
    case .doubleArcsineProportion: return size < .infinity ? miller(value, size) : arcsineBack(value)
    default: return isRatio ? exp(value) : value
    }
  }

  private func arcsineBack(_ value: Double) -> Double {
    let root = sin(min(max(value, 0), Double.pi / 2))
    return root * root
  }

  private func miller(_ value: Double, _ n: Double) -> Double {
    let least = 0.5 * asin((1 / (n + 1)).squareRoot())
    if value <= least { return 0 }
    if value >= Double.pi / 2 - least { return 1 }
    let t = 2 * value
    let root = sin(t) + (sin(t) - 1 / sin(t)) / n
    let sign = cos(t) < 0 ? -1.0 : 1.0
    return 0.5 * (1 - sign * max(0, 1 - root * root).squareRoot())
  }
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How many studies point which way, where their effects cannot be pooled.
///
/// Direction alone is counted, never significance (McKenzie & Brennan, Cochrane Handbook 6.4, section 12.2.1.3;
/// SWiM: Campbell et al. 2020, BMJ 368:l6890).
public struct VoteCount: Sendable, Hashable {
  /// Studies whose effect points to benefit.
  public var benefits: Int
  /// Studies whose effect points to harm.
  public var harms: Int
  /// Studies whose effect points nowhere: none, unclear or mixed; they do not count in the share.
  public var undecided: Int

  /// Counts of studies; none may be negative.
  public init(benefits: Int, harms: Int, undecided: Int = 0) {
    self.benefits = benefits
    self.harms = harms
    self.undecided = undecided
  }

  /// The studies that point one way or the other.
  public var decided: Int { benefits + harms }

  /// The share of the decided studies that point to benefit; `nil` when none is decided.
  public var share: Double? { decided > 0 ? Double(benefits) / Double(decided) : nil }

  /// Wilson's interval of the share (Wilson 1927, Journal of the American Statistical Association 22:209).
  public func interval(level: Double = 0.95) -> ConfidenceInterval? {
    guard let share else { return nil }
    let n = Double(decided)
    let z = NormalDistribution.quantile(upper: (1 - level) / 2)
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return ConfidenceInterval(max(0, centre - reach), min(1, centre + reach))
  }

  /// The exact two-sided p of the sign test: of a share as far from one half, if each direction were as likely.
  public var p: Double? {
    guard decided > 0 else { return nil }
    let fewer = min(benefits, harms)
    var term = exp2(-Double(decided))
    // Beyond a thousand studies the first terms vanish, and with them their sum.
    guard term > 0 else {
      let z = (Double(abs(benefits - harms)) - 1) / Double(decided).squareRoot()
      return NormalDistribution.twoSided(max(0, z))
    }
    var tail = 0.0
    for count in 0...fewer {
      tail += term
      term *= Double(decided - count) / Double(count + 1)
    }
    return min(1, 2 * tail)
  }
}

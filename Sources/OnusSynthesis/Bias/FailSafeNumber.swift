#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension [EffectSize] {
  /// Rosenthal's fail-safe number: how many studies without effect would take the one-sided significance of the
  /// combined z (Rosenthal 1979, Psychological Bulletin 86:638).
  ///
  /// It says nothing of the size of an effect and is given for comparison with older reviews only.
  ///
  /// - Parameter alpha: The one-sided level, above 0 and below 0.5.
  /// - Returns: The number; `nil` where an effect has no error, or there is no such level.
  public func failSafeNumber(alpha: Double = 0.05) -> Int? {
    let sum = reduce(0) { $0 + $1.estimate / $1.standardError }
    let critical = NormalDistribution.quantile(upper: alpha)
    let number = ceil(sum * sum / (critical * critical) - Double(count))
    return alpha < 0.5 && critical > 0 ? Int(exactly: Swift.max(0, number)) : nil
  }
}

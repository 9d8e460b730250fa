#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Begg and Mazumdar's test: Kendall's rank correlation of standardised effects with their variances (1994,
/// Biometrics 50:1088).
public struct RankCorrelationTest: Sendable, Hashable {
  /// Kendall's τ.
  public var tau: Double
  /// Its two-sided p: exact without ties, by the normal distribution with them.
  public var p: Double

  /// Ranks effects.
  ///
  /// - Throws: `SynthesisProblem.tooFewStudies` with fewer than three studies.
  public init(_ effects: [EffectSize]) throws {
    guard effects.count > 2 else {
      throw SynthesisProblem.tooFewStudies(needed: 3, have: effects.count, what: "a rank correlation")
    }
    let common = try PooledEffect(effects, options: PoolingOptions(.common))
    let commonVariance = common.standardError * common.standardError
    let distances = effects.map {
      ($0.estimate - common.estimate) / ($0.variance - commonVariance).squareRoot()
    }
    self.init(distances, effects.map(\.variance))
  }

  /// Kendall's rank correlation of two rows of numbers of one length.
  init(_ x: [Double], _ y: [Double]) {
    let n = x.count
    var (score, pairs) = (0, 0)
    for i in 0..<n {
      for j in 0..<i {
        let product = Self.sign(x[i] - x[j]) * Self.sign(y[i] - y[j])
        score += product
        if product > 0 { pairs += 1 }
      }
    }
    let all = n * (n - 1) / 2
    let (tiesX, tiesY) = (Self.ties(x), Self.ties(y))
    guard tiesX.isEmpty, tiesY.isEmpty else {
      func sum(_ ties: [Int], _ term: (Double) -> Double) -> Double {
        ties.reduce(0) { $0 + term(Double($1)) }
      }
      let size = Double(n)
      let pairsX = Double(all) - sum(tiesX) { $0 * ($0 - 1) / 2 }
      let pairsY = Double(all) - sum(tiesY) { $0 * ($0 - 1) / 2 }
      tau = Double(score) / (pairsX * pairsY).squareRoot()
      // Kendall 1970, Rank Correlation Methods, section 4.9.
      let v0 = size * (size - 1) * (2 * size + 5)
      let vx = sum(tiesX) { $0 * ($0 - 1) * (2 * $0 + 5) }
      let vy = sum(tiesY) { $0 * ($0 - 1) * (2 * $0 + 5) }
      let v1 =
        sum(tiesX) { $0 * ($0 - 1) } * sum(tiesY) { $0 * ($0 - 1) } / (2 * size * (size - 1))
      let v2 =
        sum(tiesX) { $0 * ($0 - 1) * ($0 - 2) } * sum(tiesY) { $0 * ($0 - 1) * ($0 - 2) }
        / (9 * size * (size - 1) * (size - 2))
      p = NormalDistribution.twoSided(Double(score) / ((v0 - vx - vy) / 18 + v1 + v2).squareRoot())
      return
    }
    tau = Double(score) / Double(all)
    p = min(1, 2 * min(Self.lowerTail(pairs, n), 1 - Self.lowerTail(pairs - 1, n)))
  }

  private static func sign(_ x: Double) -> Int { x > 0 ? 1 : x < 0 ? -1 : 0 }

  /// The sizes of the groups of equal values.
  private static func ties(_ values: [Double]) -> [Int] {
    Dictionary(grouping: values) { $0 }.values.map(\.count).filter { $0 > 1 }.sorted()
  }

  /// The probability of at most so many concordant pairs among n values in random order.
  private static func lowerTail(_ pairs: Int, _ n: Int) -> Double {
    guard pairs >= 0 else { return 0 }
    // The k-th value makes 0…k − 1 pairs with the earlier ones, each number as likely as the others.
    var shares: [Double] = [1]
    for k in 2...n {
      var next = [Double](repeating: 0, count: shares.count + k - 1)
      var sum = 0.0
      for index in next.indices {
        if index < shares.count { sum += shares[index] }
        if index >= k { sum -= shares[index - k] }
        next[index] = max(0, sum) / Double(k)
      }
      shares = next
    }
    return min(1, shares[...min(pairs, shares.count - 1)].reduce(0, +))
  }
}

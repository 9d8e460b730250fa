#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif
public import OnusModel

/// What a relative effect means among people whose risk without the intervention is known.
///
/// The risk without the intervention is taken as fixed, so the interval is that of the relative effect alone.
/// Nothing is rounded on the way.
///
/// Source: GRADE Handbook, section 5; Newcombe RG, Bender R. J Clin Epidemiol 2014;67:1-13 (PMC3913115).
public struct AbsoluteEffect: Hashable, Sendable {
  /// The risk without the intervention, a part of 1.
  public let comparisonRisk: Double
  /// The risk with the intervention and its interval, parts of 1.
  public let interventionRisk: SynthesisEstimate.Effect
  /// The risk with less the risk without the intervention; below 0 for fewer events.
  public let difference: SynthesisEstimate.Effect

  /// Computes the absolute effect.
  ///
  /// - Parameters:
  ///   - measure: What the relative effect measures.
  ///   - effect: The effect with its interval, not as a logarithm.
  ///   - risk: The risk without the intervention, a part of 1.
  /// - Returns: `nil` for a measure that says nothing of risks (means, rates, proportions), for a risk outside
  ///   0 to 1, and for a ratio that is not positive.
  public init?(
    _ measure: Synthesis.Measure, _ effect: SynthesisEstimate.Effect, comparisonRisk risk: Double
  ) {
    let ends = [effect.value, effect.lower, effect.upper]
    guard (0...1).contains(risk), ends.allSatisfy({ $0.isFinite && (!measure.isRatio || $0 >= 0) }),
      effect.lower <= effect.upper
    else { return nil }
    let risks = ends.compactMap { Self.risk(measure, $0, risk) }
    guard risks.count == 3 else { return nil }
    comparisonRisk = risk
    interventionRisk = SynthesisEstimate.Effect(risks[0], risks[1], risks[2])
    difference = SynthesisEstimate.Effect(risks[0] - risk, risks[1] - risk, risks[2] - risk)
  }

  private static func risk(_ measure: Synthesis.Measure, _ effect: Double, _ risk: Double) -> Double? {
    let changed: Double? =
      switch measure {
      case .riskRatio: risk * effect
      case .oddsRatio, .petoOddsRatio: risk == 1 ? 1 : effect * risk / (1 - risk + effect * risk)
      case .hazardRatio: 1 - pow(1 - risk, effect)
      case .riskDifference: risk + effect
      case .rateRatio, .meanDifference, .standardizedMeanDifference, .proportion: nil
      }
    return changed.map { min(max($0, 0), 1) }
  }

  /// The number of people to be treated for one event less (a benefit) or more; `nil` when the interval
  /// includes no difference.
  public var numberNeeded: Int? {
    guard difference.lower > 0 || difference.upper < 0, difference.value != 0 else { return nil }
    // A difference that is 1/20 but for the last bit needs 20 people and not 21.
    return Int(exactly: (1 / abs(difference.value) - 1e-9).rounded(.up))
  }
}

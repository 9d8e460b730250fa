/// A measure of effect, and the scale on which it is pooled; its raw value is the abbreviation in use.
public enum EffectMeasure: String, Sendable, Hashable, CaseIterable {
  /// The logarithm of the ratio of two risks.
  case riskRatio = "RR"
  /// The logarithm of the ratio of two odds.
  case oddsRatio = "OR"
  /// The difference of two risks.
  case riskDifference = "RD"
  /// The difference of the arcsines of the roots of two risks.
  case arcsineDifference = "AS"
  /// The logarithm of Peto's odds ratio.
  case petoOddsRatio = "PETO"
  /// The difference of two means, in the units of the outcome.
  case meanDifference = "MD"
  /// The difference of two means in standard deviations, without the bias of small samples: Hedges' g.
  case standardizedMeanDifference = "SMD"
  /// The logarithm of the ratio of two means.
  case ratioOfMeans = "ROM"
  /// A proportion.
  case proportion = "PR"
  /// The logarithm of a proportion.
  case logProportion = "PLN"
  /// The logarithm of the odds of a proportion.
  case logitProportion = "PLO"
  /// The arcsine of the root of a proportion.
  case arcsineProportion = "PAS"
  /// Freeman and Tukey's double arcsine of a proportion.
  case doubleArcsineProportion = "PFT"
  /// The logarithm of the ratio of two rates.
  case rateRatio = "IRR"
  /// The difference of two rates.
  case rateDifference = "IRD"
  /// A correlation.
  case correlation = "COR"
  /// Fisher's z of a correlation.
  case fisherZ = "ZCOR"
  /// The logarithm of a hazard ratio, given as such or as observed minus expected events and their variance.
  case hazardRatio = "HR"
  /// An estimate with its variance, on whatever scale it was given.
  case generic = "GEN"

  /// The name in words.
  public var title: String {
    switch self {
    case .riskRatio: "risk ratio"
    case .oddsRatio: "odds ratio"
    case .riskDifference: "risk difference"
    case .arcsineDifference: "arcsine difference"
    case .petoOddsRatio: "Peto odds ratio"
    case .meanDifference: "mean difference"
    case .standardizedMeanDifference: "standardised mean difference"
    case .ratioOfMeans: "ratio of means"
    case .proportion: "proportion"
    case .logProportion: "proportion, pooled as logarithm"
    case .logitProportion: "proportion, pooled as logit"
    case .arcsineProportion: "proportion, pooled as arcsine"
    case .doubleArcsineProportion: "proportion, pooled as double arcsine"
    case .rateRatio: "rate ratio"
    case .rateDifference: "rate difference"
    case .correlation: "correlation"
    case .fisherZ: "correlation, pooled as Fisher's z"
    case .hazardRatio: "hazard ratio"
    case .generic: "generic inverse variance"
    }
  }

  /// Whether the measure is pooled as the logarithm of a ratio.
  public var isRatio: Bool {
    switch self {
    case .riskRatio, .oddsRatio, .petoOddsRatio, .ratioOfMeans, .rateRatio, .hazardRatio: true
    default: false
    }
  }

  /// Whether the measure compares two groups in one of which an effect could be absent.
  public var comparesGroups: Bool {
    switch self {
    case .proportion, .logProportion, .logitProportion, .arcsineProportion, .doubleArcsineProportion: false
    default: true
    }
  }

  /// Whether counts of zero give an effect as they are, so that nothing is added to them.
  var needsNoAddition: Bool {
    switch self {
    case .arcsineDifference, .arcsineProportion, .doubleArcsineProportion: true
    default: false
    }
  }
}

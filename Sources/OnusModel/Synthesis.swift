/// One question about one outcome, the results that answer it, and what people judge of them together.
///
/// A synthesis is a row of a Summary of Findings table. It says which results belong together and how they are
/// to be combined, or why they are not; the numbers follow from the results, the judgements are people's.
public struct Synthesis: Hashable, Sendable, Codable {
  /// The key of a synthesis.
  public typealias ID = Key<Synthesis>

  /// What a pooled estimate measures.
  public enum Measure: String, Sendable, Codable, CaseIterable {
    /// Risk ratio.
    case riskRatio = "RR"
    /// Odds ratio.
    case oddsRatio = "OR"
    /// Odds ratio by the method of Peto.
    case petoOddsRatio = "Peto OR"
    /// Risk difference, a part of 1.
    case riskDifference = "RD"
    /// Hazard ratio.
    case hazardRatio = "HR"
    /// Incidence rate ratio.
    case rateRatio = "IRR"
    /// Mean difference, in the units of the scale.
    case meanDifference = "MD"
    /// Standardized mean difference, in standard deviations.
    case standardizedMeanDifference = "SMD"
    /// Proportion of one group, a part of 1.
    case proportion = "proportion"
  }

  /// Whether one effect is assumed for all studies.
  public enum Model: String, Sendable, Codable, CaseIterable {
    /// All studies estimate one effect.
    case commonEffect = "common-effect"
    /// The effects of the studies are spread around a mean.
    case randomEffects = "random-effects"
  }

  /// How the variance between studies, or the weights, are computed.
  public enum Method: String, Sendable, Codable, CaseIterable {
    /// Weights of inverse variance.
    case inverseVariance = "inverse variance"
    /// Mantel–Haenszel.
    case mantelHaenszel = "MH"
    /// Peto.
    case peto = "Peto"
    /// Restricted maximum likelihood.
    case restrictedMaximumLikelihood = "REML"
    /// DerSimonian–Laird.
    case derSimonianLaird = "DL"
    /// Paule–Mandel.
    case pauleMandel = "PM"
  }

  /// How the interval of a pooled estimate is computed.
  public enum IntervalMethod: String, Sendable, Codable, CaseIterable {
    /// By the normal distribution.
    case wald = "Wald"
    /// By the t distribution with the variance of Hartung and Knapp.
    case hartungKnapp = "Hartung-Knapp"
    /// The same, with a standard error that is never made smaller (Röver et al. 2015, BMC Med Res Methodol 15:99).
    case hartungKnappNeverNarrower = "Hartung-Knapp, never narrower"
  }

  /// How large an effect is, as judged against what matters to people.
  public enum EffectSize: String, Sendable, Codable, CaseIterable {
    /// Large.
    case large
    /// Moderate.
    case moderate
    /// Small, but important.
    case small
    /// Too small to matter.
    case trivial
    /// None.
    case none
  }

  /// Whether there is less or more of the outcome under the intervention.
  public enum EffectDirection: String, Sendable, Codable, CaseIterable {
    /// Less of it.
    case reduction
    /// More of it.
    case increase
  }

  /// The key in the corpus.
  public var id: ID
  /// The conditions that people have, as written.
  public var conditions: [Located<String>]
  /// The people it is about, where the conditions do not say enough.
  public var population: String?
  /// Where they are cared for.
  public var setting: String?
  /// The intervention, as written.
  public var intervention: Located<String>
  /// What it is compared with.
  public var comparator: String
  /// The outcome.
  public var outcome: Located<String>
  /// The scale on which the outcome is measured, and which end of it is better.
  public var scale: String?
  /// How long people were followed.
  public var followUp: String?
  /// How much the outcome matters for a decision.
  public var importance: Importance?
  /// What a pooled estimate measures.
  public var measure: Located<Measure>?
  /// Whether one effect is assumed.
  public var model: Model?
  /// How the results are combined.
  public var method: Method?
  /// How the interval is computed.
  public var intervalMethod: IntervalMethod?
  /// The results that answer the question.
  public var results: [Located<ResultReference>]
  /// Whether the results are combined into one estimate.
  public var isPooled: Bool
  /// Why the results are not combined, or why they are combined in this way.
  public var reason: String?
  /// The risk without the intervention, and where it comes from.
  public var assumedRisk: Located<AssumedRisk>?
  /// The mean without the intervention, and where it comes from.
  public var assumedMean: AssumedMean?
  /// The smallest difference that people would notice as important, as printed, in the measure's units.
  public var importantDifference: Located<String>?
  /// How sure people are of the estimate, and why.
  public var certainty: Certainty?
  /// How large the effect is judged to be.
  public var size: Located<EffectSize>?
  /// Where the effect points.
  public var direction: Located<EffectDirection>?
  /// What was found, in a plain sentence of its author's.
  public var statement: Located<String>?
  /// Further explanations, printed as footnotes on the outcome.
  public var notes: [String]
  /// Where it is written.
  public var location: SourceLocation?

  /// Creates a synthesis that is pooled.
  public init(
    id: ID, intervention: Located<String>, comparator: String, outcome: Located<String>,
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.intervention = intervention
    self.comparator = comparator
    self.outcome = outcome
    self.location = location
    conditions = []
    results = []
    isPooled = true
    notes = []
  }
}

extension Synthesis.Measure {
  /// Whether the measure compares by division, so that no effect is 1 and not 0.
  public var isRatio: Bool {
    switch self {
    case .riskRatio, .oddsRatio, .petoOddsRatio, .hazardRatio, .rateRatio: true
    case .riskDifference, .meanDifference, .standardizedMeanDifference, .proportion: false
    }
  }

  /// The value that means no difference; `nil` for a proportion, which compares nothing.
  public var noEffect: Double? { self == .proportion ? nil : isRatio ? 1 : 0 }

  /// The measure in words, as lists of abbreviations spell it out.
  public var words: String {
    switch self {
    case .riskRatio: "risk ratio"
    case .oddsRatio: "odds ratio"
    case .petoOddsRatio: "odds ratio by the method of Peto"
    case .riskDifference: "risk difference"
    case .hazardRatio: "hazard ratio"
    case .rateRatio: "incidence rate ratio"
    case .meanDifference: "mean difference"
    case .standardizedMeanDifference: "standardized mean difference"
    case .proportion: "proportion"
    }
  }
}

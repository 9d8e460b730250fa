/// Why effects cannot be computed or pooled.
public enum SynthesisProblem: Error, Sendable, Hashable {
  /// No study has an effect that can be pooled.
  case nothingToPool
  /// The method needs more studies than there are.
  case tooFewStudies(needed: Int, have: Int, what: String)
  /// The iteration did not come to rest.
  case noConvergence(TauSquaredEstimator)
  /// The predictors of a regression depend on each other.
  case dependentColumns
  /// The method needs data of another kind.
  case wrongData(study: String, needed: String)
  /// The method does not pool the measure.
  case wrongMeasure(EffectMeasure, method: String)
  /// A number of a study is impossible.
  case impossible(study: String, reason: String)
  /// The design of a study, or of several together, would be mistaken in the analysis.
  case trap(DesignTrap)
}

extension SynthesisProblem: CustomStringConvertible {
  /// One sentence without a full stop.
  public var description: String {
    switch self {
    case .nothingToPool: "no study has an effect that can be pooled"
    case .tooFewStudies(let needed, let have, let what):
      "\(what) needs at least \(needed) studies; there \(have == 1 ? "is" : "are") \(have)"
    case .noConvergence(let estimator): "the \(estimator.title) estimate of τ² does not converge"
    case .dependentColumns: "the predictors depend on each other, so that their effects cannot be told apart"
    case .wrongData(let study, let needed): "‘\(study)’ does not give \(needed)"
    case .wrongMeasure(let measure, let method): "\(method) does not pool a \(measure.title)"
    case .impossible(let study, let reason): "‘\(study)’ cannot be right: \(reason)"
    case .trap(let trap): trap.description
    }
  }
}

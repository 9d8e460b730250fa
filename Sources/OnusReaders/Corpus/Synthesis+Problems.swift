internal import OnusModel

extension Synthesis {
  /// What a synthesis asks for that cannot be, each at its place: a method that does not pool the measure, a model or an
  /// interval that the method does not know, a result that stands there twice.
  func problems(in node: YAMLNode) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    func report(_ key: String, _ message: String) {
      problems.append(
        Diagnostic(.error, "impossible-synthesis", message, at: node[key]?.location ?? location))
    }
    if let measure = measure?.value {
      switch method {
      case .mantelHaenszel where ![.riskRatio, .oddsRatio, .riskDifference].contains(measure):
        report("method", "Mantel–Haenszel pools RR, OR and RD, not \(measure.rawValue)")
      case .peto where ![.oddsRatio, .petoOddsRatio].contains(measure):
        report("method", "Peto's method pools odds ratios, not \(measure.rawValue)")
      default: break
      }
    }
    let estimatesVariance = [.restrictedMaximumLikelihood, .derSimonianLaird, .pauleMandel].contains(method)
    if model == .commonEffect, estimatesVariance, let method {
      report("model", "a common effect has no variance between studies, which \(method.rawValue) estimates")
    }
    if model == .randomEffects, method == .peto {
      report("model", "Peto's method pools a common effect")
    }
    let isHartungKnapp = intervalMethod == .hartungKnapp || intervalMethod == .hartungKnappNeverNarrower
    if isHartungKnapp, method == .mantelHaenszel || method == .peto || model == .commonEffect {
      report(
        "interval", "Hartung and Knapp's interval needs the variance between studies by inverse variance")
    }
    var seen: [ResultReference: SourceLocation?] = [:]
    for result in results {
      if let first = seen.updateValue(result.location, forKey: result.value) {
        problems.append(
          Diagnostic(
            .error, "repeated-result",
            "the result \(result.value) is there twice, and its people would count twice",
            at: result.location, notes: [Diagnostic.Note("the first one is here", at: first)]))
      }
    }
    return problems
  }
}

internal import OnusModel

extension Synthesis {
  /// Reads a synthesis as far as it can be understood.
  init(key: String, keyLocation: SourceLocation, node: YAMLNode) {
    self.init(
      id: ID(key), intervention: node.located("intervention") ?? Located("", at: keyLocation),
      comparator: node.text("comparator") ?? "",
      outcome: node.located("outcome") ?? Located(key, at: keyLocation),
      location: keyLocation)
    conditions = node.locatedTexts("conditions")
    population = node.text("population")
    setting = node.text("setting")
    scale = node.text("scale")
    followUp = node.text("follow-up")
    importance = node.value("importance", Importance.init(parsing:))
    measure = node.located("measure", Measure.init(rawValue:))
    model = node.value("model", Model.init(rawValue:))
    method = node.value("method", Method.init(rawValue:))
    intervalMethod = node.value("interval", IntervalMethod.init(rawValue:))
    results = node["results"]?.items.compactMap { $0.located(ResultReference.init(parsing:)) } ?? []
    isPooled = node.text("pooled") != "no"
    reason = node.text("because")
    assumedRisk = node["assumed-risk"].flatMap { risk in
      risk.located("risk") { text in
        var read = AssumedRisk(parsing: text)
        read?.source = risk.text("from")
        return read
      }
    }
    assumedMean = node["assumed-mean"].flatMap { mean in
      mean.text("mean").map { AssumedMean(printed: $0, source: mean.text("from")) }
    }
    importantDifference = node.located("important-difference")
    certainty = node["certainty"].flatMap(Certainty.init(node:))
    size = node.located("size", EffectSize.init(rawValue:))
    direction = node.located("direction", EffectDirection.init(rawValue:))
    statement = node.located("statement")
    notes = node.texts("notes")
  }
}

extension Certainty {
  fileprivate init?(node: YAMLNode) {
    guard let rating = node.located("rating", Rating.init(rawValue:)) else { return nil }
    let start = node.located("start", Rating.init(rawValue:))
    self.init(start: start ?? Located(.high, at: node.location), rating: rating, location: node.location)
    assessments = node.pairs.compactMap { key, _, value in
      guard let domain = Domain(rawValue: key) else { return nil }
      let level = value.scalar ?? value.text("level")
      guard let level, domain.levels.contains(where: { $0.word == level }) else { return nil }
      return Assessment(domain, level: level, reason: value.text("because"), location: value.location)
    }
    raters = node.text("by")
    explanation = node.text("because")
  }
}

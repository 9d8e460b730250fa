internal import OnusModel

extension RiskOfBias {
  /// Reads a judgement of bias as far as it can be understood.
  init?(node: YAMLNode) {
    guard let tool = node.located("tool") else { return nil }
    self.init(tool: tool, location: node.location)
    outcome = node.text("outcome")
    raters = node.text("by")
    source = node.located("source", Identifier.init(parsing:))
    domains = (node["domains"]?.pairs ?? []).compactMap { name, location, value in
      Judgement(domain: name, location: location, node: value)
    }
    overall = node["overall"].flatMap { Judgement(domain: "overall", location: $0.location, node: $0) }
  }
}

extension RiskOfBias.Judgement {
  fileprivate init?(domain: String, location: SourceLocation, node: YAMLNode) {
    guard let judgement = node.scalar ?? node.text("judgement") else { return nil }
    self.init(domain: domain, judgement: judgement, reason: node.text("because"), location: location)
  }
}

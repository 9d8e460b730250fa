internal import OnusModel

extension Claim {
  /// Reads a claim as far as it can be understood.
  init(key: String, keyLocation: SourceLocation, node: YAMLNode) {
    self.init(
      id: ID(key), statement: node.located("statement") ?? Located(key, at: keyLocation),
      kind: node.value("kind", Kind.init(rawValue:)) ?? .other,
      wording: node.located("wording", Wording.init(rawValue:)) ?? Located(.plain, at: keyLocation),
      location: keyLocation)
    conditions = node.locatedTexts("conditions")
    topics = node.texts("topics")
    interventions = node.locatedTexts("interventions")
    comparator = node.text("comparator")
    outcome = node.text("outcome")
    direction = node.value("direction", Direction.init(rawValue:))
    appearances = node["appears"]?.items.compactMap(Appearance.init(node:)) ?? []
    asserts = node["asserts"].map(Assertions.init(node:)) ?? Assertions()
    cites = node.locatedTexts("cites").map { $0.map { Study.ID($0) } }
    evidence = node["evidence"]?.items.compactMap(EvidenceLink.init(node:)) ?? []
    searches = node["searched"]?.items.compactMap(EvidenceSearch.init(node:)) ?? []
    verdict = node["verdict"].flatMap(Verdict.init(node:))
    note = node.text("note")
  }
}

extension Claim.Verdict {
  fileprivate init?(node: YAMLNode) {
    guard let standing = node.located("standing", Standing.init(rawValue:)) else { return nil }
    self.init(standing, reason: node.text("because") ?? "")
  }
}

extension Claim.Assertions {
  fileprivate init(node: YAMLNode) {
    self.init()
    sample = node.located("sample") { Int($0) }
    duration = node.located("duration", StudyDuration.init(parsing:))
    design = node.located("design", StudyDesign.init(named:))
    events = node.located("events", StudyResult.Events.init(parsing:))
    percent = node.located("percent")
    p = node.located("p", StudyResult.PValue.init(parsing:))
    comparator = node.located("comparator")
    outcome = node.located("outcome")
  }
}

extension Appearance {
  fileprivate init?(node: YAMLNode) {
    guard let source = node.located("in") else { return nil }
    self.init(source: source.map { Source.ID($0) })
    paragraph = node.value("paragraph") { Int($0) }
    page = node.text("page")
    section = node.text("section")
    characters = node.value("characters", CorpusDocument.span)
    date = node.value("date", PartialDate.init(iso8601:))
  }
}

extension EvidenceLink {
  fileprivate init?(node: YAMLNode) {
    guard let study = node.located("study"), let stance = node.value("stance", Stance.init(rawValue:)) else {
      return nil
    }
    self.init(
      study: study.map { Study.ID($0) }, result: node.located("result"), stance: stance,
      directness: node.value("directness", Directness.init(rawValue:)) ?? .direct,
      rationale: node.text("because") ?? "", location: node.location)
    quote = node.located("quote")
  }
}

extension EvidenceSearch {
  fileprivate init?(node: YAMLNode) {
    guard let question = node.text("for"), let found = node.text("found") else { return nil }
    self.init(
      question: question, found: found, place: node.text("where"),
      date: node.value("on", PartialDate.init(iso8601:)), location: node.location)
  }
}

internal import OnusModel

extension Source {
  /// Reads a source as far as it can be understood.
  init(key: String, keyLocation: SourceLocation, node: YAMLNode) {
    self.init(
      id: ID(key), title: node.text("title") ?? key, kind: node.value("kind", Kind.init(rawValue:)) ?? .other,
      location: keyLocation)
    authors = node.texts("author")
    venue = node.text("venue")
    published = node.reported("published", PartialDate.init(iso8601:))?.value
    address = node.text("url")
    paragraphs = node.value("paragraphs") { Int($0) }
    interests = node.text("interests")
    reference = node.located("reference", Identifier.init(parsing:))
    note = node.text("note")
  }
}

extension Condition {
  /// Reads a local condition, or the further names of a MeSH heading.
  init(key: String, keyLocation: SourceLocation, node: YAMLNode) {
    let name = node.text("name") ?? key
    let source = node.text("from")
    let heading = node.text("mesh")
    var names = node.texts("synonyms").map { Name($0, source: source) }
    names += node.texts("abbreviations").map { Name($0, isAbbreviation: true, source: source) }
    if heading != nil { names.insert(Name(name, source: source), at: 0) }
    self.init(
      id: ID(heading ?? key), name: name, otherNames: names, broader: node.locatedTexts("broader"),
      scopeNote: node.text("note"), addsNames: heading != nil, location: keyLocation)
  }
}

extension Intervention {
  /// Reads an intervention as far as it can be understood.
  init(key: String, keyLocation: SourceLocation, node: YAMLNode) {
    self.init(id: Key(key), name: node.text("name") ?? key, location: keyLocation)
    synonyms = node.texts("synonyms")
    abbreviations = node.texts("abbreviations")
    dose = node.text("dose")
    broader = node.locatedTexts("broader")
    note = node.text("note")
  }
}

internal import OnusModel

extension CSLItem {
  /// The members that hold names; the roles have CSL's own words.
  private static let roles = [
    "author", "editor", "translator", "collection-editor", "container-author", "editorial-director",
    "original-author", "reviewed-author", "chair", "compiler", "composer", "contributor", "curator",
    "director",
    "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer", "performer",
    "producer", "recipient", "script-writer", "series-creator",
  ]

  mutating func readNames(into reference: inout Reference) {
    for name in Self.roles {
      guard let node = take(name) else { continue }
      let role = Contributor.Role(rawValue: name == "collection-editor" ? "series-editor" : name)
      if let text = node.text {
        // Not what the schema asks for.
        reference.contributors += PersonNameList(text).names.map { $0.contributor(role: role) }
      } else {
        reference.contributors += (node.elements ?? [node]).compactMap { contributor($0, role: role) }
      }
    }
  }

  private func contributor(_ node: JSONNode, role: Contributor.Role) -> Contributor? {
    if let text = node.text { return PersonName(text)?.contributor(role: role) }
    func text(_ name: String) -> String? { node[name]?.text.map(EscapedMarkup.plain) }
    var contributor = Contributor(role: role)
    let particles = [text("dropping-particle"), text("non-dropping-particle")].compactMap { $0 }
      .joined(separator: " ")
    if let family = text("family") {
      let joint = particles.isEmpty || particles.last.map { "'’-".contains($0) } ?? false ? "" : " "
      contributor.family = particles + joint + family
      contributor.given = text("given")
      contributor.suffix = text("suffix")
      if !particles.isEmpty { contributor.attributes["particle"] = particles }
      if let particle = text("dropping-particle") { contributor.attributes["dropping-particle"] = particle }
    } else if let literal = text("literal") ?? text("name") {
      contributor.literal = literal
    } else if let given = text("given") {
      contributor.family = given
    } else {
      return nil
    }
    if let orcid = text("ORCID") ?? text("orcid") { contributor.identifiers["ORCID"] = ORCID.bare(orcid) }
    for place in node["affiliation"]?.elements ?? [] {
      if let name = place["name"]?.text ?? place.text { contributor.affiliations.append(name) }
    }
    return contributor
  }
}

internal import OnusModel

extension MODS {
  /// Reads a person or a group; one that only publishes or distributes is no contributor.
  static func readName(
    _ element: XMLElement, into reference: inout Reference, otherwise role: Contributor.Role = .author
  ) {
    let roles = roles(element)
    let isOnlyPublisher =
      !roles.isEmpty && roles.allSatisfy { ["pbl", "publisher", "dst", "distributor"].contains($0) }
    var contributor = Contributor(role: roles.lazy.compactMap(known).first ?? role)
    if contributor.role == role, let first = roles.first, known(first) == nil {
      contributor.role = Contributor.Role(rawValue: first)
    }
    readParts(element, into: &contributor)
    guard contributor.family != nil || contributor.literal != nil || contributor.given != nil else { return }
    if isOnlyPublisher {
      if reference.publisher == nil { reference.publisher = contributor.citationName }
      return
    }
    contributor.affiliations = element.children("affiliation").compactMap(\.nonEmptyText)
    for identifier in element.children("nameIdentifier") {
      guard let text = identifier.nonEmptyText else { continue }
      let kind = identifier.attribute("type") ?? "identifier"
      contributor.identifiers[kind.lowercased() == "orcid" ? "ORCID" : kind] =
        kind.lowercased() == "orcid" ? ORCID.bare(text) : text
    }
    reference.contributors.append(contributor)
  }

  private static func readParts(_ element: XMLElement, into contributor: inout Contributor) {
    let isPerson = ["personal", nil].contains(element.attribute("type"))
    var given: [String] = []
    var whole: [String] = []
    for part in element.children("namePart") {
      let kind = part.attribute("type")
      guard let text = part.nonEmptyText else { continue }
      switch kind {
      case "family": contributor.family = text
      case "given": given.append(text)
      case "termsOfAddress": contributor.suffix = text
      case "date": contributor.attributes["date"] = text
      default: whole.append(text)
      }
    }
    if !given.isEmpty { contributor.given = given.joined(separator: " ") }
    if whole.isEmpty, contributor.family == nil, let text = element.text(at: "displayForm") { whole = [text] }
    guard !whole.isEmpty, contributor.family == nil else { return }
    let name = whole.joined(separator: ". ")
    guard isPerson, whole.count == 1, let comma = name.firstIndex(of: ",") else {
      contributor.literal = name
      return
    }
    contributor.family = name[..<comma].trimmed
    let rest = name[name.index(after: comma)...].trimmed
    if !rest.isEmpty { contributor.given = rest }
  }

  /// The roles by word and by code, in lower case; the first versions of MODS had no `roleTerm`.
  private static func roles(_ element: XMLElement) -> [String] {
    var roles: [String] = []
    for role in element.children("role") {
      for term in role.elements {
        _ = term.attribute("type")
        _ = term.attribute("authority", is: "marcrelator")
        if let text = term.nonEmptyText { roles.append(text.lowercased()) }
      }
    }
    return roles
  }

  private static func known(_ role: String) -> Contributor.Role? {
    switch role {
    case "aut", "author", "cre", "creator", "dis": .author
    case "edt", "editor": .editor
    case "trl", "translator": .translator
    case "pbl", "publisher": .publisher
    default: nil
    }
  }
}

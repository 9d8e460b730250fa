internal import OnusModel

extension DataCite {
  static func readPeople(_ resource: XMLElement, into reference: inout Reference) {
    for creator in children(resource, "creators", "creator") {
      read(creator, "creatorName", role: .author, into: &reference)
    }
    for element in children(resource, "contributors", "contributor") {
      let kind = element.attribute("contributorType") ?? "Other"
      if kind == "Funder", let name = element.text(at: "contributorName") {
        reference.grants.append(Grant(number: nil, acronym: nil, agency: name, country: nil))
      } else {
        read(element, "contributorName", role: role(kind), into: &reference)
      }
    }
  }

  private static func role(_ kind: String) -> Contributor.Role {
    switch kind {
    case "Editor": return .editor
    case "Translator": return .translator
    default:
      // "DataCollector" as words: "data collector".
      let words = kind.reduce(into: "") { $0 += ($1.isUppercase && !$0.isEmpty ? " " : "") + $1.lowercased() }
      return Contributor.Role(rawValue: words)
    }
  }

  /// Reads a creator; some files put several into one element, where each name starts the next.
  private static func read(
    _ element: XMLElement, _ name: StaticString, role: Contributor.Role, into reference: inout Reference
  ) {
    var parts = NameParts()
    var people: [Contributor] = []
    func finish() {
      if let person = parts.contributor(role: role) { people.append(person) }
      parts = NameParts()
    }
    for child in element.elements {
      if child.isNamed(name) {
        finish()
        guard known(child) != nil else {
          continue
        }
        _ = child.attribute("lang")
        parts.isGroup = child.attribute("nameType")?.lowercased() == "organizational"
        parts.isPerson = child.attribute("nameType")?.lowercased() == "personal"
        parts.whole = child.nonEmptyText
      } else if child.isNamed("givenName") {
        parts.given = child.nonEmptyText
        _ = child.attribute("type")
      } else if child.isNamed("familyName") {
        parts.family = child.nonEmptyText
        _ = child.attribute("type")
      } else if child.isNamed("affiliation") {
        if let text = child.nonEmptyText { parts.affiliations.append(text) }
        _ = child.attribute("type")
      } else if child.isNamed("nameIdentifier") {
        guard let text = child.nonEmptyText else { continue }
        let scheme = child.attribute("nameIdentifierScheme") ?? "identifier"
        _ = child.attribute("schemeURI")
        let isORCID = scheme.uppercased() == "ORCID"
        parts.identifiers[isORCID ? "ORCID" : scheme] = isORCID ? ORCID.bare(text) : text
      }
    }
    finish()
    reference.contributors += people
  }

  /// What a file says of one creator.
  private struct NameParts {
    var whole: String?
    var given: String?
    var family: String?
    var isGroup = false
    var isPerson = false
    var affiliations: [String] = []
    var identifiers: [String: String] = [:]

    /// What only institutions do.
    private static let bodies: Set = [
      "hosting institution", "registration agency", "registration authority", "sponsor", "distributor",
      "research group",
    ]

    func contributor(role: Contributor.Role) -> Contributor? {
      guard var contributor = name(role) else { return nil }
      contributor.affiliations = affiliations
      contributor.identifiers = identifiers
      return contributor
    }

    private func name(_ role: Contributor.Role) -> Contributor? {
      if isGroup { return whole.map { Contributor(role: role, literal: $0) } }
      if family != nil { return PersonName(family: family, given: given)?.contributor(role: role) }
      guard let whole else { return nil }
      let isKnownPerson = isPerson || identifiers["ORCID"] != nil
      let name = PersonName(whole)
      if Self.bodies.contains(role.rawValue), !isKnownPerson, !whole.contains(",") {
        return Contributor(role: role, literal: whole)
      }
      if isKnownPerson, name?.family == nil {
        let words = whole.split(separator: " ").map(String.init)
        let given = words.dropLast().joined(separator: " ")
        return PersonName(family: words.last, given: given)?.contributor(role: role)
      }
      return name?.contributor(role: role)
    }
  }
}

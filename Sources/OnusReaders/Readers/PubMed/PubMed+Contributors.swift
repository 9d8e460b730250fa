internal import OnusModel

extension PubMed {
  /// Reads a list of authors, or of editors where the list says so.
  static func readAuthors(_ list: XMLElement, into reference: inout Reference) {
    let isOfEditors = list.attribute("Type", is: "editors")
    if !isOfEditors {
      _ = list.attribute("Type", is: "authors")
      switch list.attribute("CompleteYN") {
      case "Y": reference.isAuthorListComplete = true
      case "N": reference.isAuthorListComplete = false
      default: break
      }
    }
    readContributors(list, role: isOfEditors ? .editor : .author, into: &reference)
  }

  static func readContributors(
    _ list: XMLElement, role: Contributor.Role, into reference: inout Reference
  ) {
    reference.contributors.reserveCapacity(reference.contributors.count + list.elements.count)
    for element in list.elements where !element.isEmpty {
      reference.contributors.append(Contributor(role: role))
      read(element, into: &reference.contributors[reference.contributors.count - 1])
    }
  }

  private static func read(_ element: XMLElement, into contributor: inout Contributor) {
    _ = element.attribute("ValidYN", is: "Y")
    for part in element.elements {
      if part.isNamed("LastName") {
        contributor.family = part.nonEmptyText
      } else if part.isNamed("ForeName") || part.isNamed("FirstName") {
        contributor.given = part.nonEmptyText
      } else if part.isNamed("Initials") {
        contributor.initials = part.nonEmptyText
      } else if part.isNamed("Suffix") {
        contributor.suffix = part.nonEmptyText
      } else if part.isNamed("CollectiveName") {
        contributor.literal = part.nonEmptyText
      } else if part.isNamed("AffiliationInfo") {
        if let text = part.text(at: "Affiliation") { contributor.affiliations.append(text) }
      } else if part.isNamed("Affiliation") {
        if let text = part.nonEmptyText { contributor.affiliations.append(text) }
      } else if part.isNamed("Identifier") {
        readIdentifier(part, into: &contributor)
      }
    }
    if let mark = element.attribute("EqualContrib") { contributor.attributes["EqualContrib"] = mark }
  }

  private static func readIdentifier(_ element: XMLElement, into contributor: inout Contributor) {
    guard let source = element.attribute("Source"), let text = element.nonEmptyText else { return }
    guard contributor.identifiers[source] == nil else {
      contributor.attributes["Identifier/\(source)"] = text
      return
    }
    contributor.identifiers[source] = source == "ORCID" ? ORCID.bare(text) : text
  }
}

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
    // A copy is made faster than a new one.
    let unnamed = Contributor(role: role)
    var affiliation = ""
    for element in list.elements where !element.isEmpty {
      reference.contributors.append(unnamed)
      read(element, into: &reference.contributors[reference.contributors.count - 1], after: &affiliation)
    }
  }

  /// Reads one of several contributors.
  ///
  /// - Parameter affiliation: The latest affiliation; those who work at one place share one string.
  private static func read(
    _ element: XMLElement, into contributor: inout Contributor, after affiliation: inout String
  ) {
    _ = element.attribute("ValidYN", is: "Y")
    for part in element.elements {
      if part.isNamed("LastName") {
        contributor.family = part.nonEmptyText
      } else if part.isNamed("ForeName") {
        contributor.given = part.nonEmptyText
      } else if part.isNamed("Initials") {
        contributor.initials = part.nonEmptyText
      } else if part.isNamed("AffiliationInfo") {
        guard let element = part.child("Affiliation") else { continue }
        if !element.isText(affiliation) { affiliation = element.text }
        if !affiliation.isEmpty { contributor.affiliations.append(affiliation) }
      } else if part.isNamed("Identifier") {
        readIdentifier(part, into: &contributor)
      } else if part.isNamed("FirstName") {
        contributor.given = part.nonEmptyText
      } else if part.isNamed("Suffix") {
        contributor.suffix = part.nonEmptyText
      } else if part.isNamed("CollectiveName") {
        contributor.literal = part.nonEmptyText
      } else if part.isNamed("Affiliation") {
        if let text = part.nonEmptyText { contributor.affiliations.append(text) }
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

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
    for element in list.elements where !element.isEmpty {
      reference.contributors.append(contributor(element, role: role))
    }
  }

  private static func contributor(_ element: XMLElement, role: Contributor.Role) -> Contributor {
    _ = element.attribute("ValidYN", is: "Y")
    var contributor = Contributor(role: role)
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
    return contributor
  }

  private static func readIdentifier(_ element: XMLElement, into contributor: inout Contributor) {
    guard let source = element.attribute("Source"), let text = element.nonEmptyText else { return }
    guard contributor.identifiers[source] == nil else {
      contributor.attributes["Identifier/\(source)"] = text
      return
    }
    contributor.identifiers[source] = source == "ORCID" ? orcid(text) : text
  }

  /// The bare form 0000-0000-0000-0000, which PubMed writes with and without address and hyphens.
  static func orcid(_ text: String) -> String {
    let end = text.utf8.lastIndex(of: 0x2F).map { text.utf8[$0...].dropFirst() } ?? text.utf8[...]
    var number: [UInt8] = []
    for byte in end where byte != 0x2D {
      let isDigit = byte >= 0x30 && byte <= 0x39
      // The last of the sixteen is a check digit, which may be X for ten.
      guard isDigit || number.count == 18 && (byte == 0x58 || byte == 0x78) else { return text }
      if number.count == 4 || number.count == 9 || number.count == 14 { number.append(0x2D) }
      number.append(isDigit ? byte : 0x58)
    }
    return number.count == 19 ? String(decoding: number, as: UTF8.self) : text
  }
}

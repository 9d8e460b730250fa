internal import OnusModel

extension EndNoteXML {
  /// Reads the lists of names, whose meaning depends on the kind of document.
  static func readContributors(_ contributors: XMLElement, into reference: inout Reference) {
    let refType = contributors.parent?.child("ref-type")?.attribute("name")?.lowercased()
    let isPart = ["chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"]
      .contains(reference.type)
    // The second list of a book is of those who edit the series, but only where there is one.
    let isInSeries = !(reference.container?.otherTitles.isEmpty ?? true)
    let secondary: Contributor.Role
    let tertiary: Contributor.Role
    switch reference.type {
    case "book": (secondary, tertiary) = (isInSeries ? role("series-editor") : .editor, .editor)
    case "patent": (secondary, tertiary) = (role("issuing-body"), role("tertiary-author"))
    case "thesis": (secondary, tertiary) = (.editor, role("thesis-advisor"))
    default: (secondary, tertiary) = (.editor, role(isPart ? "series-editor" : "tertiary-author"))
    }
    let subsidiary: Contributor.Role =
      ["book", "chapter"].contains(reference.type)
      ? .translator : reference.type == "paper-conference" ? role("sponsor") : role("subsidiary-author")
    read(contributors, "authors", as: refType == "edited book" ? .editor : .author, into: &reference)
    read(contributors, "secondary-authors", as: secondary, into: &reference)
    read(contributors, "tertiary-authors", as: tertiary, into: &reference)
    read(contributors, "subsidiary-authors", as: subsidiary, into: &reference)
    read(contributors, "translated-authors", as: .translator, into: &reference)
  }

  private static func role(_ name: String) -> Contributor.Role { Contributor.Role(rawValue: name) }

  private static func read(
    _ contributors: XMLElement, _ list: StaticString, as role: Contributor.Role,
    into reference: inout Reference
  ) {
    for list in contributors.children(list) {
      for line in list.children("author").flatMap(lines) {
        let names = PersonNameList(line)
        if names.isCut, role == .author { reference.isAuthorListComplete = false }
        reference.contributors += names.names.map { $0.contributor(role: role) }
      }
    }
  }
}

internal import OnusModel

extension WordSources {
  /// Reads the lists of names, each inside an element that says the role, all inside one called Author.
  static func readContributors(_ authors: XMLElement, into reference: inout Reference) {
    for list in authors.elements {
      let role = role(list.name, type: reference.type)
      for names in list.children("NameList") {
        for person in names.children("Person") {
          reference.contributors += Self.names(person).map { $0.contributor(role: role) }
        }
      }
      for group in list.children("Corporate") {
        guard let text = group.nonEmptyText else { continue }
        reference.contributors += names(inGroup: text).map { $0.contributor(role: role) }
      }
    }
  }

  private static func role(_ name: String, type: String) -> Contributor.Role {
    switch name {
    case "Author", "Inventor": .author
    case "Artist" where type == "graphic": .author
    case "Editor": .editor
    case "Translator": .translator
    case "BookAuthor": Contributor.Role(rawValue: "container-author")
    default: Contributor.Role(rawValue: name.lowercased())
    }
  }

  /// The people in the field for a group, where many write the whole list of authors.
  private static func names(inGroup text: String) -> [PersonName] {
    let names = PersonNameList(text, areGivenNamesFirst: true).names
    let arePeople = names.count > 1 && names.allSatisfy { $0.given != nil }
    return arePeople ? names : [PersonName(literal: text)]
  }

  /// The names in the fields of one person, where Word puts what it cannot tell apart into the middle name.
  static func names(_ person: XMLElement) -> [PersonName] {
    let last = person.text(at: "Last")
    let first = person.text(at: "First")
    let middle = person.text(at: "Middle")
    guard let middle else {
      guard first == nil, let last else { return [PersonName(family: last, given: first)].compactMap { $0 } }
      return PersonNameList(last).names
    }
    if middle.hasPrefix("and ") {
      // "Rowstron, A. and Druschel, P." typed into one field.
      let others = middle.dropFirst(4).split(separator: " and ").compactMap { PersonName(String($0)) }
      return [PersonName(family: last, given: first)].compactMap { $0 } + others
    }
    if middle.contains(" and ") {
      let all = [first, middle, last].compactMap { $0 }.joined(separator: " ")
      return all.split(separator: " and ").compactMap { PersonName(String($0)) }
    }
    let pieces = middle.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    if pieces.count > 1, PersonName.isInitials(pieces[0]), pieces[1].contains(" ") {
      let given = [first, pieces[0]].compactMap { $0 }.joined(separator: " ")
      return [PersonName(family: last, given: given)].compactMap { $0 }
        + pieces[1...].compactMap { PersonName($0) }
    }
    let given = [first, middle].compactMap { $0 }.joined(separator: " ")
    return [PersonName(family: last, given: given)].compactMap { $0 }
  }
}

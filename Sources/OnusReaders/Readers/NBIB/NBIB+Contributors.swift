internal import OnusModel

extension NBIB {
  /// Reads people and groups in the order of the file.
  ///
  /// A full name and the short one after it are one person; affiliations and identifiers belong to the person
  /// before them.
  static func readContributors(_ record: inout TextRecord, into reference: inout Reference) {
    var people: [Contributor] = []
    var hasFullName = false
    record.takeEach { name, value in
      guard !value.isEmpty else { return false }
      switch name {
      case "FAU", "FED", "FIR":
        people.append(person(value, role: role(name)))
        hasFullName = true
      case "AU", "ED", "IR":
        if hasFullName, let last = people.indices.last {
          people[last].initials = initials(value, of: people[last])
          people[last].suffix = people[last].suffix ?? suffix(value)
          hasFullName = false
        } else {
          people.append(shortName(value, role: role(name)))
        }
      case "CN":
        people.append(Contributor(role: .author, literal: value))
        hasFullName = false
      case "AD", "IRAD":
        guard let last = people.indices.last else {
          reference.notes.append(value)
          return true
        }
        people[last].affiliations.append(value)
      case "AUID":
        guard let last = people.indices.last, let colon = value.firstIndex(of: ":") else { return false }
        let source = String(value[..<colon])
        let number = value[value.index(after: colon)...].trimmed
        guard people[last].identifiers[source] == nil else { return false }
        people[last].identifiers[source] = source == "ORCID" ? ORCID.bare(number) : number
      default: return false
      }
      return true
    }
    reference.contributors += people
  }

  private static func role(_ tag: String) -> Contributor.Role {
    switch tag {
    case "FED", "ED": .editor
    case "FIR", "IR": .investigator
    default: .author
    }
  }

  /// The name behind `FAU`: "Exempel, Jean Paul", with a suffix behind the given names.
  private static func person(_ text: String, role: Contributor.Role) -> Contributor {
    let parts = text.split(separator: ",", maxSplits: 1).map(\.trimmed).filter { !$0.isEmpty }
    guard parts.count == 2 else { return Contributor(role: role, family: parts.first ?? text) }
    var words = parts[1].split { $0 == " " || $0 == "," }.map(String.init)
    var suffix: String?
    if words.count > 1, let last = words.last, PersonName.isSuffix(last) {
      suffix = last
      words.removeLast()
    }
    return Contributor(role: role, family: parts[0], given: words.joined(separator: " "), suffix: suffix)
  }

  /// The name behind `AU`: "Exempel JP Jr".
  private static func shortName(_ text: String, role: Contributor.Role) -> Contributor {
    guard !text.contains(",") else { return person(text, role: role) }
    var words = text.split(separator: " ").map(String.init)
    var contributor = Contributor(role: role)
    if words.count > 2, let last = words.last, PersonName.isSuffix(last) {
      contributor.suffix = last
      words.removeLast()
    }
    if words.count > 1, let last = words.last, PersonName.isInitials(last) {
      contributor.initials = last
      contributor.given = last
      words.removeLast()
    }
    contributor.family = words.joined(separator: " ")
    return contributor
  }

  private static func initials(_ text: String, of person: Contributor) -> String? {
    guard let family = person.family, text.hasPrefix(family) else { return person.initials }
    let first = text.dropFirst(family.count).split(separator: " ").first.map(String.init)
    return first.flatMap { PersonName.isInitials($0) ? $0 : nil } ?? person.initials
  }

  private static func suffix(_ text: String) -> String? {
    let words = text.split(separator: " ").map(String.init)
    return words.count > 2 ? words.last.flatMap { PersonName.isSuffix($0) ? $0 : nil } : nil
  }
}

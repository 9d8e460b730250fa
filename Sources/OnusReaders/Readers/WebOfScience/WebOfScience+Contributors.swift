internal import OnusModel

extension WebOfScience {
  /// Reads the authors with their full names, groups, editors, addresses and ORCIDs.
  static func readContributors(_ record: inout TextRecord, into reference: inout Reference) {
    let short = names(record.takeLines(["AU"]))
    let full = names(record.takeLines(["AF"]))
    let authors = full.count == short.count || short.isEmpty ? full : short
    var people = authors.compactMap { PersonName(withoutAddress($0))?.contributor(role: .author) }
    if people.count == short.count {
      for index in people.indices { addInitials(short[index], to: &people[index]) }
    }
    reference.contributors = people
    for (tag, role) in [("BA", .author), ("BE", .editor), ("ED", .editor)] as [(String, Contributor.Role)] {
      for name in names(record.takeLines([tag])) {
        if let person = PersonName(name) { reference.contributors.append(person.contributor(role: role)) }
      }
    }
    for tag in ["CA", "GP"] {
      for name in names(record.takeLines([tag])) {
        reference.contributors.append(Contributor(role: .author, literal: name))
      }
    }
    readAddresses(&record, into: &reference)
    readORCIDs(&record, short, into: &reference)
  }

  /// One name a line, or several with semicolons between them.
  private static func names(_ values: [String]) -> [String] {
    values.flatMap { $0.split { $0.isNewline || $0 == ";" } }.map(\.collapsed).filter { !$0.isEmpty }
  }

  /// The name without the e-mail address that Zoological Record puts behind it.
  private static func withoutAddress(_ name: String) -> String {
    guard let parenthesis = name.firstIndex(of: "("), name.contains("@") else { return name }
    return name[..<parenthesis].trimmed
  }

  private static func addInitials(_ short: String, to person: inout Contributor) {
    let parts = short.split(separator: ",").map(\.trimmed)
    if parts.count == 2, person.family != nil, parts[1].allSatisfy({ $0.isLetter && $0.isUppercase }) {
      person.initials = parts[1]
    }
  }

  /// Reads lines such as "[Muster, Ada; Beispiel, Bo] Example Univ, Example."; those without names are all
  /// authors' or nobody's in particular.
  private static func readAddresses(_ record: inout TextRecord, into reference: inout Reference) {
    for line in record.takeLines(["C1"]).flatMap({ $0.split(whereSeparator: \.isNewline).map(\.collapsed) }) {
      guard !reference.contributors.isEmpty else {
        reference.notes.append(line)
        continue
      }
      guard line.hasPrefix("["), let close = line.firstIndex(of: "]") else {
        reference.contributors[0].affiliations.append(line)
        continue
      }
      let place = line[line.index(after: close)...].trimmed
      let owners = line[..<close].dropFirst().split(separator: ";").map(\.trimmed)
      var isPlaced = false
      for index in reference.contributors.indices {
        guard let family = reference.contributors[index].family else { continue }
        let given = reference.contributors[index].given ?? ""
        if owners.contains("\(family), \(given)")
          || owners.contains(where: { $0.hasPrefix("\(family), \(given.prefix(1))") })
        {
          reference.contributors[index].affiliations.append(place)
          isPlaced = true
        }
      }
      if !isPlaced { reference.contributors[0].affiliations.append(place) }
    }
  }

  /// Reads "Muster, Ada/0000-0002-1825-0097; …" for those authors whose family name is there.
  private static func readORCIDs(
    _ record: inout TextRecord, _ short: [String], into reference: inout Reference
  ) {
    guard let text = record.value("OI") else { return }
    var isWhole = true
    for item in text.split(separator: ";").map(\.trimmed) {
      let parts = item.split(separator: "/").map(\.trimmed)
      let family = parts.first?.split(separator: ",").first.map(String.init)?.lowercased()
      let matches = reference.contributors.indices.filter {
        reference.contributors[$0].family?.lowercased() == family
      }
      if parts.count == 2, matches.count == 1 {
        reference.contributors[matches[0]].identifiers["ORCID"] = ORCID.bare(parts[1])
      } else {
        isWhole = false
      }
    }
    if isWhole { _ = record.take("OI") }
  }
}

internal import OnusModel

extension TEI {
  // MARK: People

  /// Reads an author or editor: a person by the parts of the name, a group, or a printed list of names.
  static func readPeople(_ element: XMLElement, role: Contributor.Role, into work: inout Reference) {
    if let name = element.child("persName") ?? (element.child("surname") == nil ? nil : element) {
      guard var person = person(name, role: role) else { return }
      if element.attribute("role", is: "corresp") { person.attributes["corresp"] = "yes" }
      person.affiliations = element.children("affiliation").compactMap(affiliation)
      if let text = element.text(at: "email") { person.attributes["email"] = text }
      for number in element.children("idno") {
        guard let kind = number.attribute("type"), let text = number.nonEmptyText else { continue }
        person.identifiers[kind] = kind == "ORCID" ? ORCID.bare(text) : text
      }
      work.contributors.append(person)
    } else if let group = element.child("orgName") {
      if let text = group.readableText { work.contributors.append(Contributor(role: role, literal: text)) }
      _ = group.attribute("type")
    } else if let text = element.readableText {
      let list = PersonNameList(text, areGivenNamesFirst: true)
      work.contributors += list.names.map { $0.contributor(role: role) }
      if list.isCut { work.isAuthorListComplete = false }
    }
  }

  private static func person(_ name: XMLElement, role: Contributor.Role) -> Contributor? {
    let forenames = name.children("forename").compactMap { forename in
      _ = forename.attribute("type")
      return forename.nonEmptyText
    }
    let link = name.text(at: "nameLink")
    let surname = name.text(at: "surname")
    let family = [link, surname].compactMap { $0 }.joined(separator: " ")
    var parsed = PersonName(
      family: family, given: forenames.joined(separator: " "), suffix: name.text(at: "genName"))
    if parsed == nil { parsed = name.readableText.flatMap { PersonName($0) } }
    guard var person = parsed?.contributor(role: role) else { return nil }
    if let title = name.text(at: "roleName") { person.attributes["title"] = title }
    return person
  }

  private static func affiliation(_ element: XMLElement) -> String? {
    _ = element.attribute("key")
    var parts = element.children("orgName").compactMap { name in
      _ = name.attribute("type")
      _ = name.attribute("key")
      return name.readableText
    }
    if let address = element.child("address") {
      parts += address.elements.compactMap { part in
        _ = part.attribute("key")
        return part.readableText
      }
    }
    return parts.isEmpty ? element.readableText : parts.joined(separator: ", ")
  }

  /// Reads a collaboration beside the authors, or the body that a report or thesis was written at.
  static func readGroup(_ element: XMLElement, into work: inout Reference) {
    let isAuthor = element.attribute("type", is: "collaboration")
    guard let text = element.readableText else { return }
    if isAuthor {
      work.contributors.append(Contributor(literal: text))
    } else if work.publisher == nil {
      work.publisher = text
      _ = element.attribute("type")
    }
  }

  // MARK: Numbers

  static func readScopes(_ element: XMLElement, into work: inout Reference) {
    for scope in element.children("biblScope") { readScope(scope, into: &work) }
  }

  static func readScope(_ scope: XMLElement, into work: inout Reference) {
    let unit = (scope.attribute("unit") ?? scope.attribute("type") ?? "").lowercased()
    let start = scope.attribute("from")
    let end = scope.attribute("to")
    let range = start.map { start in end.map { $0 == start ? start : "\(start)-\($0)" } ?? start }
    guard let text = range ?? scope.nonEmptyText else { return }
    switch unit {
    case "volume", "vol": work.volume = work.volume ?? text
    case "issue", "iss", "number": work.issue = work.issue ?? text
    case "page", "pages", "pp", "p": if work.pages == nil { work.pages = PageRange(text) }
    default: work.notes.append(unit.isEmpty ? text : "\(unit) \(text)")
    }
  }

  static func readDate(_ element: XMLElement, into work: inout Reference) {
    let text = element.attribute("when") ?? element.attribute("notBefore") ?? element.readableText
    guard let text, !text.isEmpty else { return }
    var date = PartialDate(written: text)
    let printed = element.readableText
    if let printed, printed != text, date.iso8601 != printed { date.printed = printed }
    let kind = element.attribute("type") ?? "published"
    if kind == "published", work.issued == nil {
      work.issued = date
    } else {
      work.history.append(HistoryDate(kind, date))
    }
  }

  /// Reads an identifier, whose type is spelt in many ways and whose text may be broken by a line end.
  static func readNumber(_ element: XMLElement, isHost: Bool, into work: inout Reference) {
    guard let text = element.nonEmptyText else { return }
    let kind = element.attribute("type")?.lowercased() ?? ""
    switch kind {
    case "doi":
      let solid = text.filter { !$0.isWhitespace }
      add(DOIText.first(in: text.contains(" ") ? solid : text) ?? Identifier(.doi, solid), to: &work)
    case "arxiv", "arxive", "arxivid":
      var number = text.filter { !$0.isWhitespace }.lowercased()
      if number.hasPrefix("arxiv:") { number = String(number.dropFirst(6)) }
      add(Identifier(Identifier.Scheme(rawValue: "arxiv"), number), to: &work)
    case "pmid", "pmc", "pmcid":
      // GROBID's training data has the label inside: "PMID: 123", "PMCID :PMC123".
      let digits = text.drop { !$0.isASCIIDigit }
      add(Identifier(kind == "pmid" ? .pmid : .pmcid, digits.isEmpty ? text : String(digits)), to: &work)
    case "issn", "eissn", "issne":
      var container = work.container ?? Container()
      let medium = kind == "issn" ? nil : "Electronic"
      container.serialNumbers.append(SerialNumber(issn: text, medium: medium))
      work.container = container
    case "isbn":
      guard isHost else { return add(Identifier(.isbn, text), to: &work) }
      var container = work.container ?? Container()
      container.bookNumbers = (container.bookNumbers ?? []) + [Identifier(.isbn, text).value]
      work.container = container
    case "report", "reportnumber": work.number = work.number ?? text
    case "url", "uri": if WebAddress.isOne(text) { work.addresses.append(text) }
    case "": add(DOIText.first(in: text) ?? Identifier(.key, text), to: &work)
    default: add(Identifier(Identifier.Scheme(rawValue: kind), text), to: &work)
    }
  }

  private static func add(_ identifier: Identifier, to work: inout Reference) {
    if !work.identifiers.contains(identifier) { work.identifiers.append(identifier) }
  }

  static func readAddress(_ element: XMLElement, into work: inout Reference) {
    _ = element.attribute("type", is: "web")
    guard let target = element.attribute("target") ?? element.nonEmptyText else { return }
    if let identifier = WebAddress.identifier(target) {
      add(identifier, to: &work)
    } else if WebAddress.isOne(target), !work.addresses.contains(target) {
      work.addresses.append(target)
    }
    if !element.isEmpty { element.markTextRead() }
  }
}

internal import OnusModel

extension OAIDC {
  /// Reads a person or group; libraries put years of life and an abbreviated role behind the name.
  static func readPerson(_ element: XMLElement, role: Contributor.Role, into reference: inout Reference) {
    guard let text = element.nonEmptyText else { return }
    var role = role
    var years: String?
    let parts = text.split(separator: ",").map(\.trimmed).filter { part in
      if part.contains("-"), part.allSatisfy({ $0.isASCIIDigit || "-. ".contains($0) }) {
        years = part.trimmingTail { $0 == "." }
        return false
      }
      guard let known = roles[part.lowercased()] else { return true }
      role = known
      return false
    }
    let name = parts.joined(separator: ", ")
    guard var contributor = PersonName(name)?.contributor(role: role) else { return }
    if let years { contributor.attributes["date"] = years }
    if let id = element.attribute("id") ?? element.attribute("orcid") {
      contributor.identifiers["ORCID"] = ORCID.bare(id)
    }
    reference.contributors.append(contributor)
  }

  private static let roles: [String: Contributor.Role] = [
    "ed.": .editor, "eds.": .editor, "editor": .editor, "trans.": .translator, "tr.": .translator,
    "ill.": Contributor.Role(rawValue: "illustrator"),
  ]

  static func readIdentifier(_ text: String, into reference: inout Reference) {
    if let identifier = identifier(text) {
      if identifier.scheme == .key, text.contains(" ") {
        // A place in a journal, as arXiv gives it, is no name.
        reference.notes.append(text)
      } else if !reference.identifiers.contains(identifier) {
        reference.identifiers.append(identifier)
      }
    }
    if WebAddress.isOne(text), WebAddress.identifier(text) == nil { reference.addresses.append(text) }
  }

  /// The identifier that a text is or leads to; `nil` for the address of a page.
  private static func identifier(_ text: String) -> Identifier? {
    let lower = text.lowercased()
    if let number = arXivNumber(lower) { return Identifier(Identifier.Scheme(rawValue: "arxiv"), number) }
    if WebAddress.isOne(text) { return WebAddress.identifier(text) }
    for (start, scheme) in prefixes where lower.hasPrefix(start) {
      return Identifier(scheme, text.dropFirst(start.count).trimmed)
    }
    if DOIText.isAlone(text) { return DOIText.first(in: text) }
    return Identifier(.key, text)
  }

  private static let prefixes: [(String, Identifier.Scheme)] = [
    ("info:doi:", .doi), ("info:doi/", .doi), ("doi:", .doi), ("urn:doi:", .doi), ("info:pmid/", .pmid),
    ("pmid:", .pmid), ("urn:isbn:", .isbn), ("isbn:", .isbn), ("isbn ", .isbn), ("pmcid:", .pmcid),
    ("urn:issn:", .issn), ("issn:", .issn), ("issn ", .issn),
  ]

  private static func arXivNumber(_ text: String) -> String? {
    if text.hasPrefix("arxiv:") { return String(text.dropFirst(6)) }
    guard let range = text.firstRange(of: "arxiv.org/abs/") else { return nil }
    return String(text[range.upperBound...])
  }

  /// Reads a relation: OpenAIRE's alternative identifiers are the work's own, all others other works.
  static func readRelation(_ element: XMLElement, into reference: inout Reference) {
    guard let text = element.nonEmptyText else { return }
    if let range = text.firstRange(of: "/altIdentifier/") {
      let parts = text[range.upperBound...].split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return }
      switch parts[0].lowercased() {
      case "issn", "eissn", "pissn":
        let medium = ["eissn": "Electronic", "pissn": "Print"][parts[0].lowercased()]
        var container = reference.container ?? Container()
        container.serialNumbers.append(SerialNumber(issn: parts[1], medium: medium))
        reference.container = container
      case let scheme:
        let identifier = Identifier(Identifier.Scheme(rawValue: scheme), parts[1])
        if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
      }
    } else {
      let target = WebAddress.identifier(text) ?? (DOIText.isAlone(text) ? DOIText.first(in: text) : nil)
      reference.relations.append(
        Relation(
          type: "relation", citation: target == nil ? text : nil, identifiers: target.map { [$0] } ?? []))
    }
  }

  // MARK: Source

  /// Reads where an article appeared: "IMA Fungus 17(2): e173", or in OJS's form "Fungi; Vol 5 No 2 (2010); 20-35".
  static func readSource(_ element: XMLElement, into reference: inout Reference) {
    guard let text = element.nonEmptyText else { return }
    if let issn = StandardNumbers.serialNumber(text) {
      var container = reference.container ?? Container()
      container.serialNumbers.append(SerialNumber(issn: issn))
      reference.container = container
    } else if WebAddress.isOne(text) {
      readRelation(element, into: &reference)
    } else {
      let place = PrintedPlace(text)
      guard place.volume != nil || reference.type == "article-journal" else {
        reference.notes.append(text)
        return
      }
      var container = reference.container ?? Container()
      if container.title == nil { container.title = place.title }
      reference.container = container
      reference.volume = reference.volume ?? place.volume
      reference.issue = reference.issue ?? place.issue
      if reference.pages == nil { reference.pages = place.pages.map { PageRange($0) } }
      if reference.type == "document" { reference.type = "article-journal" }
    }
  }
}

/// A place in a journal as it is printed.
private struct PrintedPlace {
  var title: String
  var volume: String?
  var issue: String?
  var pages: String?

  init(_ text: String) {
    title = text
    let pieces = text.split(separator: ";").map(\.trimmed)
    if pieces.count > 1 { readPieces(pieces) } else { readLine(text) }
  }

  private mutating func readPieces(_ pieces: [String]) {
    title = pieces[0]
    for piece in pieces.dropFirst() {
      let words = piece.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
      for (word, next) in zip(words, words.dropFirst()) where next.first?.isNumber ?? false {
        switch word.lowercased() {
        case "vol", "volume", "bd", "v": volume = volume ?? next
        case "no", "nr", "núm", "num", "n", "issue", "iss", "heft": issue = issue ?? next
        default: continue
        }
      }
      let isRange =
        piece.allSatisfy { $0.isASCIIDigit || "-–e".contains($0) } && piece.contains { "-–".contains($0) }
      if isRange { pages = piece.replacing("–", with: "-") }
    }
  }

  /// Reads "Title 17(2): e173", where the last word in front of the colon is the volume.
  private mutating func readLine(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else { return }
    let head = text[..<colon].trimmed
    let tail = text[text.index(after: colon)...].trimmed
    guard let blank = head.lastIndex(of: " ") else { return }
    let number = head[head.index(after: blank)...]
    let digits = number.prefix(while: \.isASCIIDigit)
    let rest = number.dropFirst(digits.count)
    let isIssue = rest.hasPrefix("(") && rest.hasSuffix(")")
    let isPlace = tail.count <= 20 && tail.contains(where: \.isASCIIDigit) && !tail.contains(" ")
    guard !digits.isEmpty, rest.isEmpty || isIssue, isPlace else { return }
    title = head[..<blank].trimmed
    volume = String(digits)
    if isIssue { issue = String(rest.dropFirst().dropLast()) }
    pages = tail.replacing("–", with: "-")
  }
}

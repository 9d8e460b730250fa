internal import OnusModel

extension MARCXML {
  /// Reads people and corporate bodies; meetings are no authors and stay among what is kept.
  static func readNames(_ record: MARCRecord, into reference: inout Reference) {
    let statement = record.first("245")?.peek("c") ?? ""
    for field in record.fields {
      switch field.tag {
      case "100", "700", "720": readPerson(field, statement: statement, into: &reference)
      case "110", "710": readBody(field, into: &reference)
      default: continue
      }
    }
  }

  private static func readPerson(
    _ field: MARCField, statement: String, into reference: inout Reference
  ) {
    // A name with a title is a work inside or beside this one.
    guard field.peek("t") == nil, var text = field["a"].map(MARCText.name), !text.isEmpty else { return }
    let dates = takeDates(from: &text)
    var contributor = name(text, isInverted: field.first != "0").contributor(role: .author)
    if let dates { contributor.attributes["date"] = dates }
    contributor.role = role(field) ?? (field.tag == "700" ? role(of: contributor, in: statement) : .author)
    if let numeration = field["b"].map(MARCText.withoutISBD) { contributor.suffix = numeration }
    for (code, attribute) in [("d", "date"), ("c", "title"), ("q", "fuller form")] {
      if let text = field[code].map(MARCText.withoutISBD) { contributor.attributes[attribute] = text }
    }
    readIdentifier(field, into: &contributor)
    contributor.affiliations = field.all("u")
    // The entries for the parts of a work repeat its author.
    let isKnown = reference.contributors.contains {
      $0.family == contributor.family && $0.given == contributor.given && $0.literal == contributor.literal
        && $0.role == contributor.role
    }
    if !isKnown { reference.contributors.append(contributor) }
  }

  /// Takes "1867-1948" off the end of a name, where it should be a subfield of its own.
  private static func takeDates(from text: inout String) -> String? {
    guard let comma = text.lastIndex(of: ",") else { return nil }
    let dates = text[text.index(after: comma)...].trimmed
    guard dates.count >= 5, dates.allSatisfy({ $0.isASCIIDigit || $0 == "-" }) else { return nil }
    text = text[..<comma].trimmed
    return dates
  }

  private static func name(_ text: String, isInverted: Bool) -> PersonName {
    // A forename alone, of a saint or a king, is not taken apart.
    guard isInverted || text.contains(","), let name = PersonName(text) else {
      return PersonName(literal: text)
    }
    return name
  }

  private static func readBody(_ field: MARCField, into reference: inout Reference) {
    guard field.peek("t") == nil else { return }
    let parts = field.all(among: "ab").map { MARCText.cleaned($0.text) }.filter { !$0.isEmpty }
    guard !parts.isEmpty else { return }
    var contributor = Contributor(role: role(field) ?? .author, literal: parts.joined(separator: ". "))
    readIdentifier(field, into: &contributor)
    reference.contributors.append(contributor)
  }

  private static func readIdentifier(_ field: MARCField, into contributor: inout Contributor) {
    for text in field.all("0") + field.all("1") {
      if text.contains("orcid") {
        contributor.identifiers["ORCID"] = String(text.suffix(19))
      } else {
        contributor.identifiers[text.hasPrefix("http") ? "URI" : "authority"] = text
      }
    }
  }

  // MARK: Roles

  /// The role by code, else by word.
  private static func role(_ field: MARCField) -> Contributor.Role? {
    let codes = field.all("4").map { String($0.split(separator: "/").last ?? "") }
    let words = field.all("e").map { MARCText.cleaned($0).lowercased() }
    let names = codes.map { codeNames[$0] ?? $0 } + words.map { wordNames[$0] ?? $0 }
    return names.first.map { Contributor.Role(rawValue: $0) }
  }

  /// The role that the statement of responsibility gives, where the field gives none.
  private static func role(of contributor: Contributor, in statement: String) -> Contributor.Role {
    guard let family = contributor.family else { return .author }
    for part in statement.split(separator: ";") where part.contains(family) {
      let part = part.lowercased()
      if ["edited by", "ed. by", "editor", "hrsg", "herausgegeben"].contains(where: part.contains) {
        return .editor
      }
      if ["translated", "übersetzt", "traduit"].contains(where: part.contains) { return .translator }
    }
    return .author
  }

  static let codeNames = [
    "aut": "author", "cre": "author", "dis": "author", "edt": "editor", "edc": "editor", "com": "editor",
    "hrg": "editor", "trl": "translator", "pbl": "publisher", "ill": "illustrator", "ctb": "contributor",
    "ths": "thesis-advisor", "dgs": "thesis-advisor", "win": "introduction-author",
    "aui": "introduction-author",
    "070": "author", "340": "editor", "651": "editor", "730": "translator", "440": "illustrator",
    "727": "thesis-advisor", "650": "publisher",
  ]

  private static let wordNames = [
    "author": "author", "aut": "author", "joint author": "author", "verfasser": "author",
    "verfasserin": "author", "verfasserin/verfasser": "author", "creator": "author", "editor": "editor",
    "ed": "editor", "edt": "editor", "editor of compilation": "editor", "herausgeber": "editor",
    "herausgeberin": "editor", "hrsg": "editor", "joint editor": "editor", "editeur": "editor",
    "translator": "translator", "trans": "translator", "tr": "translator", "übersetzer": "translator",
    "übersetzerin": "translator", "publisher": "publisher", "illustrator": "illustrator",
    "degree supervisor": "thesis-advisor", "akademischer betreuer": "thesis-advisor",
  ]
}

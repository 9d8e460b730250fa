internal import OnusModel

/// A MARC record: its leader and its fields in the order of the file.
struct MARCRecord {
  let element: XMLElement
  let leader: [UInt8]
  let fields: [MARCField]
  /// What is malformed in the record and yet costs no more than the field that it is in.
  let problems: [Diagnostic]

  init(_ element: XMLElement) {
    self.element = element
    leader = element.child("leader").map { Array($0.rawText.utf8) } ?? []
    var fields: [MARCField] = []
    var problems: [Diagnostic] = []
    for child in element.elements where child.isNamed("datafield") || child.isNamed("controlfield") {
      guard let tag = child.attribute("tag"), !tag.isEmpty else {
        problems.append(Self.problem("a field without a tag", child))
        continue
      }
      // Some writers leave out the zeros in front.
      let zeros = String(repeating: "0", count: max(0, 3 - tag.count))
      fields.append(MARCField(tag: zeros + tag, element: child))
      for subfield in child.children("subfield") where !subfield.isEmpty {
        guard subfield.attribute("code")?.trimmed.isEmpty ?? true else { continue }
        problems.append(Self.problem("a subfield of \(tag) without a code", subfield))
      }
    }
    self.fields = fields
    self.problems = problems
  }

  private static func problem(_ what: String, _ element: XMLElement) -> Diagnostic {
    Diagnostic(.warning, "malformed-record", "the record holds \(what)", at: element.location)
  }

  func all(_ tag: String) -> [MARCField] { fields.filter { $0.tag == tag } }

  func first(_ tag: String) -> MARCField? { fields.first { $0.tag == tag } }

  func has(_ tag: String) -> Bool { fields.contains { $0.tag == tag } }

  /// The leader's character at a position; a blank where it is too short.
  func code(_ position: Int) -> Character {
    leader.count > position ? Character(UnicodeScalar(leader[position])) : " "
  }

  /// What the record describes when that is no work; `nil` for works.
  var otherKind: String? {
    let type = element.attribute("type")
    switch (type, code(6)) {
    case ("Authority", _), (_, "z"): return "an authority"
    case ("Classification", _), (_, "w"): return "a classification"
    case ("Holdings", _), (_, "u"), (_, "v"), (_, "x"), (_, "y"): return "holdings"
    case ("Community", _), (_, "q"): return "community information"
    default: return nil
    }
  }

  // MARK: Control fields

  /// Reads the record's own number and date, and marks codes as read that the reader looks into.
  func readControlFields(into reference: inout Reference) {
    for name in ["leader"] as [StaticString] { element.child(name)?.markRead() }
    if let number = first("001")?.element.nonEmptyText {
      let owner = first("003")?.element.nonEmptyText
      let key = (owner.map { $0 + "/" } ?? "") + number
      reference.identifiers.append(Identifier(.key, key))
    }
    first("008")?.element.markRead()
    if let text = first("005")?.element.nonEmptyText {
      reference.history.append(HistoryDate("revised", PartialDate(written: String(text.prefix(8)))))
    }
  }

  private func codes(_ range: Range<Int>) -> String? {
    guard let text = first("008")?.element.rawText, text.utf8.count >= range.upperBound else { return nil }
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  /// The year among the codes of field 008.
  var yearInCodes: Int? { codes(7..<11).flatMap { Int($0) } }

  /// The language among the codes of field 008.
  var languageInCodes: String? {
    guard let code = codes(35..<38), code.allSatisfy(\.isLetter), code != "und", code != "zxx" else {
      return nil
    }
    return LanguageTag.tag(for: code)
  }

  // MARK: Rest

  /// Keeps what nobody has read under tag and code, as catalogues name it: `583$a`.
  func keepRest(_ reference: inout Reference) {
    for field in fields {
      for subfield in field.element.children("subfield") {
        let code = subfield.attribute("code") ?? ""
        keep(subfield, path: field.tag + "$" + (code.isEmpty ? "?" : code), &reference)
      }
      if field.element.isLeaf { keep(field.element, path: field.tag, &reference) }
    }
    for field in element.children("datafield") {
      for name in ["tag", "ind1", "ind2"] as [StaticString] { _ = field.attribute(name) }
    }
    for name in ["type", "id", "format"] as [StaticString] { _ = element.attribute(name) }
  }

  private func keep(_ element: XMLElement, path: String, _ reference: inout Reference) {
    guard !element.node.isRead, let text = element.nonEmptyText else { return }
    reference.kept.append(KeptField(path: path, value: text, location: element.location))
  }
}

/// A field of a MARC record.
struct MARCField {
  let tag: String
  let element: XMLElement

  /// The first subfield with this code that is not empty.
  subscript(code: String) -> String? { all(code).first }

  /// The subfields with this code that are not empty.
  func all(_ code: String) -> [String] { all { $0 == code } }

  /// The subfields whose codes are among the letters, in the order of the file.
  func all(among codes: String) -> [(code: String, text: String)] {
    element.children("subfield").compactMap { subfield in
      guard let code = subfield.attribute("code"), code.count == 1, codes.contains(code) else { return nil }
      return subfield.nonEmptyText.map { (code, $0) }
    }
  }

  private func all(_ isWanted: (String) -> Bool) -> [String] {
    element.children("subfield").compactMap { subfield in
      guard let code = subfield.attribute("code"), isWanted(code) else { return nil }
      return subfield.nonEmptyText
    }
  }

  /// The first subfield with this code, which stays unread.
  func peek(_ code: String) -> String? {
    element.children("subfield").first { $0.attribute("code") == code }.map {
      String(decoding: $0.bytes, as: UTF8.self).collapsed
    }
  }

  /// The first indicator.
  var first: String { element.attribute("ind1") ?? " " }

  /// The second indicator.
  var second: String { element.attribute("ind2") ?? " " }
}

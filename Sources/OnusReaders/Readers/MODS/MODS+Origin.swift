internal import OnusModel

extension MODS {
  /// Reads where, when and by whom a document or its host was published; what is known already stays.
  static func readOrigin(_ origin: XMLElement, into reference: inout Reference) {
    if reference.publisher == nil { reference.publisher = origin.text(at: "publisher") }
    if reference.edition == nil { reference.edition = origin.text(at: "edition") }
    if reference.place == nil { reference.place = place(origin) }
    if reference.issued == nil {
      reference.issued = date(origin, "dateIssued") ?? keyDate(origin) ?? date(origin, "copyrightDate")
    }
    for name in ["dateCreated", "dateCaptured", "dateModified", "dateValid", "dateOther"] as [StaticString] {
      guard let date = date(origin, name) else { continue }
      reference.history.append(HistoryDate(name.description, date))
    }
    // What was never issued has the date of its making: a photograph, a letter.
    if reference.issued == nil { reference.issued = date(origin, "dateCreated") }
  }

  /// The date that the record itself names as the one to sort by.
  private static func keyDate(_ origin: XMLElement) -> PartialDate? {
    for name in ["dateCreated", "copyrightDate", "dateOther", "dateValid"] as [StaticString]
    where origin.children(name).contains(where: { $0.attribute("keyDate", is: "yes") }) {
      return date(origin, name)
    }
    return nil
  }

  /// The first place given in words and not by a code.
  private static func place(_ origin: XMLElement) -> String? {
    for place in origin.children("place") {
      for term in place.elements where !term.attribute("type", is: "code") && !term.isNamed("code") {
        _ = term.attribute("type", is: "text")
        if let text = term.nonEmptyText { return text }
      }
    }
    return nil
  }

  /// The date with this name: the key date, else the first in a standard encoding, else the first.
  private static func date(_ origin: XMLElement, _ name: StaticString) -> PartialDate? {
    let all = origin.children(name).filter { !$0.isEmpty }
    let key = all.first { $0.attribute("keyDate", is: "yes") }
    let starting = all.filter { !$0.attribute("point", is: "end") }
    guard let start = key ?? starting.first(where: { $0.hasAttribute("encoding") }) ?? starting.first else {
      return all.first.map { date($0.text) }
    }
    _ = start.attribute("encoding")
    _ = start.attribute("point", is: "start")
    var result = date(start.text)
    if let end = all.first(where: { $0.attribute("point", is: "end") }), end.index != start.index {
      result.printed = start.text + "/" + end.text
    }
    return result
  }

  /// Reads a date in one of the encodings MODS allows, or as a title page prints it.
  static func date(_ text: String) -> PartialDate {
    if let date = PartialDate(iso8601: String(text.prefix { $0 != "T" })) { return date }
    if text.count == 8, text.allSatisfy(\.isASCIIDigit) {
      let digits = Array(text)
      let date = PartialDate(
        year: Int(String(digits[0..<4])), month: Int(String(digits[4..<6])), day: Int(String(digits[6..<8])))
      if date.isPossible { return date }
    }
    // The first four digits: "c1993", "[2010?]", "May 2004".
    var date = PartialDate(year: nil, printed: text)
    let words = text.split { !$0.isASCIIDigit }
    date.year = words.first { $0.count == 4 }.flatMap { Int($0) }
    let months = text.split { !$0.isLetter }.filter { $0.count >= 3 }.compactMap {
      PartialDate.month(named: String($0))
    }
    if date.year != nil, months.count == 1 { date.month = months[0] }
    return date
  }
}

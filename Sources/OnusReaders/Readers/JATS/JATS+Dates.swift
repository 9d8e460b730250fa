internal import OnusModel

extension JATS {
  /// Reads the dates of publication and the history of the manuscript.
  ///
  /// The date of the printed issue or of the volume that collects the article comes first, then that of the
  /// electronic edition; when PubMed Central released or got a manuscript is history.
  static func readDates(_ meta: XMLElement, into reference: inout Reference) {
    var undated: PartialDate?
    for element in meta.children("pub-date") {
      guard let date = date(element) else { continue }
      let kind = kind(element)
      switch kind {
      case "ppub", "epub-ppub", "print", "collection", "issue-pub", "pub-print":
        if reference.issued == nil || kind != "collection" && kind != "issue-pub" {
          reference.issued = date
        } else {
          reference.history.append(HistoryDate(kind, date))
        }
      case "epub", "epreprint", "electronic", "pub-electronic", "pub-online":
        if reference.published == nil {
          reference.published = date
        } else {
          reference.history.append(HistoryDate(kind, date))
        }
      case "pub", "": if undated == nil { undated = date }
      default: reference.history.append(HistoryDate(kind, date))
      }
    }
    if reference.issued == nil { reference.issued = undated ?? reference.published }
    for name in ["history", "pub-history"] as [StaticString] {
      guard let history = meta.child(name) else { continue }
      readHistory(history, into: &reference)
    }
  }

  /// What a date of publication is the date of: the older attribute, or the two that replaced it.
  private static func kind(_ element: XMLElement) -> String {
    if let kind = element.attribute("pub-type") { return kind.lowercased() }
    let kind = element.attribute("date-type")?.lowercased() ?? ""
    let format = element.attribute("publication-format")?.lowercased() ?? ""
    guard ["", "pub", "publication"].contains(kind) else { return kind }
    switch format {
    case "print": return "pub-print"
    case "electronic", "online": return "pub-electronic"
    default: return "pub"
    }
  }

  private static func readHistory(_ history: XMLElement, into reference: inout Reference) {
    for element in history.children("date") {
      guard let date = date(element) else { continue }
      reference.history.append(HistoryDate(element.attribute("date-type") ?? "unknown", date))
    }
    for event in history.children("event") {
      for element in event.children("date") {
        guard let date = date(element) else { continue }
        let kind = element.attribute("date-type") ?? event.attribute("event-type") ?? "unknown"
        reference.history.append(HistoryDate(kind, date))
      }
    }
  }

  /// A date by its parts, by its standard form, or as it is printed; "2015c" is a date of 2015.
  static func date(_ element: XMLElement) -> PartialDate? {
    let standard = (element.attribute("iso-8601-date") ?? element.child("year")?.attribute("iso-8601-date"))
      .flatMap { PartialDate(iso8601: String($0.prefix { $0 != "T" })) }
    let names: [StaticString] = ["season", "day", "month", "year", "era", "string-date"]
    let parts = names.compactMap { element.text(at: $0) }
    guard !parts.isEmpty else { return standard ?? element.readableText.map { PartialDate(written: $0) } }
    var date = PartialDate(year: nil)
    let year = element.text(at: "year")
    let month = element.text(at: "month")
    let day = element.text(at: "day")
    date.year = year.flatMap(self.year)
    date.month = month.flatMap { PartialDate.month(named: $0) ?? PartialDate.month(inAnyLanguage: $0) }
    if date.month != nil { date.day = day.flatMap { Int($0) } }
    if !date.isPossible { date.day = nil }
    if date.year == nil, let standard { date = standard }
    if date.year == nil, year == nil { date = PartialDate(written: parts.joined(separator: " ")) }
    let isSaid =
      year == date.year.map(String.init) && (month == nil) == (date.month == nil)
      && (day == nil) == (date.day == nil)
    if !isSaid || parts.count > [year, month, day].compactMap(\.self).count {
      date.printed = parts.joined(separator: " ")
    }
    return date
  }

  /// The year at the start of what is printed: "2015c", "1986–1987", "2004 [1998]".
  static func year(_ text: String) -> Int? {
    let digits = text.drop { !$0.isASCIIDigit }.prefix(while: \.isASCIIDigit)
    return digits.count == 4 ? Int(digits) : nil
  }
}

internal import OnusModel

extension CSLItem {
  mutating func readDates(into reference: inout Reference) {
    let issued = take("issued").flatMap(date)
    let printed = take("published-print").flatMap(date)
    let online = take("published-online").flatMap(date) ?? take("available-date").flatMap(date)
    let published = take("published").flatMap(date)
    reference.issued = issued ?? printed ?? published ?? online
    reference.published = online
    for (name, event) in [
      ("accessed", "accessed"), ("submitted", "submitted"), ("original-date", "original-date"),
      ("event-date", "event-date"), ("accepted", "accepted"), ("approved", "approved"),
    ] {
      if let date = take(name).flatMap(date) { reference.history.append(HistoryDate(event, date)) }
    }
  }

  private static let seasons = ["Spring", "Summer", "Autumn", "Winter"]

  /// The date in any form that CSL allows: parts, a range of parts, a text.
  private func date(_ node: JSONNode) -> PartialDate? {
    if let text = node.text { return PartialDate(written: text) }
    let ranges =
      node["date-parts"]?.elements?.compactMap { $0.elements?.compactMap(\.text).compactMap { Int($0) } }
      ?? []
    guard let first = ranges.first, let year = first.first else {
      return (node["raw"] ?? node["literal"] ?? node["date-time"])?.text.map(PartialDate.init(written:))
    }
    var date = Self.date(first)
    if let literal = node["literal"]?.text { date.printed = literal }
    if ranges.count > 1 {
      // A range without an end has zeros there.
      let last = ranges[1].first == 0 ? "" : Self.date(ranges[1]).iso8601 ?? ""
      date.printed = "\(date.iso8601 ?? String(year))/\(last)"
    }
    if let season = node["season"]?.text {
      let name = Int(season).flatMap { (1...4).contains($0) ? Self.seasons[$0 - 1] : nil } ?? season
      date.printed = "\(year) \(name)"
    }
    if let circa = node["circa"], circa.text != "0" {
      if case .bool(false) = circa.value { return date }
      date.printed = "circa " + (date.printed ?? date.iso8601 ?? String(year))
    }
    return date
  }

  private static func date(_ parts: [Int]) -> PartialDate {
    var date = PartialDate(
      year: parts.first, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
    guard !date.isPossible else { return date }
    // Months from 21 on are seasons of EDTF.
    date.printed = parts.map(String.init).joined(separator: "-")
    date.day = nil
    if !date.isPossible { date.month = nil }
    return date
  }
}

internal import OnusModel

extension RIS {
  /// Reads the date of publication, which comes as a year, as a date, or in two parts.
  static func readDates(_ record: inout TextRecord, into reference: inout Reference) {
    var dates: [PartialDate] = []
    for text in record.takeAll("PY", "Y1") {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      if let event = parts.last.map(\.trimmed), ["received", "accepted", "revised"].contains(event) {
        reference.history.append(
          HistoryDate(event, PartialDate(slashed: parts.dropLast().joined(separator: "/"))))
      } else {
        dates.append(PartialDate(slashed: text))
      }
    }
    // The one that says most; of those that say as much the first.
    var issued = dates.filter { $0.year != nil }.max { $0.knownParts < $1.knownParts } ?? dates.first
    if let text = record.value("DA") {
      let date = PartialDate(slashed: text)
      if issued == nil || issued?.year == nil || date.year == issued?.year && date.knownParts >= 2 {
        if date.year != nil || issued == nil { issued = date }
        _ = record.take("DA")
      } else if date.year == nil, let year = issued?.year, issued?.knownParts == 1 {
        // Web of Science writes the month or the day beside the year.
        issued = PartialDate(written: "\(text) \(year)")
        _ = record.take("DA")
      } else if date == issued || date.knownParts == 1 && date.year == issued?.year {
        _ = record.take("DA")
      }
    }
    reference.issued = issued
    if let text = record.take("Y2") {
      reference.history.append(HistoryDate("accessed", PartialDate(slashed: text)))
    }
    // Web of Science: the month in which the article was first online.
    if let text = record.value("C6"), case let date = PartialDate(written: text), date.year != nil,
      date.month != nil
    {
      reference.published = reference.published ?? date
      _ = record.take("C6")
    }
  }
}

extension PartialDate {
  /// Reads a date as RIS asks for it, `YYYY/MM/DD/other`, with any part left out; any other form is read as
  /// written.
  init(slashed text: String) {
    let text = text.collapsed
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
    let numbers = parts.prefix(3).map { $0.isEmpty || $0.allSatisfy(\.isASCIIDigit) ? Int($0) ?? 0 : -1 }
    guard parts.count > 1, parts[0].count == 4, !numbers.contains(-1), numbers[0] > 0 else {
      self.init(written: text)
      return
    }
    let month = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : nil
    let day = numbers.count > 2 && numbers[2] > 0 ? numbers[2] : nil
    self.init(year: numbers[0], month: month, day: month == nil ? nil : day)
    let rest = parts.dropFirst(3).filter { !$0.isEmpty && $0 != "undefined" }.joined(separator: " ")
    if !isPossible || day != nil && month == nil { printed = text }
    if !isPossible { self.day = nil }
    if !isPossible { self.month = nil }
    guard !rest.isEmpty else { return }
    // A season, a range of months, or the whole date once more.
    let other = PartialDate(written: "\(numbers[0]) \(rest)")
    printed = rest.contains(parts[0]) ? rest : "\(numbers[0]) \(rest)"
    if self.month == nil { self.month = other.month }
    if self.day == nil { self.day = other.day }
  }

  /// How many of year, month and day are known.
  fileprivate var knownParts: Int { [year, month, day].compactMap { $0 }.count }
}

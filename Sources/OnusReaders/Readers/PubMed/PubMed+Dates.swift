internal import OnusModel

extension PubMed {
  /// Reads a date given by its parts, by a season, or in NLM's free form.
  ///
  /// "1979 Jan-Feb" is a date of 1979: a range names no single month. What does not fit the parts stays in
  /// the printed form.
  static func date(_ element: XMLElement) -> PartialDate? {
    if let text = element.text(at: "MedlineDate") { return medlineDate(text) }
    if let date = plainDate(element) { return date }
    guard let year = element.text(at: "Year") else {
      return element.nonEmptyText.map { PartialDate(year: nil, printed: $0) }
    }
    let month = element.text(at: "Month")
    let day = element.text(at: "Day")
    var date = PartialDate(
      year: Int(year), month: month.flatMap(PartialDate.month(named:)), day: day.flatMap { Int($0) })
    if date.month == nil { date.day = nil }
    let season = element.text(at: "Season")
    let time = time(element)
    let isComplete =
      date.year != nil && (month == nil || date.month != nil) && (day == nil || date.day != nil)
    if season != nil || !isComplete || !date.isPossible {
      date.printed = [year, season, month, day, time].compactMap { $0 }.joined(separator: " ")
      if !date.isPossible { date.day = nil }
    } else if let time {
      date.printed = [date.iso8601, time].compactMap { $0 }.joined(separator: " ")
    }
    return date
  }

  /// Reads a month by the three letters that NLM has for it.
  private static func month(_ element: XMLElement) -> Int? {
    let bytes = element.bytes
    guard bytes.count == 3 else { return nil }
    let letters = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard let index = months.firstIndex(of: letters) else { return nil }
    element.markTextRead()
    return index + 1
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ].map { name in name.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }

  /// Reads a date in digits, as nearly all are, its month perhaps by name, without making strings of its parts.
  private static func plainDate(_ element: XMLElement) -> PartialDate? {
    var date = PartialDate(year: nil)
    var hour: XMLElement?
    var minute: XMLElement?
    for part in element.elements {
      guard let digits = part.digits else {
        guard part.isNamed("Month"), let month = month(part) else { return nil }
        date.month = month
        continue
      }
      if part.isNamed("Year") {
        date.year = digits
      } else if part.isNamed("Month") {
        date.month = digits
      } else if part.isNamed("Day") {
        date.day = digits
      } else if part.isNamed("Hour"), hour == nil {
        hour = part
      } else if part.isNamed("Minute"), minute == nil {
        minute = part
      } else {
        return nil
      }
    }
    guard let year = date.year, date.isPossible else { return nil }
    if let hour {
      guard let printed = printed(year, date, hour, minute) else { return nil }
      date.printed = printed
    } else if minute != nil {
      return nil
    }
    return date
  }

  /// A complete date with its time of day, as `2005-03-01 9:00`; `nil` for one that needs more care.
  private static func printed(
    _ year: Int, _ date: PartialDate, _ hour: XMLElement, _ minute: XMLElement?
  ) -> String? {
    guard let month = date.month, let day = date.day, (1000...9999).contains(year),
      let hours = hour.digits, let minutes = minute.map(\.digits) ?? 0, minutes < 100,
      hour.bytes.count == (hours < 10 ? 1 : 2), hours < 100
    else { return nil }
    return String(unsafeUninitializedCapacity: 16) { buffer in
      var count = 0
      func add(_ byte: UInt8) {
        buffer[count] = byte
        count &+= 1
      }
      func addTwo(_ number: Int) {
        add(0x30 + UInt8(truncatingIfNeeded: number / 10))
        add(0x30 + UInt8(truncatingIfNeeded: number % 10))
      }
      addTwo(year / 100)
      addTwo(year % 100)
      add(0x2D)
      addTwo(month)
      add(0x2D)
      addTwo(day)
      add(0x20)
      if hours < 10 { add(0x30 + UInt8(truncatingIfNeeded: hours)) } else { addTwo(hours) }
      add(0x3A)
      addTwo(minutes)
      return count
    }
  }

  /// Reads NLM's free form: the first four digits are the year; a month or day counts only when it is alone.
  static func medlineDate(_ text: String) -> PartialDate {
    if let year = yearOfRange(text) { return PartialDate(year: year, printed: text) }
    var date = PartialDate(year: nil, printed: text)
    let words = text.split { !($0.isLetter || $0.isNumber) }
    guard let first = words.firstIndex(where: { $0.count == 4 && $0.allSatisfy(\.isASCIIDigit) }) else {
      // "c1993" is the year of a copyright.
      let digits = text.split { !$0.isASCIIDigit }
      date.year = digits.first { $0.count == 4 }.flatMap { Int($0) }
      return date
    }
    date.year = Int(words[first])
    let rest = words[(first + 1)...]
    let months = rest.filter { $0.first?.isLetter ?? false }
    let days = rest.filter { $0.allSatisfy(\.isASCIIDigit) }
    guard months.count == 1, let month = PartialDate.month(named: String(months[0])) else { return date }
    guard days.allSatisfy({ $0.count <= 2 }) else { return date }
    date.month = month
    if days.count == 1 { date.day = Int(days[0]) }
    if !date.isPossible { date.day = nil }
    return date
  }

  /// The year of a range of two months, as in "1979 Jan-Feb"; `nil` for any other form.
  private static func yearOfRange(_ text: String) -> Int? {
    let bytes = text.utf8
    guard bytes.count == 12 else { return nil }
    var year = 0
    var position = 0
    for byte in bytes {
      switch position {
      case 0...3:
        guard byte &- 0x30 < 10 else { return nil }
        year = year * 10 + Int(byte &- 0x30)
      case 4: guard byte == 0x20 else { return nil }
      case 8: guard byte == 0x2D else { return nil }
      default: guard (byte | 0x20) &- 0x61 < 26 else { return nil }
      }
      position &+= 1
    }
    return year
  }

  static func readHistory(_ history: XMLElement, into reference: inout Reference) {
    for element in history.children("PubMedPubDate") {
      guard let date = date(element) else { continue }
      reference.history.append(HistoryDate(element.attribute("PubStatus") ?? "unknown", date))
    }
  }

  private static func time(_ element: XMLElement) -> String? {
    guard let hour = element.text(at: "Hour") else { return nil }
    let rest = [element.text(at: "Minute") ?? "0", element.text(at: "Second")].compactMap { $0 }
    return ([hour] + rest.map(padded)).joined(separator: ":")
  }

  private static func padded(_ digits: String) -> String { digits.count == 1 ? "0" + digits : digits }
}

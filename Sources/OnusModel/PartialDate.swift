/// A date of which perhaps only the year or the month is known, with the form in which it was printed.
public struct PartialDate: Hashable, Sendable, Codable {
  /// The year of the Gregorian calendar; `nil` when the printed form names none.
  public var year: Int?

  /// The month, 1 to 12.
  public var month: Int?

  /// The day of the month, 1 to 31.
  public var day: Int?

  /// The date as printed where it was read, for example "1979 Jan-Feb" or "Summer 2009".
  public var printed: String?

  /// Creates a date from its known parts.
  public init(year: Int?, month: Int? = nil, day: Int? = nil, printed: String? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.printed = printed
  }

  /// Reads `2017`, `2017-03` or `2017-03-28`; `nil` for anything else or for a date that does not exist.
  public init?(iso8601 text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }),
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
    guard isPossible else { return nil }
  }

  /// Whether month and day lie within the calendar.
  public var isPossible: Bool {
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return true }
    guard let month else { return false }
    return (1...length(ofMonth: month)).contains(day)
  }

  /// How many days a month of 1 to 12 has; 29 for the second where the year is not known.
  private func length(ofMonth month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      guard let year else { return 29 }
      let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      return isLeap ? 29 : 28
    default: return 31
    }
  }

  /// The known parts in ISO 8601 form, `2017-03-28`, `2017-03` or `2017`; `nil` without a year.
  public var iso8601: String? {
    guard let year else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if let month {
      text += "-" + padded(month, 2)
      if let day { text += "-" + padded(day, 2) }
    }
    return text
  }

  /// The English abbreviation of the month, as NLM prints it.
  public var monthName: String? {
    guard let month, (1...12).contains(month) else { return nil }
    return Self.monthNames[month - 1]
  }

  /// The month that an English name, an abbreviation or a number stands for.
  public static func month(named name: String) -> Int? {
    if let number = Int(name) { return (1...12).contains(number) ? number : nil }
    guard name.count >= 3 else { return nil }
    return lowercasedMonthNames.firstIndex(of: name.prefix(3).lowercased()).map { $0 + 1 }
  }

  private static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let lowercasedMonthNames = monthNames.map { $0.lowercased() }
}

extension PartialDate: Comparable {
  /// Orders dates by their known parts; an unknown part comes before a known one.
  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.year ?? 0, left.month ?? 0, left.day ?? 0) < (right.year ?? 0, right.month ?? 0, right.day ?? 0)
  }
}

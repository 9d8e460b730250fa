/// How long something in a study lasted, as published, in ISO 8601, and as a number to sort by.
///
/// The printed form is what people see: "6 months" is never shown as a number of days.
public struct StudyDuration: Hashable, Sendable, Codable {
  /// A unit of calendar time, with its code in ISO 8601 and UCUM.
  public enum Unit: String, Sendable, CaseIterable, Codable {
    /// 24 hours.
    case day
    /// Seven days.
    case week
    /// A twelfth of a year.
    case month
    /// A calendar year.
    case year

    /// Length in days, to sort by: UCUM's mean Julian year of 365.25 days and a twelfth of it.
    public var days: Double {
      switch self {
      case .day: 1
      case .week: 7
      case .month: 30.4375
      case .year: 365.25
      }
    }

    var designator: String {
      switch self {
      case .day: "D"
      case .week: "W"
      case .month: "M"
      case .year: "Y"
      }
    }
  }

  /// The duration as published, for example "8 weeks per period".
  public var printed: String

  /// The shorter end of a range, or the only number.
  public var lower: Double

  /// The longer end of a range, or the only number.
  public var upper: Double

  /// What the numbers count.
  public var unit: Unit

  /// Creates a duration of one length.
  public init(_ count: Double, _ unit: Unit, printed: String? = nil) {
    lower = count
    upper = count
    self.unit = unit
    self.printed = printed ?? "\(Self.text(of: count)) \(unit.rawValue)\(count == 1 ? "" : "s")"
  }

  /// A number of days.
  public static func days(_ count: Double) -> StudyDuration { StudyDuration(count, .day) }
  /// A number of weeks.
  public static func weeks(_ count: Double) -> StudyDuration { StudyDuration(count, .week) }
  /// A number of months.
  public static func months(_ count: Double) -> StudyDuration { StudyDuration(count, .month) }
  /// A number of years.
  public static func years(_ count: Double) -> StudyDuration { StudyDuration(count, .year) }

  /// Reads a duration as people write it: "6 months", "12 to 16 weeks", "up to 2 years", "8 weeks per
  /// period", "eight weeks", "8w", "1 year 6 months"; `nil` when no number with a unit is found, or when two
  /// are found side by side that make no whole.
  public init?(parsing text: String) {
    let words = Self.words(of: text)
    for (index, word) in words.enumerated() {
      guard let unit = Self.unit(named: word), index > 0, let last = Self.number(words[index - 1]) else {
        continue
      }
      printed = text.collapsed
      upper = last
      lower = last
      self.unit = unit
      if let rest = Self.rest(after: index, in: words) {
        guard let whole = Self.sum(last, unit, rest.count, rest.unit) else { return nil }
        (lower, upper, self.unit) = (whole, whole, rest.unit)
        return
      }
      if index > 2, ["to", "-", "–", "or"].contains(words[index - 2]),
        let first = Self.number(words[index - 3])
      {
        lower = min(first, last)
        upper = max(first, last)
      } else if index > 1, words[index - 2] == "-" {
        // A minus sign: no study lasts less than no time.
        return nil
      }
      return
    }
    return nil
  }

  /// A number with its unit that follows at once, as the months in "1 year 6 months" or "1 year and 6 months".
  private static func rest(after index: Int, in words: [String]) -> (count: Double, unit: Unit)? {
    var next = words[(index + 1)...]
    if next.first == "and" { next = next.dropFirst() }
    guard next.count > 1, let count = number(next[next.startIndex]),
      let unit = unit(named: next[next.startIndex + 1])
    else { return nil }
    return (count, unit)
  }

  /// Both lengths in the smaller unit, where a whole number of it makes the larger one.
  private static func sum(_ count: Double, _ unit: Unit, _ rest: Double, _ restUnit: Unit) -> Double? {
    switch (unit, restUnit) {
    case (.year, .month): count * 12 + rest
    case (.week, .day): count * 7 + rest
    default: nil
    }
  }

  /// The duration in ISO 8601, for example `P8W`; of a range the longer end.
  public var iso8601: String { "P\(Self.text(of: upper))\(unit.designator)" }

  /// The length in days, only to compare and to sort by; of a range the longer end.
  public var sortKey: Double { upper * unit.days }

  private static func text(of number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  /// Splits into words, separating digits from letters and dashes from both.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var kind = -1
    for character in text.lowercased() {
      let next: Int
      if character.isASCIIDigit || character == "." || character == "," {
        next = 0
      } else if character.isLetter {
        next = 1
      } else if character == "-" || character == "–" {
        next = 2
      } else {
        kind = -1
        continue
      }
      if next == kind, let last = words.indices.last {
        words[last].append(character)
      } else {
        words.append(String(character))
      }
      kind = next
    }
    // "eight-week" is a number and its unit, "12-16 weeks" a range.
    var joined: [String] = []
    for (index, word) in words.enumerated() {
      let isHyphen = word == "-" && index + 1 < words.count && unit(named: words[index + 1]) != nil
      if !isHyphen { joined.append(word) }
    }
    return joined
  }

  private static func unit(named word: String) -> Unit? {
    switch word {
    case "d", "day", "days": .day
    case "w", "wk", "wks", "week", "weeks": .week
    case "m", "mo", "mos", "month", "months": .month
    case "y", "yr", "yrs", "year", "years": .year
    default: nil
    }
  }

  private static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]

  private static func number(_ word: String) -> Double? {
    if let index = numberWords.firstIndex(of: word) { return Double(index + 1) }
    let groups = word.split(separator: ",", omittingEmptySubsequences: false)
    // A comma that does not part thousands may be a decimal one: "1,5" is not 15.
    let isGrouped =
      groups.count == 1 || groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count < 4
    guard isGrouped, let value = Double(groups.joined()), value.isFinite, value >= 0 else { return nil }
    return value
  }
}

extension StudyDuration: Comparable {
  /// Orders durations by ``sortKey``; equal lengths by what was printed.
  public static func < (left: StudyDuration, right: StudyDuration) -> Bool {
    (left.sortKey, left.printed) < (right.sortKey, right.printed)
  }
}

extension StudyDuration: CustomStringConvertible {
  /// The duration as published.
  public var description: String { printed }
}

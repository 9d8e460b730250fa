internal import OnusModel

extension PartialDate {
  /// Reads a date as people and programs write it: "2017-03-28", "2001/6//", "15 June 2000", "14.10.2010",
  /// "1979 Jan-Feb", "c1993".
  ///
  /// Only what is certain becomes a part: a range names no single month or day, and of "3/4/2017" only the
  /// year is known. The text stays as the printed form unless the parts say all of it.
  init(written text: String) {
    let text = text.collapsed
    self.init(year: nil, printed: text)
    if let date = Self.numeric(text) {
      self = date
    } else {
      readWords(text)
    }
    if !isPossible { day = nil }
    if !isPossible { month = nil }
    printed = iso8601 == text ? nil : text
  }

  /// Reads forms made of numbers only.
  private static func numeric(_ text: String) -> PartialDate? {
    // A time of day may follow.
    let isTimed = text.count > 10 && "T ".contains(text[text.index(text.startIndex, offsetBy: 10)])
    if let date = PartialDate(iso8601: isTimed ? String(text.prefix(10)) : text) { return date }
    guard !text.contains(where: \.isLetter) else { return nil }
    if text.count == 8, text.allSatisfy(\.isASCIIDigit), let number = Int(text) {
      return PartialDate(year: number / 10000, month: number / 100 % 100, day: number % 100)
    }
    let separators = Set(text.filter { !$0.isASCIIDigit && $0 != " " })
    let parts = text.split { !$0.isASCIIDigit }.map(String.init)
    let numbers = parts.compactMap { Int($0) }
    guard separators.count == 1, (2...3).contains(parts.count), numbers.count == parts.count else {
      return nil
    }
    if parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count <= 2 }), separators != ["–"] {
      return PartialDate(year: numbers[0], month: numbers[1], day: numbers.count > 2 ? numbers[2] : nil)
    }
    guard parts[parts.count - 1].count == 4, parts.dropLast().allSatisfy({ $0.count <= 2 }) else {
      return nil
    }
    if parts.count == 2 { return PartialDate(year: numbers[1], month: numbers[0]) }
    // Full stops stand between day and month; of slashes and hyphens only the size of the numbers tells.
    if separators == ["."] || numbers[0] > 12 {
      return PartialDate(year: numbers[2], month: numbers[1], day: numbers[0])
    }
    if numbers[1] > 12 { return PartialDate(year: numbers[2], month: numbers[0], day: numbers[1]) }
    return nil
  }

  private mutating func readWords(_ text: String) {
    let runs = Self.runs(text)
    year = runs.lazy.filter { $0.count == 4 }.compactMap { Int($0) }.first { (1000...2999).contains($0) }
    guard year != nil else { return }
    let months = runs.compactMap { Self.month(inAnyLanguage: $0) }
    guard months.count == 1 else { return }
    month = months[0]
    let days = runs.filter { $0.count <= 2 }.compactMap { Int($0) }
    if days.count == 1, (1...31).contains(days[0]) { day = days[0] }
  }

  /// The runs of letters and of digits.
  private static func runs(_ text: String) -> [String] {
    var runs: [String] = []
    var isOpen = false
    for character in text {
      guard character.isLetter || character.isASCIIDigit else {
        isOpen = false
        continue
      }
      if isOpen, let last = runs.last?.last, last.isASCIIDigit == character.isASCIIDigit {
        runs[runs.count - 1].append(character)
      } else {
        runs.append(String(character))
        isOpen = true
      }
    }
    return runs
  }

  /// The month that a name or its beginning stands for in English, German, French, Spanish, Italian,
  /// Portuguese or Dutch.
  static func month(inAnyLanguage word: String) -> Int? {
    let word = word.lowercased()
    guard word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
    let index = monthNames.firstIndex { names in
      names.split(separator: " ").contains { $0.hasPrefix(word) }
    }
    return index.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
  }

  private static let monthNames = [
    "january januar jänner janvier enero gennaio janeiro januari",
    "february februar février fevrier febrero febbraio fevereiro februari",
    "march märz maerz mars marzo março maart",
    "april avril abril aprile", "may mai mayo maggio maio mei", "june juni juin junio giugno junho",
    "july juli juillet julio luglio julho", "august août aout agosto augustus",
    "september septembre septiembre settembre setembro", "october oktober octobre octubre ottobre outubro",
    "november novembre noviembre novembro", "december dezember décembre decembre diciembre dicembre dezembro",
  ]
}

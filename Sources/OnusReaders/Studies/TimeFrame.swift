internal import OnusModel

/// When an outcome is measured, as registers write it, and the duration that this says.
enum TimeFrame {
  /// How long people are followed for an outcome, when the text says one time or several of one unit, of
  /// which the longest counts: "12 weeks", "Baseline, week 8", "at 3, 6 and 12 months".
  ///
  /// `nil` when there are different units, because it is not certain what each of them is, and when the text
  /// says how often, or how old people are.
  static func duration(_ text: String) -> StudyDuration? {
    let words = words(of: text)
    guard !words.contains(where: Self.isOtherTime) else { return nil }
    var found: [(count: Double, unit: StudyDuration.Unit)] = []
    for (index, word) in words.enumerated() {
      guard let unit = unit(word) else { continue }
      let before = numbers(endingAt: index, in: words)
      let isPlural = word.last == "s"
      let after =
        before.isEmpty || isPlural && Double(words[index - 1]) == nil
        ? numbers(startingAt: index + 1, in: words) : []
      found += (before + after).map { ($0, unit) }
    }
    guard let first = found.first, found.allSatisfy({ $0.unit == first.unit }),
      let longest = found.map(\.count).max(), longest > 0
    else { return nil }
    let printed = text.collapsed
    let starts = ["up to ", "approximately ", "about ", "at least "]
    let isDuration =
      found.count == 1 && printed.count <= 40
      && (printed.first?.isNumber ?? false || starts.contains { printed.lowercased().hasPrefix($0) })
    return StudyDuration(longest, first.unit, printed: isDuration ? printed : nil)
  }

  private static func isOtherTime(_ word: String) -> Bool {
    ["every", "each", "per", "cycle", "cycles", "age", "aged", "old", "previous", "prior", "average"]
      .contains(word)
  }

  /// The numbers of a list that ends in front of a word: "3, 6 and 12 months".
  private static func numbers(endingAt end: Int, in words: [String]) -> [Double] {
    var numbers: [Double] = []
    var index = end - 1
    while index >= 0 {
      if let number = Double(words[index]) {
        numbers.append(number)
      } else if numbers.isEmpty || !["and", "to", "or"].contains(words[index]) {
        break
      }
      index -= 1
    }
    return numbers
  }

  /// The numbers of a list that starts behind a word: "weeks 0, 4 and 24".
  private static func numbers(startingAt start: Int, in words: [String]) -> [Double] {
    var numbers: [Double] = []
    for word in words[start...] {
      if let number = Double(word) {
        numbers.append(number)
      } else if numbers.isEmpty || !["and", "to", "or"].contains(word) {
        break
      }
    }
    return numbers
  }

  /// The words and numbers in lower case, digits apart from letters.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var kind = 0
    for character in text.lowercased() {
      let next = character.isASCIIDigit || character == "." && kind == 1 ? 1 : character.isLetter ? 2 : 0
      if next == 0 {
        kind = 0
        continue
      }
      if next == kind, let last = words.indices.last {
        words[last].append(character)
      } else {
        words.append(String(character))
      }
      kind = next
    }
    return words
  }

  private static func unit(_ word: String) -> StudyDuration.Unit? {
    switch word {
    case "day", "days": .day
    case "week", "weeks", "wk", "wks": .week
    case "month", "months": .month
    case "year", "years": .year
    default: nil
    }
  }
}

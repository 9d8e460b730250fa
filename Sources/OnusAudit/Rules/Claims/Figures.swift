internal import OnusModel

/// The numbers in a text, with typographic forms and number words made equal.
enum Figures {
  /// A number with the unit behind it.
  struct Figure: Hashable {
    /// The number in plain digits.
    var number: String
    /// The number and its unit as written.
    var printed: String
  }

  /// The numbers in front of a unit: "40 people", "five hours", "4.5 mg", "89%", "3 to 5 months".
  static func withUnits(in text: String) -> [Figure] {
    let words = pieces(of: text)
    var figures: [Figure] = []
    for (index, word) in words.enumerated() {
      guard let number = number(word) else { continue }
      var next = index + 1
      // The first end of a range has its unit behind the second one.
      if next + 1 < words.count, ["to", "-", "–", "and", "or"].contains(words[next]),
        self.number(words[next + 1]) != nil
      {
        next += 2
      }
      guard next < words.count, units.contains(words[next].lowercased()) else { continue }
      let space = words[next] == "%" ? "" : " "
      figures.append(Figure(number: number, printed: word + space + words[next]))
    }
    return figures
  }

  /// Every number in a text.
  static func numbers(in text: String) -> Set<String> { Set(pieces(of: text).compactMap(number)) }

  /// The plain digits of a number or a number word: "1,234" and "twelve".
  static func number(_ word: String) -> String? {
    if let index = numberWords.firstIndex(of: word.lowercased()) { return String(index + 1) }
    guard let first = word.first, first.isASCIIDigit else { return nil }
    var digits = String(word.map { $0 == "·" ? "." : $0 }.filter { $0 != "," })
    if digits.contains(".") {
      while digits.hasSuffix("0") { digits.removeLast() }
      if digits.hasSuffix(".") { digits.removeLast() }
    }
    return digits
  }

  /// Words, numbers and signs apart: "n=40" gives "n", "=", "40"; "4.5mg" gives "4.5", "mg".
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var kind = -1
    for character in text {
      let next: Int
      if character.isASCIIDigit || (".,·".contains(character) && kind == 0) {
        next = 0
      } else if character.isLetter {
        next = 1
      } else if character.isWhitespace {
        kind = -1
        continue
      } else {
        next = 2
      }
      if next == kind, next < 2, let last = pieces.indices.last {
        pieces[last].append(character)
      } else {
        pieces.append(String(character))
      }
      kind = next
    }
    return pieces.map { piece in
      guard piece.first?.isASCIIDigit == true else { return piece }
      // A full stop or comma that ends the sentence is no part of the number.
      return String(piece.reversed().drop { ".,·".contains($0) }.reversed())
    }
  }

  private static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]

  private static let units: Set<String> = [
    "%", "percent", "people", "patients", "participants", "adults", "children", "women", "men", "volunteers",
    "subjects", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "mg",
    "g",
    "µg", "mcg", "ml", "points", "dollars", "trials",
  ]
}

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
    guard let first = word.unicodeScalars.first else { return nil }
    guard ("0"..."9").contains(first) else {
      // No word for a number to twenty has more than nine letters.
      return word.utf8.count < 10 ? numberWords[word.lowercased()] : nil
    }
    if word.utf8.allSatisfy({ (48...57).contains($0) }) { return word }
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
    var piece = String.UnicodeScalarView()
    var kind = Kind.space
    func finish() {
      guard !piece.isEmpty else { return }
      if kind == .number {
        // A full stop or comma that ends the sentence is no part of the number.
        while let last = piece.last, last == "." || last == "," || last == "·" { piece.removeLast() }
      }
      pieces.append(String(piece))
      piece = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      let next = Kind(scalar, within: kind)
      if next != kind || next == .sign { finish() }
      kind = next
      if next != .space { piece.append(scalar) }
    }
    finish()
    return pieces
  }

  /// What a character of a text is part of.
  private enum Kind {
    case space, number, word, sign

    init(_ scalar: Unicode.Scalar, within kind: Kind) {
      switch scalar {
      case "0"..."9": self = .number
      case ".", ",", "·": self = kind == .number ? .number : .sign
      case "a"..."z", "A"..."Z": self = .word
      case " ", "\n", "\t": self = .space
      default:
        self =
          scalar.value < 128
          ? .sign : scalar.properties.isWhitespace ? .space : scalar.properties.isAlphabetic ? .word : .sign
      }
    }
  }

  private static let numberWords = Dictionary(
    uniqueKeysWithValues: words.enumerated().map { ($0.element, String($0.offset + 1)) })

  private static let words = [
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

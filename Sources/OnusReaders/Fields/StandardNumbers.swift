internal import OnusModel

/// ISSNs and ISBNs in a field that holds either, or several of them with remarks.
struct StandardNumbers {
  var serials: [SerialNumber] = []
  var books: [Identifier] = []
  /// What is neither, in the order of the text.
  var rest: [String] = []

  /// Finds the numbers in a text such as "1532-1827 (Electronic) 0007-0920 (Linking)".
  init(_ text: String) {
    let pieces = text.split { $0.isNewline || ";,|".contains($0) }
    for piece in pieces {
      // A number may be printed in groups with blanks between them.
      if let number = Self.bookNumber(piece.filter { $0 != " " }) {
        books.append(number)
      } else {
        for word in piece.split(whereSeparator: \.isWhitespace) { add(String(word)) }
      }
    }
  }

  private mutating func add(_ word: String) {
    let bare = Self.withoutLabel(word)
    guard !bare.isEmpty else { return }
    if let issn = Self.serialNumber(bare) {
      serials.append(SerialNumber(issn: issn))
    } else if let number = Self.bookNumber(bare) {
      books.append(number)
    } else if let medium = Self.medium(bare), let last = serials.indices.last, serials[last].medium == nil {
      serials[last].medium = medium
    } else {
      rest.append(word)
    }
  }

  private static func withoutLabel(_ word: String) -> String {
    let bare = String(word.drop { " :".contains($0) }).trimmed.trimmingTail { ".:".contains($0) }
    for label in ["e-issn", "eissn", "p-issn", "pissn", "issn", "isbn-13", "isbn-10", "isbn"]
    where bare.lowercased().hasPrefix(label) {
      return String(bare.dropFirst(label.count)).trimmed.drop { ": ".contains($0) }.description
    }
    return bare
  }

  /// The number with its hyphen, when the word has an ISSN's form.
  static func serialNumber(_ word: String) -> String? {
    let characters = word.uppercased().map { "‐‑–−".contains($0) ? "-" : $0 }
    let hasHyphen = characters.count == 9 && characters[4] == "-"
    let digits = characters.filter { $0 != "-" }
    guard digits.count == 8, hasHyphen || characters.count == 8 else { return nil }
    guard digits.dropLast().allSatisfy(\.isASCIIDigit), digits[7].isASCIIDigit || digits[7] == "X" else {
      return nil
    }
    let number = Identifier(.issn, String(digits))
    // Eight digits in a row are a date or a record number as often as not.
    return hasHyphen || number.malformation == nil ? number.value : nil
  }

  /// The number, when the word has an ISBN's form.
  static func bookNumber(_ word: String) -> Identifier? {
    let label = withoutLabel(word)
    let digits = label.uppercased().filter { !"-‐‑–".contains($0) }
    guard digits.count == 10 || digits.count == 13, digits.dropLast().allSatisfy(\.isASCIIDigit),
      let last = digits.last, last.isASCIIDigit || last == "X" && digits.count == 10
    else { return nil }
    return Identifier(.isbn, digits)
  }

  private static func medium(_ word: String) -> String? {
    switch word.lowercased().filter(\.isLetter) {
    case "print", "p": "Print"
    case "electronic", "online", "e": "Electronic"
    case "linking", "l": "Linking"
    default: nil
    }
  }
}

internal import OnusModel

/// Text as library catalogues punctuate it, brought into the form in which it is kept.
enum MARCText {
  /// The text without the punctuation that leads over to the next element, and without brackets around all
  /// of it.
  static func cleaned(_ text: String) -> String {
    var text = withoutISBD(text)
    while text.hasSuffix("."), !text.hasSuffix("..") { text = withoutISBD(String(text.dropLast())) }
    if text.hasPrefix("["), text.hasSuffix("]"), !text.dropFirst().dropLast().contains("[") {
      text = withoutISBD(String(text.dropFirst().dropLast()))
    }
    return text
  }

  /// The text without a colon, slash, semicolon, comma or equals sign at its end, and without the marks
  /// around articles that do not count in sorting.
  static func withoutISBD(_ text: String) -> String {
    let marks: Set<Unicode.Scalar> = [
      "\u{98}", "\u{9C}", "\u{88}", "\u{89}", "\u{200F}", "\u{202A}", "\u{202C}",
    ]
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !marks.contains(scalar) { scalars.append(scalar) }
    return String(scalars).replacing("<<", with: "").replacing(">>", with: "").trimmingTail {
      $0.isWhitespace || ":/;,=".contains($0)
    }.trimmed
  }

  /// A name without the full stop that ends the field, unless it belongs to an initial or abbreviation.
  static func name(_ text: String) -> String {
    let text = withoutISBD(text)
    guard text.hasSuffix(".") else { return text }
    let last = text.dropLast().split { $0 == " " || $0 == "." || $0 == "-" }.last ?? ""
    return last.count <= 1 || PersonName.isSuffix(String(last) + ".") ? text : String(text.dropLast())
  }

  static func date(_ text: String) -> PartialDate { PartialDate(written: cleaned(text)) }

  /// The languages of field 041, in which old records write several codes as one word.
  static func languageCodes(_ text: String) -> [String] {
    let text = text.trimmed
    guard text.count > 3, text.count.isMultiple(of: 3), text.allSatisfy(\.isLetter) else {
      return [LanguageTag.tag(for: text)]
    }
    let letters = Array(text)
    return stride(from: 0, to: letters.count, by: 3).map {
      LanguageTag.tag(for: String(letters[$0..<$0 + 3]))
    }
  }
}

internal import OnusModel

/// Text as TeX and BibTeX read it.
enum TeXEscapes {
  /// The text on one line with the characters escaped that mean something to TeX.
  static func escaped(_ text: String) -> String {
    let text = text.onOneLine.trimmed
    let areBracesPaired = hasPairedBraces(text)
    var result = ""
    for character in text {
      switch character {
      case "&", "%", "$", "#", "_": result += "\\\(character)"
      // TeX makes one sign of two hyphens or quotation marks in a row.
      case "-" where result.last == "-", "'" where result.last == "'", "`" where result.last == "`":
        result += "{}\(character)"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      // BibTeX counts braces, also those behind a backslash: one without its fellow would end the field.
      case "{": result += areBracesPaired ? "\\{" : "\\textbraceleft{}"
      case "}": result += areBracesPaired ? "\\}" : "\\textbraceright{}"
      default: result.append(character)
      }
    }
    return result
  }

  /// A title whose words with capitals are in braces; a first capital at the start needs none.
  static func protectingCapitals(_ title: String) -> String {
    var result = ""
    var isFirst = true
    for word in title.onOneLine.trimmed.split(separator: " ", omittingEmptySubsequences: false) {
      if !result.isEmpty || !isFirst { result += " " }
      let letters = isFirst ? word.dropFirst() : word
      // A word with braces of its own might lose one of a pair.
      let isProtected = letters.contains(where: \.isUppercase) && !word.contains { "{}".contains($0) }
      result += isProtected ? "{\(escaped(String(word)))}" : escaped(String(word))
      isFirst = false
    }
    return result
  }

  /// An address or identifier, which TeX reads verbatim; only what would break the field is encoded.
  static func verbatim(_ address: String) -> String {
    address.onOneLine.trimmed.replacing("\\", with: "%5C").replacing("{", with: "%7B")
      .replacing("}", with: "%7D").replacing(" ", with: "%20")
  }

  private static func hasPairedBraces(_ text: String) -> Bool {
    var depth = 0
    for character in text where character == "{" || character == "}" {
      depth += character == "{" ? 1 : -1
      if depth < 0 { return false }
    }
    return depth == 0
  }
}

internal import OnusModel

/// Text with a little HTML in it, as reference managers and Crossref use it for italics and the like.
enum MarkupText {
  /// The text of the markup on one line, with entities as characters.
  ///
  /// Only elements that format text are markup; "a<b" is text.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return text.collapsed }
    var output = ""
    var rest = text[...]
    while let index = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      output += rest[..<index]
      rest = rest[index...]
      if rest.first == "<", let end = tagEnd(rest) {
        // A paragraph or heading ends a word, italics do not.
        if isBlock(rest[..<end]) { output += " " }
        rest = rest[end...]
      } else if rest.first == "&", let (character, end) = entity(rest) {
        output += character
        rest = rest[end...]
      } else {
        output.append(rest.removeFirst())
      }
    }
    return (output + rest).collapsed
  }

  private static func name(_ tag: Substring) -> String {
    let name = tag.dropFirst().drop { $0 == "/" }.prefix {
      $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-"
    }
    return (name.split(separator: ":").last.map(String.init) ?? "").lowercased()
  }

  private static func isBlock(_ tag: Substring) -> Bool {
    ["p", "br", "title", "sec", "div", "li", "list-item"].contains(name(tag))
  }

  private static func tagEnd(_ text: Substring) -> Substring.Index? {
    guard let close = text.firstIndex(of: ">"), elements.contains(name(text[..<close])) else { return nil }
    return text.index(after: close)
  }

  private static let elements: Set = [
    "b", "br", "div", "em", "i", "inf", "italic", "bold", "jats", "li", "list", "list-item", "p", "sc", "scp",
    "sec", "small", "span", "strong", "sub", "sup", "title", "u", "underline", "abstract",
  ]

  private static func entity(_ text: Substring) -> (character: String, end: Substring.Index)? {
    guard let end = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = text[..<end].dropFirst()
    let after = text.index(after: end)
    if name.first == "#" {
      let digits = name.dropFirst()
      let number =
        digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).map { (String(Character($0)), after) }
    }
    return entities[String(name)].map { ($0, after) }
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
    "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°", "plusmn": "±",
    "times": "×", "micro": "µ", "middot": "·", "le": "≤", "ge": "≥", "alpha": "α", "beta": "β", "gamma": "γ",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é",
    "egrave": "è", "aacute": "á", "agrave": "à", "oacute": "ó", "iacute": "í", "uacute": "ú", "ntilde": "ñ",
    "ccedil": "ç", "ecirc": "ê", "ocirc": "ô", "acirc": "â", "aring": "å", "oslash": "ø", "aelig": "æ",
  ]
}

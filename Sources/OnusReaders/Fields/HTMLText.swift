internal import OnusModel

/// The text of notes and abstracts that programs write in HTML.
enum HTMLText {
  /// The text without its markup, paragraphs and breaks as line breaks; text without markup as it is.
  static func plain(_ html: String) -> String {
    guard html.contains("<") || html.contains("&") else { return html.trimmed }
    var text = ""
    var rest = html[...]
    while let next = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
      text += rest[..<next]
      rest = rest[next...]
      if rest.first == "<" {
        takeTag(&rest, &text)
      } else {
        takeReference(&rest, &text)
      }
    }
    text += rest
    return text.split { $0.isNewline }.map { String($0).collapsed }.filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func takeTag(_ rest: inout Substring, _ text: inout String) {
    let inside = rest.dropFirst()
    guard let first = inside.first, first.isLetter || first == "/" || first == "!",
      let end = inside.firstIndex(of: ">")
    else {
      text.append("<")
      rest = inside
      return
    }
    let name = inside[..<end].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    if blocks.contains(name) { text.append("\n") }
    rest = inside[inside.index(after: end)...]
  }

  private static func takeReference(_ rest: inout Substring, _ text: inout String) {
    let inside = rest.dropFirst()
    let name = inside.prefix { $0 != ";" && !$0.isWhitespace && $0 != "&" }
    guard name.count <= 8, name.endIndex < inside.endIndex, inside[name.endIndex] == ";",
      let character = character(String(name))
    else {
      text.append("&")
      rest = inside
      return
    }
    text.append(character)
    rest = inside[inside.index(after: name.endIndex)...]
  }

  /// The character that a name or number of HTML stands for, such as `ndash` or `#8211`.
  static func character(_ name: String) -> Character? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let number = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(UnicodeScalar.init).map(Character.init)
    }
    return names[name]
  }

  private static let blocks: Set = [
    "p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr",
  ]

  private static let names: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "middot": "·", "times": "×",
    "deg": "°", "plusmn": "±", "micro": "µ", "alpha": "α", "beta": "β", "gamma": "γ", "le": "≤", "ge": "≥",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é",
    "egrave": "è", "agrave": "à", "ccedil": "ç", "ntilde": "ñ", "aacute": "á", "iacute": "í", "oacute": "ó",
    "uacute": "ú", "reg": "®", "copy": "©", "trade": "™", "delta": "δ", "aring": "å", "oslash": "ø",
  ]
}

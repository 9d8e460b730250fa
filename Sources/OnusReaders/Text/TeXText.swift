internal import OnusModel

/// Text with the commands of TeX, read as the characters that would be printed.
///
/// Formatting is dropped and its text kept; a command that is not known keeps its arguments, or its name when
/// it has none. Formulas become a line of text, so "$\\alpha^{2}$" is "α2".
struct TeXText {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var isMath = false
  private var output = String.UnicodeScalarView()
  private var depth = 0
  /// Deeper braces than anybody writes are dropped, so that no text can exhaust the stack.
  private static let deepest = 64

  /// The printed form on one line.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { "\\{}~$`'-".utf8.contains($0) }) else { return text.collapsed }
    var reader = TeXText(text)
    reader.readAll(until: nil)
    return String(reader.output).collapsed
  }

  /// An address, a DOI or a file's name, in which only escapes are commands.
  static func verbatim(_ text: String) -> String {
    var text = text.collapsed
    for (escaped, plain) in [
      ("\\textasciitilde", "~"), ("\\_", "_"), ("\\%", "%"), ("\\&", "&"), ("\\#", "#"),
    ] {
      text = text.replacing(escaped, with: plain)
    }
    text = text.replacing("\\$", with: "$").replacing("\\~", with: "~").replacing("$\\sim$", with: "~")
    if let open = text.firstRange(of: "\\url{"), let close = text[open.upperBound...].firstIndex(of: "}") {
      text = String(text[open.upperBound..<close])
    }
    return text.filter { $0 != "{" && $0 != "}" }
  }

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func readAll(until close: Unicode.Scalar?) {
    while let scalar = next {
      index += 1
      switch scalar {
      case "\\": readCommand()
      case "{": readGroup()
      case "}": if close == "}" { return }
      case "$": isMath.toggle()
      case "~": output.append("\u{A0}")
      case "^" where isMath, "_" where isMath, "&" where isMath: break
      case "-" where !isMath: readDashes()
      case "`": readQuote("`", single: "‘", double: "“")
      case "'": readQuote("'", single: isMath ? "′" : "'", double: "”")
      default: output.append(scalar)
      }
    }
  }

  private mutating func readGroup() {
    guard depth < Self.deepest else { return }
    depth += 1
    readAll(until: "}")
    depth -= 1
  }

  private mutating func readDashes() {
    var count = 1
    while next == "-", count < 3 {
      count += 1
      index += 1
    }
    output.append(count == 1 ? "-" : count == 2 ? "–" : "—")
  }

  private mutating func readQuote(_ mark: Unicode.Scalar, single: Unicode.Scalar, double: Unicode.Scalar) {
    if next == mark {
      index += 1
      output.append(double)
    } else {
      output.append(single)
    }
  }

  // MARK: Commands

  private mutating func readCommand() {
    guard let first = next else { return }
    guard first.isASCII, first.properties.isAlphabetic else {
      index += 1
      readSymbolCommand(first)
      return
    }
    var name = ""
    while let letter = next, letter.isASCII, letter.properties.isAlphabetic {
      name.unicodeScalars.append(letter)
      index += 1
    }
    if name.count == 1, let mark = TeXSymbols.marks[first], !isMath {
      accent(mark)
      return
    }
    let hadBlank = next?.properties.isWhitespace ?? false
    skipWhiteSpace()
    if let symbol = TeXSymbols.symbols[name] {
      output.append(contentsOf: symbol.unicodeScalars)
      // A pair of braces ends the name of a command and prints nothing.
      if next == "{", index + 1 < scalars.count, scalars[index + 1] == "}" { index += 2 }
      return
    }
    readNamedCommand(name, hadBlank: hadBlank)
  }

  private mutating func readNamedCommand(_ name: String, hadBlank: Bool) {
    switch name {
    case "a":
      // In the tabbing environment accents are written so.
      if let scalar = next, let mark = TeXSymbols.marks[scalar] {
        index += 1
        accent(mark)
      }
    case "begin", "end", "noopsort", "vspace", "hspace", "fontsize", "color": skipArgument()
    case "href":
      skipArgument()
      readArgument()
    case "frac":
      readArgument()
      output.append("/")
      readArgument()
    case "sqrt":
      output.append("√")
      readArgument()
    case "enquote", "mkbibquote":
      output.append("“")
      readArgument()
      output.append("”")
    case _ where TeXSymbols.formatting.contains(name): break
    default:
      if next == "{" || next == "[" {
        skipOption()
        while next == "{" { readArgument() }
      } else {
        output.append("\\")
        output.append(contentsOf: name.unicodeScalars)
        if hadBlank { output.append(" ") }
      }
    }
  }

  private mutating func readSymbolCommand(_ symbol: Unicode.Scalar) {
    if let mark = TeXSymbols.marks[symbol], !isMath {
      accent(mark)
      return
    }
    switch symbol {
    case "-", "/", "@", "!", "(", ")", "[", "]": break
    case ",", ";", ":", " ", "\\", "\n", "\t", ">": output.append(" ")
    case "'", "\"", "`", "^", "~", "=", ".": break
    default: output.append(symbol)
    }
  }

  private mutating func skipWhiteSpace() {
    while let scalar = next, scalar.properties.isWhitespace { index += 1 }
  }

  private mutating func skipOption() {
    guard next == "[" else { return }
    while let scalar = next, scalar != "]" {
      index += 1
      if scalar == "{" { return }
    }
    index += 1
  }

  private mutating func readArgument() {
    skipWhiteSpace()
    guard let scalar = next else { return }
    index += 1
    switch scalar {
    case "{": readGroup()
    case "\\" where depth < Self.deepest:
      depth += 1
      readCommand()
      depth -= 1
    default: output.append(scalar)
    }
  }

  private mutating func skipArgument() {
    let kept = output
    // A text with many of these would be copied for each.
    output = String.UnicodeScalarView()
    readArgument()
    output = kept
  }

  // MARK: Accents

  /// Puts a mark on the letter that follows, which may stand in braces or be a command.
  private mutating func accent(_ mark: Unicode.Scalar) {
    let kept = output
    output = String.UnicodeScalarView()
    readArgument()
    var letters = output
    output = kept
    guard !letters.isEmpty else { return }
    var base = letters.removeFirst()
    // A mark takes the place of the dot.
    if base == "ı" { base = "i" }
    if base == "ȷ" { base = "j" }
    if let composed = TeXSymbols.composed(base, mark) {
      output.append(composed)
    } else {
      output.append(base)
      output.append(mark)
    }
    output.append(contentsOf: letters)
  }
}

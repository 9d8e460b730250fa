internal import OnusModel

/// Markup that stands in a text as characters: `&lt;i&gt;in vitro&lt;/i&gt;` once it has been unescaped.
enum EscapedMarkup {
  /// More characters than a tag has with its attributes; looking further for the end of each of a million
  /// would take for ever.
  private static let longestTag = 1000

  /// The text without tags of HTML or JATS, and with the characters that HTML's names stand for.
  ///
  /// "p < 0.05" is no tag; only names that publishers use are.
  static func plain(_ text: String) -> String {
    let signs: [UInt8] = [UInt8(ascii: "<"), UInt8(ascii: "&")]
    guard text.utf8.contains(where: signs.contains) else { return text.collapsedLayout }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      result += rest[..<start]
      let tag = rest[start...].prefix(longestTag)
      guard let end = tag.firstIndex(of: ">"), let name = tagName(rest[start..<end]) else {
        result.append("<")
        rest = rest[rest.index(after: start)...]
        continue
      }
      if blocks.contains(name) { result.append(" ") }
      rest = rest[rest.index(after: end)...]
    }
    result += rest
    return unescaped(result).collapsedLayout
  }

  /// The sections of an abstract whose headings are `<h4>` elements or bold words before a colon.
  static func sections(_ text: String) -> [AbstractSection] {
    var sections: [AbstractSection] = []
    var pieces = text.split(separator: "<h4>", omittingEmptySubsequences: false).map(String.init)
    let first = plain(pieces.removeFirst())
    if !first.isEmpty { sections.append(AbstractSection(text: first)) }
    for piece in pieces {
      guard let end = piece.firstRange(of: "</h4>") else {
        sections.append(AbstractSection(text: plain(piece)))
        continue
      }
      let label = plain(String(piece[..<end.lowerBound])).trimmingTail { ":.".contains($0) }
      let body = plain(String(piece[end.upperBound...]))
      if !body.isEmpty { sections.append(AbstractSection(label: label.isEmpty ? nil : label, text: body)) }
    }
    return sections
  }

  /// The name of the tag that starts with `<`, without prefix; `nil` when it is none.
  private static func tagName(_ text: Substring) -> String? {
    var name = text.dropFirst()
    if name.first == "/" { name = name.dropFirst() }
    let rest = name.drop { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":" || $0 == "-") }
    guard rest.isEmpty || rest.first == "/" || rest.first?.isWhitespace ?? false else { return nil }
    name = name.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":" || $0 == "-") }
    let word = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
    return blocks.contains(word) || inline.contains(word) ? word : nil
  }

  private static let blocks: Set = [
    "p", "br", "div", "li", "ul", "ol", "title", "sec", "h1", "h2", "h3", "h4", "h5", "table", "tr", "td",
  ]
  private static let inline: Set = [
    "i", "b", "u", "em", "strong", "sub", "sup", "scp", "sc", "italic", "bold", "span", "font", "inf", "tt",
    "small", "a", "math", "mi", "mn", "mo", "mrow", "msub", "msup", "msubsup", "mtext", "mfrac", "msqrt",
    "mstyle", "semantics", "emph", "monospace", "underline", "strike", "roman", "sans-serif", "abstract",
  ]

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let name = rest[rest.index(after: start)...].prefix(10).prefix { $0 != ";" }
      let end = rest.index(start, offsetBy: name.count + 1, limitedBy: rest.endIndex) ?? rest.endIndex
      if end < rest.endIndex, rest[end] == ";", let character = HTMLText.character(String(name)) {
        result.append(character)
        rest = rest[rest.index(after: end)...]
      } else {
        result.append("&")
        rest = rest[rest.index(after: start)...]
      }
    }
    return result + rest
  }
}

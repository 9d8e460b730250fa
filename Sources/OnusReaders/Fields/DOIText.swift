internal import OnusModel

/// DOIs in text: bare, behind `doi:`, as web addresses, with remarks around them.
enum DOIText {
  /// The first DOI in a text; `nil` when there is none that is well formed.
  static func first(in text: String) -> Identifier? { all(in: text).first }

  /// All well-formed DOIs in a text, each once.
  static func all(in text: String) -> [Identifier] {
    var found: [Identifier] = []
    var rest = text[...]
    while let range = rest.firstRange(of: "10.") {
      let isInsideNumber =
        range.lowerBound > text.startIndex
        && (text[text.index(before: range.lowerBound)].isNumber
          || text[text.index(before: range.lowerBound)] == ".")
      let candidate = candidate(rest[range.lowerBound...].prefix(longest))
      rest = rest[range.upperBound...]
      let decoded = WebAddress.decoded(String(candidate))
      guard !isInsideNumber, let slash = decoded.firstIndex(of: "/") else { continue }
      let registrant = decoded[..<slash].dropFirst(3)
      guard registrant.count >= 4, registrant.allSatisfy({ $0.isASCIIDigit || $0 == "." }) else { continue }
      let identifier = Identifier(.doi, trimmed(decoded))
      guard identifier.malformation == nil else { continue }
      if !found.contains(identifier) { found.append(identifier) }
      rest = text[candidate.endIndex...]
    }
    return found
  }

  /// More characters than any DOI has.
  private static let longest = 1000

  /// The text to where a DOI must end: white space, a quotation mark, or markup, of which the angle brackets
  /// of old DOIs are told by what follows: "10.1002/(SICI)1097-0258(1998)17:15<1661::AID-SIM968>3.0.CO;2-2".
  private static func candidate(_ text: Substring) -> Substring {
    var end = text.startIndex
    while end < text.endIndex, !text[end].isWhitespace, !"\"|".contains(text[end]) {
      let next = text.index(after: end)
      if text[end] == "<" {
        guard next < text.endIndex, text[next].isASCIIDigit || text[next] == ":" else { break }
      }
      end = next
    }
    return text[..<end]
  }

  /// The DOI without punctuation that belongs to the sentence around it.
  private static func trimmed(_ text: String) -> String {
    var text = text
    while let last = text.last {
      let isOpen = last == ")" && text.count { $0 == "(" } >= text.count { $0 == ")" }
      let isSurplus = ".,;:]}>'”".contains(last) || last == ")" && !isOpen
      guard isSurplus, !(last == ">" && text.contains("<")) else { break }
      text.removeLast()
    }
    return text
  }
}

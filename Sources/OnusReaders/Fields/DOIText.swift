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
      let candidate = rest[range.lowerBound...].prefix { !$0.isWhitespace && !"\"<|".contains($0) }
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

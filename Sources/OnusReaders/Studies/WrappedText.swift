/// Text that was wrapped at a column and indented, as registers deliver it, put back into paragraphs.
enum WrappedText {
  /// The paragraphs: lines between blank lines belong together, and a line that starts with a bullet or a
  /// number in a list starts a new one.
  static func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var isOpen = false
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if words.isEmpty {
        isOpen = false
      } else if isOpen, !startsItem(words) {
        paragraphs[paragraphs.count - 1] += " " + words
      } else {
        paragraphs.append(words)
        isOpen = true
      }
    }
    return paragraphs
  }

  /// The paragraphs, one a line; `nil` when there is none.
  static func lines(_ text: String) -> String? {
    let paragraphs = paragraphs(text)
    return paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n")
  }

  /// The lines of a text with escaped markup, where `<br>` and `<p>` break lines; `nil` when there is none.
  static func linesOfMarkup(_ text: String) -> String? {
    var broken = text
    for tag in ["<br>", "<br/>", "<br />", "<BR>", "<p>", "</p>", "<li>"] {
      broken = broken.replacing(tag, with: "\n")
    }
    let lines = broken.split(whereSeparator: \.isNewline).map { EscapedMarkup.plain(String($0)) }
    let filled = lines.filter { !$0.isEmpty }
    return filled.isEmpty ? nil : filled.joined(separator: "\n")
  }

  private static func startsItem(_ line: String) -> Bool {
    if line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("• ") { return true }
    let digits = line.prefix(while: \.isNumber)
    let rest = line.dropFirst(digits.count)
    return (1...2).contains(digits.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}

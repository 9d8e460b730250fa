/// Formulas in TeX, as publishers wrap them.
enum TeXFormula {
  /// The formula without the document around it that a publisher's converter needs to typeset it alone.
  static func bare(_ text: String) -> String {
    var text = text[...]
    if let start = text.firstRange(of: "\\begin{document}") { text = text[start.upperBound...] }
    if let end = text.firstRange(of: "\\end{document}") { text = text[..<end.lowerBound] }
    for mark in ["$$", "$"] {
      while text.first?.isWhitespace ?? false { text.removeFirst() }
      while text.last?.isWhitespace ?? false { text.removeLast() }
      guard text.count > 2 * mark.count, text.hasPrefix(mark), text.hasSuffix(mark) else { continue }
      text = text.dropFirst(mark.count).dropLast(mark.count)
    }
    return String(text)
  }
}

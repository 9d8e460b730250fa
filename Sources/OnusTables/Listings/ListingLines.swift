/// The lines of a list for a terminal.
enum ListingLines {
  /// The texts wrapped and moved to the right, the lines after a text's first by two more.
  static func wrapped(_ texts: [String], indent: Int, width: Int) -> [String] {
    texts.flatMap { text in
      text.withoutControls.wrapped(to: width - indent - 2).enumerated().map { index, line in
        String(repeating: " ", count: index == 0 ? indent : indent + 2) + line
      }
    }
  }

  /// The lines with their line breaks, without blanks at their ends.
  static func text(of lines: [String]) -> String {
    lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

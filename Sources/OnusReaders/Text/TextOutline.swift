internal import OnusModel

/// The first lines of a file that is not XML, by which its format is told.
struct TextOutline {
  /// The lines in order, with the white space at their ends.
  var lines: [String] = []

  /// Reads the part of a file that is at hand.
  init(firstBytes: [UInt8]) {
    guard let source = try? TextLines(CorpusFile(bytes: firstBytes, name: "")) else { return }
    while let line = try? source.next() {
      // A text has no such character; what has is a program's own format.
      if line.text.utf8.contains(0) {
        lines = []
        return
      }
      lines.append(line.text)
    }
  }

  /// The lines that are not blank.
  var printed: some Sequence<String> { lines.lazy.filter { $0.contains { !$0.isWhitespace } } }

  /// The first line that is not blank, without white space at its ends; empty when there is none.
  var start: String { printed.first { _ in true }?.trimmed ?? "" }
}

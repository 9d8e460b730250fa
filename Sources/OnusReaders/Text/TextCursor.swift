internal import OnusModel

/// The characters of a text one after the other, with their places; a line break is one character.
final class TextCursor {
  private let lines: TextLines
  private var line = TextLine(number: 0, text: "")
  private var scalars: [Unicode.Scalar] = []
  private var index = 0
  private var isAtEnd = false

  init(_ lines: TextLines) throws {
    self.lines = lines
    try load()
  }

  private func load() throws {
    index = 0
    guard let next = try lines.next() else {
      isAtEnd = true
      return
    }
    line = next
    scalars = Array(next.text.unicodeScalars)
  }

  /// The character that comes next; `nil` at the end of the file.
  var next: Unicode.Scalar? {
    if index < scalars.count { return scalars[index] }
    return isAtEnd ? nil : "\n"
  }

  /// The place of the character that comes next.
  var location: SourceLocation { lines.location(line, column: index + 1) }

  /// Whether the character that comes next is the first of its line.
  var isAtLineStart: Bool { index == 0 }

  /// The rest of the line.
  var restOfLine: ArraySlice<Unicode.Scalar> { scalars[min(index, scalars.count)...] }

  /// Moves behind the character that comes next.
  func advance() throws {
    guard !isAtEnd else { return }
    if index < scalars.count {
      index += 1
    } else {
      // What has been read of the last line must not come again.
      scalars = []
      try load()
    }
  }

  /// Moves to the start of the next line.
  func skipLine() throws {
    index = scalars.count
    try advance()
  }

  /// Moves to the first character that is no white space.
  func skipWhiteSpace() throws {
    while let scalar = next, scalar.properties.isWhitespace { try advance() }
  }

  /// Takes characters as long as they pass a test.
  func take(while isPart: (Unicode.Scalar) -> Bool) throws -> String {
    var text = String.UnicodeScalarView()
    while let scalar = next, isPart(scalar) {
      text.append(scalar)
      try advance()
    }
    return String(text)
  }
}

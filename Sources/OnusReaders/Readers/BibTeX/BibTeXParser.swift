internal import OnusModel

/// Takes a text apart into entries, and goes on behind one that is malformed.
struct BibTeXParser {
  private let cursor: TextCursor
  private var macros: [String: String] = [:]
  private var macroSize = 0
  private var entrySize = 0
  /// Abbreviations may be made of abbreviations, a few lines of which can stand for any amount of text.
  private static let largestSize = 1 << 24

  /// What makes an entry unusable.
  private struct Malformation: Error {
    var message: String
    var location: SourceLocation
  }

  init(_ cursor: TextCursor) {
    self.cursor = cursor
    for month in 1...12 {
      guard let name = PartialDate(year: nil, month: month).monthName else { continue }
      macros[name.lowercased()] = name
    }
  }

  mutating func parse(_ receive: (BibTeX.Event) throws -> Void) throws {
    while try skipToEntry() {
      let start = cursor.location
      do {
        if let entry = try entry(at: start, receive) { try receive(.entry(entry)) }
      } catch let malformation as Malformation {
        let note = Diagnostic.Note(malformation.message, at: malformation.location)
        let problem = Diagnostic(
          .warning, "malformed-record", "the entry cannot be read and is left out", at: start, notes: [note])
        try receive(.problem(problem))
        try skipToNextStart()
      }
    }
  }

  // MARK: Between entries

  /// Moves to the `@` of the next entry; what stands in front of it is a comment.
  private func skipToEntry() throws -> Bool {
    while let next = cursor.next {
      if next == "@", BibTeX.isEntryStart(cursor.restOfLine) || isEntryOverLines { return true }
      if next == "%", cursor.isAtLineStart {
        try cursor.skipLine()
      } else {
        try cursor.advance()
      }
    }
    return false
  }

  /// Whether the line holds only `@` and a word, and the brace may follow on the next.
  private var isEntryOverLines: Bool {
    let rest = cursor.restOfLine.dropFirst()
    return cursor.isAtLineStart && !rest.isEmpty
      && rest.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
  }

  /// Moves to the next line that starts an entry.
  private func skipToNextStart() throws {
    while cursor.next != nil, !isAtStart { try cursor.skipLine() }
  }

  /// Whether an entry starts here, at the start of a line: inside another one that means that a brace is
  /// missing.
  private var isAtStart: Bool {
    cursor.isAtLineStart && cursor.next == "@" && BibTeX.isEntryStart(cursor.restOfLine, isCertain: true)
  }

  // MARK: An entry

  private mutating func entry(
    at start: SourceLocation, _ receive: (BibTeX.Event) throws -> Void
  ) throws -> BibTeXEntry? {
    try cursor.advance()
    let kind = try cursor.take { $0.isASCII && $0.properties.isAlphabetic }.lowercased()
    try cursor.skipWhiteSpace()
    guard let open = cursor.next, open == "{" || open == "(" else {
      if kind == "comment" { return nil }
      throw Malformation(message: "a brace should follow @\(kind)", location: cursor.location)
    }
    if kind == "comment" {
      try skipComment(open)
      return nil
    }
    try cursor.advance()
    let close: Unicode.Scalar = open == "{" ? "}" : ")"
    var entry = BibTeXEntry(kind: kind, key: "", location: start)
    entrySize = 0
    if kind == "preamble" {
      _ = try value(receive, in: entry)
      try cursor.skipWhiteSpace()
      if cursor.next == close { try cursor.advance() }
      return nil
    }
    try readFields(of: &entry, until: close, receive)
    guard kind == "string" else { return entry }
    macroSize += entrySize
    try checkSize(macroSize)
    for field in entry.fields { macros[field.name] = field.value }
    return nil
  }

  private func checkSize(_ size: Int) throws {
    guard size > Self.largestSize else { return }
    let message = "the values grow beyond \(Self.largestSize >> 20) MB up to here"
    throw Malformation(message: message, location: cursor.location)
  }

  /// Moves behind the comment's closing brace, or to the next entry when there is none.
  private func skipComment(_ open: Unicode.Scalar) throws {
    let close: Unicode.Scalar = open == "{" ? "}" : ")"
    var depth = 0
    while let next = cursor.next {
      if depth > 0, isAtStart { return }
      if next == open { depth += 1 }
      if next == close { depth -= 1 }
      try cursor.advance()
      if depth == 0 { return }
    }
  }

  private mutating func readFields(
    of entry: inout BibTeXEntry, until close: Unicode.Scalar, _ receive: (BibTeX.Event) throws -> Void
  ) throws {
    var isFirst = entry.kind != "string"
    while true {
      try skipSeparators()
      guard let next = cursor.next, !isAtStart else {
        try receive(
          .problem(
            Diagnostic(
              .warning, "unended-record", "the entry's closing brace is missing", at: entry.location)))
        return
      }
      // Some open with one and close with the other.
      if next == "}" || next == ")" {
        try cursor.advance()
        return
      }
      let location = cursor.location
      // Names and keys with a blank in them are against the rules and not rare.
      let name = try cursor.take { !",={}\"#%\n".unicodeScalars.contains($0) && $0 != close }.trimmed
      try cursor.skipWhiteSpace()
      if cursor.next == "=" {
        try cursor.advance()
        let value = try value(receive, in: entry)
        // A field takes memory even when it is empty.
        entrySize += name.utf8.count + value.utf8.count + 64
        try checkSize(entrySize)
        entry.fields.append(.init(name: name.lowercased(), value: value, location: location))
      } else if isFirst {
        entry.key = name
      } else if name.isEmpty {
        throw Malformation(message: "a field's name should stand here", location: location)
      } else {
        throw Malformation(message: "\"=\" should follow the field's name \(name)", location: cursor.location)
      }
      isFirst = false
    }
  }

  /// Skips commas, white space, and comments between fields.
  private func skipSeparators() throws {
    while let next = cursor.next {
      if next == "%" {
        try cursor.skipLine()
      } else if next == "," || next.properties.isWhitespace {
        try cursor.advance()
      } else {
        return
      }
    }
  }

  // MARK: Values

  /// Reads pieces joined by `#`.
  private func value(_ receive: (BibTeX.Event) throws -> Void, in entry: BibTeXEntry) throws -> String {
    var text = ""
    repeat {
      if cursor.next == "#" { try cursor.advance() }
      try cursor.skipWhiteSpace()
      let location = cursor.location
      switch cursor.next {
      case "{": text += try delimited(by: "}")
      case "\"": text += try delimited(by: "\"")
      case nil: throw Malformation(message: "the file ends where a value should stand", location: location)
      default:
        let word = try cursor.take {
          !$0.properties.isWhitespace && !",{}\"#()".unicodeScalars.contains($0)
        }
        if word.isEmpty {
          guard cursor.next == "," || cursor.next == "}" else {
            throw Malformation(message: "a value should stand here", location: location)
          }
        }
        if let macro = macros[word.lowercased()] {
          text += macro
        } else {
          text += word
          if word.contains(where: \.isLetter), word.first?.isLetter ?? false {
            let message = "nothing says what the abbreviation \(word) stands for"
            try receive(.problem(Diagnostic(.warning, "undefined-abbreviation", message, at: location)))
          }
        }
      }
      try cursor.skipWhiteSpace()
      try checkSize(text.utf8.count)
    } while cursor.next == "#"
    return text
  }

  /// Reads a value in braces or quotation marks; inside, braces come in pairs.
  private func delimited(by close: Unicode.Scalar) throws -> String {
    let start = cursor.location
    try cursor.advance()
    var text = String.UnicodeScalarView()
    var depth = 0
    var size = 0
    while let next = cursor.next {
      if isAtStart { break }
      size += 1
      try checkSize(size)
      if depth == 0, next == close {
        try cursor.advance()
        return String(text)
      }
      if next == "{" { depth += 1 }
      if next == "}" {
        depth -= 1
        guard depth >= 0 else {
          throw Malformation(message: "the value has a closing brace too many", location: cursor.location)
        }
      }
      text.append(next)
      try cursor.advance()
    }
    throw Malformation(message: "the value that starts here does not end", location: start)
  }
}

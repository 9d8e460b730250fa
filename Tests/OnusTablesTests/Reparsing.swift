import Testing

struct Malformed: Error { var reason: String }

/// Reads CSV as RFC 4180 describes it and accepts nothing else.
func parseCSV(_ text: String) throws -> [[String]] {
  var records: [[String]] = []
  var record: [String] = []
  var field = String.UnicodeScalarView()
  var isQuoted = false
  var scalars = Array(text.unicodeScalars)[...]
  func finishField() {
    record.append(String(field))
    field = String.UnicodeScalarView()
  }
  while let scalar = scalars.popFirst() {
    switch (scalar, isQuoted) {
    case ("\"", true) where scalars.first == "\"":
      scalars.removeFirst()
      field.append("\"")
    case ("\"", true): isQuoted = false
    case (_, true): field.append(scalar)
    case ("\"", false):
      guard field.isEmpty else { throw Malformed(reason: "quote within a bare field") }
      isQuoted = true
    case (",", false): finishField()
    case ("\r", false):
      guard scalars.popFirst() == "\n" else { throw Malformed(reason: "lone CR") }
      finishField()
      records.append(record)
      record = []
    case ("\n", false): throw Malformed(reason: "lone LF")
    default: field.append(scalar)
    }
  }
  guard !isQuoted, field.isEmpty, record.isEmpty else { throw Malformed(reason: "unfinished record") }
  return records
}

/// Undoes the escapes of the TSV writer.
func unescapeTSV(_ field: Substring) -> String {
  var result = String.UnicodeScalarView()
  var isEscaped = false
  for scalar in field.unicodeScalars {
    if isEscaped {
      isEscaped = false
      switch scalar {
      case "t": result.append("\t")
      case "n": result.append("\n")
      case "r": result.append("\r")
      default: result.append(scalar)
      }
    } else if scalar == "\\" {
      isEscaped = true
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// Expects every element to be closed in the order in which it was opened, and every `<` to begin a tag.
func expectBalanced(_ html: String) throws {
  let void: Set = ["meta", "col", "br", "!DOCTYPE"]
  var open: [String] = []
  var rest = html[...]
  while let start = rest.firstIndex(of: "<") {
    guard let end = rest[start...].firstIndex(of: ">") else { throw Malformed(reason: "unclosed tag") }
    let tag = rest[rest.index(after: start)..<end]
    guard !tag.contains("<") else { throw Malformed(reason: "tag within a tag: \(tag)") }
    let name = String(tag.prefix { !$0.isWhitespace }.drop { $0 == "/" })
    if tag.hasPrefix("/") {
      #expect(open.popLast() == name)
    } else if !void.contains(name) {
      open.append(name)
    }
    rest = rest[rest.index(after: end)...]
  }
  #expect(open.isEmpty)
}

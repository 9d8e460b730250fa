internal import OnusModel

extension Reader {
  /// EndNote's tagged text and its ancestor Refer: a percent sign and a character in front of each field.
  public static let endNoteTagged = Reader.text(
    name: "endnote-tagged", title: "EndNote tagged (Refer)",
    keeps: "citations, abstract sections, keywords, database numbers, addresses, notes",
    fileExtensions: ["enw", "txt"],
    matches: { EndNoteTagged.isStart(of: $0) }
  ) { lines, receive in
    try EndNoteTagged.read(lines, receive)
  }
}

/// The lines of EndNote's tagged text and what becomes of them.
enum EndNoteTagged {
  /// The tag of a line that starts a field: what stands behind the percent sign; `nil` for any other line.
  private static func tag(_ line: String) -> Character? {
    var rest = line.makeIterator()
    guard rest.next() == "%", let tag = rest.next(), tag.isASCII, !tag.isWhitespace else { return nil }
    guard let blank = rest.next() else { return tag }
    return blank == " " || blank == "\t" ? tag : nil
  }

  /// Whether a file starts with a record; a comment of TeX is none.
  static func isStart(of outline: TextOutline) -> Bool {
    let lines = outline.printed.prefix(8).map(\.self)
    guard let first = lines.first, let start = tag(first) else { return false }
    let tags = Set(lines.compactMap(tag))
    return start == "0"
      || tags.count >= 2 && !tags.isDisjoint(with: ["0", "T", "A"]) && lines.allSatisfy { tag($0) != nil }
  }

  static func read(_ lines: TextLines, _ receive: (ReadEvent) throws -> Void) throws {
    var open: TextRecord?
    var isAfterBlank = true
    var outside = OutsideLines()
    func finish() throws {
      if let record = open, record.fields.contains(where: { $0.name != "%0" || !$0.value.trimmed.isEmpty }) {
        try receive(.record(.reference(reference(record))))
      }
      open = nil
    }
    while let line = try lines.next() {
      guard line.text.contains(where: { !$0.isWhitespace }) else {
        isAfterBlank = true
        continue
      }
      guard let tag = tag(line.text) else {
        if open == nil { outside.add(line, in: lines) }
        try open?.extendLast(with: line.text.trimmed, at: lines.location(line))
        isAfterBlank = false
        continue
      }
      // Refer has no field for the type, and a blank line between records.
      let hasType = open?.fields.contains { $0.name == "%0" } ?? false
      if tag == "0" || isAfterBlank && !hasType { try finish() }
      isAfterBlank = false
      if open == nil { open = TextRecord(at: lines.location(line)) }
      try open?.append("%\(tag)", String(line.text.dropFirst(3)), at: lines.location(line, column: 4))
    }
    try finish()
    if let problem = outside.problem { try receive(.problem(problem)) }
  }
}

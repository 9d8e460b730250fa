internal import OnusModel

extension Reader {
  /// RIS as reference managers and databases write it: EndNote, Zotero, Ovid, Embase, Scopus, EBSCO,
  /// ProQuest, Web of Science, and ASReview with its labels.
  public static let ris = Reader.text(
    name: "ris", title: "RIS",
    keeps: "citations, abstract sections, keywords, MeSH, database numbers, trial links, work types, notes",
    fileExtensions: ["ris", "txt"],
    matches: { RIS.isStart(of: $0) }
  ) { lines, receive in
    try RIS.read(lines, receive)
  }
}

/// The lines of RIS and what becomes of them.
enum RIS {
  /// A line that starts a field.
  struct Tag {
    var name: String
    var value: Substring
    /// The column at which the value starts.
    var column: Int
    /// Whether two blanks stand in front of the hyphen, as the format asks.
    var isWide: Bool

    init?(_ line: String) {
      let bytes = line.utf8
      var index = bytes.startIndex
      guard bytes.count >= 4, Tag.isUpper(bytes[index]) else { return nil }
      bytes.formIndex(after: &index)
      guard Tag.isUpper(bytes[index]) || (0x30...0x39).contains(bytes[index]) else { return nil }
      bytes.formIndex(after: &index)
      let end = index
      var blanks = 0
      while index < bytes.endIndex, bytes[index] == 0x20, blanks < 3 {
        bytes.formIndex(after: &index)
        blanks += 1
      }
      guard blanks > 0, index < bytes.endIndex, bytes[index] == 0x2D else { return nil }
      bytes.formIndex(after: &index)
      isWide = blanks >= 2
      if index < bytes.endIndex {
        if bytes[index] == 0x20 {
          bytes.formIndex(after: &index)
        } else if !isWide {
          return nil
        }
      }
      name = String(line[..<end])
      value = line[index...]
      column = line.unicodeScalars.distance(from: line.startIndex, to: index) + 1
    }

    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  }

  /// Whether a file starts with a record, perhaps after lines of prose that say where it is from.
  static func isStart(of outline: TextOutline) -> Bool {
    for line in outline.printed.prefix(40) {
      if let tag = Tag(line) { return tag.name == "TY" && isType(tag.value) }
      // Other formats hold lines of this one in their notes.
      if let first = line.trimmed.first, "@%{[<".contains(first) { return false }
    }
    return false
  }

  private static func isType(_ value: Substring) -> Bool {
    let value = value.trimmed
    return value.count <= 40 && value.allSatisfy { $0.isLetter || $0.isNumber || " -_/".contains($0) }
  }

  static func read(_ lines: TextLines, _ receive: (ReadEvent) throws -> Void) throws {
    var open: TextRecord?
    var outside = OutsideLines()
    // Programs that write one blank in front of the hyphen do so in all lines; elsewhere it is text.
    var isNarrow = false
    func finish(_ record: TextRecord, isEnded: Bool) throws {
      try receive(.record(.reference(reference(record))))
      guard !isEnded else { return }
      let problem = Diagnostic(
        .warning, "unended-record", "the record has no line ER, with which it ends", at: record.location)
      try receive(.problem(problem))
    }
    while let line = try lines.next() {
      guard let tag = Tag(line.text), tag.isWide || isNarrow || tag.name == "TY" else {
        if open == nil {
          outside.add(line, in: lines)
        } else if line.text.contains(where: { !$0.isWhitespace }) {
          try open?.extendLast(with: line.text.trimmed, at: lines.location(line))
        }
        continue
      }
      switch tag.name {
      case "TY":
        isNarrow = !tag.isWide
        if let record = open {
          if record.fields.allSatisfy({ $0.name == "TY" }) {
            let problem = Diagnostic(
              .warning, "repeated-field", "the record has more than one type", at: lines.location(line))
            try receive(.problem(problem))
          } else {
            try finish(record, isEnded: false)
            open = nil
          }
        }
        if open == nil { open = TextRecord(at: lines.location(line)) }
      case "ER":
        if let record = open { try finish(record, isEnded: true) }
        open = nil
        continue
      default:
        if open == nil {
          outside.add(line, in: lines)
          continue
        }
      }
      try open?.append(tag.name, String(tag.value), at: lines.location(line, column: tag.column))
    }
    if let record = open { try finish(record, isEnded: false) }
    if let problem = outside.problem { try receive(.problem(problem)) }
  }
}

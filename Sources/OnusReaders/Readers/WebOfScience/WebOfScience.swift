internal import OnusModel

extension Reader {
  /// Web of Science's tagged text, "savedrecs.txt" and ".ciw", also of MEDLINE, Inspec and Zoological Record.
  public static let webOfScience = Reader.text(
    name: "wos", title: "Web of Science tagged",
    keeps: "citations, abstract sections, keywords, people’s identifiers, affiliations, grants, work types",
    fileExtensions: ["txt", "ciw", "isi"],
    matches: { WebOfScience.isStart(of: $0) }
  ) { lines, receive in
    try WebOfScience.read(lines, receive)
  }
}

/// The lines of Web of Science's tagged text and what becomes of them.
enum WebOfScience {
  /// The tag of a line that starts a field; `nil` for any other line.
  private static func tag(_ line: String) -> String? {
    let bytes = line.utf8.prefix(3)
    guard bytes.count >= 2 else { return nil }
    let start = Array(bytes)
    let isTag =
      (0x41...0x5A).contains(start[0])
      && ((0x41...0x5A).contains(start[1]) || (0x30...0x39).contains(start[1]))
    return isTag && (start.count == 2 || start[2] == 0x20) ? String(line.prefix(2)) : nil
  }

  /// Whether a file starts with the header or a record's type.
  static func isStart(of outline: TextOutline) -> Bool {
    let lines = outline.printed.prefix(6).map(\.self)
    guard let first = lines.first, let start = tag(first) else { return false }
    let tags = lines.compactMap(tag)
    if start == "FN" { return tags.contains("VR") || tags.contains("PT") }
    return start == "PT" && first.trimmed.count == 4 && tags.count >= 2
  }

  static func read(_ lines: TextLines, _ receive: (ReadEvent) throws -> Void) throws {
    var open: TextRecord?
    var outside = OutsideLines()
    func finish(isEnded: Bool) throws {
      guard let record = open else { return }
      open = nil
      try receive(.record(.reference(reference(record))))
      guard !isEnded else { return }
      try receive(
        .problem(
          Diagnostic(
            .warning, "unended-record", "the record has no line ER, with which it ends", at: record.location))
      )
    }
    while let line = try lines.next() {
      guard let tag = tag(line.text) else {
        if open == nil {
          outside.add(line, in: lines)
        } else if line.text.contains(where: { !$0.isWhitespace }) {
          try open?.extendLast(with: line.text.trimmed, at: lines.location(line))
        }
        continue
      }
      switch tag {
      case "FN", "VR", "EF": continue
      case "ER":
        try finish(isEnded: true)
        continue
      case "PT":
        try finish(isEnded: false)
        open = TextRecord(at: lines.location(line))
      default: if open == nil { open = TextRecord(at: lines.location(line)) }
      }
      try open?.append(tag, String(line.text.dropFirst(3)), at: lines.location(line, column: 4))
    }
    try finish(isEnded: false)
    if let problem = outside.problem { try receive(.problem(problem)) }
  }
}

internal import OnusModel

extension Reader {
  /// PubMed's .nbib files, the MEDLINE display of its pages, and PMC's MEDLARS display.
  ///
  /// Follows NLM's [description of the fields](https://www.nlm.nih.gov/bsd/mms/medlineelements.html).
  public static let nbib = Reader.text(
    name: "nbib", title: "PubMed .nbib (MEDLINE)",
    keeps: "citations, abstract sections, MeSH, chemicals, grants, trial numbers, retractions, history",
    fileExtensions: ["nbib", "txt", "medline"],
    matches: { NBIB.isStart(of: $0) }
  ) { lines, receive in
    try NBIB.read(lines, receive)
  }
}

/// The lines of the MEDLINE format and what becomes of them.
enum NBIB {
  /// A line that starts a field: a tag of two to four characters, blanks to the fifth column, a hyphen.
  struct Tag {
    var name: String
    var value: Substring
    var column: Int

    init?(_ line: String) {
      guard let hyphen = line.utf8.prefix(6).firstIndex(of: 0x2D), hyphen > line.startIndex else {
        return nil
      }
      let name = line[..<hyphen].trimmed
      guard (2...4).contains(name.utf8.count), line.utf8.first != 0x20,
        name.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }),
        name.first?.isLetter ?? false
      else { return nil }
      self.name = name
      var index = line.index(after: hyphen)
      if index < line.endIndex, line[index] == " " { index = line.index(after: index) }
      value = line[index...]
      column = line.unicodeScalars.distance(from: line.startIndex, to: index) + 1
    }
  }

  /// Whether the first fields are those of a record; one of them is its number.
  static func isStart(of outline: TextOutline) -> Bool {
    let tags = outline.printed.prefix(12).map { Tag($0) }
    guard let first = tags.first, let first else { return false }
    let names = tags.compactMap { $0?.name }
    if first.name == "PMID" { return first.value.trimmed.first?.isASCIIDigit ?? false }
    if first.name == "PMC" || first.name == "PMCR" { return names.count >= 3 }
    return names.contains("PMID") && !names.contains("TY") && names.count >= 3
  }

  /// Reads records, each of which starts with a number of PubMed or, in PMC's display, of PMC.
  static func read(_ lines: TextLines, _ receive: (ReadEvent) throws -> Void) throws {
    var open: TextRecord?
    var isAfterBlank = true
    var outside = OutsideLines()
    func finish(_ record: TextRecord) throws {
      try receive(.record(.reference(reference(record))))
      guard record.values("PMID").isEmpty, record.values("PMC").isEmpty else { return }
      let problem = Diagnostic(
        .warning, "missing-identifier", "the record has no PMID", at: record.location)
      try receive(.problem(problem))
    }
    while let line = try lines.next() {
      guard !line.text.allSatisfy(\.isWhitespace) else {
        isAfterBlank = true
        continue
      }
      let isIndented = line.text.first?.isWhitespace ?? false
      guard let tag = isIndented ? nil : Tag(line.text) else {
        if open == nil || isAfterBlank && !isIndented {
          outside.add(line, in: lines)
        } else {
          try open?.extendLast(with: line.text.trimmed, at: lines.location(line))
        }
        continue
      }
      let isRepeated = tag.name == "PMID" && open.map { !$0.values("PMID").isEmpty } ?? false
      if isAfterBlank || isRepeated, let record = open {
        try finish(record)
        open = nil
      }
      isAfterBlank = false
      if open == nil { open = TextRecord(at: lines.location(line)) }
      try open?.append(tag.name, String(tag.value), at: lines.location(line, column: tag.column))
    }
    if let record = open { try finish(record) }
    if let problem = outside.problem { try receive(.problem(problem)) }
  }
}

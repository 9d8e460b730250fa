internal import OnusModel

extension Reader {
  /// BibTeX and BibLaTeX, as people and reference managers write them.
  public static let bibtex = Reader(
    name: "bibtex",
    format: Format(
      title: "BibTeX and BibLaTeX",
      keeps: "citations, abstract sections, keywords, preprint numbers, annotations, publication types",
      fileExtensions: ["bib"]),
    recognition: .text { BibTeX.isStart(of: TextOutline(firstBytes: $0)) }
  ) { file, receive in
    let parents = try BibTeXParents(file)
    var isEmpty = true
    let problems = try BibTeX.parse(file) { event in
      switch event {
      case .entry(let entry):
        isEmpty = false
        try receive(.record(.reference(BibTeX.reference(parents.completed(entry)))))
      case .problem(let problem): try receive(.problem(problem))
      }
    }
    try problems.forEach { try receive(.problem($0)) }
    if isEmpty {
      try receive(
        .problem(Diagnostic(.warning, "no-records", "the file holds no records", at: file.location)))
    }
  }
}

/// The entries of BibTeX and what becomes of them.
enum BibTeX {
  /// What a parser finds.
  enum Event {
    case entry(BibTeXEntry)
    case problem(Diagnostic)
  }

  /// Goes through the entries of a file.
  ///
  /// - Returns: What was wrong with the encoding.
  static func parse(_ file: CorpusFile, _ receive: (Event) throws -> Void) throws -> [Diagnostic] {
    let lines = try TextLines(file)
    var parser = BibTeXParser(try TextCursor(lines))
    try parser.parse(receive)
    return lines.problems
  }

  /// Whether a file holds an entry, perhaps after a text that says where it is from.
  static func isStart(of outline: TextOutline) -> Bool {
    for line in outline.lines {
      let text = line.drop(while: \.isWhitespace)
      guard text.first == "@" else {
        // An opening brace or angle bracket is another format's.
        if let first = text.first, "<{[".contains(first) { return false }
        continue
      }
      if isEntryStart(Array(text.unicodeScalars)[...], isCertain: true) { return true }
    }
    return false
  }

  /// Whether characters start an entry: `@`, a word, a brace or a parenthesis.
  ///
  /// - Parameter isCertain: Whether a key or a field must follow, so that it can be nothing else.
  static func isEntryStart(_ text: ArraySlice<Unicode.Scalar>, isCertain: Bool = false) -> Bool {
    guard text.first == "@" else { return false }
    let rest = text.dropFirst()
    let word = rest.prefix { $0.isASCII && ($0.properties.isAlphabetic) }
    var behind = rest.dropFirst(word.count).drop { $0.properties.isWhitespace }
    guard !word.isEmpty, let open = behind.first, open == "{" || open == "(" else { return false }
    guard isCertain else { return true }
    let name = word.reduce(into: "") { $0.unicodeScalars.append($1) }.lowercased()
    if ["string", "preamble", "comment"].contains(name) || type(name) != nil { return true }
    behind = behind.dropFirst().drop { $0.properties.isWhitespace }
    let key = behind.prefix { !$0.properties.isWhitespace && !",{}()\"=#%".unicodeScalars.contains($0) }
    let next = behind.dropFirst(key.count).first { !$0.properties.isWhitespace }
    return !key.isEmpty && (next == "," || next == "=")
  }
}

/// An entry with its fields as they are written.
struct BibTeXEntry {
  /// A field's name in lower case, and its value with the commands of TeX in it.
  struct Field {
    var name: String
    var value: String
    var location: SourceLocation
  }

  /// What kind of entry it is, in lower case.
  var kind: String
  /// The name by which it is cited.
  var key: String
  /// The fields in the order of the file.
  var fields: [Field] = []
  /// Where it starts.
  var location: SourceLocation

  /// The value of the first field with this name.
  func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }
}

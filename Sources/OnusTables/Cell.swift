extension EvidenceTable {
  /// One cell: a typed value and the footnotes on it.
  public struct Cell: Sendable, Hashable {
    /// What the cell says.
    public var value: Value

    /// Remarks on the value, lettered by the table in order of first use.
    public var footnotes: [Footnote]

    /// Creates a cell.
    public init(_ value: Value, footnotes: [Footnote] = []) {
      self.value = value
      self.footnotes = footnotes
    }
  }

  /// What a cell says.
  public enum Value: Sendable, Hashable {
    /// Nobody has looked; printed as an empty cell.
    case absent

    /// The report was read and does not say.
    case notReported

    /// Words; a line break in them is kept.
    case text(String)

    /// Several items or paragraphs in one cell.
    case list([Line])

    /// A whole number.
    case integer(Int)

    /// Words that lead somewhere.
    case link(String, to: String)

    /// A sign with its word; the sign never stands alone.
    case symbol(String, word: String)

    /// A length of time: as reported, as an ISO 8601 duration, and in days for sorting.
    case duration(String, iso8601: String?, days: Double?)
  }

  /// One line within a cell.
  public struct Line: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The pieces of the line, joined without anything between them.
    public var spans: [Span]

    /// Creates a line of pieces.
    public init(_ spans: [Span]) { self.spans = spans }

    /// Creates a line of plain words.
    public init(_ text: String) { spans = [Span(text)] }

    /// Creates a line of plain words.
    public init(stringLiteral value: String) { spans = [Span(value)] }

    /// Creates a line that begins with an emphasized label and a colon.
    public init(label: String, _ text: String) {
      spans = [Span("\(label):", isStrong: true), Span(" " + text)]
    }
  }

  /// A piece of a line: words that may lead somewhere or be emphasized.
  public struct Span: Sendable, Hashable {
    /// The words.
    public var text: String

    /// The address the words lead to.
    public var link: String?

    /// Whether the words are emphasized.
    public var isStrong: Bool

    /// Creates a piece of a line.
    public init(_ text: String, link: String? = nil, isStrong: Bool = false) {
      self.text = text
      self.link = link
      self.isStrong = isStrong
    }
  }
}

extension EvidenceTable.Value {
  /// The value of an optional text: absent when there is none.
  static func optional(_ text: String?) -> Self {
    guard let text, !text.isEmpty else { return .absent }
    return .text(text)
  }

  /// The value of a list: absent when it is empty.
  static func lines(_ lines: [EvidenceTable.Line]) -> Self { lines.isEmpty ? .absent : .list(lines) }

  /// The words that stand for a value the report does not give.
  static var notReportedWords: String { "not reported" }

  /// The value as lines of pieces: the one view that every format for people draws from.
  var lines: [EvidenceTable.Line] {
    switch self {
    case .absent: []
    case .notReported: [EvidenceTable.Line(Self.notReportedWords)]
    case .text(let text): text.normalizedLines.map { EvidenceTable.Line($0) }
    case .list(let lines): lines
    case .integer(let number): [EvidenceTable.Line(String(number))]
    case .link(let text, let address): [EvidenceTable.Line([EvidenceTable.Span(text, link: address)])]
    case .symbol(let sign, let word): [EvidenceTable.Line("\(sign) \(word)")]
    case .duration(let text, _, _): [EvidenceTable.Line(text)]
    }
  }
}

extension EvidenceTable.Line {
  /// The words of the line without its addresses.
  var words: String { spans.map(\.text).joined() }

  /// The words of the line, with an address in angle brackets where the words do not already name it.
  var plainText: String {
    spans.map { span in
      guard let link = span.link, !span.names(link) else { return span.text }
      return "\(span.text) <\(link)>"
    }.joined()
  }
}

extension EvidenceTable.Span {
  /// Whether the words hold the last part of an address, as "PMID 18728058" does for its page at PubMed.
  func names(_ address: String) -> Bool {
    guard let last = address.split(separator: "/").last else { return true }
    return text.contains(last)
  }
}

extension String {
  /// The lines of the text, whichever of the three line breaks parts them.
  var normalizedLines: [String] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }.map(String.init)
  }
}

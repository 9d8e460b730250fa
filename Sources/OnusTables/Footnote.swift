extension EvidenceTable {
  /// A remark on a cell or heading; two with the same words are the same footnote and share a letter.
  public struct Footnote: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The words, usually one sentence.
    public var text: String

    /// Creates a footnote.
    public init(_ text: String) { self.text = text }

    /// Creates a footnote.
    public init(stringLiteral value: String) { text = value }
  }

  /// The footnotes of a table in the order of first use, each with its letter.
  public struct Lettering: Sendable, Hashable {
    /// The footnotes, in the order of their letters.
    public let footnotes: [Footnote]

    private let positions: [Footnote: Int]

    /// Letters the footnotes of a table in reading order: headings first, then row by row.
    public init(_ table: EvidenceTable) {
      var ordered: [Footnote] = []
      var positions: [Footnote: Int] = [:]
      let used = table.columns.flatMap(\.footnotes) + table.rows.flatMap { $0.cells.flatMap(\.footnotes) }
      for footnote in used where positions[footnote] == nil {
        positions[footnote] = ordered.count
        ordered.append(footnote)
      }
      footnotes = ordered
      self.positions = positions
    }

    /// The letters of some footnotes, in alphabetical order and without repeats.
    public func marks(of footnotes: [Footnote]) -> [String] {
      Set(footnotes.compactMap { positions[$0] }).sorted().map(Self.mark(at:))
    }

    /// The letter at a position counted from 0: a, b, … z, aa, ab, … as spreadsheets name columns.
    public static func mark(at position: Int) -> String {
      precondition(position >= 0, "a footnote's position counts from 0")
      var rest = position
      var letters = ""
      while true {
        letters = String(UnicodeScalar(UInt8(97 + rest % 26))) + letters
        if rest < 26 { return letters }
        rest = rest / 26 - 1
      }
    }

    /// The footnotes with their letters, in order.
    var marked: [(mark: String, text: String)] {
      footnotes.indices.map { (Self.mark(at: $0), footnotes[$0].text) }
    }
  }

  /// The footnotes of the table, lettered by first use.
  public var lettering: Lettering { Lettering(self) }
}

/// Evidence tables that go into one document, with what is said before them.
public struct EvidenceBook: Sendable, Hashable {
  /// The title of the document.
  public var title: String

  /// What a reader is told before the tables, a paragraph each.
  public var remarks: [String]

  /// The tables, in their order.
  public var tables: [EvidenceTable]

  /// Creates a book of tables.
  public init(title: String, remarks: [String] = [], tables: [EvidenceTable]) {
    self.title = title
    self.remarks = remarks
    self.tables = tables
  }

  /// Whether the book begins with a list of its tables: not where there is but one.
  var hasContents: Bool { tables.count != 1 }
}

extension EvidenceTable {
  /// The name of the table in a word or two, for a heading or the tab of a sheet.
  var shortName: String {
    let words = id.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

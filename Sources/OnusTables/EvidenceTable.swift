public import OnusModel

/// A table of evidence: what it says, cell by cell, with no opinion about how it is drawn.
///
/// Tables are built by the functions in `Tables/` and turned into bytes by a ``Writer``. Cells are typed,
/// so a sample size stays a number and a duration keeps its length in days in the formats that can say so.
public struct EvidenceTable: Sendable, Hashable, Identifiable {
  /// The name of the table in file names and links: lower-case words joined by hyphens.
  public let id: String

  /// The caption.
  public let title: String

  /// The columns, from left to right.
  public let columns: [Column]

  /// The rows, from top to bottom; each has one cell per column.
  public let rows: [Row]

  /// What stands above the table: whom and what it is about, one labelled line each.
  public let introduction: [Line]

  /// What a reader must know to read the table: abbreviations, sources, what is counted.
  public let notes: [String]

  /// The heading under which the footnotes follow the notes; `nil` where they come before them, without one.
  public let footnotesHeading: String?

  /// What an empty cell means in this table; printed below it wherever there is one.
  public let meaningOfEmptyCells: String

  /// Creates a table.
  ///
  /// - Precondition: Every row has exactly one cell per column.
  public init(
    id: String, title: String, introduction: [Line] = [], columns: [Column], rows: [Row],
    notes: [String] = [], footnotesHeading: String? = nil,
    meaningOfEmptyCells: String = "An empty cell means that nobody has recorded the value; “not reported” "
      + "means that the report was read and does not say."
  ) {
    precondition(
      rows.allSatisfy { $0.cells.count == columns.count }, "a row of table \(id) has the wrong length")
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.introduction = introduction
    self.notes = notes
    self.footnotesHeading = footnotesHeading
    self.meaningOfEmptyCells = meaningOfEmptyCells
  }
}

extension EvidenceTable {
  /// One column: a machine name, a heading, and what kind of value stands in it.
  public struct Column: Sendable, Hashable {
    /// What kind of value a column holds, which decides alignment and width, never meaning.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// Words.
      case text

      /// Whole numbers.
      case integer

      /// Lengths of time.
      case duration

      /// Identifiers such as a PMID or a DOI.
      case identifier

      /// Dates, which may be partial.
      case date

      /// How a study bears on a claim.
      case stance
    }

    /// The name programs use, in snake case; the header of CSV and TSV files and the key in JSON.
    public var key: String

    /// The heading people read.
    public var heading: String

    /// Further lines of the heading, such as sample size, design and duration of a study.
    public var details: [String]

    /// What kind of value stands in the column.
    public var kind: Kind

    /// The heading that spans this column and its neighbours of the same group; `nil` outside groups.
    public var group: String?

    /// Whether the column names the rows.
    public var isRowHeader: Bool

    /// Whether a cell that repeats the one above is drawn once, as for a claim with several studies.
    ///
    /// Formats for programs repeat it all the same. A cell merges only when the merging columns to its
    /// left do.
    public var mergesRepeats: Bool

    /// Footnotes on the heading.
    public var footnotes: [Footnote]

    /// Creates a column.
    public init(
      _ key: String, _ heading: String, details: [String] = [], kind: Kind = .text, group: String? = nil,
      isRowHeader: Bool = false, mergesRepeats: Bool = false, footnotes: [Footnote] = []
    ) {
      self.key = key
      self.heading = heading
      self.details = details
      self.kind = kind
      self.group = group
      self.isRowHeader = isRowHeader
      self.mergesRepeats = mergesRepeats
      self.footnotes = footnotes
    }
  }

  /// One row: an identity, an optional group, and its cells.
  public struct Row: Sendable, Hashable, Identifiable {
    /// A stable name for the row within its table.
    public var id: String

    /// The heading of the run of rows this one belongs to; `nil` where rows are not grouped.
    public var group: String?

    /// The cells, in the order of the columns.
    public var cells: [Cell]

    /// Where in the corpus the row comes from.
    public var location: SourceLocation?

    /// Creates a row.
    public init(id: String, group: String? = nil, cells: [Cell], location: SourceLocation? = nil) {
      self.id = id
      self.group = group
      self.cells = cells
      self.location = location
    }
  }

  /// A run of neighbouring rows under one heading.
  struct Section {
    var heading: String?
    var rows: [Row]
  }

  /// The rows, split wherever their group changes.
  var sections: [Section] {
    var sections: [Section] = []
    for row in rows {
      if let last = sections.indices.last, sections[last].heading == row.group {
        sections[last].rows.append(row)
      } else {
        sections.append(Section(heading: row.group, rows: [row]))
      }
    }
    return sections
  }

  /// Whether a cell says the same as the one above it and is to be drawn as one with it.
  func isRepeat(row: Int, column: Int, in rows: [Row]) -> Bool {
    guard row > 0, columns[column].mergesRepeats else { return false }
    return columns.indices.prefix(column + 1).allSatisfy { index in
      !columns[index].mergesRepeats || rows[row].cells[index] == rows[row - 1].cells[index]
    }
  }

  /// The notes, and a legend where an empty cell could be taken for "none".
  var notesForPeople: [String] {
    let hasAbsent = rows.contains { $0.cells.contains { $0.value == .absent } }
    guard hasAbsent else { return notes }
    return notes + [meaningOfEmptyCells]
  }
}

extension EvidenceTable {
  /// The table as bytes in a writer's format.
  ///
  /// - Throws: What the writer throws; formats of text never do.
  public func rendered(as writer: Writer) throws -> [UInt8] { try writer.render(self) }
}

/// A workbook of sheets with typed cells, as a plain value that ``bytes()`` turns into a file for Excel.
///
/// It knows nothing of evidence: who lays a table out decides what stands in which cell and how it looks.
public struct Workbook: Sendable, Hashable {
  /// The title among the properties of the document.
  public var title: String

  /// The sheets, in the order of their tabs.
  public var sheets: [Sheet]

  /// Creates a workbook.
  public init(title: String, sheets: [Sheet]) {
    self.title = title
    self.sheets = sheets
  }
}

extension Workbook {
  /// One sheet: rows of cells, and what stays in view or comes again on each printed page.
  public struct Sheet: Sendable, Hashable {
    /// The wanted name of the tab; it is made to fit what Excel allows.
    public var name: String

    /// The widths of the columns, in characters.
    public var widths: [Double]

    /// The rows from the top.
    public var rows: [Row]

    /// The rows of the head, counted from 0: they stay in view, and are repeated on each page.
    public var head: Range<Int>

    /// The number of columns on the left that stay in view.
    public var frozenColumns: Int

    /// The rows below the head that can be filtered and sorted by the last row of the head.
    public var filteredRows: Int

    /// The number of printed pages that the columns are spread over; each repeats the frozen columns.
    public var pagesWide: Int

    /// Creates a sheet.
    public init(
      name: String, widths: [Double], rows: [Row], head: Range<Int> = 0..<0, frozenColumns: Int = 0,
      filteredRows: Int = 0, pagesWide: Int = 1
    ) {
      self.name = name
      self.widths = widths
      self.rows = rows
      self.head = head
      self.frozenColumns = frozenColumns
      self.filteredRows = filteredRows
      self.pagesWide = pagesWide
    }
  }

  /// One row of cells.
  public struct Row: Sendable, Hashable {
    /// The cells from the left; there may be fewer than the sheet has columns.
    public var cells: [Cell]

    /// The number of lines that the row has room for; not every program measures the texts when it opens a file.
    public var lines: Int

    /// The number of columns over which the first cell stretches.
    public var span: Int

    /// Creates a row.
    public init(_ cells: [Cell], lines: Int = 1, span: Int = 1) {
      self.cells = cells
      self.lines = lines
      self.span = span
    }
  }

  /// One cell: what it says, how it looks, and where it leads.
  public struct Cell: Sendable, Hashable {
    /// What the cell says.
    public var content: Content

    /// How it looks.
    public var look: Look

    /// Where it leads; `nil` for nowhere.
    public var link: Link?

    /// Creates a cell.
    public init(_ content: Content, _ look: Look = Look(), link: Link? = nil) {
      self.content = content
      self.look = look
      self.link = link
    }
  }

  /// What a cell says.
  public enum Content: Sendable, Hashable {
    /// Nothing.
    case blank

    /// Words, which are never run as a formula.
    case text([Run])

    /// A number, and what is printed after it.
    case number(Double, suffix: String)

    /// A day.
    case date(year: Int, month: Int, day: Int)
  }

  /// A piece of a cell's words.
  public struct Run: Sendable, Hashable {
    /// The words.
    public var text: String

    /// Whether they are bold.
    public var isBold: Bool

    /// Whether they are raised, as the letter of a footnote is.
    public var isRaised: Bool

    /// Creates a piece of words.
    public init(_ text: String, isBold: Bool = false, isRaised: Bool = false) {
      self.text = text
      self.isBold = isBold
      self.isRaised = isRaised
    }
  }

  /// Where a cell leads.
  public enum Link: Sendable, Hashable {
    /// An address on the web.
    case address(String)

    /// The first cell of a sheet of the same workbook, by its position.
    case sheet(Int)
  }

  /// How a cell looks.
  public struct Look: Sendable, Hashable {
    /// The part that the cell plays, which decides its colours and rules.
    public var role: Role

    /// Whether all its words are bold.
    public var isBold: Bool

    /// Whether it stands at the right.
    public var isRight: Bool

    /// Whether it repeats the cell above and is drawn quietly.
    public var isQuiet: Bool

    /// Creates a look.
    public init(_ role: Role = .body, isBold: Bool = false, isRight: Bool = false, isQuiet: Bool = false) {
      self.role = role
      self.isBold = isBold
      self.isRight = isRight
      self.isQuiet = isQuiet
    }
  }

  /// The part that a cell plays on its sheet.
  public enum Role: Sendable, Hashable {
    /// The title above a table.
    case title

    /// A heading of a column.
    case heading

    /// A heading over several columns.
    case spanningHeading

    /// A cell of the table.
    case body

    /// A remark below or above the table.
    case note
  }
}

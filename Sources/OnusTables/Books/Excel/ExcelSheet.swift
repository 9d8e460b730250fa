internal import OnusOffice

/// A table laid out as a sheet: title, head, rows, and the notes below.
struct ExcelSheet {
  private let table: EvidenceTable
  private let lettering: EvidenceTable.Lettering
  private let leadsBack: Bool
  private let columns: [ExcelColumn]

  /// Lays out a table.
  ///
  /// - Parameter leadsBack: Whether the second row leads back to the first sheet of the workbook.
  init(_ table: EvidenceTable, leadsBack: Bool) {
    self.table = table
    self.leadsBack = leadsBack
    lettering = table.lettering
    columns = ExcelColumn.columns(of: table, lettering)
  }

  var sheet: Workbook.Sheet {
    var rows: [[Workbook.Cell]] = [[.init(.text([.init(table.title)]), .init(.title))]]
    if leadsBack { rows.append([.init(.text([.init("All tables")]), .init(.note), link: .sheet(0))]) }
    for line in table.introduction {
      rows.append([.init(.text(line.spans.map { Workbook.Run($0.text, isBold: $0.isStrong) }), .init(.note))])
    }
    let headStart = rows.count
    if columns.contains(where: { $0.group != nil }) {
      rows.append(
        columns.enumerated().map { index, column in
          // Written once, over the first column of its run; merged cells would be in the way of sorting.
          let isFirst = index == 0 || columns[index - 1].group != column.group
          let text = isFirst ? column.group ?? "" : ""
          return .init(.text([.init(text)]), .init(.spanningHeading, isBold: true))
        })
    }
    rows.append(columns.map(\.heading))
    let head = headStart..<rows.count
    rows += body
    var spans: [Workbook.Span] = []
    rows.append([])
    for note in notes {
      let words = note.map(\.text).joined()
      spans.append(.init(row: rows.count, columns: noteColumns, lines: words.lineCount(in: noteWidth)))
      rows.append([.init(.text(note), .init(.note))])
    }
    return Workbook.Sheet(
      name: table.shortName, widths: columns.map(\.width), rows: rows, head: head,
      frozenColumns: frozenColumns, filteredRows: table.rows.count, spans: spans)
  }

  private var body: [[Workbook.Cell]] {
    table.sections.flatMap { section in
      section.rows.indices.map { position in
        columns.map { column in
          var cell = column.cell(section.rows[position])
          if let source = column.source {
            cell.look.isQuiet = table.isRepeat(row: position, column: source, in: section.rows)
          }
          return cell
        }
      }
    }
  }

  private var notes: [[Workbook.Run]] {
    let marked = lettering.marked.map { mark, text in
      [Workbook.Run(mark, isRaised: true), Workbook.Run(" " + text)]
    }
    let plain = table.notesForPeople.map { [Workbook.Run($0)] }
    guard let heading = table.footnotesHeading, !marked.isEmpty else { return marked + plain }
    return plain + [[Workbook.Run(heading, isBold: true)]] + marked
  }

  /// The columns that name the rows, as long as they leave most of a screen to the others.
  private var frozenColumns: Int {
    let names = columns.prefix { $0.namesRows }.count
    guard columns.prefix(names).reduce(0, { $0 + $1.width }) <= 75, names < columns.count else { return 0 }
    return names
  }

  /// Notes are as wide as reads well, or as the table where that is narrower.
  private var noteColumns: ClosedRange<Int> {
    var width = 0.0
    let fitting = columns.prefix { column in
      width += column.width
      return width <= 120
    }
    return 0...max(fitting.count - 1, 0)
  }

  private var noteWidth: Int { Int(columns[noteColumns].reduce(0) { $0 + $1.width }) - 2 }
}

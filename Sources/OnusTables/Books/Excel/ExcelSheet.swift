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
    var rows: [Workbook.Row] = [.init([.init(.text([.init(table.title)]), .init(.title))])]
    if leadsBack {
      rows.append(.init([.init(.text([.init("All tables")]), .init(.note), link: .sheet(0))]))
    }
    rows += table.introduction.map { line in
      wide(line.spans.map { Workbook.Run($0.text, isBold: $0.isStrong) })
    }
    let headStart = rows.count
    if columns.contains(where: { $0.group != nil }) { rows.append(spanningHeadings) }
    rows.append(row(columns.map(\.heading)))
    let head = headStart..<rows.count
    rows += body
    rows.append(.init([]))
    rows += notes.map(wide)
    let total = columns.reduce(0) { $0 + $1.width }
    return Workbook.Sheet(
      name: table.shortName, widths: columns.map(\.width), rows: rows, head: head,
      frozenColumns: frozenColumns, filteredRows: table.rows.count,
      // At half size about this many characters fit on A4 in landscape.
      pagesWide: Int((total / 250).rounded(.up)))
  }

  /// Words across the table.
  private func wide(_ words: [Workbook.Run]) -> Workbook.Row {
    let span = noteColumns
    let width = columns.prefix(span).reduce(0) { $0 + $1.width }
    let lines = words.map(\.text).joined().lineCount(in: width)
    return Workbook.Row([.init(.text(words), .init(.note))], lines: lines, span: span)
  }

  /// The headings over several columns, each written over its first one; merged cells are in the way of sorting.
  private var spanningHeadings: Workbook.Row {
    .init(
      columns.indices.map { index in
        let group = columns[index].group
        let isFirst = index == 0 || columns[index - 1].group != group
        let text = isFirst ? group ?? "" : ""
        return .init(.text([.init(text)]), .init(.spanningHeading, isBold: true))
      })
  }

  private var body: [Workbook.Row] {
    table.sections.flatMap { section in
      section.rows.indices.map { position in
        row(
          columns.map { column in
            var cell = column.cell(section.rows[position])
            if let source = column.source {
              cell.look.isQuiet = table.isRepeat(row: position, column: source, in: section.rows)
            }
            return cell
          })
      }
    }
  }

  /// Cells side by side, with room for the longest text among them.
  private func row(_ cells: [Workbook.Cell]) -> Workbook.Row {
    let lines = zip(cells, columns).map { cell, column in
      guard case .text(let runs) = cell.content else { return 1 }
      // Bold words, and the button of a filter, take more room.
      let room = column.width * (cell.look.role == .heading ? 0.85 : 1)
      return runs.map(\.text).joined().lineCount(in: room)
    }
    return Workbook.Row(cells, lines: lines.max() ?? 1)
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

  /// The number of columns that notes stretch over: as wide as reads well, or the table where that is narrower.
  private var noteColumns: Int {
    var width = 0.0
    let fitting = columns.prefix { column in
      width += column.width
      return width <= 120
    }
    return max(fitting.count, 1)
  }
}

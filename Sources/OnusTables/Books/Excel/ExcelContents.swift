internal import OnusOffice

/// The first sheet of a workbook: which tables there are, and links to them.
struct ExcelContents {
  var book: EvidenceBook

  var sheet: Workbook.Sheet {
    typealias Cell = Workbook.Cell
    var rows = [Workbook.Row([Cell(.text([.init(book.title)]), .init(.title))])]
    for remark in book.remarks {
      let lines = remark.lineCount(in: Self.widths.reduce(0, +))
      rows.append(.init([Cell(.text([.init(remark)]), .init(.note))], lines: lines, span: Self.widths.count))
    }
    rows.append(.init([]))
    let head = rows.count
    rows.append(
      .init(
        ["Sheet", "What it shows", "Rows"].enumerated().map { index, heading in
          Cell(.text([.init(heading)]), .init(.heading, isBold: true, isRight: index == 2))
        }))
    for (index, table) in book.tables.enumerated() {
      let cells = [
        Cell(.text([.init(table.shortName)]), .init(.body), link: .sheet(index + 1)),
        Cell(.text([.init(table.title)]), .init(.body)),
        Cell(.number(Double(table.rows.count), suffix: ""), .init(.body, isRight: true)),
      ]
      let lines = zip([table.shortName, table.title], Self.widths).map { $0.lineCount(in: $1) }
      rows.append(.init(cells, lines: lines.max() ?? 1))
    }
    return Workbook.Sheet(name: "Contents", widths: Self.widths, rows: rows, head: head..<head + 1)
  }

  private static let widths = [28.0, 64.0, 10.0]
}

extension String {
  /// The number of lines that the text takes where some number of characters fit on one.
  func lineCount(in width: Int) -> Int {
    normalizedLines.reduce(0) { $0 + $1.wrapped(to: max(width, 2)).count }
  }

  /// The number of lines that the text takes in a column of a sheet, rather one too many than one too few.
  ///
  /// - Parameter width: The width of the column, in digits of the standard font.
  func lineCount(in width: Double) -> Int { lineCount(in: Int(width * 0.92) - 1) }
}

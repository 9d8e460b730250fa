internal import OnusOffice

/// The first sheet of a workbook: which tables there are, and links to them.
struct ExcelContents {
  var book: EvidenceBook

  var sheet: Workbook.Sheet {
    typealias Cell = Workbook.Cell
    var rows: [[Cell]] = [[Cell(.text([.init(book.title)]), .init(.title))]]
    var spans: [Workbook.Span] = []
    for remark in book.remarks {
      let room = Int(Self.widths.reduce(0, +))
      spans.append(.init(row: rows.count, columns: 0...2, lines: remark.lineCount(in: room)))
      rows.append([Cell(.text([.init(remark)]), .init(.note))])
    }
    rows.append([])
    let head = rows.count
    rows.append(
      ["Sheet", "What it shows", "Rows"].enumerated().map { index, heading in
        Cell(.text([.init(heading)]), .init(.heading, isBold: true, isRight: index == 2))
      })
    for (index, table) in book.tables.enumerated() {
      rows.append([
        Cell(.text([.init(table.shortName)]), .init(.body), link: .sheet(index + 1)),
        Cell(.text([.init(table.title)]), .init(.body)),
        Cell(.number(Double(table.rows.count), suffix: ""), .init(.body, isRight: true)),
      ])
    }
    return Workbook.Sheet(
      name: "Contents", widths: Self.widths, rows: rows, head: head..<head + 1,
      filteredRows: 0, spans: spans)
  }

  private static let widths = [28.0, 64.0, 10.0]
}

extension String {
  /// The number of lines that the text takes where some number of characters fit on one.
  func lineCount(in width: Int) -> Int {
    normalizedLines.reduce(0) { $0 + $1.wrapped(to: max(width, 2)).count }
  }
}

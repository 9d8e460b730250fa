internal import OnusModel

extension Reader {
  /// A table of references with a header, separated by commas, semicolons or tabs.
  public static let csv = Reader.text(
    name: "csv", title: "CSV or TSV with a header",
    keeps: "citations, abstract sections, keywords, PMIDs, screening labels; columns told by their names",
    fileExtensions: ["csv", "tsv"],
    matches: { CSV.isStart(of: $0) }
  ) { lines, receive in
    let rows = TableRows(lines)
    guard let header = try rows.header() else { return }
    let columns = CSVColumns(header.map { $0.text.collapsed })
    while let row = try rows.next() {
      switch row {
      case .cells(let cells): try receive(.record(.reference(CSV.reference(cells, columns))))
      case .problem(let problem): try receive(.problem(problem))
      }
    }
  }
}

/// The rows of a table of references and what becomes of them.
enum CSV {
  static func isStart(of outline: TextOutline) -> Bool {
    guard let names = TableRows.header(of: outline), names.count >= 3 else { return false }
    return CSVColumns(names).areOfReferences
  }

  static func reference(_ cells: [TableRows.Cell], _ columns: CSVColumns) throws -> Reference {
    guard let record = try TableRows.record(cells, names: columns.names) else { return Reference() }
    var row = CSVRow(record: record, columns: columns)
    return row.reference()
  }
}

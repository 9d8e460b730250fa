extension Writer {
  /// Comma-separated values with spreadsheet formulas made harmless.
  public static let csv = Writer.csv(guardsFormulas: true)

  /// Comma-separated values as RFC 4180 describes them: CRLF line ends, UTF-8, quotes doubled.
  ///
  /// The header holds the columns' keys; the title, headings, column details and notes are left to formats
  /// for people.
  ///
  /// - Parameter guardsFormulas: Whether an apostrophe is put before cells that a spreadsheet would run as
  ///   a formula: those that begin with `=`, `+`, `@`, their full-width forms, a tab or a line break, or
  ///   with `-` unless the cell is a number. Guarded cells do not read back as they were.
  public static func csv(guardsFormulas: Bool) -> Writer {
    Writer(name: "csv", title: "CSV (RFC 4180)", fileExtension: "csv", mediaType: "text/csv") { table in
      let grid = DelimitedGrid(table)
      let records = [grid.header] + grid.rows
      return records.flatMap { fields in
        fields.map { field in
          quoted(guardsFormulas && isFormula(field) ? "'" + field : field)
        }.joined(separator: ",").utf8 + [0x0D, 0x0A]
      }
    }
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  private static func isFormula(_ field: String) -> Bool {
    switch field.unicodeScalars.first {
    case "=", "+", "@", "\t", "\r", "\n", "＝", "＋", "＠", "－": true
    case "-": Double(field) == nil
    default: false
    }
  }
}

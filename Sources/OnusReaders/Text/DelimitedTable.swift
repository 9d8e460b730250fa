package import OnusModel

/// A table of figures in a text whose cells are separated by commas, semicolons, tabs or bars, with a first row that
/// names the columns.
package struct DelimitedTable {
  /// The names of the columns.
  package let columns: [Located<String>]
  /// The rows; each may have fewer or more cells than there are columns.
  package let rows: [[Located<String>]]
  /// What is wrong with rows that are left out.
  package let problems: [Diagnostic]

  /// Reads a file.
  ///
  /// - Throws: A `Diagnostic` when the file cannot be read, or has no first row.
  package init(_ file: CorpusFile) throws {
    let table = TableRows(try TextLines(file))
    guard let header = try table.header() else {
      throw Diagnostic(
        .error, "empty-file", "there is no table in the file", at: SourceLocation(file: file.name))
    }
    columns = header.map { Located($0.text.collapsed, at: $0.location) }
    var rows: [[Located<String>]] = []
    var problems: [Diagnostic] = []
    while let row = try table.next() {
      switch row {
      case .cells(let cells): rows.append(cells.map { Located($0.text.collapsed, at: $0.location) })
      case .problem(let problem): problems.append(problem)
      }
    }
    self.rows = rows
    self.problems = problems
  }
}

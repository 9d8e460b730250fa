extension Writer {
  /// Tab-separated values: one row a line, for programs.
  ///
  /// A tab within a cell is written `\t`, a line break `\n`, a carriage return `\r` and a backslash `\\`,
  /// so that a line is always a row and every cell can be read back exactly. Lines end with LF.
  public static let tsv = Writer(
    name: "tsv", title: "Tab-separated values", fileExtension: "tsv", mediaType: "text/tab-separated-values"
  ) { table in
    let grid = DelimitedGrid(table)
    let lines = ([grid.header] + grid.rows).map { $0.map(escaped).joined(separator: "\t") + "\n" }
    return Array(lines.joined().utf8)
  }

  private static func escaped(_ field: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t".unicodeScalars
      case "\n": result += "\\n".unicodeScalars
      case "\r": result += "\\r".unicodeScalars
      case "\\": result += "\\\\".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

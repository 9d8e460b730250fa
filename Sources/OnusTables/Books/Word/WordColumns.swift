/// How the columns of a table are put on the page: all of them, or in parts that each fit.
struct WordColumns {
  /// Some columns of a table that stand side by side.
  struct Part {
    /// Their positions in the table.
    var columns: [Int]

    /// Their widths, in twentieths of a point, which add up to the width of the page.
    var widths: [Int]

    /// The number of characters that fit on a line of each column.
    var characters: [Int]

    /// The rows and columns of the part as a table of its own.
    var table: EvidenceTable
  }

  /// The width between the margins of an A4 page in landscape, in twentieths of a point.
  static let pageWidth = 15_398

  /// What one character of 9 points takes on average, and what a cell keeps free at its sides.
  private static let characterWidth = 92
  private static let padding = 160

  /// Word refuses tables of more than 63 columns (ECMA-376 has no limit; Word 2007 and later do).
  private static let mostColumns = 16

  /// The parts in which a table is drawn.
  ///
  /// Each part begins with the columns that name the rows. A part after the first leaves out the rows that say
  /// nothing in it, so a matrix of many studies stays short.
  static func parts(of table: EvidenceTable) -> [Part] {
    let needs = ColumnWidths(table).needs.map { need in
      // A column that can be a paragraph should not be a single word wide.
      max(need.minimum, min(need.wanted, 20)) * characterWidth + padding
    }
    let named = Array(table.columns.indices.prefix { table.columns[$0].isRowHeader })
    let names = named.count < table.columns.count ? named : []
    let room = pageWidth - names.reduce(0) { $0 + min(needs[$1], pageWidth / 4) }
    var groups: [[Int]] = []
    var used = 0
    for column in table.columns.indices.dropFirst(names.count) {
      let need = min(needs[column], room)
      let isFull = used + need > room || (groups.last?.count ?? 0) + names.count >= mostColumns
      if groups.isEmpty || isFull {
        groups.append([])
        used = 0
      }
      groups[groups.count - 1].append(column)
      used += need
    }
    return evened(groups, needs).enumerated().map { index, group in
      part(names + group, of: table, leavesOutEmptyRows: index > 0, named: names.count)
    }
  }

  /// The same columns in as many parts, of about the same number each, where that still fits.
  private static func evened(_ groups: [[Int]], _ needs: [Int]) -> [[Int]] {
    guard groups.count > 1 else { return groups }
    let all = groups.flatMap { $0 }
    let size = (all.count + groups.count - 1) / groups.count
    let even = stride(from: 0, to: all.count, by: size).map { Array(all[$0..<min($0 + size, all.count)]) }
    func width(_ group: [Int]) -> Int { group.reduce(0) { $0 + needs[$1] } }
    let widest = groups.map(width).max() ?? 0
    return even.allSatisfy { width($0) <= widest } ? even : groups
  }

  private static func part(
    _ columns: [Int], of table: EvidenceTable, leavesOutEmptyRows: Bool, named: Int
  ) -> Part {
    let rows = table.rows.compactMap { row -> EvidenceTable.Row? in
      let cells = columns.map { row.cells[$0] }
      if leavesOutEmptyRows, cells.dropFirst(named).allSatisfy({ $0.value == .absent }) { return nil }
      return EvidenceTable.Row(id: row.id, group: row.group, cells: cells, location: row.location)
    }
    let part = EvidenceTable(
      id: table.id, title: table.title, columns: columns.map { table.columns[$0] }, rows: rows)
    let widths = widths(of: part)
    return Part(
      columns: columns, widths: widths,
      characters: widths.map { max(($0 - padding) / characterWidth, 2) }, table: part)
  }

  private static func widths(of table: EvidenceTable) -> [Int] {
    let layout = ColumnWidths(table)
    let count = table.columns.count
    let characters = (pageWidth - count * padding) / characterWidth
    let shares: [Double]
    if let fitted = layout.fitted(to: characters) {
      let total = Double(max(fitted.reduce(0, +), 1))
      let free = Double(pageWidth - count * padding)
      shares = fitted.map { (Double($0) / total * free + Double(padding)) / Double(pageWidth) }
    } else {
      shares = layout.shares
    }
    var widths = shares.map { Int($0 * Double(pageWidth)) }
    if let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] += pageWidth - widths.reduce(0, +)
    }
    return widths
  }
}

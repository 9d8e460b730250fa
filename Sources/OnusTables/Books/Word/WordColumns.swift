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

  /// More columns than this on a page are no table that anybody reads.
  private static let mostColumns = 16

  /// The parts, in order.
  let parts: [Part]

  /// The size of type, in half points.
  let halfPoints: Int

  /// Divides a table.
  ///
  /// A table that does not fit in the larger type is set in the smaller one, and only then goes on in parts. Each
  /// part has the columns that tell its rows apart. A part after the first leaves out the rows that say nothing
  /// in it, so a matrix of many studies stays short.
  init(_ table: EvidenceTable) {
    let measures = WordMeasures(table)
    if table.columns.count <= Self.mostColumns, let widths = WordWidths.onOnePage(measures) {
      parts = [Self.part(Array(table.columns.indices), of: table, widths.size, naming: nil)]
      halfPoints = widths.size.halfPoints
      return
    }
    let size = WordWidths.Size.usual
    let needs = WordWidths(measures, size, unbroken: WordWidths.shortLines).least
    let names = Self.namingColumns(of: table)
    let groups = Self.groups(of: table.columns.indices.filter { !names.contains($0) }, needs, names)
    parts = groups.enumerated().map { index, group in
      Self.part((names + group).sorted(), of: table, size, naming: index > 0 ? names : nil)
    }
    halfPoints = size.halfPoints
  }

  /// The columns that name the rows, and one more where only that tells all rows apart.
  private static func namingColumns(of table: EvidenceTable) -> [Int] {
    let names = table.columns.indices.filter { table.columns[$0].isRowHeader }
    guard names.count < table.columns.count else { return [] }
    func tellApart(_ columns: [Int]) -> Bool {
      Set(table.rows.map { row in columns.map { row.cells[$0].value } }).count == table.rows.count
    }
    if tellApart(names) { return names }
    let others = table.columns.indices.filter { !names.contains($0) && table.columns[$0].kind == .text }
    return names + (others.first { tellApart(names + [$0]) }.map { [$0] } ?? [])
  }

  private static func groups(of columns: [Int], _ needs: [Int], _ names: [Int]) -> [[Int]] {
    let room = pageWidth - names.reduce(0) { $0 + min(needs[$1], pageWidth / 4) }
    var groups: [[Int]] = []
    var used = 0
    for column in columns {
      let need = min(needs[column], room)
      let isFull = used + need > room || (groups.last?.count ?? 0) + names.count >= mostColumns
      if groups.isEmpty || isFull {
        groups.append([])
        used = 0
      }
      groups[groups.count - 1].append(column)
      used += need
    }
    return evened(groups, needs)
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

  /// - Parameter naming: The columns that do not keep a row in the part; `nil` to keep all rows.
  private static func part(
    _ columns: [Int], of table: EvidenceTable, _ size: WordWidths.Size, naming names: [Int]?
  ) -> Part {
    let rows = table.rows.compactMap { row -> EvidenceTable.Row? in
      let says = columns.contains { names?.contains($0) != true && row.cells[$0].value != .absent }
      guard names == nil || says else { return nil }
      return EvidenceTable.Row(
        id: row.id, group: row.group, cells: columns.map { row.cells[$0] }, location: row.location)
    }
    let part = EvidenceTable(
      id: table.id, title: table.title, columns: columns.map { table.columns[$0] }, rows: rows)
    let widths = WordWidths.fitting(WordMeasures(part), size)
    return Part(columns: columns, widths: widths.shared, characters: widths.characters, table: part)
  }
}

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

  /// A size of type in which a table may be set.
  struct TypeSize {
    /// The size, in half points.
    var halfPoints: Int

    /// What one character takes on average, in twentieths of a point.
    var characterWidth: Int { halfPoints * 57 / 10 }
  }

  /// The sizes, the one that reads best first.
  private static let sizes = [TypeSize(halfPoints: 17), TypeSize(halfPoints: 15)]

  /// What a cell keeps free at its sides, in twentieths of a point.
  private static let padding = 160

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
    let needs = Self.layout(of: table).needs
    // A column that can be a paragraph should not be a single word wide.
    func widths(_ size: TypeSize) -> [Int] {
      needs.map { max($0.minimum, min($0.wanted, 11)) * size.characterWidth + Self.padding }
    }
    let fitting = Self.sizes.first { widths($0).reduce(0, +) <= Self.pageWidth }
    if let fitting, needs.count <= Self.mostColumns {
      parts = [Self.part(Array(table.columns.indices), of: table, fitting, naming: nil)]
      halfPoints = fitting.halfPoints
      return
    }
    let size = Self.sizes[0]
    let names = Self.namingColumns(of: table)
    let groups = Self.groups(of: table.columns.indices.filter { !names.contains($0) }, widths(size), names)
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
    _ columns: [Int], of table: EvidenceTable, _ size: TypeSize, naming names: [Int]?
  ) -> Part {
    let rows = table.rows.compactMap { row -> EvidenceTable.Row? in
      let says = columns.contains { names?.contains($0) != true && row.cells[$0].value != .absent }
      guard names == nil || says else { return nil }
      return EvidenceTable.Row(
        id: row.id, group: row.group, cells: columns.map { row.cells[$0] }, location: row.location)
    }
    let part = EvidenceTable(
      id: table.id, title: table.title, columns: columns.map { table.columns[$0] }, rows: rows)
    let widths = widths(of: part, size)
    return Part(
      columns: columns, widths: widths,
      characters: widths.map { max(($0 - padding) / size.characterWidth, 2) }, table: part)
  }

  /// What the columns need, with room for headings in bold; a short value, such as "p = 0.04", is never broken.
  private static func layout(of table: EvidenceTable) -> ColumnWidths {
    var layout = ColumnWidths(table)
    for (index, column) in table.columns.enumerated() {
      let word = column.heading.split(separator: " ").map { String($0).displayWidth }.max() ?? 0
      layout.needs[index].minimum = max(layout.needs[index].minimum, min(word + word / 8, 20))
      layout.needs[index].wanted = max(layout.needs[index].wanted, layout.needs[index].minimum)
      layout.needs[index].unbroken = max(layout.needs[index].unbroken, layout.needs[index].wanted)
    }
    for index in layout.needs.indices where layout.needs[index].unbroken <= 14 {
      layout.needs[index].minimum = layout.needs[index].unbroken
      layout.needs[index].wanted = layout.needs[index].unbroken
    }
    return layout
  }

  private static func widths(of table: EvidenceTable, _ size: TypeSize) -> [Int] {
    let layout = layout(of: table)
    let free = Double(pageWidth - table.columns.count * padding)
    let characters = layout.fitted(to: Int(free) / size.characterWidth)
    let total = Double(max(characters?.reduce(0, +) ?? 1, 1))
    let shares = characters.map { $0.map { Double($0) / total } } ?? layout.shares
    var widths = shares.map { Int($0 * free) + padding }
    if let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] += pageWidth - widths.reduce(0, +)
    }
    return widths
  }
}

/// How long the texts of a table are, and what its columns need to be drawn in Word: measured once, because a table
/// may have very many rows.
struct WordMeasures {
  /// What each column needs, in characters.
  let layout: ColumnWidths

  /// The length of each text in characters, by column and row.
  let texts: [[Int]]

  /// Measures a table.
  init(_ table: EvidenceTable) {
    var layout = ColumnWidths(table)
    for (index, column) in table.columns.enumerated() {
      var need = layout.needs[index]
      // Bold letters are wider.
      let word = column.heading.split(separator: " ").map { String($0).displayWidth }.max() ?? 0
      need.minimum = max(need.minimum, min(word + word / 8, 20))
      // A sign is as wide as two letters, and is never parted from the first of its words.
      for row in table.rows {
        guard case .symbol(let sign, let words) = row.cells[index].value else { continue }
        let first = words.split(separator: " ").first.map { String($0).displayWidth } ?? 0
        need.minimum = max(need.minimum, 2 * sign.count + first + 3)
        need.unbroken = max(need.unbroken, 2 * sign.count + words.displayWidth + 3)
      }
      need.wanted = max(need.wanted, need.minimum)
      need.unbroken = max(need.unbroken, need.wanted)
      layout.needs[index] = need
    }
    self.layout = layout
    texts = table.columns.indices.map { index in
      table.rows.map { row in row.cells[index].value.lines.reduce(0) { $0 + $1.words.displayWidth } }
    }
  }
}

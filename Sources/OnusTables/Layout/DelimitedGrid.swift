/// A table as rows of plain strings: what CSV and TSV have in common.
///
/// The header holds the columns' keys. Rows in groups get a first column `group`; a column of durations is
/// followed by its ISO 8601 form and its length in days, so that programs need not parse words, and a column
/// with linked names by one with the addresses; footnotes go to a last column as `key: text`, one a line.
struct DelimitedGrid {
  var header: [String] = []
  var rows: [[String]] = []

  init(_ table: EvidenceTable) {
    let hasGroups = table.rows.contains { $0.group != nil }
    let linked = table.columns.indices.map { index in
      table.rows.contains { if case .link = $0.cells[index].value { true } else { false } }
    }
    let hasFootnotes = table.rows.contains { $0.cells.contains { !$0.footnotes.isEmpty } }

    if hasGroups { header.append("group") }
    for (column, isLinked) in zip(table.columns, linked) {
      header.append(column.key)
      if isLinked { header.append("\(column.key)_url") }
      if column.kind == .duration { header += ["\(column.key)_iso8601", "\(column.key)_days"] }
    }
    if hasFootnotes { header.append("footnotes") }

    for row in table.rows {
      var fields: [String] = hasGroups ? [row.group ?? ""] : []
      for (index, (column, cell)) in zip(table.columns, row.cells).enumerated() {
        if linked[index], case .link(let text, let address) = cell.value {
          fields += [text, address]
        } else {
          fields += [cell.value.dataText] + (linked[index] ? [""] : [])
        }
        if column.kind == .duration { fields += cell.value.durationFields }
      }
      if hasFootnotes {
        fields.append(
          zip(table.columns, row.cells).flatMap { column, cell in
            cell.footnotes.map { "\(column.key): \($0.text)" }
          }.joined(separator: "\n"))
      }
      rows.append(fields)
    }
  }
}

extension EvidenceTable.Value {
  /// The value for programs: without signs, and with a list's items on lines of their own.
  fileprivate var dataText: String {
    guard case .symbol(_, let word) = self else { return lines.map(\.plainText).joined(separator: "\n") }
    return word
  }

  fileprivate var durationFields: [String] {
    guard case .duration(_, let iso8601, let days) = self else { return ["", ""] }
    return [iso8601 ?? "", days.map(\.shortest) ?? ""]
  }
}

extension Double {
  /// The shortest decimal digits that read back as the same number, without a needless fraction.
  var shortest: String {
    guard isFinite else { return "" }
    if let whole = Int(exactly: self) { return String(whole) }
    return String(self)
  }
}

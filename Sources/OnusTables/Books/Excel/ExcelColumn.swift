internal import OnusOffice

/// One column of a sheet, which shows a column of a table, or what only programs need of it: a length in days, or
/// an address, because a cell of a spreadsheet leads to one place at most.
struct ExcelColumn {
  var heading: Workbook.Cell
  var group: String?
  var width: Double
  var namesRows: Bool
  /// The column of the table that is shown; `nil` for the others.
  var source: Int?
  var cell: (EvidenceTable.Row) -> Workbook.Cell

  static func columns(of table: EvidenceTable, _ lettering: EvidenceTable.Lettering) -> [ExcelColumn] {
    let needs = ColumnWidths(table).needs
    var columns: [ExcelColumn] = []
    if table.rows.contains(where: { $0.group != nil }) { columns.append(groups(of: table)) }
    for (index, need) in needs.enumerated() {
      columns.append(shown(index, of: table, width(of: index, need, in: table), lettering))
      if table.columns[index].kind == .duration { columns.append(days(index, of: table)) }
      columns += ExcelLinks(index, of: table).columns
    }
    return columns
  }

  private static func groups(of table: EvidenceTable) -> ExcelColumn {
    let longest = table.rows.map { $0.group?.displayWidth ?? 0 }.max() ?? 0
    return ExcelColumn(
      heading: head("Group"), width: Double(min(max(longest + 2, 10), 26)), namesRows: true
    ) { row in
      Workbook.Cell(row.group.map { .text([.init($0)]) } ?? .blank)
    }
  }

  private static func shown(
    _ index: Int, of table: EvidenceTable, _ width: Double, _ lettering: EvidenceTable.Lettering
  ) -> ExcelColumn {
    let column = table.columns[index]
    let isNumber = column.kind == .integer
    var words = [Workbook.Run(column.heading, isBold: true)]
    words += raised(lettering.marks(of: column.footnotes))
    words += column.details.map { Workbook.Run("\n" + $0) }
    let heading = Workbook.Cell(
      .text(words), .init(.heading, isBold: words.count == 1, isRight: isNumber))
    return ExcelColumn(
      heading: heading, group: column.group, width: width, namesRows: column.isRowHeader, source: index
    ) { row in
      let cell = row.cells[index]
      let marks = lettering.marks(of: cell.footnotes)
      return Workbook.Cell(
        content(of: cell.value, marks, in: column.kind), .init(.body, isRight: isNumber),
        link: cell.value.onlyAddress.map { .address($0) })
    }
  }

  private static func days(_ index: Int, of table: EvidenceTable) -> ExcelColumn {
    let column = table.columns[index]
    return ExcelColumn(
      heading: head("\(column.heading), days", isRight: true), group: column.group, width: 11,
      namesRows: false
    ) { row in
      guard case .duration(_, _, let days?) = row.cells[index].value, days.isFinite else {
        return Workbook.Cell(.blank)
      }
      return Workbook.Cell(.number(days, suffix: ""), .init(.body, isRight: true))
    }
  }

  /// A heading in bold words.
  static func head(_ words: String, isRight: Bool = false) -> Workbook.Cell {
    Workbook.Cell(.text([.init(words)]), .init(.heading, isBold: true, isRight: isRight))
  }

  private static func content(
    of value: EvidenceTable.Value, _ marks: [String], in kind: EvidenceTable.Column.Kind
  ) -> Workbook.Content {
    switch value {
    // Excel keeps 15 digits of a number; a longer one stays whole only as words.
    case .integer(let number) where abs(Double(number)) < 1e15:
      return .number(Double(number), suffix: marks.isEmpty ? "" : " " + marks.joined(separator: ",").raised)
    case .text(let text) where kind == .date && marks.isEmpty:
      if let day = text.calendarDay { return day }
    case .absent where marks.isEmpty: return .blank
    default: break
    }
    var runs: [Workbook.Run] = []
    for (index, line) in value.lines.enumerated() {
      if index > 0 { runs.append(.init("\n")) }
      for span in line.spans { runs.append(.init(span.text, isBold: span.isStrong)) }
    }
    return .text(runs + raised(marks))
  }

  private static func raised(_ marks: [String]) -> [Workbook.Run] {
    marks.isEmpty ? [] : [.init(" " + marks.joined(separator: ","), isRaised: true)]
  }

  /// A row is 409 points high at most, some 28 lines, so very long texts get a wider column.
  private static func width(of index: Int, _ need: ColumnWidths.Need, in table: EvidenceTable) -> Double {
    let cells = table.rows.map { $0.cells[index].value }
    let longest = cells.map { $0.lines.reduce(0) { $0 + $1.words.displayWidth } }.max() ?? 0
    // Not every program breaks the words of a link.
    let isLinked = cells.contains { $0.onlyAddress != nil }
    let wanted = isLinked ? min(need.unbroken + 3, 40) : need.wanted + 3
    return Double(min(max(wanted, longest / 20, 9), 110))
  }
}

extension String {
  /// The letters as the raised ones of Unicode, for places that know no other; in brackets where one is missing.
  fileprivate var raised: String {
    let letters: [Character: Character] = [
      "a": "ᵃ", "b": "ᵇ", "c": "ᶜ", "d": "ᵈ", "e": "ᵉ", "f": "ᶠ", "g": "ᵍ", "h": "ʰ", "i": "ⁱ", "j": "ʲ",
      "k": "ᵏ", "l": "ˡ", "m": "ᵐ", "n": "ⁿ", "o": "ᵒ", "p": "ᵖ", "r": "ʳ", "s": "ˢ", "t": "ᵗ", "u": "ᵘ",
      "v": "ᵛ", "w": "ʷ", "x": "ˣ", "y": "ʸ", "z": "ᶻ",
    ]
    let result = compactMap { $0 == "," ? "," : letters[$0] }
    return result.count == count ? String(result) : "[\(self)]"
  }

  /// The day that the text names as `YYYY-MM-DD`; `nil` for anything else, and before Excel's calendar begins.
  fileprivate var calendarDay: Workbook.Content? {
    let parts = split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1901...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return .date(year: year, month: month, day: day)
  }
}

extension EvidenceTable.Value {
  /// The address of a value whose words all lead to one place.
  fileprivate var onlyAddress: String? {
    guard case .link(_, let address) = self else { return nil }
    return address.webAddress
  }
}

extension Writer {
  /// Plain text for a terminal of 100 columns.
  public static let text = Writer.text(width: 100)

  /// Plain text in aligned columns; where the columns cannot fit, one block of labelled lines a row.
  ///
  /// - Parameter width: The number of terminal columns to fill; at least 20 are used.
  public static func text(width: Int) -> Writer {
    Writer(name: "text", title: "Plain text", fileExtension: "txt", mediaType: "text/plain") { table in
      let page = TextPage(table, width: max(width, 20))
      return Array((page.lines.joined(separator: "\n") + "\n").utf8)
    }
  }
}

/// A table laid out in lines for a terminal.
private struct TextPage {
  var lines: [String] = []

  private let table: EvidenceTable
  private let lettering: EvidenceTable.Lettering
  private let width: Int
  private static let gap = 2

  init(_ table: EvidenceTable, width: Int) {
    self.table = table
    self.width = width
    lettering = table.lettering

    lines += table.title.withoutControls.wrapped(to: width)
    lines.append("")
    for line in table.introduction { addParagraph("", line.plainText) }
    if !table.introduction.isEmpty { lines.append("") }
    let room = width - Self.gap * max(table.columns.count - 1, 0)
    let needs = ColumnWidths(table)
    // Columns squeezed to a fraction of what they want make rows of many short lines: blocks read better.
    let isCramped = needs.needs.reduce(0) { $0 + $1.wanted } > room * 2
    if !isCramped, let widths = needs.fitted(to: room) {
      addGrid(widths)
    } else {
      addBlocks()
    }
    addFoot()
    while lines.last?.isEmpty == true { lines.removeLast() }
  }

  private mutating func addGrid(_ widths: [Int]) {
    let isNumeric = table.columns.map { $0.kind == .integer }
    func add(_ cells: [[String]]) {
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        var text = ""
        for (index, cell) in cells.enumerated() {
          let content = line < cell.count ? cell[line] : ""
          let padding = String(repeating: " ", count: max(widths[index] - content.displayWidth, 0))
          text += isNumeric[index] ? padding + content : content + padding
          text += String(repeating: " ", count: Self.gap)
        }
        lines.append(text.trimmingTrailingSpaces)
      }
    }

    add(
      zip(table.columns, widths).map { column, width in
        heading(column).flatMap { $0.wrapped(to: width) }
      })
    lines.append(widths.map { String(repeating: "-", count: $0) }.joined(separator: "  "))
    for section in table.sections {
      if let heading = section.heading {
        if lines.last?.isEmpty == false { lines.append("") }
        lines += heading.withoutControls.wrapped(to: width)
      }
      let isTall = section.rows.contains { row in row.cells.contains { $0.value.lines.count > 1 } }
      for (position, row) in section.rows.enumerated() {
        let cells = widths.enumerated().map { column, width -> [String] in
          if table.isRepeat(row: position, column: column, in: section.rows) { return [] }
          return content(of: row.cells[column]).flatMap { $0.wrapped(to: width) }
        }
        add(cells)
        if isTall || cells.contains(where: { $0.count > 1 }) { lines.append("") }
      }
    }
    if lines.last?.isEmpty == false { lines.append("") }
  }

  private mutating func addBlocks() {
    let labels = table.columns.map { heading($0).joined(separator: ", ") }
    let labelWidth = min(labels.map(\.displayWidth).max() ?? 0, max(width / 4, 8))
    for section in table.sections {
      if let heading = section.heading {
        lines += heading.withoutControls.wrapped(to: width)
        lines.append("")
      }
      for (position, row) in section.rows.enumerated() {
        for (column, cell) in row.cells.enumerated() {
          // A matrix has a stance column for every study: only those with a stance are worth a line.
          let isBlank = cell.value == .absent && table.columns[column].kind == .stance
          if isBlank || table.isRepeat(row: position, column: column, in: section.rows) { continue }
          let left = labels[column].wrapped(to: labelWidth)
          let right = content(of: cell).flatMap { $0.wrapped(to: width - labelWidth - Self.gap) }
          for line in 0..<max(left.count, right.count) {
            let name = line < left.count ? left[line] : ""
            let padding = String(repeating: " ", count: labelWidth - name.displayWidth + Self.gap)
            lines.append((name + padding + (line < right.count ? right[line] : "")).trimmingTrailingSpaces)
          }
        }
        lines.append("")
      }
    }
  }

  private mutating func addFoot() {
    let heading = lettering.footnotes.isEmpty ? nil : table.footnotesHeading
    if let heading {
      for note in table.notesForPeople { addParagraph("", note) }
      lines += [""] + heading.withoutControls.wrapped(to: width)
    }
    for (mark, text) in lettering.marked { addParagraph("[\(mark)] ", text) }
    guard heading == nil else { return }
    if !lettering.footnotes.isEmpty { lines.append("") }
    for note in table.notesForPeople { addParagraph("", note) }
  }

  private mutating func addParagraph(_ lead: String, _ text: String) {
    let indentation = String(repeating: " ", count: lead.count)
    for (index, line) in text.withoutControls.wrapped(to: width - lead.count).enumerated() {
      lines.append((index == 0 ? lead : indentation) + line)
    }
  }

  private func heading(_ column: EvidenceTable.Column) -> [String] {
    let group = column.group.map { "\($0): " } ?? ""
    let head = [group + column.heading + mark(of: column.footnotes)] + column.details
    return head.map(\.withoutControls)
  }

  private func content(of cell: EvidenceTable.Cell) -> [String] {
    var content = cell.value.lines.map(\.words.withoutControls)
    let mark = mark(of: cell.footnotes)
    if let last = content.indices.last {
      content[last] += mark
    } else if !mark.isEmpty {
      content = [mark]
    }
    return content
  }

  private func mark(of footnotes: [EvidenceTable.Footnote]) -> String {
    let marks = lettering.marks(of: footnotes)
    return marks.isEmpty ? "" : " [\(marks.joined(separator: ","))]"
  }
}

extension String {
  /// The text without the spaces at its end.
  var trimmingTrailingSpaces: String {
    var result = self[...]
    while result.last == " " { result.removeLast() }
    return String(result)
  }
}

extension Writer {
  /// Markdown with a pipe table, as GitHub and most other renderers read it.
  ///
  /// Footnotes are lettered by hand, because Markdown's own are numbered across a whole page.
  public static let markdown = Writer(
    name: "markdown", title: "Markdown (GitHub)", fileExtension: "md", mediaType: "text/markdown"
  ) { table in
    let lettering = table.lettering
    var lines = ["# \(table.title.markdown)", ""]
    for line in table.introduction { lines += [line.spans.map(\.markdown).joined(), ""] }
    lines.append(row(table.columns.map { heading($0, lettering) }))
    lines.append("|" + table.columns.map { $0.kind == .integer ? " ---: |" : " --- |" }.joined())
    for section in table.sections {
      if let heading = section.heading {
        let blank = Array(repeating: "", count: max(table.columns.count - 1, 0))
        lines.append(row(["**\(heading.markdown)**"] + blank))
      }
      for (position, tableRow) in section.rows.enumerated() {
        let cells = tableRow.cells.enumerated().map { column, cell in
          table.isRepeat(row: position, column: column, in: section.rows) ? "" : content(of: cell, lettering)
        }
        lines.append(row(cells))
      }
    }
    let footnotes = lettering.marked.flatMap { ["", "<sup>\($0.mark)</sup> \($0.text.markdown)"] }
    let notes = table.notesForPeople.flatMap { ["", $0.markdown] }
    if let heading = table.footnotesHeading, !footnotes.isEmpty {
      lines += notes + ["", "**\(heading.markdown)**"] + footnotes
    } else {
      lines += footnotes + notes
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func row(_ cells: [String]) -> String {
    "|" + cells.map { $0.isEmpty ? " |" : " \($0) |" }.joined()
  }

  private static func heading(
    _ column: EvidenceTable.Column, _ lettering: EvidenceTable.Lettering
  ) -> String {
    let group = column.group.map { "\($0.markdown): " } ?? ""
    let heading = group + column.heading.markdown + mark(of: column.footnotes, lettering)
    return ([heading] + column.details.map(\.markdown)).joined(separator: "<br>")
  }

  private static func content(
    of cell: EvidenceTable.Cell, _ lettering: EvidenceTable.Lettering
  ) -> String {
    let lines = cell.value.lines.map { line in line.spans.map(\.markdown).joined() }
    return lines.joined(separator: "<br>") + mark(of: cell.footnotes, lettering)
  }

  private static func mark(
    of footnotes: [EvidenceTable.Footnote], _ lettering: EvidenceTable.Lettering
  ) -> String {
    let marks = lettering.marks(of: footnotes)
    return marks.isEmpty ? "" : "<sup>\(marks.joined(separator: ","))</sup>"
  }
}

extension EvidenceTable.Span {
  fileprivate var markdown: String {
    let words = isStrong ? text.strongMarkdown : text.markdown
    guard let address = link?.safeAddress, !words.isEmpty else { return words }
    return "[\(words)](\(address.markdownAddress))"
  }
}

extension String {
  /// The text emphasized; blanks at its ends stay outside, where Markdown wants them.
  fileprivate var strongMarkdown: String {
    let start = prefix { $0 == " " }
    let rest = dropFirst(start.count)
    let words = String(rest).trimmingTrailingSpaces
    guard !words.isEmpty else { return self }
    return "\(start)**\(words.markdown)**\(rest.dropFirst(words.count))"
  }
}

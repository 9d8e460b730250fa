extension Writer {
  /// A self-contained HTML page: accessible, printable, light and dark, without scripts.
  ///
  /// The head and the first column stay in view while a wide or long table is scrolled.
  public static let html = Writer(
    name: "html", title: "HTML page", fileExtension: "html", mediaType: "text/html"
  ) { table in
    var marks = TableMarkup(table)
    let style = [HTMLStyle.table] + (table.columns.count > 9 ? [HTMLStyle.widePaper] : [])
    return HTMLPage(title: table.title, style: style.joined(separator: "\n"), body: marks.body()).bytes
  }
}

/// The markup of one table and its footnotes.
///
/// Back links lead to the first place where a footnote is used, so the places are remembered on the way.
private struct TableMarkup {
  private let table: EvidenceTable
  private let lettering: EvidenceTable.Lettering
  private var linked: Set<String> = []

  init(_ table: EvidenceTable) {
    self.table = table
    lettering = table.lettering
  }

  mutating func body() -> [String] {
    // The unit ch is the width of a zero: wider than most letters, narrower than bold ones and most digits
    // with their signs, so only running text can do with less. 3 are for padding.
    let widths = ColumnWidths(table).needs.map { need in
      max(need.wanted > 18 ? need.wanted * 7 / 10 : need.wanted, need.minimum * 21 / 20) + 3
    }
    let minimum = widths.reduce(0, +)
    let caption = "caption-\(table.id.htmlID)"
    let about = table.introduction.map { "<p>\($0.spans.map(\.html).joined())</p>" }
    var lines = about.isEmpty ? [] : ["<div class=\"about\">"] + about + ["</div>"]
    lines += [
      "<div class=\"scroll\" role=\"region\" aria-labelledby=\"\(caption)\" tabindex=\"0\">",
      "<table style=\"min-width: \(minimum)ch\">",
      "<caption class=\"unseen\" id=\"\(caption)\">\(table.title.html)</caption>",
    ]
    // The layout is fixed, because browsers otherwise starve the column with the longest texts.
    lines.append(
      "<colgroup>" + widths.map { "<col style=\"width: \($0)ch\">" }.joined() + "</colgroup>")
    lines += head() + table.sections.flatMap { body(of: $0) } + ["</table>", "</div>"]
    return lines + foot()
  }

  private mutating func head() -> [String] {
    let runs = ColumnGroup.runs(of: table.columns)
    let hasGroups = runs.contains { $0.heading != nil }
    var first: [String] = []
    var second: [String] = []
    for run in runs {
      if let heading = run.heading {
        let span = "scope=\"colgroup\" colspan=\"\(run.range.count)\""
        first.append("<th class=\"span\" \(span)>\(heading.html)</th>")
        for index in run.range { second.append(headingCell(at: index, rows: 1)) }
      } else {
        for index in run.range { first.append(headingCell(at: index, rows: hasGroups ? 2 : 1)) }
      }
    }
    let rows = hasGroups ? [first, second] : [first]
    return ["<thead>"] + rows.flatMap { ["<tr>"] + $0 + ["</tr>"] } + ["</thead>"]
  }

  private mutating func headingCell(at index: Int, rows: Int) -> String {
    let column = table.columns[index]
    let span = rows > 1 ? " rowspan=\"\(rows)\"" : ""
    let classes = classes(at: index, and: rows > 1 ? ["tall"] : [])
    let details = column.details.map { " <span class=\"detail\">\($0.html)</span>" }.joined()
    let heading = column.heading.html + mark(of: column.footnotes)
    return "<th scope=\"col\"\(classes)\(span)>\(heading)\(details)</th>"
  }

  private mutating func body(of section: EvidenceTable.Section) -> [String] {
    var lines = ["<tbody>"]
    if let heading = section.heading {
      let span = "scope=\"rowgroup\" colspan=\"\(table.columns.count)\""
      lines.append("<tr class=\"group\"><th \(span)><span>\(heading.html)</span></th></tr>")
    }
    let first = table.columns.firstIndex(where: \.mergesRepeats)
    for (position, row) in section.rows.enumerated() {
      if let first, position > 0, !table.isRepeat(row: position, column: first, in: section.rows) {
        lines += ["</tbody>", "<tbody>"]
      }
      lines.append("<tr id=\"row-\(row.id.htmlID)\">")
      for (index, cell) in row.cells.enumerated() {
        if table.isRepeat(row: position, column: index, in: section.rows) { continue }
        let end = (position + 1..<section.rows.count).first {
          !table.isRepeat(row: $0, column: index, in: section.rows)
        }
        lines.append(element(for: cell, at: index, rows: (end ?? section.rows.count) - position))
      }
      lines.append("</tr>")
    }
    return lines + ["</tbody>"]
  }

  private mutating func element(for cell: EvidenceTable.Cell, at index: Int, rows: Int) -> String {
    let span = rows > 1 ? " rowspan=\"\(rows)\"" : ""
    let isHeader = table.columns[index].isRowHeader
    let direction = cell.value.lines.contains { $0.plainText.hasRightToLeft } ? " dir=\"auto\"" : ""
    var content = markup(of: cell.value, mark: mark(of: cell.footnotes))
    if rows > 1 { content = "<div class=\"stay\">\(content)</div>" }
    let attributes = span + classes(at: index) + direction
    return isHeader
      ? "<th scope=\"\(rows > 1 ? "rowgroup" : "row")\"\(attributes)>\(content)</th>"
      : "<td\(attributes)>\(content)</td>"
  }

  private func classes(at index: Int, and more: [String] = []) -> String {
    var classes = more
    if table.columns[index].kind == .integer { classes.append("number") }
    if index == 0, table.columns[index].isRowHeader { classes.append("pinned") }
    return classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
  }

  private func markup(of value: EvidenceTable.Value, mark: String) -> String {
    switch value {
    case .absent: return "<span class=\"unseen\">not recorded</span>" + mark
    case .notReported:
      return "<span class=\"quiet\">\(EvidenceTable.Value.notReportedWords)</span>" + mark
    case .symbol(let sign, let word):
      if sign.contains("⊕") {
        // A screen reader would spell out the circles; the label says what they and the word stand for.
        let circles = "<span role=\"img\" aria-label=\"\(word.html) certainty\">\(sign.html)</span>"
        return "<span class=\"circles\">\(circles) <span aria-hidden=\"true\">\(word.html)</span></span>"
          + mark
      }
      let hidden = "<span aria-hidden=\"true\">\(sign.html)</span>"
      return "<span class=\"sign\(tone(of: sign))\">\(hidden)&nbsp;\(word.html)</span>" + mark
    case .text, .list, .integer, .link, .duration:
      var lines = value.lines.map { $0.spans.map(\.html).joined() }
      // A cell without words, above all a row header, must still say something to a screen reader.
      if lines.allSatisfy(\.isEmpty) { return markup(of: .absent, mark: mark) }
      guard lines.count > 1 else { return lines.joined() + mark }
      lines[lines.count - 1] += mark
      return lines.map { "<span class=\"line\">\($0)</span>" }.joined(separator: " ")
    }
  }

  /// Colour repeats what sign and word already say.
  private func tone(of sign: String) -> String {
    switch sign {
    case "▲", "△": " for"
    case "▼", "▽": " against"
    case "◆", "◇", "◐": " between"
    default: ""
    }
  }

  private mutating func mark(of footnotes: [EvidenceTable.Footnote]) -> String {
    let links = lettering.marks(of: footnotes).map { mark in
      let anchor = linked.insert(mark).inserted ? " id=\"use-\(mark)\"" : ""
      return "<a href=\"#note-\(mark)\"\(anchor)><span class=\"unseen\">footnote </span>\(mark)</a>"
    }
    return links.isEmpty ? "" : "<sup>\(links.joined(separator: ","))</sup>"
  }

  private func foot() -> [String] {
    guard !lettering.footnotes.isEmpty || !table.notesForPeople.isEmpty else { return [] }
    let notes = table.notesForPeople.map { "<p>\($0.html)</p>" }
    guard !lettering.footnotes.isEmpty else { return ["<div class=\"foot\">"] + notes + ["</div>"] }
    var list = ["<ol>"]
    for (mark, text) in lettering.marked {
      let back = "<a class=\"mark\" href=\"#use-\(mark)\" aria-label=\"Back to footnote \(mark)\">"
      list.append("<li id=\"note-\(mark)\">\(back)\(mark)</a>\(text.html)</li>")
    }
    list.append("</ol>")
    guard let heading = table.footnotesHeading else {
      return ["<div class=\"foot\">"] + list + notes + ["</div>"]
    }
    return ["<div class=\"foot\">"] + notes + ["<p><b>\(heading.html)</b></p>"] + list + ["</div>"]
  }
}

/// The rows of one part of a table.
struct WordRows {
  var part: WordColumns.Part
  var lettering: EvidenceTable.Lettering
  private let style: WordRowStyles
  private var table: EvidenceTable { part.table }
  private let hasBoldNames: Bool

  /// Prepares the rows.
  ///
  /// - Parameter halfPoints: The size of type, in half points.
  init(part: WordColumns.Part, lettering: EvidenceTable.Lettering, halfPoints: Int) {
    self.part = part
    self.lettering = lettering
    style = WordRowStyles(halfPoints: halfPoints)
    // Names stand out; whole sentences in bold would only shout.
    hasBoldNames = part.table.columns.indices.allSatisfy { index in
      !part.table.columns[index].isRowHeader
        || part.table.rows.allSatisfy { row in
          row.cells[index].value.lines.allSatisfy { $0.words.displayWidth <= 40 }
        }
    }
  }

  /// A row of more lines than this may be broken between two pages.
  private static let mostLinesKept = 14

  // MARK: Head

  /// The rows of the head, which come again on each page.
  var head: String {
    let runs = ColumnGroup.runs(of: table.columns)
    let hasGroups = runs.contains { $0.heading != nil }
    var first = ""
    var second = ""
    for run in runs {
      if let heading = run.heading {
        let words = WordText.paragraph(style.head, words: heading, keepsNext: true, WordText.runs(heading))
        let width = run.range.reduce(0) { $0 + part.widths[$1] }
        first += cell(words, width: width, span: run.range.count, more: "<w:vAlign w:val=\"bottom\"/>")
        for index in run.range { second += headingCell(index, merge: "") }
      } else {
        for index in run.range {
          first += headingCell(index, merge: hasGroups ? "<w:vMerge w:val=\"restart\"/>" : "")
          let empty = WordText.paragraph(style.head, words: "", "")
          second += cell(empty, width: part.widths[index], merge: "<w:vMerge/>")
        }
      }
    }
    let repeated = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    return (hasGroups ? [first, second] : [first]).map { "<w:tr>\(repeated)\($0)</w:tr>" }.joined()
  }

  private func headingCell(_ index: Int, merge: String) -> String {
    let column = table.columns[index]
    let properties = alignment(of: column)
    let mark = WordText.raised(lettering.marks(of: column.footnotes))
    let heading = WordText.paragraph(
      style.head, words: column.heading, keepsNext: true, properties: properties,
      WordText.runs(column.heading) + mark)
    let details = column.details.map { detail in
      WordText.paragraph(
        style.detail, words: detail, keepsNext: true, properties: properties, WordText.runs(detail))
    }
    return cell(
      heading + details.joined(), width: part.widths[index], merge: merge,
      more: "<w:vAlign w:val=\"bottom\"/>")
  }

  // MARK: Body

  /// The rows below the head, with a row across the table before each group.
  func body(_ links: inout WordLinks) -> String {
    var rows: [String] = []
    if table.rows.isEmpty { rows.append(row(across: "Nothing is recorded here.", style.text)) }
    for section in table.sections {
      if let heading = section.heading { rows.append(row(across: heading, style.group, isShaded: true)) }
      for position in section.rows.indices {
        rows.append(row(position, of: section.rows, &links))
      }
    }
    return rows.joined()
  }

  /// A row of one cell, across all columns.
  private func row(across words: String, _ style: String, isShaded: Bool = false) -> String {
    let content = WordText.paragraph(style, words: words, keepsNext: isShaded, WordText.runs(words))
    let shade = isShaded ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F0F2F5\"/>" : ""
    let span = cell(content, width: WordColumns.pageWidth, span: table.columns.count, more: shade)
    return "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(span)</w:tr>"
  }

  private func row(_ position: Int, of rows: [EvidenceTable.Row], _ links: inout WordLinks) -> String {
    var cells = ""
    for index in table.columns.indices {
      let width = part.widths[index]
      if table.isRepeat(row: position, column: index, in: rows) {
        let empty = WordText.paragraph(style.text, words: "", "")
        cells += cell(empty, width: width, merge: "<w:vMerge/>")
      } else {
        let isFirst = position + 1 < rows.count && table.isRepeat(row: position + 1, column: index, in: rows)
        cells += cell(
          content(of: rows[position].cells[index], index, &links), width: width,
          merge: isFirst ? "<w:vMerge w:val=\"restart\"/>" : "")
      }
    }
    let isKept = lines(of: rows[position]) <= Self.mostLinesKept
    return "<w:tr>\(isKept ? "<w:trPr><w:cantSplit/></w:trPr>" : "")\(cells)</w:tr>"
  }

  private func content(
    of cell: EvidenceTable.Cell, _ index: Int, _ links: inout WordLinks
  ) -> String {
    let column = table.columns[index]
    let isName = column.isRowHeader && hasBoldNames
    let mark = WordText.raised(lettering.marks(of: cell.footnotes))
    let lines = cell.value.lines.isEmpty ? [EvidenceTable.Line("")] : cell.value.lines
    return lines.enumerated().map { position, line in
      var runs = ""
      // What follows the name of a row, such as its scale, is not the name.
      let isBold = isName && position == 0
      for span in line.spans {
        // A sign is never parted from its word.
        var words = span.text
        if case .symbol(let sign, let word) = cell.value { words = "\(sign)\u{A0}\(word)" }
        if let address = span.link?.webAddress {
          runs += links.link(
            WordText.runs(words, isBold: span.isStrong || isBold, style: "Hyperlink"), to: address)
        } else {
          runs += WordText.runs(words, isBold: span.isStrong || isBold)
        }
      }
      if position == lines.count - 1 { runs += mark }
      return WordText.paragraph(
        style.text, words: line.words, properties: alignment(of: column), runs)
    }.joined()
  }

  // MARK: Parts

  private func cell(
    _ content: String, width: Int, span: Int = 1, merge: String = "", more: String = ""
  ) -> String {
    let spanned = span > 1 ? "<w:gridSpan w:val=\"\(span)\"/>" : ""
    let properties = "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(spanned)\(merge)\(more)"
    return "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
  }

  private func alignment(of column: EvidenceTable.Column) -> String {
    column.kind == .integer ? "<w:jc w:val=\"right\"/>" : ""
  }

  private func lines(of row: EvidenceTable.Row) -> Int {
    zip(row.cells, part.characters).map { cell, characters in
      cell.value.lines.reduce(0) { $0 + $1.words.lineCount(in: characters) }
    }.max() ?? 0
  }
}

/// The names of the styles of a table's paragraphs in one size of type.
struct WordRowStyles {
  /// The size, in half points.
  var halfPoints: Int

  private var suffix: String { halfPoints == Self.usual ? "" : "Small" }

  /// The size of tables that fit on a page, in half points.
  static let usual = 17

  /// The size of tables that would otherwise not fit, in half points.
  static let small = 15

  var text: String { "TableText\(suffix)" }
  var head: String { "TableHead\(suffix)" }
  var detail: String { "TableDetail\(suffix)" }
  var group: String { "TableGroup\(suffix)" }
}

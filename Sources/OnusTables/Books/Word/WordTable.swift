internal import OnusOffice

/// One table of a document: heading, caption, the table in its parts, and the notes below.
struct WordTable {
  private let table: EvidenceTable
  private let number: Int
  private let lettering: EvidenceTable.Lettering

  /// Prepares a table.
  ///
  /// - Parameter number: The number in its caption, from 1.
  init(_ table: EvidenceTable, number: Int) {
    self.table = table
    self.number = number
    lettering = table.lettering
  }

  /// The name by which links within the document lead to a table.
  static func bookmark(_ number: Int) -> String { "table_\(number)" }

  /// The blocks of the table in the body of the document.
  func blocks(_ links: inout WordLinks, beginsPage: Bool) -> [String] {
    let name = WordText.runs(table.shortName)
    let id = "w:id=\"\(number)\""
    let marked =
      "<w:bookmarkStart \(id) w:name=\"\(Self.bookmark(number))\"/>\(name)<w:bookmarkEnd \(id)/>"
    var blocks = [
      WordText.paragraph(
        "Heading1", words: table.shortName, keepsNext: true, beginsPage: beginsPage, marked)
    ]
    let layout = WordColumns(table)
    let count = layout.parts.count
    for (index, part) in layout.parts.enumerated() {
      blocks.append(caption(part: index, of: count))
      if index == 0 { blocks += introduction }
      let rows = WordRows(part: part, lettering: lettering, halfPoints: layout.halfPoints)
      blocks.append(drawn(rows, description: description(of: part, index, of: count), &links))
    }
    return blocks + notes
  }

  /// What the table is about, below its caption.
  private var introduction: [String] {
    table.introduction.enumerated().map { index, line in
      let runs = line.spans.map { WordText.runs($0.text, isBold: $0.isStrong) }
      let isLast = index == table.introduction.count - 1
      return WordText.paragraph(
        "TableNote", words: line.words, keepsNext: true,
        properties: isLast ? "<w:spacing w:after=\"100\"/>" : "", runs.joined())
    }
  }

  private func caption(part: Int, of count: Int) -> String {
    let suffix = count > 1 ? " (part \(part + 1) of \(count))" : ""
    let digits = "<w:r><w:t>\(number)</w:t></w:r>"
    // Word counts captions with this field; a part that goes on repeats its number.
    let counter = part == 0 ? WordText.field("SEQ Table \\* ARABIC", digits) : digits
    return WordText.paragraph(
      "Caption", words: "Table", keepsNext: true,
      WordText.runs("Table ") + counter + WordText.runs(". \(table.title)\(suffix)"))
  }

  /// What someone who listens is told before the table is read.
  private func description(of part: WordColumns.Part, _ index: Int, of count: Int) -> String {
    let headings = part.table.columns.map { column in
      (column.group.map { "\($0): " } ?? "") + column.heading
    }
    let rows = part.table.rows.count
    let which = count > 1 ? "Part \(index + 1) of \(count). " : ""
    return "\(which)\(rows) row\(rows == 1 ? "" : "s"). Columns: \(headings.joined(separator: "; "))."
  }

  private func drawn(_ rows: WordRows, description: String, _ links: inout WordLinks) -> String {
    let grid = rows.part.widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    let properties = [
      "<w:tblStyle w:val=\"EvidenceTable\"/>", "<w:tblW w:w=\"\(WordColumns.pageWidth)\" w:type=\"dxa\"/>",
      "<w:tblLayout w:type=\"fixed\"/>",
      "<w:tblLook w:val=\"06A0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\""
        + " w:noHBand=\"1\" w:noVBand=\"1\"/>",
      "<w:tblCaption w:val=\"\(table.title.xmlAttribute)\"/>",
      "<w:tblDescription w:val=\"\(description.xmlAttribute)\"/>",
    ]
    return "<w:tbl><w:tblPr>\(properties.joined())</w:tblPr><w:tblGrid>\(grid)</w:tblGrid>"
      + rows.head + rows.body(&links) + "</w:tbl>"
  }

  private var notes: [String] {
    let marked = lettering.marked.map { mark, text in
      WordText.paragraph("TableNote", words: text, WordText.raised([mark]) + WordText.runs(" " + text))
    }
    let plain = table.notesForPeople.map { WordText.paragraph("TableNote", words: $0, WordText.runs($0)) }
    if let heading = table.footnotesHeading, !marked.isEmpty {
      return plain + [WordText.paragraph("TableNote", words: heading, WordText.runs(heading, isBold: true))]
        + marked
    }
    // Two tables in a row would be read as one, so something always stands below a table.
    return marked.isEmpty && plain.isEmpty ? [WordText.paragraph("TableNote", words: "", "")] : marked + plain
  }
}

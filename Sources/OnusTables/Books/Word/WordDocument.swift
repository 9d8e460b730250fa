internal import OnusOffice

/// A book of tables as the parts of a Word document.
struct WordDocument {
  private let book: EvidenceBook

  init(_ book: EvidenceBook) { self.book = book }

  /// The parts, in the order in which they are packed: the list of all parts comes first.
  var entries: [ZipArchive.Entry] {
    var links = WordLinks()
    let body = body(&links)
    let parts: [(path: String, content: String)] = [
      ("[Content_Types].xml", WordParts.contentTypes),
      ("_rels/.rels", WordParts.packageRelations),
      ("docProps/core.xml", WordParts.properties(title: book.title)),
      ("word/document.xml", body),
      ("word/_rels/document.xml.rels", WordParts.documentRelations(links)),
      ("word/styles.xml", WordStyles.part),
      ("word/settings.xml", WordParts.settings),
      ("word/fontTable.xml", WordParts.fonts),
      ("word/webSettings.xml", WordParts.webSettings),
      ("word/theme/theme1.xml", WordTheme.part),
      ("word/footer1.xml", WordParts.footer(title: book.title)),
    ]
    return parts.map { ZipArchive.Entry(path: $0.path, bytes: Array($0.content.utf8)) }
  }

  private func body(_ links: inout WordLinks) -> String {
    var blocks: [String] = []
    if book.hasContents {
      blocks.append(WordText.paragraph("Title", words: book.title, WordText.runs(book.title)))
      blocks += book.remarks.map { WordText.paragraph("Normal", words: $0, WordText.runs($0)) }
      blocks += contents
    }
    for (index, table) in book.tables.enumerated() {
      let number = index + 1
      blocks += WordTable(table, number: number).blocks(&links, beginsPage: book.hasContents)
    }
    let page = [
      "<w:footerReference w:type=\"default\" r:id=\"footer\"/>",
      "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
      "<w:pgMar w:top=\"720\" w:right=\"720\" w:bottom=\"760\" w:left=\"720\" w:header=\"400\" w:footer=\"400\""
        + " w:gutter=\"0\"/>",
    ]
    return WordParts.declaration
      + "<w:document xmlns:w=\"\(WordParts.main)\" xmlns:r=\"\(WordParts.relations)\"><w:body>"
      + blocks.joined(separator: "\n") + "<w:sectPr>\(page.joined())</w:sectPr></w:body></w:document>\n"
  }

  /// A line for each table that leads to it.
  private var contents: [String] {
    guard !book.tables.isEmpty else { return [] }
    let heading = WordText.paragraph("Heading1", words: "Tables", keepsNext: true, WordText.runs("Tables"))
    return [heading]
      + book.tables.enumerated().map { index, table in
        let words = "Table \(index + 1). \(table.title)"
        let link = "<w:hyperlink w:anchor=\"\(WordTable.bookmark(index + 1))\" w:history=\"1\">"
        return WordText.paragraph(
          "Normal", words: words, link + WordText.runs(words, style: "Hyperlink") + "</w:hyperlink>")
      }
  }
}

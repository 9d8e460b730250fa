/// The styles of a Word document: few, named as Word names its own where it has them.
enum WordStyles {
  static var part: String {
    WordParts.declaration + "<w:styles xmlns:w=\"\(WordParts.main)\">" + defaults + paragraphs.joined()
      + hyperlink + tables + "</w:styles>\n"
  }

  private static let defaults =
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    + "<w:rFonts w:ascii=\"Arial\" w:eastAsia=\"Yu Gothic\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>"
    + "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>"
    + "<w:lang w:val=\"en-US\" w:eastAsia=\"ja-JP\" w:bidi=\"he-IL\"/></w:rPr></w:rPrDefault>"
    + "<w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"252\" w:lineRule=\"auto\"/></w:pPr>"
    + "</w:pPrDefault></w:docDefaults>"

  private static let paragraphs =
    [
      paragraph("Normal", "Normal", isDefault: true, "", ""),
      paragraph("Title", "Title", "<w:spacing w:after=\"160\"/>", bold(40)),
      paragraph(
        "Heading1", "heading 1", next: "Normal",
        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\"/><w:outlineLvl w:val=\"0\"/>", bold(30)),
      paragraph(
        "Caption", "caption", next: "Normal", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"80\"/>",
        bold(20)),
      paragraph("TableNote", "Table Note", "<w:spacing w:before=\"40\" w:after=\"20\"/>", size(17)),
      paragraph(
        "Footer", "footer",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"\(WordColumns.pageWidth)\"/></w:tabs><w:spacing w:after=\"0\"/>",
        "<w:color w:val=\"565E68\"/>" + size(16)),
    ] + cells("", WordRowStyles.usual) + cells("Small", WordRowStyles.small)

  /// The styles of what stands in cells, in one size of type.
  private static func cells(_ suffix: String, _ halves: Int) -> [String] {
    let name = suffix.isEmpty ? "" : " \(suffix)"
    let text = "TableText\(suffix)"
    return [
      paragraph(
        text, "Table Text\(name)", "<w:spacing w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>",
        size(halves)),
      paragraph("TableHead\(suffix)", "Table Head\(name)", based: text, "", "<w:b/><w:bCs/>"),
      paragraph("TableDetail\(suffix)", "Table Detail\(name)", based: text, "", ""),
      paragraph(
        "TableGroup\(suffix)", "Table Group\(name)", based: text,
        "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/>", "<w:b/><w:bCs/>"),
    ]
  }

  private static let hyperlink =
    "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
    + "<w:rPr><w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/></w:rPr></w:style>"

  /// Rules above and below as in journals, and thin ones between rows; the head has a shade.
  private static let tables =
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
    + "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\(margins(0, 108))</w:tblPr></w:style>"
    + "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"EvidenceTable\">"
    + "<w:name w:val=\"Evidence Table\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>\(rule("top", 8, "1B1F24"))"
    + "\(rule("bottom", 8, "1B1F24"))\(rule("insideH", 4, "B8C0C9"))</w:tblBorders>\(margins(40, 80))</w:tblPr>"
    + "<w:tblStylePr w:type=\"firstRow\"><w:tcPr><w:tcBorders>\(rule("bottom", 8, "1B1F24"))</w:tcBorders>"
    + "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E8EDF2\"/></w:tcPr></w:tblStylePr></w:style>"

  private static func paragraph(
    _ id: String, _ name: String, isDefault: Bool = false, based: String = "Normal", next: String? = nil,
    _ paragraph: String, _ run: String
  ) -> String {
    let kind = isDefault ? "w:type=\"paragraph\" w:default=\"1\"" : "w:type=\"paragraph\""
    let base = isDefault ? "" : "<w:basedOn w:val=\"\(based)\"/>"
    let following = next.map { "<w:next w:val=\"\($0)\"/>" } ?? ""
    return "<w:style \(kind) w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(base)\(following)<w:qFormat/>"
      + (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>")
      + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>") + "</w:style>"
  }

  /// A size in half points.
  private static func size(_ halves: Int) -> String {
    "<w:sz w:val=\"\(halves)\"/><w:szCs w:val=\"\(halves)\"/>"
  }

  private static func bold(_ halves: Int) -> String { "<w:b/><w:bCs/>" + size(halves) }

  private static func rule(_ edge: String, _ eighths: Int, _ colour: String) -> String {
    "<w:\(edge) w:val=\"single\" w:sz=\"\(eighths)\" w:space=\"0\" w:color=\"\(colour)\"/>"
  }

  private static func margins(_ vertical: Int, _ horizontal: Int) -> String {
    func side(_ name: String, _ width: Int) -> String { "<w:\(name) w:w=\"\(width)\" w:type=\"dxa\"/>" }
    return "<w:tblCellMar>\(side("top", vertical))\(side("left", horizontal))\(side("bottom", vertical))"
      + "\(side("right", horizontal))</w:tblCellMar>"
  }
}

internal import OnusOffice

/// The pieces of WordprocessingML that paragraphs are made of.
///
/// Source of the element names and their order: ECMA-376, Part 1, section 17.
enum WordText {
  /// A paragraph in a style.
  ///
  /// - Parameters:
  ///   - style: The id of the style.
  ///   - words: The plain words, which decide whether the paragraph runs from right to left.
  ///   - keepsNext: Whether it stays on the page of what follows.
  ///   - beginsPage: Whether it begins a page.
  ///   - properties: Further properties, which the schema has after the direction.
  ///   - content: The runs.
  static func paragraph(
    _ style: String, words: String, keepsNext: Bool = false, beginsPage: Bool = false,
    properties: String = "", _ content: String
  ) -> String {
    let keep = (keepsNext ? "<w:keepNext/>" : "") + (beginsPage ? "<w:pageBreakBefore/>" : "")
    let direction = words.startsRightToLeft ? "<w:bidi/>" : ""
    let all = "<w:pStyle w:val=\"\(style)\"/>\(keep)\(direction)\(properties)"
    return "<w:p><w:pPr>\(all)</w:pPr>\(content)</w:p>"
  }

  /// Words as runs, parted where the direction of the script changes.
  static func runs(_ text: String, isBold: Bool = false, style: String? = nil) -> String {
    text.safeForXML.directions.map { words, isRightToLeft in
      var properties = style.map { "<w:rStyle w:val=\"\($0)\"/>" } ?? ""
      if isBold { properties += "<w:b/><w:bCs/>" }
      if isRightToLeft { properties += "<w:rtl/>" }
      return run(words, properties)
    }.joined()
  }

  /// The letters of footnotes, raised; nothing where there are none.
  static func raised(_ marks: [String]) -> String {
    marks.isEmpty ? "" : run(marks.joined(separator: ","), "<w:vertAlign w:val=\"superscript\"/>")
  }

  /// A field: what Word computes, and the runs that are shown until it does.
  ///
  /// In its long form, because programs that only collect runs then find them.
  static func field(_ instruction: String, _ runs: String) -> String {
    func mark(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(kind)\"/></w:r>" }
    let code = "<w:r><w:instrText xml:space=\"preserve\"> \(instruction.xml) </w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + runs + mark("end")
  }

  private static func run(_ words: String, _ properties: String) -> String {
    let format = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    // Line breaks and tabs are elements of their own.
    let content = words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { piece in
        piece.isEmpty ? "" : "<w:t xml:space=\"preserve\">\(String(piece).xml)</w:t>"
      }.joined(separator: "<w:tab/>")
    }.joined(separator: "<w:br/>")
    return "<w:r>\(format)\(content)</w:r>"
  }
}

extension String {
  /// The text with everything escaped that XML would take for markup, in content and in attributes.
  var xml: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// The text as the value of an attribute: on one line.
  var xmlAttribute: String {
    String(safeForXML.map { $0 == "\n" || $0 == "\t" ? " " : $0 }).xml
  }
}

/// The parts of a Word document beside its text, its styles and its theme.
enum WordParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  /// Which part is of which kind.
  static var contentTypes: String {
    let parts = [
      ("word/document.xml", "\(wordType).document.main+xml"), ("word/styles.xml", "\(wordType).styles+xml"),
      ("word/settings.xml", "\(wordType).settings+xml"), ("word/fontTable.xml", "\(wordType).fontTable+xml"),
      ("word/webSettings.xml", "\(wordType).webSettings+xml"), ("word/footer1.xml", "\(wordType).footer+xml"),
      ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    let overrides = parts.map { "<Override PartName=\"/\($0.0)\" ContentType=\"\($0.1)\"/>" }
    return declaration + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + overrides.joined() + "</Types>\n"
  }

  /// What leads from the package to the document.
  static var packageRelations: String {
    relationships([
      "<Relationship Id=\"document\" Type=\"\(relations)/officeDocument\" Target=\"word/document.xml\"/>",
      "<Relationship Id=\"properties\" Type=\"\(package)/relationships/metadata/core-properties\""
        + " Target=\"docProps/core.xml\"/>",
    ])
  }

  /// What leads from the document to its other parts and to the web.
  static func documentRelations(_ links: WordLinks) -> String {
    let parts = [
      ("styles", "styles.xml"), ("settings", "settings.xml"), ("fontTable", "fontTable.xml"),
      ("webSettings", "webSettings.xml"), ("theme", "theme/theme1.xml"), ("footer", "footer1.xml"),
    ]
    return relationships(
      parts.map { "<Relationship Id=\"\($0.0)\" Type=\"\(relations)/\($0.0)\" Target=\"\($0.1)\"/>" }
        + links.targets.map { id, address in
          "<Relationship Id=\"\(id)\" Type=\"\(relations)/hyperlink\" Target=\"\(address.xmlAttribute)\""
            + " TargetMode=\"External\"/>"
        })
  }

  private static func relationships(_ list: [String]) -> String {
    declaration + "<Relationships xmlns=\"\(package)/relationships\">" + list.joined() + "</Relationships>\n"
  }

  /// Title, language and a fixed day, so that the same tables give the same bytes.
  static func properties(title: String) -> String {
    let day = "xsi:type=\"dcterms:W3CDTF\">1980-01-01T00:00:00Z</dcterms"
    return declaration + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\""
      + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
      + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(title.xmlAttribute)</dc:title><dc:creator>Onus</dc:creator>"
      + "<dcterms:created \(day):created><dcterms:modified \(day):modified><dc:language>en</dc:language>"
      + "</cp:coreProperties>\n"
  }

  /// The language of the document, and the version of Word whose layout it wants.
  static var settings: String {
    declaration + "<w:settings xmlns:w=\"\(main)\"><w:compat>"
      + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\""
      + " w:val=\"15\"/></w:compat>"
      + "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"ja-JP\" w:bidi=\"he-IL\"/></w:settings>\n"
  }

  static var fonts: String {
    declaration
      + "<w:fonts xmlns:w=\"\(main)\"><w:font w:name=\"Arial\"><w:altName w:val=\"Liberation Sans\"/>"
      + "<w:family w:val=\"swiss\"/></w:font></w:fonts>\n"
  }

  static var webSettings: String { declaration + "<w:webSettings xmlns:w=\"\(main)\"/>\n" }

  /// The title on the left and the number of the page on the right.
  static func footer(title: String) -> String {
    let one = WordText.runs("1")
    let words = [
      WordText.runs(title), "<w:r><w:tab/></w:r>", WordText.field("PAGE", one), WordText.runs(" / "),
      WordText.field("NUMPAGES", one),
    ].joined()
    return declaration + "<w:ftr xmlns:w=\"\(main)\">"
      + WordText.paragraph("Footer", words: "", words) + "</w:ftr>\n"
  }
}

extension WordSources {
  /// What kind of document a source is, in CSL's terms.
  ///
  /// JabRef adds BibTeX's kind, which is closer where Word has none of its own, as for theses.
  static func type(_ source: XMLElement) -> String {
    let entry = source.text(at: "BIBTEX_Entry")?.lowercased()
    if let type = entry.flatMap({ entries[$0] }) { return type }
    let kind = source.text(at: "SourceType")?.lowercased().filter { !$0.isWhitespace } ?? ""
    let thesis =
      source.child("ThesisType").map { String(decoding: $0.bytes, as: UTF8.self).lowercased() } ?? ""
    if kind == "report", thesis.contains("thesis") || thesis.contains("dissertation") { return "thesis" }
    return types[kind] ?? "document"
  }

  private static let types = [
    "art": "graphic", "articleinaperiodical": "article-magazine", "book": "book", "booksection": "chapter",
    "case": "legal_case", "conferenceproceedings": "paper-conference", "copyright": "document",
    "documentfrominternetsite": "webpage", "electronicsource": "document", "film": "motion_picture",
    "internetsite": "webpage", "interview": "interview", "journalarticle": "article-journal",
    "legaljournalarticle": "article-journal", "legislation": "legislation", "misc": "document",
    "patent": "patent", "performance": "performance", "report": "report", "socialmedia": "post",
    "soundrecording": "song", "trademark": "document",
  ]

  private static let entries = [
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "conference": "paper-conference",
    "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference",
    "mastersthesis": "thesis", "phdthesis": "thesis", "techreport": "report", "thesis": "thesis",
    "unpublished": "manuscript",
  ]
}

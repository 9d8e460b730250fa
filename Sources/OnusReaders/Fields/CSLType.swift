/// The kinds of documents that CSL knows.
enum CSLType {
  /// The types of CSL, and those of Crossref that mean the same.
  static let names: [String: String] = {
    let own = """
      article article-journal article-magazine article-newspaper bill book broadcast chapter classic \
      collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing \
      interview legal_case legislation manuscript map motion_picture musical_score pamphlet \
      paper-conference patent performance periodical personal_communication post post-weblog regulation \
      report review review-book software song speech standard thesis treaty webpage
      """
    let names = own.split(separator: " ").map(String.init)
    let others = [
      "journal-article": "article-journal", "book-chapter": "chapter", "book-section": "chapter",
      "book-part": "chapter", "monograph": "book", "edited-book": "book", "reference-book": "book",
      "proceedings-article": "paper-conference", "proceedings": "book", "posted-content": "article",
      "dissertation": "thesis", "peer-review": "review", "report-component": "report",
      "reference-entry": "entry", "journal-issue": "periodical", "journal": "periodical",
      "component": "document", "grant": "document", "database": "dataset",
    ]
    return Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }).merging(others) { first, _ in first }
  }()
}

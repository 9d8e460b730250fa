internal import OnusModel

/// The titles in a citation, whose meaning depends on what is cited.
struct CitationParts {
  var kind: String?
  var article: String?
  var chapter: String?
  var data: String?
  var source: String?
  var translated: String?
  var conference: String?
  var series: String?
  var institution: String?

  /// Gives the work its type, its title and what contains it.
  func name(_ work: inout Reference) {
    work.type = type(work)
    let own = chapter ?? article ?? data ?? translated
    let host = own == chapter && chapter != nil ? source ?? article : source
    // A journal is never the title of the work; of a book the source is, unless only a part of it is cited.
    let isJournal = ["article-journal", "article-magazine", "article-newspaper"].contains(work.type)
    work.title = own ?? (isJournal ? nil : source)
    var container = Container()
    if own != nil || isJournal { container.title = host }
    if let conference {
      if container.title == nil {
        container.title = conference
      } else {
        container.otherTitles.append(conference)
      }
    }
    if let series { container.otherTitles.append(series) }
    if container != Container() { work.container = container }
    if work.publisher == nil { work.publisher = institution }
  }

  /// What is cited, in CSL's terms: by the type that the publisher wrote, else by the parts there are.
  private func type(_ work: Reference) -> String {
    let word = (kind ?? "").lowercased().filter { $0.isLetter }
    if word == "book" || word == "edbook" { return isPart ? "chapter" : "book" }
    if let type = Self.types[word] { return type }
    if article != nil, source != nil, work.volume != nil { return "article-journal" }
    if data != nil { return "dataset" }
    if work.publisher != nil || work.edition != nil, source != nil { return isPart ? "chapter" : "book" }
    if !work.addresses.isEmpty { return "webpage" }
    return "document"
  }

  private var isPart: Bool { source != nil && (chapter ?? article) != nil }

  /// Types as publishers spell them, letters only.
  private static let types = [
    "journal": "article-journal", "article": "article-journal", "journalarticle": "article-journal",
    "periodical": "article-magazine", "magazine": "article-magazine", "newspaper": "article-newspaper",
    "news": "article-newspaper", "confproc": "paper-conference", "conference": "paper-conference",
    "conf": "paper-conference", "confproceeding": "paper-conference", "proceedings": "paper-conference",
    "proceeding": "paper-conference", "confpaper": "paper-conference", "poster": "paper-conference",
    "web": "webpage", "webpage": "webpage", "website": "webpage", "url": "webpage", "online": "webpage",
    "blog": "post-weblog", "weblog": "post-weblog", "tweet": "post", "preprint": "article",
    "eprint": "article", "working": "article", "workingpaper": "article", "data": "dataset",
    "dataset": "dataset", "database": "dataset", "software": "software", "program": "software",
    "computerprogram": "software", "thesis": "thesis", "dissertation": "thesis", "report": "report",
    "techreport": "report", "gov": "report", "government": "report", "patent": "patent",
    "standard": "standard", "chapter": "chapter", "bookchapter": "chapter",
    "letter": "personal_communication",
    "communication": "personal_communication", "commun": "personal_communication",
    "legal": "legislation", "law": "legislation", "case": "legal_case", "interview": "interview",
    "presentation": "speech", "speech": "speech", "review": "review", "video": "motion_picture",
    "film": "motion_picture", "manuscript": "manuscript", "clinicaltrial": "document",
  ]
}

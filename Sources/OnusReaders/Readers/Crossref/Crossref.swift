internal import OnusModel

extension Reader {
  /// Crossref's metadata as UNIXREF and UNIXSD, as its query service, its OAI-PMH service and content
  /// negotiation give it, and as publishers deposit it.
  ///
  /// Follows the [UNIXREF schema 1.1](https://data.crossref.org/reports/help/schema_doc/unixref1.1/) and the
  /// deposit schema up to 5.3.
  public static let crossref = Reader.xml(
    name: "crossref", title: "Crossref XML",
    keeps: "citations, abstract sections, grants, trial numbers, updates, people’s identifiers, references",
    roots: [
      XMLRoot("doi_records"), XMLRoot("doi_record"), XMLRoot("crossref_result"), XMLRoot("doi_batch"),
      XMLRoot("crossref"), XMLRoot("record", containing: "crossref"),
      XMLRoot("OAI-PMH", containing: "crossref"),
    ],
    records: ["query", "doi_record", "record", "crossref"] + Crossref.kinds
  ) { record in
    let works = Crossref.works(in: record)
    if !works.isEmpty { return works.map { .record(.reference($0)) } }
    // What is deleted or not found has no metadata; a service says so in words.
    let isDeleted = record.child("header")?.attribute("status", is: "deleted") ?? false
    let words = record.descendant("crossref", "error") ?? record.child("error") ?? record.child("msg")
    let reason = words?.nonEmptyText ?? (isDeleted ? "it is deleted" : "it holds no metadata")
    throw Diagnostic(
      .warning, "malformed-record", "a record of Crossref cannot be read: \(reason)", at: record.location)
  }
}

/// The parts of Crossref's records and what becomes of them.
enum Crossref {
  /// The elements that stand for a kind of content.
  static let kinds = [
    "journal", "book", "conference", "dissertation", "report-paper", "standard", "database",
    "posted_content", "peer_review", "sa_component", "pending_publication",
  ]

  /// The works in a record: one, or all articles of a journal in a deposit.
  static func works(in record: XMLElement) -> [Reference] {
    var works: [Reference] = []
    func visit(_ element: XMLElement) {
      if kinds.contains(element.name) {
        works += self.works(of: element)
      } else if ["query", "doi_record", "record", "metadata", "crossref"].contains(element.name) {
        for child in element.elements { visit(child) }
      }
    }
    visit(record)
    for index in works.indices { works[index].location = record.location }
    if works.count == 1, let doi = record.child("doi"), works[0].identifier(.doi) == doi.text.lowercased() {
      doi.markRead()
    }
    return works
  }

  private static func works(of content: XMLElement) -> [Reference] {
    switch content.name {
    case "journal":
      let articles = content.children("journal_article").map { article($0, in: content) }
      return articles.isEmpty ? [issue(content)] : articles
    case "book":
      let items = content.children("content_item").map { chapter($0, in: content) }
      return items.isEmpty ? [book(content)] : items
    case "conference":
      let papers = content.children("conference_paper").map { paper($0, in: content) }
      return papers.isEmpty ? [proceedings(content)] : papers
    case "database":
      let datasets = content.children("dataset").map { dataset($0, in: content) }
      return datasets.isEmpty ? [single(content.child("database_metadata") ?? content, "dataset")] : datasets
    case "report-paper":
      return [
        single(
          content.child("report-paper_metadata") ?? content.elements.first { _ in true } ?? content, "report")
      ]
    case "standard":
      return [single(content.child("standard_metadata") ?? content, "standard")]
    case "dissertation": return [single(content, "thesis")]
    case "posted_content":
      let kind = content.attribute("type")
      return [single(content, kind == "report" ? "report" : kind == "dissertation" ? "thesis" : "article")]
    case "peer_review": return [single(content, "review")]
    default: return [single(content, "document")]
    }
  }

  // MARK: Kinds of content

  private static func article(_ element: XMLElement, in journal: XMLElement) -> Reference {
    var work = Reference(type: "article-journal")
    readWork(element, into: &work)
    readJournal(journal, into: &work)
    return work
  }

  /// A journal or one of its issues, where no article is given.
  private static func issue(_ journal: XMLElement) -> Reference {
    var work = Reference(type: "periodical")
    readJournal(journal, into: &work)
    if let issue = journal.child("journal_issue") { readWork(issue, into: &work) }
    if let metadata = journal.child("journal_metadata"), work.identifier(.doi) == nil {
      readDOI(metadata, into: &work)
    }
    work.title = work.title ?? work.container?.title
    return work
  }

  private static func chapter(_ element: XMLElement, in book: XMLElement) -> Reference {
    let kind = book.attribute("book_type")
    let part = element.attribute("component_type")
    let isEntry = part == "reference_entry"
    var work = Reference(type: isEntry ? "entry-encyclopedia" : "chapter")
    if kind == "reference", part == nil { work.type = "entry-encyclopedia" }
    readWork(element, into: &work)
    if let metadata = bookMetadata(book) { readHost(metadata, into: &work) }
    return work
  }

  private static func book(_ book: XMLElement) -> Reference {
    var work = Reference(type: "book")
    _ = book.attribute("book_type")
    guard let metadata = bookMetadata(book) else { return work }
    readWork(metadata, into: &work)
    if let series = metadata.child("series_metadata") { readSeries(series, into: &work) }
    if metadata.isNamed("book_set_metadata"), let set = metadata.child("set_metadata") {
      readSeries(set, into: &work)
      work.title = work.title ?? work.container?.otherTitles.first
    }
    return work
  }

  private static func bookMetadata(_ book: XMLElement) -> XMLElement? {
    book.child("book_metadata") ?? book.child("book_series_metadata") ?? book.child("book_set_metadata")
  }

  private static func paper(_ element: XMLElement, in conference: XMLElement) -> Reference {
    var work = Reference(type: "paper-conference")
    readWork(element, into: &work)
    if let metadata = proceedingsMetadata(conference) { readHost(metadata, into: &work) }
    if let event = conference.child("event_metadata") { readEvent(event, into: &work) }
    return work
  }

  private static func proceedings(_ conference: XMLElement) -> Reference {
    var work = Reference(type: "book")
    if let metadata = proceedingsMetadata(conference) {
      readWork(metadata, into: &work)
      work.title = metadata.child("proceedings_title").flatMap(title) ?? work.title
      if let series = metadata.child("series_metadata") { readSeries(series, into: &work) }
    }
    if let event = conference.child("event_metadata") { readEvent(event, into: &work) }
    return work
  }

  private static func proceedingsMetadata(_ conference: XMLElement) -> XMLElement? {
    conference.child("proceedings_metadata") ?? conference.child("proceedings_series_metadata")
  }

  private static func dataset(_ element: XMLElement, in database: XMLElement) -> Reference {
    var work = Reference(type: "dataset")
    readWork(element, into: &work)
    if let metadata = database.child("database_metadata") { readHost(metadata, into: &work) }
    return work
  }

  private static func single(_ element: XMLElement, _ type: String) -> Reference {
    var work = Reference(type: type)
    readWork(element, into: &work)
    if let series = element.child("series_metadata") { readSeries(series, into: &work) }
    return work
  }
}

internal import OnusModel

extension Reader {
  /// The table of Retraction Watch, which Crossref publishes: each row a notice and the paper it is about.
  ///
  /// A row becomes the paper, with the notice as a relation, so that joining records by DOI or PMID brings
  /// the paper's standing to whatever else is known of it.
  public static let retractionWatch = Reader.text(
    name: "retraction-watch", title: "Retraction Watch CSV",
    keeps: "notices of retraction, correction and concern, with reasons and both documents",
    fileExtensions: ["csv"],
    matches: { TableRows.header(of: $0).map(RetractionWatch.isHeader) ?? false }
  ) { lines, receive in
    let rows = TableRows(lines)
    guard let header = try rows.header() else { return }
    let names = header.map { $0.text.collapsed }
    while let row = try rows.next() {
      switch row {
      case .problem(let problem): try receive(.problem(problem))
      case .cells(let cells):
        guard let record = try TableRows.record(cells, names: names) else { continue }
        try RetractionWatch.events(record, columns: names.count, cells: cells.count).forEach(receive)
      }
    }
  }
}

/// The rows of Retraction Watch's table and what becomes of them.
enum RetractionWatch {
  /// Whether the names of columns are those of the table.
  static func isHeader(_ names: [String]) -> Bool {
    Set(names).isSuperset(of: ["Record ID", "RetractionNature", "OriginalPaperDOI", "RetractionDOI"])
  }

  static func events(_ record: TextRecord, columns: Int, cells: Int) -> [ReadEvent] {
    // The live table has an empty cell too many; more or fewer mean a row that has come apart.
    guard (columns - 1...columns + 1).contains(cells) else {
      let message = "the row has \(cells) cells where the header has \(columns)"
      return [.problem(Diagnostic(.warning, "malformed-record", message, at: record.location))]
    }
    var record = record
    guard let nature = record.take("RetractionNature"), let type = natures[nature.lowercased()] else {
      let message = "the row does not say what kind of notice it is"
      return [.problem(Diagnostic(.warning, "malformed-record", message, at: record.location))]
    }
    var reference = Reference(location: record.location)
    readPaper(&record, into: &reference)
    var relation = Relation(type: type, citation: nil)
    relation.identifiers = identifiers(&record, doi: "RetractionDOI", pmid: "RetractionPubMedID")
    let date = record.take("RetractionDate").map(date)
    relation.citation = [nature, date?.iso8601 ?? date?.printed].compactMap { $0 }.joined(separator: ", ")
    let reasons = list(record.take("Reason")).map { String($0.drop { $0 == "+" }) }
    relation.note = (reasons + ["Retraction Watch"]).joined(separator: "; ")
    reference.relations = [relation]
    reference.kept = record.unread
    return [.record(.reference(reference))]
  }

  /// The natures of notices in the words of PubMed.
  private static let natures = [
    "retraction": "RetractionIn", "expression of concern": "ExpressionOfConcernIn", "correction": "ErratumIn",
    "reinstatement": "ReinstatementIn",
  ]

  private static func readPaper(_ record: inout TextRecord, into reference: inout Reference) {
    reference.identifiers = identifiers(&record, doi: "OriginalPaperDOI", pmid: "OriginalPaperPubMedID")
    if let number = record.take("Record ID") {
      reference.identifiers.append(Identifier(.init(rawValue: "retraction-watch"), number))
    }
    reference.title = record.take("Title")
    reference.container = record.take("Journal").map { Container(title: $0) }
    reference.publisher = record.take("Publisher")
    reference.issued = record.take("OriginalPaperDate").map(date)
    for name in list(record.take("Author")) {
      if let person = PersonName(name) { reference.contributors.append(person.contributor(role: .author)) }
    }
    if !reference.contributors.isEmpty {
      reference.contributors[0].affiliations = list(record.take("Institution"))
    }
    reference.keywords = list(record.take("Subject")).map { Keyword($0, owner: "Retraction Watch") }
    reference.publicationTypes = list(record.take("ArticleType")).map { Term($0) }
    if let note = record.take("Notes") { reference.notes.append(note) }
    if reference.publicationTypes.contains(where: { $0.name == "Conference Abstract/Paper" }) {
      reference.type = "paper-conference"
    } else if reference.publicationTypes.contains(where: { $0.name == "Book Chapter/Reference Work" }) {
      reference.type = "chapter"
    }
  }

  /// The DOI and the PMID of two columns; "unavailable" and 0 stand for none.
  private static func identifiers(_ record: inout TextRecord, doi: String, pmid: String) -> [Identifier] {
    var identifiers: [Identifier] = []
    if let text = record.take(doi), let doi = DOIText.first(in: text) { identifiers.append(doi) }
    if let text = record.take(pmid), text != "0", case let pmid = Identifier(.pmid, text),
      pmid.malformation == nil
    {
      identifiers.append(pmid)
    }
    return identifiers
  }

  /// The items of a list, each of which ends with a semicolon.
  private static func list(_ text: String?) -> [String] {
    (text ?? "").split(separator: ";").map(\.trimmed).filter { !$0.isEmpty }
  }

  /// The date of "5/21/2020 0:00": month, day, year.
  private static func date(_ text: String) -> PartialDate {
    let numbers = text.prefix { $0 != " " }.split(separator: "/").compactMap { Int($0) }
    guard numbers.count == 3,
      case let date = PartialDate(year: numbers[2], month: numbers[0], day: numbers[1]),
      date.isPossible
    else { return PartialDate(written: text) }
    return date
  }
}

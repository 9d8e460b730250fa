internal import OnusModel

extension ReferenceWriter {
  /// Comma-separated values as RFC 4180 describes them, one record a row under a header; several values of a
  /// cell stand between semicolons.
  ///
  /// Cells are written as they are: an apostrophe in front of what a spreadsheet would run as a formula would
  /// not read back.
  public static let csv = ReferenceWriter(
    name: "csv",
    format: Format(
      title: "CSV with a header (RFC 4180)", fileExtension: "csv",
      start: CSVLine.columns.map(\.name).joined(separator: ",") + "\r\n"),
    holdings: { _ in
      Set.citation.union([
        .pmid, .pmcid, .key, .vernacularTitle, .translators, .headings, .headingQualifiers,
        .journalAbbreviation, .furtherISSNs, .furtherLanguages, .publicationTypes,
        .furtherAddresses, .notes, .printedPages, .accessed,
      ])
    }
  ) { reference, _ in
    CSVLine.columns.map { CSVLine.quoted($0.value(reference) ?? "") }.joined(separator: ",") + "\r\n"
  }
}

private enum CSVLine {
  static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }

  /// The columns, under names that other programs know.
  static let columns: [(name: String, value: @Sendable (Reference) -> String?)] = [
    ("key", { $0.identifier(.key) }),
    ("type", { $0.type == "article" ? "preprint" : $0.type }),
    ("title", { $0.title }),
    ("original_title", { $0.vernacularTitle }),
    ("authors", { names($0, .author) }),
    ("editors", { names($0, .editor) }),
    ("translator", { names($0, .translator) }),
    ("year", { $0.year.map(String.init) }),
    ("date", { $0.issued?.iso8601 ?? $0.issued?.printed }),
    ("journal", { $0.container?.title ?? $0.container?.abbreviation }),
    ("journal_abbreviation", { $0.container?.title == nil ? nil : $0.container?.abbreviation }),
    ("volume", { $0.volume }),
    ("issue", { $0.issue }),
    ("report_number", { $0.number }),
    ("pages", { $0.pages?.printed }),
    ("edition", { $0.edition }),
    ("publisher", { $0.publisher }),
    ("place", { $0.place }),
    ("issn", { list($0.container?.serialNumbers.map(\.issn) ?? []) }),
    ("isbn", { reference in list(reference.identifiers.filter { $0.scheme == .isbn }.map(\.value)) }),
    ("doi", { $0.identifier(.doi) }),
    ("pmid", { $0.identifier(.pmid) }),
    ("pmcid", { $0.identifier(.pmcid) }),
    ("language", { list($0.languages) }),
    ("publication_types", { list($0.publicationTypes.map(\.name)) }),
    ("mesh", { list($0.headings.map(\.text)) }),
    ("keywords", { list($0.keywords.map(\.text)) }),
    ("abstract", { $0.abstractText }),
    ("notes", { $0.notes.joined(separator: "\n") }),
    ("url", { list($0.addresses) }),
    ("accessed", { $0.accessed?.iso8601 }),
  ]

  private static func list(_ values: [String]) -> String { values.joined(separator: "; ") }

  private static func names(_ reference: Reference, _ role: Contributor.Role) -> String {
    list(reference.contributors.filter { $0.role == role }.map(\.nameInIndex))
  }
}

internal import OnusModel

extension Reader {
  /// MARC 21 and UNIMARC in the Library of Congress's XML, alone, in a collection, or in the envelope of a
  /// search service or of OAI-PMH.
  ///
  /// Follows the [MARC 21 format for bibliographic data](https://www.loc.gov/marc/bibliographic/). Records
  /// of authorities, classifications and holdings are no works and passed over with a note.
  public static let marcXML = Reader.xml(
    name: "marcxml", title: "MARCXML",
    keeps: "citations, subjects, MeSH, people in their roles, series, other editions, notes",
    fileExtensions: ["xml", "marcxml"],
    roots: [
      XMLRoot("collection", namespacePrefix: "http://www.loc.gov/MARC21/slim"),
      XMLRoot("record", namespacePrefix: "http://www.loc.gov/MARC21/slim"),
      XMLRoot("collection", containing: "datafield"), XMLRoot("record", containing: "datafield"),
      XMLRoot("searchRetrieveResponse", containing: "datafield"),
      XMLRoot("OAI-PMH", containing: "datafield"),
    ],
    records: ["record"]
  ) { element in
    guard let record = MARCXML.record(in: element) else {
      // A deleted record of OAI-PMH, or a search service's word that it cannot give one.
      throw Diagnostic(
        .warning, "malformed-record", "the record holds neither fields nor a MARC record",
        at: element.location)
    }
    return try MARCXML.events(MARCRecord(record))
  }
}

/// What becomes of the fields of a MARC record.
enum MARCXML {
  /// The MARC record in the record of an envelope, or the element itself.
  static func record(in element: XMLElement) -> XMLElement? {
    for name in ["recordData", "metadata"] as [StaticString] {
      if let record = element.descendant(name, "record") { return record }
    }
    let holdsFields = ["datafield", "controlfield", "leader"].contains { (name: StaticString) in
      element.child(name) != nil
    }
    return holdsFields ? element : nil
  }

  static func events(_ record: MARCRecord) throws -> [ReadEvent] {
    if let kind = record.otherKind {
      let message = "the record describes \(kind) and no work"
      return [.problem(Diagnostic(.note, "not-a-work", message, at: record.element.location))]
    }
    var reference = Reference(location: record.element.location)
    record.readControlFields(into: &reference)
    if record.has("200"), !record.has("245") {
      UNIMARC.read(record, into: &reference)
    } else {
      read(record, into: &reference)
    }
    record.keepRest(&reference)
    return [.record(.reference(reference))] + record.problems.map { .problem($0) }
  }

  private static func read(_ record: MARCRecord, into reference: inout Reference) {
    reference.type = type(record)
    readTitle(record, into: &reference)
    readOrigin(record, into: &reference)
    readIdentifiers(record, into: &reference)
    readNames(record, into: &reference)
    readHost(record, into: &reference)
    readSeries(record, into: &reference)
    readNotes(record, into: &reference)
    readSubjects(record, into: &reference)
    readRelations(record, into: &reference)
    readPages(record, into: &reference)
  }

  private static func readTitle(_ record: MARCRecord, into reference: inout Reference) {
    guard let field = record.first("245") else { return }
    reference.title = title(field)
    // The same title in the script of the document.
    guard let link = field["6"]?.split(separator: "-").last?.prefix(2), link != "00" else { return }
    for other in record.all("880") where other.peek("6")?.hasPrefix("245-\(link)") ?? false {
      _ = other["6"]
      reference.vernacularTitle = title(other)
    }
  }

  private static func title(_ field: MARCField) -> String? {
    let parts = ["a", "b", "n", "p"].flatMap { code in field.all(code).map { (code, $0) } }
    var title = ""
    for (code, text) in parts {
      let part = MARCText.cleaned(text)
      guard !part.isEmpty else { continue }
      title += title.isEmpty ? part : (code == "b" ? ": " : ". ") + part
    }
    return title.isEmpty ? nil : title
  }

  private static func readOrigin(_ record: MARCRecord, into reference: inout Reference) {
    // 264 has the date of a copyright beside that of the publication.
    let fields = record.all("260") + record.all("264").filter { $0.second != "4" }
    for field in fields {
      if reference.place == nil { reference.place = field["a"].map(MARCText.cleaned) }
      if reference.publisher == nil { reference.publisher = field["b"].map(MARCText.cleaned) }
      if reference.issued == nil { reference.issued = field["c"].map(MARCText.date) }
    }
    for field in record.all("264") where field.second == "4" {
      guard let text = field["c"] else { continue }
      reference.history.append(HistoryDate("copyright", MARCText.date(text)))
    }
    if reference.issued?.year == nil, let year = record.yearInCodes {
      reference.issued = PartialDate(year: year, printed: reference.issued?.printed)
    }
    reference.edition = record.first("250")?["a"].map(MARCText.withoutISBD)
    let languages = record.all("041").flatMap { $0.all("a") }.flatMap(MARCText.languageCodes)
    reference.languages = languages.isEmpty ? record.languageInCodes.map { [$0] } ?? [] : languages
  }
}

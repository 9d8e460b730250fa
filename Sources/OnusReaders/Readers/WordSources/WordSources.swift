internal import OnusModel

extension Reader {
  /// Word's list of sources, `Sources.xml`, which also lies in every document that cites.
  ///
  /// Follows ECMA-376, part 1, section 22.6.
  public static let wordSources = Reader.xml(
    name: "word-sources", title: "Word bibliography",
    keeps: "citations of all Word types, people in their roles, tags, addresses",
    roots: [
      "http://schemas.openxmlformats.org/officeDocument/2006/bibliography",
      "http://purl.oclc.org/ooxml/officeDocument/bibliography",
      "http://schemas.microsoft.com/office/word/2004/10/bibliography",
    ].map { XMLRoot("Sources", namespacePrefix: $0) },
    records: ["Source"]
  ) { source in
    guard source.elements.contains(where: { !$0.isEmpty }) else {
      throw Diagnostic(.warning, "malformed-record", "the source is empty", at: source.location)
    }
    return [.record(.reference(WordSources.reference(source)))]
  }
}

/// The parts of a Word source and what becomes of them.
enum WordSources {
  static func reference(_ source: XMLElement) -> Reference {
    var reference = Reference(location: source.location)
    reference.type = type(source)
    reference.title = source.text(at: "Title")
    readContainer(source, into: &reference)
    if let authors = source.child("Author") { readContributors(authors, into: &reference) }
    reference.issued = date(source, "Year", "Month", "Day")
    readNumbers(source, into: &reference)
    readIdentifiers(source, into: &reference)
    readTexts(source, into: &reference)
    // Word's own numbers for the source and its place in the list.
    for name in ["Guid", "RefOrder", "BIBTEX_Entry", "SourceType"] as [StaticString] {
      source.child(name)?.markRead()
    }
    return reference
  }

  /// Reads the titles of what contains the document; what has no title of its own goes by one of them.
  private static func readContainer(_ source: XMLElement, into reference: inout Reference) {
    let names: [StaticString] = [
      "JournalName", "PeriodicalTitle", "BookTitle", "PublicationTitle", "ConferenceName",
      "InternetSiteTitle", "AlbumTitle", "BroadcastTitle", "BIBTEX_Series",
    ]
    if reference.title == nil, ["book", "webpage", "song", "document"].contains(reference.type) {
      let ownNames: [StaticString] = ["BookTitle", "PublicationTitle", "InternetSiteTitle", "AlbumTitle"]
      reference.title = ownNames.lazy.compactMap { source.text(at: $0) }.first
    }
    var titles = names.compactMap { source.text(at: $0) }.filter { $0 != reference.title }
    guard !titles.isEmpty else { return }
    var container = Container()
    if !["book", "report", "thesis"].contains(reference.type) { container.title = titles.removeFirst() }
    container.otherTitles = titles.filter { $0 != container.title }
    reference.container = container
  }

  private static func readNumbers(_ source: XMLElement, into reference: inout Reference) {
    reference.volume = source.text(at: "Volume")
    reference.issue = source.text(at: "Issue")
    reference.edition = source.text(at: "Edition")
    reference.pages = source.text(at: "Pages").map { PageRange(withoutLabel($0)) }
    for name in ["PatentNumber", "CaseNumber", "RegistrationNumber", "Number"] as [StaticString] {
      guard reference.number == nil else { break }
      reference.number = source.text(at: name)
    }
    let publishers: [StaticString] = [
      "Publisher", "Institution", "Department", "ProductionCompany", "Distributor", "Broadcaster", "Court",
    ]
    for name in publishers where reference.publisher == nil { reference.publisher = source.text(at: name) }
    let place = ["City", "StateProvince", "CountryRegion"].compactMap { (name: StaticString) in
      source.text(at: name)
    }
    if !place.isEmpty { reference.place = place.joined(separator: ", ") }
    if let date = date(source, "YearAccessed", "MonthAccessed", "DayAccessed") {
      reference.history.append(HistoryDate("accessed", date))
    }
    if let text = source.text(at: "Accessed") {
      reference.history.append(HistoryDate("accessed", PartialDate(written: text)))
    }
  }

  private static func withoutLabel(_ pages: String) -> String {
    for label in ["pp.", "p.", "pp ", "S."] where pages.hasPrefix(label) {
      return pages.dropFirst(label.count).trimmed
    }
    return pages
  }

  private static func readIdentifiers(_ source: XMLElement, into reference: inout Reference) {
    // Word counts sources without an author from 1 in every document.
    if let tag = source.child("Tag"), String(decoding: tag.bytes, as: UTF8.self).contains(where: \.isLetter) {
      reference.identifiers.append(Identifier(.key, tag.text))
    }
    if let element = source.child("DOI"), let doi = DOIText.first(in: element.text) {
      reference.identifiers.append(doi)
    }
    if let element = source.child("URL"), let address = element.nonEmptyText {
      reference.addresses.append(address)
      if let identifier = WebAddress.identifier(address), reference.identifier(identifier.scheme) == nil {
        reference.identifiers.append(identifier)
      }
    }
    guard let element = source.child("StandardNumber"), let text = element.nonEmptyText else { return }
    let numbers = StandardNumbers(text)
    reference.identifiers += numbers.books
    if !numbers.serials.isEmpty {
      reference.container = reference.container ?? Container()
      reference.container?.serialNumbers += numbers.serials
    }
    if let doi = DOIText.first(in: text), reference.identifier(.doi) == nil {
      reference.identifiers.append(doi)
    } else if WebAddress.isOne(text) {
      reference.addresses.append(text)
    } else if !numbers.rest.isEmpty {
      reference.kept.append(KeptField(path: "StandardNumber", value: text, location: element.location))
    }
  }

  private static func readTexts(_ source: XMLElement, into reference: inout Reference) {
    if let text = source.text(at: "Comments") { reference.notes.append(text) }
    if let text = source.text(at: "BIBTEX_Abstract") { reference.abstract = AbstractText.sections(text) }
    if let text = source.text(at: "LCID"), text != "0" { reference.languages = [LanguageTag.tag(for: text)] }
    for name in ["ThesisType", "Type"] as [StaticString] {
      if let text = source.text(at: name) { reference.publicationTypes.append(Term(text)) }
    }
    if let text = source.text(at: "BIBTEX_KeyWords") {
      let separator: Character = text.contains(";") ? ";" : ","
      reference.keywords = text.split(separator: separator).map { Keyword($0.trimmed) }
    }
  }

  // MARK: Dates

  /// Reads a date from three fields of free text; a month that is none is only printed.
  private static func date(
    _ source: XMLElement, _ yearName: StaticString, _ monthName: StaticString, _ dayName: StaticString
  ) -> PartialDate? {
    let parts = [dayName, monthName, yearName].compactMap { source.text(at: $0) }
    guard let yearText = source.text(at: yearName) else {
      return parts.isEmpty ? nil : PartialDate(year: nil, printed: parts.joined(separator: " "))
    }
    var date = PartialDate(written: yearText)
    guard parts.count > 1, date.month == nil else { return date }
    let month = source.text(at: monthName)
    date.month = month.flatMap { Int($0) ?? PartialDate.month(inAnyLanguage: $0) }
    date.day = date.month == nil ? nil : source.text(at: dayName).flatMap { Int($0) }
    if !date.isPossible { date.day = nil }
    if !date.isPossible { date.month = nil }
    let isComplete = [date.month == nil, date.day == nil].count { !$0 } == parts.count - 1
    date.printed = isComplete && date.printed == nil ? nil : parts.joined(separator: " ")
    return date
  }
}

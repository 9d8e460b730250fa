internal import OnusModel

extension BibTeX {
  /// The reference that an entry describes.
  static func reference(_ entry: BibTeXEntry) throws -> Reference {
    var record = TextRecord(at: entry.location)
    for field in entry.fields { try record.append(field.name, field.value, at: field.location) }
    var reference = Reference(type: type(entry.kind) ?? "document", location: entry.location)
    if type(entry.kind) == nil { try record.append("entrytype", entry.kind, at: entry.location) }
    if !entry.key.isEmpty { reference.identifiers.append(Identifier(.key, entry.key)) }
    refineType(&record, into: &reference)
    readTitles(&record, into: &reference)
    readContributors(&record, into: &reference)
    readNumbers(&record, into: &reference)
    readDates(&record, into: &reference)
    readIdentifiers(&record, into: &reference)
    readTexts(&record, into: &reference)
    if let degree = degrees[entry.kind], reference.publicationTypes.isEmpty {
      reference.publicationTypes = [Term(degree)]
    }
    // Where inherited fields came from has been followed.
    _ = record.takeAll("crossref", "xdata")
    reference.kept = record.unread.map { field in
      KeptField(path: field.path, value: TeXText.plain(field.value), location: field.location)
    }
    return reference
  }

  /// The first value of the first of these fields that has one, as it would be printed.
  static func text(_ record: inout TextRecord, _ names: String...) -> String? {
    for name in names {
      if let value = record.take(name) {
        let text = TeXText.plain(value)
        if !text.isEmpty { return text }
      }
    }
    return nil
  }

  private static let degrees = ["mastersthesis": "Master's thesis", "phdthesis": "PhD thesis"]

  /// Makes the type narrower by what BibLaTeX and reference managers say of it.
  private static func refineType(_ record: inout TextRecord, into reference: inout Reference) {
    switch record.value("entrysubtype")?.lowercased() {
    case "magazine": reference.type = "article-magazine"
    case "newspaper": reference.type = "article-newspaper"
    default: break
    }
    let isPreprint =
      record.value("journal") == nil && record.value("journaltitle") == nil
      && (record.value("eprinttype") ?? record.value("archiveprefix"))?.lowercased() == "arxiv"
    if isPreprint, ["article-journal", "document", "webpage"].contains(reference.type) {
      reference.type = "article"
    }
  }

  private static func readTitles(_ record: inout TextRecord, into reference: inout Reference) {
    func whole(_ title: String?, _ subtitle: String?) -> String? {
      guard let title, let subtitle else { return title ?? subtitle }
      return title.last.map { "?!:.".contains($0) } ?? false
        ? "\(title) \(subtitle)" : "\(title): \(subtitle)"
    }
    reference.title = whole(text(&record, "title"), text(&record, "subtitle"))
    reference.vernacularTitle = text(&record, "origtitle")
    var container = Container()
    let journal = whole(text(&record, "journaltitle", "journal"), text(&record, "journalsubtitle"))
    let book = whole(text(&record, "booktitle"), text(&record, "booksubtitle"))
    let main = whole(text(&record, "maintitle"), text(&record, "mainsubtitle"))
    let full = text(&record, "fjournal")
    let abbreviation = text(&record, "shortjournal", "abbrev_source_title", "journal-iso", "journal_abbrev")
    if reference.title == nil, ["book", "periodical"].contains(reference.type) {
      reference.title = book
    } else {
      container.title = full ?? journal ?? book
    }
    let otherJournal = journal == nil ? nil : text(&record, "journal")
    container.abbreviation = abbreviation ?? (full == nil ? nil : journal)
    if container.abbreviation == container.title { container.abbreviation = nil }
    for title in [journal, book, main, text(&record, "series")] {
      let known = [container.title, container.abbreviation, reference.title] + container.otherTitles
      if let title, !known.contains(title) { container.otherTitles.append(title) }
    }
    if reference.type == "book", container.title == reference.title { container.title = nil }
    if container.title == nil, reference.type.hasPrefix("article"), let title = container.abbreviation {
      container.title = title
      container.abbreviation = nil
    }
    if let otherJournal { container.addOtherTitle(otherJournal) }
    if container != Container() { reference.container = container }
  }

  private static let roles: [(name: String, role: Contributor.Role)] = [
    ("author", .author), ("editor", .editor), ("translator", .translator),
    ("bookauthor", .init(rawValue: "container-author")), ("editora", .editor), ("editorb", .editor),
    ("editorc", .editor), ("holder", .init(rawValue: "holder")),
    ("director", .init(rawValue: "director")), ("compiler", .init(rawValue: "compiler")),
  ]

  private static func readContributors(_ record: inout TextRecord, into reference: inout Reference) {
    for (name, role) in roles {
      for value in record.takeLines([name]) {
        var (people, isCut) = names(value, role: role)
        if isCut, role == .author { reference.isAuthorListComplete = false }
        if name == "author", let list = record.take("author+an:orcid") { addORCIDs(list, to: &people) }
        reference.contributors += people
      }
    }
    guard let affiliation = text(&record, "affiliation") else { return }
    if reference.contributors.isEmpty {
      reference.notes.append(affiliation)
    } else {
      reference.contributors[0].affiliations.append(affiliation)
    }
  }

  /// Reads BibLaTeX's annotation `1="0000-0002-1825-0097"; 2="…"`.
  private static func addORCIDs(_ list: String, to people: inout [Contributor]) {
    for item in list.split(separator: ";") {
      let parts = item.split(separator: "=").map(\.trimmed)
      guard parts.count == 2, let number = Int(parts[0]), people.indices.contains(number - 1) else {
        continue
      }
      people[number - 1].identifiers["ORCID"] = ORCID.bare(parts[1].filter { $0 != "\"" })
    }
  }

  private static func readTexts(_ record: inout TextRecord, into reference: inout Reference) {
    if let text = text(&record, "abstract") { reference.abstract = AbstractText.sections(text) }
    for value in record.takeAll("keywords", "keyword", "author_keywords") {
      let text = TeXText.plain(value)
      let separator: Character = text.contains(";") ? ";" : ","
      let words = text.split(separator: separator).map(\.trimmed).filter { !$0.isEmpty }
      for word in words where !reference.keywords.contains(where: { $0.text == word }) {
        reference.keywords.append(Keyword(word))
      }
    }
    if let language = text(&record, "language") ?? text(&record, "langid", "hyphenation") {
      reference.languages = [languages[language.lowercased()] ?? LanguageTag.tag(for: language)]
    }
    reference.publisher = text(&record, "publisher")
    if reference.publisher == nil {
      reference.publisher = text(&record, "school", "institution", "organization")
    }
    reference.place = text(&record, "address", "location", "publisher-place")
    if let place = reference.place, reference.type == "patent", place.hasPrefix("country"), place.count == 9 {
      reference.place = place.dropFirst(7).uppercased()
    }
    reference.edition = text(&record, "edition", "version")
    for value in record.takeAll("note", "annote", "annotation", "comment", "addendum", "howpublished") {
      let note = TeXText.plain(value)
      if !note.isEmpty, !WebAddress.isOne(note) { reference.notes.append(note) }
    }
    for value in record.takeAll("document_type", "type") {
      let plain = TeXText.plain(value)
      let type = typeKeys[plain.lowercased()] ?? plain
      if !reference.publicationTypes.contains(Term(type)) { reference.publicationTypes.append(Term(type)) }
    }
  }

  /// What BibLaTeX prints for its keys of types.
  private static let typeKeys = [
    "phdthesis": "PhD thesis", "mathesis": "Master's thesis", "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis", "techreport": "Technical report", "resreport": "Research report",
  ]

  /// The names that babel and polyglossia have for languages and their variants.
  private static let languages = [
    "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "australian": "en-AU", "canadian": "en-CA", "newzealand": "en-NZ", "ngerman": "de", "austrian": "de-AT",
    "naustrian": "de-AT", "swissgerman": "de-CH", "nswissgerman": "de-CH", "francais": "fr", "frenchb": "fr",
    "brazilian": "pt-BR", "brazil": "pt-BR", "portuges": "pt", "norsk": "nb", "nynorsk": "nn",
    "castilian": "es", "bahasai": "id", "polutonikogreek": "el", "magyar": "hu", "farsi": "fa",
  ]
}

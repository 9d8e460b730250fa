internal import OnusModel

extension ReferenceWriter {
  /// BibTeX in UTF-8, with the entry types of its standard styles.
  ///
  /// Capitals in titles are protected, so that no style makes "rna" of "RNA".
  public static let bibtex = ReferenceWriter(
    name: "bibtex", format: Format(title: "BibTeX", fileExtension: "bib"),
    holdings: { reference in
      BibTeXRecord.fields(of: reference)
        .of(reference, types: Set(BibTeXRecord.exactTypes.keys))
    }
  ) { reference, key in
    let isSerial = reference.isInSerial
    let type = BibTeXRecord.exactTypes[reference.type] ?? (isSerial ? "article" : "misc")
    var entry = BibTeXRecord(type, key: key)
    entry.addNames(reference)
    entry.add("title", reference.title.map(TeXEscapes.protectingCapitals))
    let container = reference.container
    entry.addText(isSerial ? "journal" : "booktitle", container?.title ?? container?.abbreviation)
    entry.addYear(reference.issued)
    entry.addText("volume", reference.volume)
    entry.addText("number", isSerial ? reference.issue : reference.number)
    if !isSerial { entry.addText("issue", reference.issue) }
    entry.add("pages", reference.pages.map(BibTeXRecord.pages))
    entry.addText("edition", reference.edition)
    let publisher = ["report": "institution", "thesis": "school"][reference.type] ?? "publisher"
    entry.addText(publisher, reference.publisher)
    entry.addText("address", reference.place)
    entry.addCommon(reference)
    entry.addText("pmid", reference.identifier(.pmid))
    return entry.text
  }
}

/// One entry of a `.bib` file in the making.
struct BibTeXRecord {
  private var fields = ""
  private let type: String
  private let key: String

  init(_ type: String, key: String) {
    self.type = type
    self.key = key
  }

  var text: String { "@\(type){\(key)\(fields)\n}\n\n" }

  /// Adds a field whose value is TeX already; nothing without a value.
  mutating func add(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    fields += ",\n  \(name) = {\(value)}"
  }

  /// Adds a field with a text; nothing without one.
  mutating func addText(_ name: String, _ text: String?) { add(name, text.map(TeXEscapes.escaped)) }

  /// Adds authors, editors and translators.
  mutating func addNames(_ reference: Reference) {
    let roles: [(String, Contributor.Role)] = [
      ("author", .author), ("editor", .editor), ("translator", .translator),
    ]
    for (name, role) in roles {
      let people = reference.contributors.filter { $0.role == role }
      var names = people.map(Self.name)
      if role == .author, reference.isAuthorListComplete == false, !names.isEmpty { names.append("others") }
      add(name, names.joined(separator: " and "))
    }
  }

  /// Adds the year and the month by its macro, which each style prints in its own way.
  mutating func addYear(_ date: PartialDate?) {
    addText("year", date?.year.map(String.init) ?? date?.printed)
    guard let month = date?.monthName else { return }
    fields += ",\n  month = \(month.lowercased())"
    add("day", date?.day.map(String.init))
  }

  /// Adds what both dialects write alike.
  mutating func addCommon(_ reference: Reference) {
    add("issn", reference.container?.serialNumbers.first?.issn)
    add("isbn", reference.identifier(.isbn) ?? reference.container?.bookNumbers?.first)
    add("doi", reference.identifier(.doi).map(TeXEscapes.verbatim))
    addText("pmcid", reference.identifier(.pmcid))
    add("url", reference.addresses.first.map(TeXEscapes.verbatim))
    addText("urldate", reference.accessed?.iso8601)
    addText("language", reference.languages.first)
    addText("keywords", reference.keywordText)
    addText("note", reference.notes.joined(separator: "\n"))
    addText("abstract", reference.abstractText)
  }

  /// The pages, with two hyphens in each range.
  static func pages(_ pages: PageRange) -> String {
    let parts = pages.expanded.split(separator: ",", omittingEmptySubsequences: false).map { part in
      part.count { $0 == "-" } == 1 ? String(part.replacing("-", with: "--")) : String(part)
    }
    return parts.map { TeXEscapes.escaped($0).replacing("-{}-", with: "--") }.joined(separator: ",")
  }

  /// A name with the family name first; braces hold that of a group together.
  private static func name(_ person: Contributor) -> String {
    func part(_ text: String) -> String {
      let isDivided = text.contains(",") || text.lowercased().split(separator: " ").contains("and")
      return isDivided ? "{\(TeXEscapes.escaped(text))}" : TeXEscapes.escaped(text)
    }
    guard let family = person.family else {
      return "{\(TeXEscapes.escaped(person.literal ?? person.given ?? ""))}"
    }
    let given = person.given ?? person.initials
    if given == nil, person.suffix == nil, !family.contains(" ") { return part(family) }
    return [family, person.suffix, given ?? ""].compactMap { $0 }.map(part).joined(separator: ", ").trimmed
  }

  /// The entry types of BibTeX for CSL's types.
  static let exactTypes = [
    "article-journal": "article", "book": "book", "chapter": "incollection",
    "paper-conference": "inproceedings", "thesis": "phdthesis", "report": "techreport",
    "manuscript": "unpublished", "pamphlet": "booklet", "document": "misc",
  ]

  /// What a `.bib` file holds of a record.
  static func fields(of reference: Reference) -> Set<ReferenceField> {
    var fields = Set.citation.union([
      .pmid, .pmcid, .key, .translators, .isAuthorListComplete, .notes, .accessed,
    ])
    // "and others" says that there are more; nothing says that there are not.
    if reference.isAuthorListComplete == true { fields.remove(.isAuthorListComplete) }
    if reference.isInSerial { fields.remove(.number) }
    if reference.isPart {
      fields.remove(.isbn)
      fields.insert(.bookNumbers)
    }
    return fields
  }
}

extension Reference {
  /// Whether the document is an article of a journal, magazine or newspaper.
  var isInSerial: Bool { type.hasPrefix("article-") || type == "review" || type == "review-book" }
}

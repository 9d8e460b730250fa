internal import OnusModel

extension ReferenceWriter {
  /// PubMed's .nbib, the MEDLINE format: a tag of up to four letters, values wrapped under each other.
  public static let nbib = ReferenceWriter(
    name: "nbib", format: Format(title: "PubMed .nbib (MEDLINE)", fileExtension: "nbib", separator: "\n"),
    holdings: { NBIBRecord.fields.subtracting(NBIBRecord.unheld(of: $0)) }
  ) { reference, _ in
    var record = NBIBRecord()
    record.add(reference)
    return record.text
  }
}

/// One record in the making.
struct NBIBRecord {
  private(set) var text = ""

  /// What the format has places for.
  static let fields = Set.citation.subtracting([.address, .place]).union([
    .pmid, .pmcid, .pii, .vernacularTitle, .investigators, .initials, .firstAffiliations, .affiliations,
    .contributorIdentifiers, .journalAbbreviation, .furtherISSNs, .issnMedium, .nlmID, .country,
    .printedPages, .printedDate, .published, .history, .accessed, .furtherLanguages, .publicationTypes,
    .headings,
    .headingQualifiers, .majorTopics, .keywordOwners, .chemicals, .accessions, .relations, .grants, .notes,
  ])

  /// What such a record has a place for, though not in this one.
  static func unheld(of reference: Reference) -> Set<ReferenceField> {
    var fields: Set<ReferenceField> = [.number]
    // The kind of document follows from publication types, and those of books from the book's title.
    let types: Set = ["article-journal", "book", "chapter"]
    let isPreprint = reference.publicationTypes.contains { $0.name == "Preprint" }
    let isHeld = isPreprint ? reference.type == "article" : types.contains(reference.type)
    if !isHeld || reference.type == "chapter" && reference.container?.title == nil { fields.insert(.type) }
    // The field is a whole date.
    if reference.published?.day == nil { fields.insert(.published) }
    if Set(reference.keywords.map(\.owner)).count > 1 { fields.insert(.keywordOwners) }
    if let date = reference.issued, let printed = date.printed {
      let read = PartialDate(written: printed)
      if (read.year, read.month, read.day) != (date.year, date.month, date.day) {
        fields.insert(.printedDate)
      }
    }
    return fields
  }

  /// Adds a field, wrapped at blanks; nothing without a value.
  mutating func add(_ tag: String, _ value: String?) {
    guard let value = value?.onOneLine.trimmed, !value.isEmpty else { return }
    text += tag + String(repeating: " ", count: 4 - tag.count) + "- "
    var width = 0
    for (index, word) in value.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
      let length = word.count
      // Two blanks in a row would be lost at the end of a line.
      if index > 0, !word.isEmpty, width + 1 + length > 82, text.last != " " {
        text += "\n      "
        width = 0
      } else if index > 0 {
        text += " "
        width += 1
      }
      text += word
      width += length
    }
    text += "\n"
  }

  mutating func add(_ reference: Reference) {
    let container = reference.container
    if let pmid = reference.identifier(.pmid) {
      add("PMID", pmid)
    } else {
      // A record has to have the field, and who has no number is not from NLM.
      text += "OWN - NOTNLM\nPMID- \n"
    }
    addElementDates(reference)
    for number in container?.serialNumbers ?? [] {
      add("IS", number.issn + (number.medium.map { " (\($0))" } ?? ""))
    }
    for isbn in reference.identifiers where isbn.scheme == .isbn { add("ISBN", isbn.value) }
    for isbn in container?.bookNumbers ?? [] { add("ISBN", isbn) }
    add("VI", reference.volume)
    add("IP", reference.issue)
    add("DP", (reference.issued ?? reference.published)?.medline)
    add("TI", reference.type == "book" ? nil : reference.title)
    if reference.type == "book" { add("BTI", reference.title) }
    if reference.type == "chapter" { add("BTI", container?.title) }
    add("PG", reference.pages?.printed)
    for identifier in reference.identifiers where [.doi, .pii].contains(identifier.scheme) {
      add("LID", "\(identifier.value) [\(identifier.scheme.rawValue)]")
    }
    add("AB", reference.abstractText)
    addPeople(reference)
    add("EN", reference.edition)
    for language in reference.languages { add("LA", LanguageTag.nlmCode(for: language)) }
    for entry in reference.accessions {
      add("SI", entry.number.isEmpty ? entry.bank : "\(entry.bank)/\(entry.number)")
    }
    for grant in reference.grants {
      let number = [grant.number, grant.acronym].compactMap { $0 }
      add("GR", (number + [grant.agency ?? "", grant.country ?? ""]).joined(separator: "/"))
    }
    for type in reference.publicationTypes { add("PT", type.name) }
    add("TT", reference.vernacularTitle)
    add("DEP", reference.published?.digits)
    add("PL", container?.country)
    add("PB", reference.publisher)
    add("TA", container?.abbreviation)
    if reference.type != "chapter" { add("JT", container?.title) }
    add("JID", container?.nlmID)
    for chemical in reference.chemicals {
      add("RN", "\(chemical.registryNumber ?? "0") (\(chemical.term.name))")
    }
    addRelations(reference)
    for heading in reference.headings { add("MH", Self.text(of: heading)) }
    addKeywords(reference)
    for note in reference.notes { add("GN", note) }
    add("PMC", reference.identifier(.pmcid))
    for entry in reference.history where !PubMedRecord.elementDates.contains(entry.event) {
      add("PHST", entry.date.slashed.map { "\($0) [\(entry.event)]" })
    }
    for identifier in reference.identifiers where [.doi, .pii].contains(identifier.scheme) {
      add("AID", "\(identifier.value) [\(identifier.scheme.rawValue)]")
    }
  }

  private mutating func addElementDates(_ reference: Reference) {
    for (tag, event) in [("DA", "DateCreated"), ("DCOM", "DateCompleted"), ("LR", "DateRevised")] {
      add(tag, reference.history.first { $0.event == event }?.date.digits)
    }
  }

  private mutating func addPeople(_ reference: Reference) {
    for person in reference.contributors {
      switch person.role {
      case .author where person.family == nil: add("CN", person.literal ?? person.given)
      case .author: addPerson(person, full: "FAU", short: "AU")
      case .editor: addPerson(person, full: "FED", short: "ED")
      case .investigator: addPerson(person, full: "FIR", short: "IR")
      default: continue
      }
      for (kind, number) in person.identifiers.sorted(by: { $0.key < $1.key }) {
        add("AUID", "\(kind): \(number)")
      }
      for affiliation in person.affiliations {
        add(person.role == .investigator ? "IRAD" : "AD", affiliation)
      }
    }
  }

  private mutating func addPerson(_ person: Contributor, full: String, short: String) {
    let given = [person.given ?? person.initials, person.suffix].compactMap { $0 }.joined(separator: " ")
    add(
      full,
      [person.family ?? person.literal, given.isEmpty ? nil : given].compactMap { $0 }.joined(separator: ", ")
    )
    add(short, person.citationName)
  }

  private mutating func addRelations(_ reference: Reference) {
    for relation in reference.relations {
      guard let tag = Self.tags[relation.type] else { continue }
      add(tag, relation.citationText)
    }
  }

  private mutating func addKeywords(_ reference: Reference) {
    var owner: String?
    for keyword in reference.keywords {
      if keyword.owner != owner { add("OTO", keyword.owner) }
      owner = keyword.owner
      add("OT", (keyword.isMajor ? "*" : "") + keyword.text)
    }
  }

  /// "Multiple Sclerosis/*drug therapy/physiopathology", a main topic behind a star.
  private static func text(of heading: SubjectHeading) -> String {
    ([heading.descriptor] + heading.qualifiers).map { ($0.isMajor ? "*" : "") + $0.term.name }
      .joined(separator: "/")
  }

  /// MEDLINE's tags for PubMed's types of relations.
  private static let tags = [
    "AssociatedDataset": "DDIN", "AssociatedPublication": "DRIN", "CommentIn": "CIN", "CommentOn": "CON",
    "CorrectedandRepublishedFrom": "CRF", "CorrectedandRepublishedIn": "CRI", "ErratumFor": "EFR",
    "ErratumIn": "EIN", "ExpressionOfConcernFor": "ECF", "ExpressionOfConcernIn": "ECI",
    "OriginalReportIn": "ORI", "RepublishedFrom": "RPF", "RepublishedIn": "RPI", "ReprintIn": "RTIN",
    "ReprintOf": "RTOF", "RetractedandRepublishedFrom": "RRF", "RetractedandRepublishedIn": "RRI",
    "RetractionIn": "RIN", "RetractionOf": "ROF", "SummaryForPatientsIn": "SPIN", "UpdateIn": "UIN",
    "UpdateOf": "UOF",
  ]
}

extension PartialDate {
  /// "2020 Jul 15", or as printed.
  fileprivate var medline: String? {
    if let printed = printedBeyondParts { return printed }
    guard let year else { return nil }
    return [String(year), monthName, day.map(String.init)].compactMap { $0 }.joined(separator: " ")
  }

  /// "20200715"; the parts that are not known are left out.
  fileprivate var digits: String? { iso8601?.replacing("-", with: "") }

  /// "2020/06/03 06:00", as MEDLINE writes the dates of a record's history.
  fileprivate var slashed: String? {
    guard let date = iso8601?.replacing("-", with: "/") else { return printed }
    guard let time = printed?.split(separator: " ").last, time.contains(":") else { return date }
    return "\(date) \(time.firstIndex(of: ":") == time.index(after: time.startIndex) ? "0" : "")\(time)"
  }
}

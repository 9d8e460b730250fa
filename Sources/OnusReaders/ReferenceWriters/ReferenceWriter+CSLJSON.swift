internal import OnusModel

extension ReferenceWriter {
  /// A CSL-JSON array (schema 1.0), which citation processors and reference managers read.
  ///
  /// A retracted document has the status `retracted`, which styles print. What the schema has no place for goes
  /// under `custom`: publication types, registry numbers, relations.
  public static let cslJSON = ReferenceWriter(
    name: "csl-json",
    format: Format(
      title: "CSL-JSON array", fileExtension: "json", start: "[", separator: ",", end: "\n]\n"),
    holdings: {
      Set.citation.union([
        .pmid, .pmcid, .key, .vernacularTitle, .translators, .journalAbbreviation, .published, .notes,
        .publicationTypes, .headings, .headingQualifiers, .accessions, .relations,
        .relationIdentifiers, .relationNotes, .otherRelations, .bookNumbers, .accessed,
      ]).of($0, types: CSLRecord.types)
    }
  ) { reference, key in "\n" + CSLRecord.item(reference, key: key).compact }
}

/// What a reference is in CSL's terms.
private enum CSLRecord {
  static func item(_ reference: Reference, key: String) -> JSONValue {
    let container = reference.container
    return .members([
      "id": .string(key), "type": .string(types.contains(reference.type) ? reference.type : "document"),
      "title": .text(reference.title), "original-title": .text(reference.vernacularTitle),
      "author": names(reference, .author), "editor": names(reference, .editor),
      "translator": names(reference, .translator),
      "container-title": .text(container?.title ?? container?.abbreviation),
      "container-title-short": .text(container?.abbreviation),
      "volume": .text(reference.volume), "issue": .text(reference.issue), "number": .text(reference.number),
      "page": .text(reference.pages?.expanded), "edition": .text(reference.edition),
      "publisher": .text(reference.publisher), "publisher-place": .text(reference.place),
      "issued": (reference.issued ?? reference.published)?.csl,
      "available-date": reference.published?.csl, "accessed": reference.accessed?.csl,
      "DOI": .text(reference.identifier(.doi)), "PMID": .text(reference.identifier(.pmid)),
      "PMCID": .text(reference.identifier(.pmcid)),
      "ISSN": .text(container?.serialNumbers.first?.issn),
      "ISBN": .text(reference.identifier(.isbn) ?? container?.bookNumbers?.first),
      "URL": .text(reference.addresses.first), "language": .text(reference.languages.first),
      "abstract": .text(reference.abstractText),
      "keyword": reference.keywords.isEmpty
        ? nil : .string(reference.keywordText),
      "note": reference.notes.isEmpty ? nil : .string(reference.notes.joined(separator: "\n")),
      "status": reference.status.standing == .retracted ? "retracted" : nil,
      "custom": custom(reference),
    ])
  }

  private static func names(_ reference: Reference, _ role: Contributor.Role) -> JSONValue? {
    .list(
      reference.contributors.filter { $0.role == role }.map { person in
        guard let family = person.family else { return ["literal": .string(person.citationName)] }
        return .members([
          "family": .string(family), "given": .text(person.given ?? person.initials),
          "suffix": .text(person.suffix),
        ])
      })
  }

  private static func custom(_ reference: Reference) -> JSONValue? {
    let custom: JSONValue = .members([
      "publication-types": .texts(reference.publicationTypes.map(\.name)),
      "mesh": .texts(reference.headings.map(\.text)),
      "registrations": .list(
        reference.accessions.map { ["bank": .string($0.bank), "number": .string($0.number)] }),
      "relations": .list(
        reference.relations.map {
          [
            "type": .string($0.type), "citation": .text($0.citation),
            "identifiers": .texts($0.identifiers.map(\.description)), "note": .text($0.note),
          ]
        }),
    ])
    return custom == .object([]) ? nil : custom
  }

  /// The types of the schema.
  static let types: Set = [
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
    "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
  ]
}

extension PartialDate {
  fileprivate var csl: JSONValue? {
    guard let year else { return printed.map { ["raw": .string($0)] } }
    var parts: [JSONValue] = [.integer(year)]
    if let month {
      parts.append(.integer(month))
      if let day { parts.append(.integer(day)) }
    }
    return ["date-parts": .array([.array(parts)])]
  }
}

internal import OnusModel

extension ReferenceWriter {
  /// MODS 3.7 as a collection, which validates against the Library of Congress's schema.
  public static let mods = ReferenceWriter(
    name: "mods",
    format: Format(
      title: "MODS 3.7", fileExtension: "xml",
      start: """
        <?xml version="1.0" encoding="UTF-8"?>
        <modsCollection xmlns="http://www.loc.gov/mods/v3" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-7.xsd">

        """,
      end: "</modsCollection>\n"),
    holdings: { reference in
      Set.citation.union([
        .pmid, .pmcid, .pii, .key, .otherIdentifiers, .abstractSections, .investigators, .otherContributors,
        .translators,
        .firstAffiliations, .affiliations, .contributorIdentifiers, .journalAbbreviation,
        .otherContainerTitles, .furtherISSNs, .printedDate, .furtherLanguages, .publicationTypes, .headings,
        .headingQualifiers, .keywordOwners, .relations, .furtherAddresses, .notes,
        .relationIdentifiers, .relationNotes, .otherRelations, .bookNumbers, .furtherKeys,
      ]).subtracting(MODSRecord.holdsPrintedDate(of: reference) ? [] : [.printedDate])
    }
  ) { reference, _ in
    var record = XMLMarkup()
    let keys = reference.identifiers.filter { $0.scheme == .key }.map(\.value)
    record.add("mods", ["version": "3.7"]) { MODSRecord.add(reference, keys: keys, to: &$0) }
    return record.text
  }
}

/// The parts of a MODS record.
private enum MODSRecord {
  /// Whether the printed date says by itself what its parts are.
  static func holdsPrintedDate(of reference: Reference) -> Bool {
    guard let date = reference.issued, let printed = date.printed else { return true }
    return MODS.date(printed) == date
  }

  static func add(_ reference: Reference, keys: [String], to record: inout XMLMarkup) {
    record.add("titleInfo") { $0.add("title", reference.title) }
    for person in reference.contributors { add(person, to: &record) }
    record.add("typeOfResource", resourceTypes[reference.type] ?? "text")
    record.add("genre", ["authority": "csl"], reference.type)
    for type in reference.publicationTypes { record.add("genre", type.name) }
    addOrigin(reference, to: &record)
    for language in reference.languages {
      let authority = language.count == 3 ? "iso639-2b" : "rfc5646"
      record.add("language") {
        $0.add("languageTerm", ["type": "code", "authority": authority], language)
      }
    }
    for section in reference.abstract {
      record.add("abstract", ["displayLabel": section.label], section.text)
    }
    for note in reference.notes { record.add("note", note) }
    addSubjects(reference, to: &record)
    addHost(reference, to: &record)
    for relation in reference.relations { add(relation, to: &record) }
    for identifier in reference.identifiers where identifier.scheme != .key {
      record.add("identifier", ["type": name(of: identifier.scheme)], identifier.value)
    }
    record.add("location") { location in
      for address in reference.addresses { location.add("url", address) }
    }
    for key in keys { record.add("recordInfo") { $0.add("recordIdentifier", key) } }
  }

  private static func name(of scheme: Identifier.Scheme) -> String {
    switch scheme {
    case .pmid: "pubmed"
    case .pmcid: "pmc"
    case .url: "uri"
    default: scheme.rawValue
    }
  }

  private static func add(_ person: Contributor, to record: inout XMLMarkup) {
    let isPerson = person.family != nil
    record.add("name", ["type": isPerson ? "personal" : "corporate"]) { name in
      if isPerson {
        name.add("namePart", ["type": "family"], person.family)
        name.add("namePart", ["type": "given"], person.given ?? person.initials)
        name.add("namePart", ["type": "termsOfAddress"], person.suffix)
      } else {
        name.add("namePart", person.literal ?? person.given)
      }
      for affiliation in person.affiliations { name.add("affiliation", affiliation) }
      name.add("role") { role in
        role.add("roleTerm", ["type": "text", "authority": "marcrelator"], person.role.rawValue)
      }
      for (kind, value) in person.identifiers.sorted(by: { $0.key < $1.key }) {
        name.add("nameIdentifier", ["type": kind == "ORCID" ? "orcid" : kind], value)
      }
    }
  }

  private static func addOrigin(_ reference: Reference, to record: inout XMLMarkup) {
    let isMonograph = reference.container == nil && ["book", "report", "thesis"].contains(reference.type)
    record.add("originInfo") { origin in
      origin.add("place") { $0.add("placeTerm", ["type": "text"], reference.place) }
      origin.add("publisher", reference.publisher)
      if let printed = reference.issued?.printedBeyondParts {
        origin.add("dateIssued", printed)
      } else {
        origin.add("dateIssued", ["encoding": "w3cdtf"], reference.issued?.iso8601)
      }
      origin.add("edition", reference.edition)
      if isMonograph { origin.add("issuance", "monographic") }
    }
  }

  private static func addSubjects(_ reference: Reference, to record: inout XMLMarkup) {
    for heading in reference.headings {
      record.add("subject", ["authority": "mesh"]) { subject in
        for part in [heading.descriptor] + heading.qualifiers { subject.add("topic", part.term.name) }
      }
    }
    for keyword in reference.keywords {
      record.add("subject", ["authority": keyword.owner]) { $0.add("topic", keyword.text) }
    }
  }

  /// Adds the journal or book with the volume, the issue and the pages in it.
  private static func addHost(_ reference: Reference, to record: inout XMLMarkup) {
    guard let container = reference.container else {
      addPart(reference, to: &record)
      return
    }
    // Further titles of a journal are its own, those of a book are of the series it is in.
    let isInSeries = !reference.type.hasPrefix("article") || container.title == nil
    for title in container.otherTitles where isInSeries {
      record.add("relatedItem", ["type": "series"]) { $0.add("titleInfo") { $0.add("title", title) } }
    }
    record.add("relatedItem", ["type": "host"]) { host in
      host.add("titleInfo") { $0.add("title", container.title) }
      host.add("titleInfo", ["type": "abbreviated"]) { $0.add("title", container.abbreviation) }
      for title in container.otherTitles where !isInSeries {
        host.add("titleInfo", ["type": "alternative"]) { $0.add("title", title) }
      }
      if reference.type.hasPrefix("article-") { host.add("originInfo") { $0.add("issuance", "continuing") } }
      for number in container.bookNumbers ?? [] { host.add("identifier", ["type": "isbn"], number) }
      for number in container.serialNumbers { host.add("identifier", ["type": "issn"], number.issn) }
      addPart(reference, to: &host)
    }
  }

  private static func addPart(_ reference: Reference, to item: inout XMLMarkup) {
    item.add("part") { part in
      part.add("detail", ["type": "volume"]) { $0.add("number", reference.volume) }
      part.add("detail", ["type": "issue"]) { $0.add("number", reference.issue) }
      part.add("detail", ["type": "report number"]) { $0.add("number", reference.number) }
      part.add("extent", ["unit": "pages"]) { extent in
        guard let pages = reference.pages?.expanded else { return }
        let ends = pages.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
        if ends.count == 2, ends.allSatisfy({ !$0.isEmpty && !$0.contains(",") }) {
          extent.add("start", ends[0])
          extent.add("end", ends[1])
        } else {
          extent.add("list", pages)
        }
      }
    }
  }

  private static func add(_ relation: Relation, to record: inout XMLMarkup) {
    // MODS has few words of its own for what another item is to this one.
    let isOwn = ownTypes.contains(relation.type)
    let attribute = isOwn ? "type" : "otherType"
    record.add("relatedItem", [attribute: relation.type]) { item in
      item.add("titleInfo") { $0.add("title", relation.citation) }
      item.add("note", relation.note)
      for identifier in relation.identifiers {
        item.add("identifier", ["type": name(of: identifier.scheme)], identifier.value)
      }
    }
  }

  private static let ownTypes: Set = [
    "preceding", "succeeding", "original", "constituent", "otherVersion", "otherFormat", "isReferencedBy",
    "references", "reviewOf",
  ]

  /// MODS's words for what is not text.
  private static let resourceTypes = [
    "broadcast": "moving image", "dataset": "software, multimedia", "figure": "still image",
    "graphic": "still image", "map": "cartographic", "motion_picture": "moving image",
    "musical_score": "notated music", "software": "software, multimedia", "song": "sound recording",
  ]
}

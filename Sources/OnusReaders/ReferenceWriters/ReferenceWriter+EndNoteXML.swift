internal import OnusModel

extension ReferenceWriter {
  /// EndNote's XML as EndNote itself writes it: the text of every field in a style, and the kind of document by
  /// name and number.
  public static let endNoteXML = ReferenceWriter(
    name: "endnote-xml",
    format: Format(
      title: "EndNote XML", fileExtension: "xml",
      start: "<?xml version=\"1.0\" encoding=\"UTF-8\" ?><xml><records>\n", end: "</records></xml>\n"),
    holdings: { reference in
      Set.citation.subtracting(EndNoteRecord.unheld(of: reference)).union([
        .pmid, .pmcid, .translators, .journalAbbreviation, .furtherISSNs, .issnMedium, .printedPages,
        .firstAffiliations, .furtherLanguages, .publicationTypes, .furtherAddresses, .notes, .accessed,
      ]).union(reference.isPart ? [.bookNumbers] : [])
        .of(reference, types: Set(EndNoteRecord.types.keys).subtracting(EndNoteRecord.approximateTypes))
    }
  ) { reference, key in
    var record = XMLMarkup()
    record.add("record") { EndNoteRecord.add(reference, key: key, to: &$0) }
    return record.text
  }
}

/// The parts of an EndNote record in the order in which EndNote writes them.
private enum EndNoteRecord {
  /// What EndNote has no place for in this kind of document.
  static func unheld(of reference: Reference) -> Set<ReferenceField> {
    var fields: Set<ReferenceField> = reference.isNumbered ? [] : [.number]
    if reference.isPart { fields.insert(.isbn) }
    // The second author of a book is the editor of its series.
    if reference.type == "book", !reference.authors.isEmpty { fields.insert(.editors) }
    if reference.isLikeAnArticle { fields.insert(.type) }
    return fields
  }

  static func add(_ reference: Reference, key: String, to record: inout XMLMarkup) {
    let isEdited =
      reference.type == "book" && reference.authors.isEmpty
      && reference.contributors.contains { $0.role == .editor }
    let (name, number) = isEdited ? ("Edited Book", 28) : types[reference.type] ?? ("Generic", 13)
    record.add("source-app", ["name": "Onus"], "Onus")
    record.add("ref-type", ["name": name], String(number))
    addContributors(reference, isEdited: isEdited, to: &record)
    styled("auth-address", reference.contributors.first?.affiliations.joined(separator: "\r"), &record)
    addTitles(reference, to: &record)
    styled("pages", reference.pages?.printed, &record)
    styled("volume", reference.volume, &record)
    styled("number", reference.isNumbered ? reference.number : reference.issue, &record)
    if reference.isNumbered { styled("issue", reference.issue, &record) }
    styled("edition", reference.edition, &record)
    record.add("keywords") { keywords in
      for keyword in reference.keywords { styled("keyword", keyword.text, &keywords) }
    }
    addDates(reference.issued, to: &record)
    styled("pub-location", reference.place, &record)
    styled("publisher", reference.publisher, &record)
    let serials = reference.container?.serialNumbers.map { number in
      number.issn + (number.medium.map { " (\($0))" } ?? "")
    }
    let books =
      (reference.container?.bookNumbers ?? [])
      + reference.identifiers.filter { $0.scheme == .isbn }.map(\.value)
    styled("isbn", ((serials ?? []) + books).joined(separator: "\r"), &record)
    styled("accession-num", reference.identifier(.pmid), &record)
    styled("label", key, &record)
    styled("abstract", reference.abstractText, &record)
    styled("notes", reference.notes.map(\.onOneLine).joined(separator: "\r"), &record)
    styled("work-type", reference.publicationTypes.map(\.name).joined(separator: "\r"), &record)
    record.add("urls") { urls in
      urls.add("related-urls") { list in
        for address in reference.addresses { styled("url", address, &list) }
      }
    }
    styled("custom2", reference.identifier(.pmcid), &record)
    styled("electronic-resource-num", reference.identifier(.doi), &record)
    if reference.identifier(.pmid) != nil {
      styled("remote-database-name", "PubMed", &record)
      styled("remote-database-provider", "NLM", &record)
    }
    styled("language", reference.languages.joined(separator: "; "), &record)
    styled("access-date", reference.accessed?.iso8601, &record)
  }

  /// Adds a text in the style that EndNote gives to plain text; nothing without one.
  private static func styled(_ name: String, _ text: String?, _ parent: inout XMLMarkup) {
    guard let text, !text.isEmpty else { return }
    let style = "<style face=\"normal\" font=\"default\" size=\"100%\">"
    parent.addMarkup(
      "<\(name)>\(style)\(XMLMarkup.escaped(text.replacing("\n", with: "\r")))</style></\(name)>")
  }

  private static func addContributors(
    _ reference: Reference, isEdited: Bool, to record: inout XMLMarkup
  ) {
    let isBook = reference.type == "book" || reference.type == "chapter"
    let lists: [(String, Contributor.Role)] = [
      ("authors", isEdited ? .editor : .author), ("secondary-authors", isEdited ? .author : .editor),
      (isBook ? "subsidiary-authors" : "translated-authors", .translator),
    ]
    record.add("contributors") { contributors in
      for (name, role) in lists {
        contributors.add(name) { list in
          for person in reference.contributors where person.role == role {
            styled("author", person.nameInIndex, &list)
          }
        }
      }
    }
  }

  private static func addTitles(_ reference: Reference, to record: inout XMLMarkup) {
    let container = reference.container
    let title = container?.title ?? container?.abbreviation
    record.add("titles") { titles in
      styled("title", reference.title, &titles)
      styled("secondary-title", title, &titles)
      styled("alt-title", container?.title == nil ? nil : container?.abbreviation, &titles)
    }
    guard reference.type.hasPrefix("article") else { return }
    record.add("periodical") { periodical in
      styled("full-title", title, &periodical)
      styled("abbr-1", container?.title == nil ? nil : container?.abbreviation, &periodical)
    }
  }

  private static func addDates(_ date: PartialDate?, to record: inout XMLMarkup) {
    record.add("dates") { dates in
      styled("year", date?.year.map(String.init) ?? date?.printed, &dates)
      guard let month = date?.monthName else { return }
      dates.add("pub-dates") { list in
        styled("date", month + (date?.day.map { " \($0)" } ?? ""), &list)
      }
    }
  }

  /// EndNote's names and numbers for CSL's types.
  static let types: [String: (name: String, number: Int)] = [
    "article": ("Unpublished Work", 34), "article-journal": ("Journal Article", 17),
    "article-magazine": ("Magazine Article", 19), "article-newspaper": ("Newspaper Article", 23),
    "bill": ("Bill", 4), "book": ("Book", 6), "broadcast": ("Film or Broadcast", 21),
    "chapter": ("Book Section", 5), "classic": ("Classical Work", 49), "dataset": ("Dataset", 59),
    "document": ("Generic", 13), "entry-dictionary": ("Dictionary", 52),
    "entry-encyclopedia": ("Encyclopedia", 53), "figure": ("Figure", 37), "graphic": ("Artwork", 2),
    "hearing": ("Hearing", 14), "interview": ("Interview", 63), "legal_case": ("Case", 7),
    "legislation": ("Statute", 31), "manuscript": ("Unpublished Work", 34), "map": ("Map", 20),
    "motion_picture": ("Film or Broadcast", 21), "pamphlet": ("Pamphlet", 24),
    "paper-conference": ("Conference Paper", 47), "patent": ("Patent", 25), "periodical": ("Serial", 57),
    "personal_communication": ("Personal Communication", 26), "post-weblog": ("Blog", 56),
    "regulation": ("Legal Rule or Regulation", 50), "report": ("Report", 27),
    "review": ("Journal Article", 17), "software": ("Computer Program", 9), "song": ("Music", 61),
    "standard": ("Standard", 58), "thesis": ("Thesis", 32), "webpage": ("Web Page", 12),
  ]

  /// Types that share one of EndNote's with a commoner one.
  static let approximateTypes: Set = ["article", "broadcast", "review"]
}

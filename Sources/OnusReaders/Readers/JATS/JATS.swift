internal import OnusModel

extension Reader {
  /// Articles and books in the Journal Article Tag Suite, as PubMed Central and publishers give them: what
  /// stands in front of the text, and the list of references as the document's citations.
  ///
  /// Follows [JATS 1.3](https://jats.nlm.nih.gov/archiving/tag-library/1.3/), and reads its forerunner NLM
  /// 2 and 3 and the books of BITS. The text itself is no part of a bibliographic record.
  public static let jats = Reader.xml(
    name: "jats", title: "JATS article",
    keeps: "citations, abstract sections, affiliations, grants, corrections, history, reference list",
    fileExtensions: ["xml", "nxml", "xml.gz", "nxml.gz"],
    roots: JATS.roots, records: ["article", "book", "book-part-wrapper"]
  ) { record in
    let reference = JATS.reference(record)
    guard reference.title != nil || !reference.identifiers.isEmpty || !reference.citations.isEmpty else {
      throw Diagnostic(
        .warning, "malformed-record", "\(record.name) has neither a title nor an identifier",
        at: record.location)
    }
    return [.record(.reference(reference))]
  }
}

/// The parts of a JATS document and what becomes of them.
enum JATS {
  static let roots: [Reader.XMLRoot] = [
    .init("article", containing: "article-meta"), .init("article", containing: "front"),
    .init("article", containing: "ref-list"), .init("pmc-articleset"),
    .init("articles", containing: "article-meta"), .init("OAI-PMH", containing: "article-meta"),
    .init("book", containing: "book-meta"), .init("book-part-wrapper"),
  ]

  static func reference(_ record: XMLElement) -> Reference {
    var reference = Reference(location: record.location)
    readForm(record)
    if let tag = record.attribute("lang") { reference.languages = [LanguageTag.tag(for: tag)] }
    let front = record.child("front") ?? record
    if record.isNamed("article") {
      readArticleType(record, into: &reference)
      if let journal = front.child("journal-meta") { readJournal(journal, into: &reference) }
      if let meta = front.child("article-meta") { readMeta(meta, into: &reference) }
    } else {
      readBook(record, into: &reference)
    }
    for name in ["body", "book-body", "floats-group", "floats-wrap"] as [StaticString] {
      for text in record.children(name) { text.markRead() }
    }
    for name in ["sub-article", "response"] as [StaticString] {
      for part in record.children(name) { readSubArticle(part, into: &reference) }
    }
    for name in ["back", "book-back"] as [StaticString] {
      guard let back = record.child(name) else { continue }
      readCitations(back, into: &reference)
      readStatements(back, into: &reference)
      // Acknowledgements, appendices and glossaries belong to the text.
      back.markRead()
    }
    return reference
  }

  /// Reads what says how the file was made, and is the same for all documents of a source.
  private static func readForm(_ record: XMLElement) {
    _ = record.attribute("dtd-version")
    _ = record.attribute("xml-version")
    record.child("processing-meta")?.markRead()
  }

  /// Reads all that stands in `article-meta`, or in the like of a book or a chapter.
  static func readMeta(_ meta: XMLElement, into reference: inout Reference) {
    readTitles(meta, into: &reference)
    readContributors(meta, into: &reference)
    readDates(meta, into: &reference)
    readPages(meta, into: &reference)
    readAbstracts(meta, into: &reference)
    for element in meta.elements {
      if element.isNamed("article-id") || element.isNamed("book-id") || element.isNamed("book-part-id") {
        readIdentifier(element, into: &reference)
      } else if element.isNamed("isbn") {
        if let text = element.nonEmptyText { reference.identifiers.append(Identifier(.isbn, text)) }
      } else if element.isNamed("article-categories") {
        for group in element.children("subj-group") { readSubjects(group, into: &reference) }
      } else if element.isNamed("subj-group") {
        readSubjects(element, into: &reference)
      } else if element.isNamed("kwd-group") {
        readKeywords(element, into: &reference)
      } else if element.isNamed("publisher") {
        readPublisher(element, into: &reference)
      } else if element.isNamed("edition") {
        reference.edition = element.nonEmptyText
      } else if element.isNamed("self-uri") {
        let address = element.attribute("href") ?? element.text
        if WebAddress.isOne(address) { reference.addresses.append(address) }
      } else {
        readTies(element, into: &reference)
      }
    }
  }

  static func readIdentifier(_ element: XMLElement, into reference: inout Reference) {
    let kind =
      element.attribute("pub-id-type") ?? element.attribute("book-id-type")
      ?? element.attribute("book-part-id-type")
    guard let text = element.nonEmptyText else { return }
    let identifier = identifier(text, kind: kind)
    if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
  }

  static func identifier(_ text: String, kind: String?) -> Identifier {
    switch kind?.lowercased() {
    case "pmid", "pubmed", "medline": return Identifier(.pmid, text)
    case "pmc", "pmcid", "pmc-id": return Identifier(.pmcid, text)
    case "doi": return DOIText.first(in: text) ?? Identifier(.doi, text)
    case "isbn": return Identifier(.isbn, text)
    case "issn": return Identifier(.issn, text)
    case "bookaccession", "pmcbookid": return Identifier(.bookshelf, text)
    case "uri", "url": return WebAddress.identifier(text) ?? Identifier(.url, text)
    case nil, ""?: return DOIText.isAlone(text) ? Identifier(.doi, text) : Identifier(.key, text)
    case let kind?: return Identifier(Identifier.Scheme(rawValue: kind), text)
    }
  }

  private static func readPublisher(_ publisher: XMLElement, into reference: inout Reference) {
    if reference.publisher == nil { reference.publisher = publisher.text(at: "publisher-name") }
    if reference.place == nil { reference.place = publisher.child("publisher-loc")?.readableText }
  }

  /// Reads the journal with its abbreviations, ISSNs and publisher.
  static func readJournal(_ journal: XMLElement, into reference: inout Reference) {
    var container = Container()
    var abbreviations: [String] = []
    for group in [journal.child("journal-title-group"), journal] {
      guard let group else { continue }
      if container.title == nil { container.title = group.child("journal-title")?.readableText }
      if let subtitle = group.child("journal-subtitle")?.readableText, let title = container.title {
        container.title = title + ": " + subtitle
      }
      abbreviations += group.children("abbrev-journal-title").compactMap(\.readableText)
    }
    for element in journal.children("journal-id") {
      if element.attribute("journal-id-type", is: "iso-abbrev") {
        if let text = element.nonEmptyText { abbreviations.insert(text, at: 0) }
      } else if element.attribute("journal-id-type", is: "nlm-ta") {
        if let text = element.nonEmptyText { abbreviations.append(text) }
      } else if element.attribute("journal-id-type", is: "nlm-journal-id") {
        container.nlmID = element.nonEmptyText
      }
    }
    for abbreviation in abbreviations where !container.otherTitles.contains(abbreviation) {
      container.otherTitles.append(abbreviation)
    }
    if !container.otherTitles.isEmpty { container.abbreviation = container.otherTitles.removeFirst() }
    for issn in journal.children("issn") {
      if let text = issn.nonEmptyText {
        container.serialNumbers.append(SerialNumber(issn: text, medium: medium(issn)))
      }
    }
    for issn in journal.children("issn-l") {
      if let text = issn.nonEmptyText {
        container.serialNumbers.append(SerialNumber(issn: text, medium: "Linking"))
      }
    }
    reference.container = container
    if let publisher = journal.child("publisher") { readPublisher(publisher, into: &reference) }
  }

  private static func medium(_ issn: XMLElement) -> String? {
    switch issn.attribute("pub-type") ?? issn.attribute("publication-format") {
    case "ppub", "print": "Print"
    case "epub", "electronic", "online", "online-only": "Electronic"
    case let other: other
    }
  }
}

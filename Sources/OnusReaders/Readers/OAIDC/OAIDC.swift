internal import OnusModel

extension Reader {
  /// Dublin Core as the Open Archives Initiative's harvesting protocol gives it, in a response, as a record, or
  /// alone.
  ///
  /// Follows [OAI-PMH 2.0](https://www.openarchives.org/OAI/openarchivesprotocol.html) and the fifteen elements
  /// of [Dublin Core](https://www.dublincore.org/specifications/dublin-core/dces/). An answer that is an error
  /// or lists no records gives none.
  public static let oaiDC = Reader.xml(
    name: "oai-dc", title: "OAI-PMH Dublin Core",
    keeps: "citations, abstract, subjects, identifiers, relations, notes",
    roots: [
      XMLRoot("OAI-PMH", containing: "dc"), XMLRoot("OAI-PMH", lacking: "metadata"),
      XMLRoot("record", containing: "dc"),
      XMLRoot("record", namespacePrefix: "", containing: "header", lacking: "metadata"),
      XMLRoot(
        "record", namespacePrefix: "http://www.openarchives.org/", containing: "header", lacking: "metadata"),
      XMLRoot("dc", namespacePrefix: "http://purl.org/dc/"),
      XMLRoot("dc", namespacePrefix: "http://www.openarchives.org/OAI/2.0/oai_dc"),
      XMLRoot("dc", namespacePrefix: ""),
    ],
    records: ["record", "dc", "error"]
  ) { record in
    if record.isNamed("error") { throw OAIDC.serviceError(record) }
    // A repository may describe its sets with the same elements.
    if record.isNamed("dc"), record.parent?.isNamed("setDescription") ?? false { return [] }
    let header = record.child("header")
    if let header, header.attribute("status", is: "deleted") {
      guard let identifier = header.child("identifier"), let text = identifier.nonEmptyText else { return [] }
      return [.record(.deletion(Located(Identifier(.key, text), at: identifier.location)))]
    }
    guard let core = record.isNamed("dc") ? record : record.child("metadata")?.child("dc") else {
      throw Diagnostic(
        .warning, "malformed-record", "a record holds no Dublin Core", at: record.location)
    }
    return [.record(.reference(OAIDC.reference(core, header: header, location: record.location)))]
  }
}

/// The elements of Dublin Core and what becomes of them.
enum OAIDC {
  static func serviceError(_ element: XMLElement) -> Diagnostic {
    let code = element.attribute("code") ?? "unknown"
    let words = element.nonEmptyText.map { ": \($0)" } ?? ""
    return Diagnostic(
      .warning, "service-error", "the service answered with the error \(code)\(words)", at: element.location)
  }

  static func reference(_ core: XMLElement, header: XMLElement?, location: SourceLocation) -> Reference {
    var reference = Reference(type: "document", location: location)
    for element in core.elements { read(element, into: &reference) }
    if let text = header?.text(at: "identifier") {
      let identifier = DOIText.isAlone(text) ? Identifier(.doi, text) : Identifier(.key, text)
      if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
    }
    if let text = header?.text(at: "datestamp") {
      reference.history.append(HistoryDate("datestamp", PartialDate(written: text)))
    }
    // The sets are shelves of the repository.
    for set in header?.children("setSpec").map(\.self) ?? [] { set.markRead() }
    reference.type = type(reference)
    for element in core.children("source") { readSource(element, into: &reference) }
    return reference
  }

  private static func read(_ element: XMLElement, into reference: inout Reference) {
    switch element.name {
    case "title":
      if reference.title == nil, let text = element.nonEmptyText {
        // Library cards put a slash in front of the statement of responsibility.
        reference.title = text.trimmingTail { $0 == "/" || $0 == " " }
      }
    case "creator": readPerson(element, role: .author, into: &reference)
    case "contributor": readPerson(element, role: Contributor.Role(rawValue: "contributor"), into: &reference)
    case "subject":
      guard let text = element.nonEmptyText, !reference.keywords.contains(where: { $0.text == text }) else {
        return
      }
      reference.keywords.append(Keyword(text))
    case "description", "abstract": readDescription(element, into: &reference)
    case "publisher": readPublisher(element, into: &reference)
    case "date", "issued", "created", "available": readDate(element, into: &reference)
    case "type": if let text = element.nonEmptyText { reference.publicationTypes.append(Term(text)) }
    case "identifier":
      if let text = element.nonEmptyText { readIdentifier(text, into: &reference) }
    case "language":
      guard let text = element.nonEmptyText else { return }
      let tag = LanguageTag.tag(for: text)
      if !reference.languages.contains(tag) { reference.languages.append(tag) }
    case "relation": readRelation(element, into: &reference)
    case "isPartOf":
      if let text = element.nonEmptyText { reference.container = Container(title: text) }
    case "bibliographicCitation": if let text = element.nonEmptyText { reference.notes.append(text) }
    default: return
    }
  }

  /// Reads the publisher, with the place where it is in front as on library cards: "San Diego : Harcourt,".
  private static func readPublisher(_ element: XMLElement, into reference: inout Reference) {
    guard reference.publisher == nil, let text = element.nonEmptyText else { return }
    let name = text.trimmingTail { ",;".contains($0) }
    guard let range = name.firstRange(of: " :") else {
      reference.publisher = name
      return
    }
    reference.place = name[..<range.lowerBound].trimmed
    reference.publisher = name[range.upperBound...].trimmed
  }

  private static func readDate(_ element: XMLElement, into reference: inout Reference) {
    guard let text = element.nonEmptyText else { return }
    let date = PartialDate(written: text)
    if reference.issued == nil, element.isNamed("date") || element.isNamed("issued") {
      reference.issued = date
    } else {
      reference.history.append(HistoryDate(element.name, date))
    }
  }

  /// Reads the first description as the abstract; arXiv's comments and all further ones are notes, those in
  /// another language further abstracts.
  private static func readDescription(_ element: XMLElement, into reference: inout Reference) {
    let language = element.attribute("lang").map { LanguageTag.tag(for: $0) }
    guard let text = element.nonEmptyText.map(EscapedMarkup.plain), !text.isEmpty else { return }
    if text.hasPrefix("Comment: ") {
      reference.notes.append(text)
    } else if reference.abstract.isEmpty {
      reference.abstract = AbstractText.sections(text)
    } else if let language {
      let sections = AbstractText.sections(text)
      reference.otherAbstracts.append(OtherAbstract(type: nil, language: language, sections: sections))
    } else {
      reference.notes.append(text)
    }
  }

  // MARK: Type

  /// What kind of document it is, in CSL's terms, from the words that repositories use.
  private static func type(_ reference: Reference) -> String {
    for term in reference.publicationTypes {
      let word = term.name.split { "/:#".contains($0) }.last.map(String.init) ?? term.name
      let letters = word.lowercased().filter(\.isLetter)
      if let type = types[letters] { return type }
    }
    let isArXiv = reference.identifiers.contains { $0.scheme.rawValue == "arxiv" }
    return isArXiv ? "article" : "document"
  }

  private static let types = [
    "article": "article-journal", "journalarticle": "article-journal", "researcharticle": "article-journal",
    "originalarticle": "article-journal", "reviewarticle": "article-journal", "review": "article-journal",
    "contributiontoperiodical": "article-journal", "preprint": "article", "workingpaper": "article",
    "book": "book", "monograph": "book", "bookpart": "chapter", "bookchapter": "chapter",
    "conferenceobject": "paper-conference", "conferencepaper": "paper-conference",
    "conferenceproceedings": "book", "lecture": "speech", "report": "report", "technicalreport": "report",
    "bachelorthesis": "thesis", "masterthesis": "thesis", "doctoralthesis": "thesis", "thesis": "thesis",
    "dissertation": "thesis", "patent": "patent", "dataset": "dataset", "software": "software",
    "image": "graphic", "stillimage": "graphic", "photographs": "graphic", "movingimage": "motion_picture",
    "video": "motion_picture", "sound": "song", "map": "map",
  ]
}

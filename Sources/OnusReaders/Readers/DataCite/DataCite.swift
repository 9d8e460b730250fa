internal import OnusModel

extension Reader {
  /// DataCite's metadata of data, software and other works, alone or as its OAI-PMH service gives it.
  ///
  /// Follows the [DataCite schema 4.6](https://schema.datacite.org/meta/kernel-4.6/) and reads all before it
  /// from 2.0.
  public static let dataCite = Reader.xml(
    name: "datacite", title: "DataCite XML",
    keeps: "citations, abstract sections, subjects, people’s identifiers, grants, related works, dates",
    roots: [
      XMLRoot("resource", namespacePrefix: "http://datacite.org/schema/"),
      XMLRoot("resource", namespacePrefix: "http://schema.datacite.org/"),
      XMLRoot("resource", namespacePrefix: "", containing: "publicationYear"),
      XMLRoot("resource", namespacePrefix: "", containing: "creatorName"),
      XMLRoot("record", containing: "publicationYear"), XMLRoot("OAI-PMH", containing: "publicationYear"),
    ],
    records: ["record", "resource"]
  ) { record in
    if let header = record.child("header"), header.attribute("status", is: "deleted"),
      let identifier = header.child("identifier"), let text = identifier.nonEmptyText
    {
      return [.record(.deletion(Located(Identifier(.key, text), at: identifier.location)))]
    }
    guard let resource = DataCite.resource(in: record) else {
      throw Diagnostic(
        .warning, "malformed-record", "a record of DataCite holds no resource", at: record.location)
    }
    return [.record(.reference(DataCite.reference(resource, record: record)))]
  }
}

/// The parts of a DataCite resource and what becomes of them.
enum DataCite {
  /// The resource in an envelope, at whatever depth.
  static func resource(in element: XMLElement) -> XMLElement? {
    if element.isNamed("resource") { return element }
    for child in element.elements {
      if let found = resource(in: child) { return found }
    }
    return nil
  }

  static func reference(_ resource: XMLElement, record: XMLElement) -> Reference {
    var reference = Reference(type: type(resource), location: record.location)
    if let text = resource.text(at: "language") { reference.languages = [LanguageTag.tag(for: text)] }
    readTitles(resource, into: &reference)
    readPeople(resource, into: &reference)
    readDates(resource, into: &reference)
    readTies(resource, into: &reference)
    readDescriptions(resource, into: &reference)
    if let identifier = resource.child("identifier") {
      let kind = identifier.attribute("identifierType")
      if let text = known(identifier) { add(text, kind: kind, to: &reference) }
    }
    for element in children(resource, "alternateIdentifiers", "alternateIdentifier") {
      guard let text = known(element) else { continue }
      add(text, kind: element.attribute("alternateIdentifierType"), to: &reference)
    }
    if let publisher = resource.child("publisher") {
      _ = publisher.attribute("lang")
      reference.publisher = known(publisher)
    }
    reference.edition = reference.edition ?? resource.text(at: "version")
    for element in children(resource, "subjects", "subject") {
      guard let text = element.nonEmptyText else { continue }
      _ = element.attribute("lang")
      let scheme = element.attribute("subjectScheme")
      if scheme?.lowercased() == "mesh" {
        reference.headings.append(SubjectHeading(.init(Term(text, ui: element.attribute("valueURI")))))
      } else {
        reference.keywords.append(Keyword(text, owner: scheme))
      }
    }
    return reference
  }

  /// The elements of a list.
  static func children(_ element: XMLElement, _ list: StaticString, _ name: StaticString) -> [XMLElement] {
    element.children(list).flatMap { $0.children(name).map(\.self) }
  }

  /// The text, unless it is empty or one of DataCite's words for a value that is not known, such as `:unav`.
  static func known(_ element: XMLElement) -> String? {
    let word = String(decoding: element.bytes, as: UTF8.self).trimmed.lowercased().filter {
      $0 != "(" && $0 != ")"
    }
    // What is no value is not read, and so kept.
    return word.isEmpty || word.hasPrefix(":") && word.count <= 5 ? nil : element.nonEmptyText
  }

  static func add(_ text: String, kind: String?, to reference: inout Reference) {
    let identifier: Identifier
    switch kind?.lowercased() {
    case "doi", nil: identifier = DOIText.first(in: text) ?? Identifier(.doi, text)
    case "url", "uri", "purl", "w3id":
      guard let target = WebAddress.identifier(text) else {
        reference.addresses.append(text)
        return
      }
      identifier = target
    case let kind?: identifier = Identifier(scheme(kind), text)
    }
    if !reference.identifiers.contains(identifier) { reference.identifiers.append(identifier) }
  }

  static func scheme(_ kind: String) -> Identifier.Scheme {
    switch kind.lowercased() {
    case "pmid": .pmid
    case "pmcid": .pmcid
    case "issn", "eissn", "lissn": .issn
    case "url", "uri", "purl", "w3id": .url
    case let kind: Identifier.Scheme(rawValue: kind.replacing(" ", with: "-"))
    }
  }

  // MARK: Title and type

  /// Reads the title without a type, with a subtitle in the same language.
  private static func readTitles(_ resource: XMLElement, into reference: inout Reference) {
    let titles = children(resource, "titles", "title")
    let plain = titles.filter { !$0.hasAttribute("titleType") && known($0) != nil }
    guard let main = plain.first ?? titles.first(where: { known($0) != nil }) else { return }
    _ = main.attribute("titleType")
    let language = main.attribute("lang")
    reference.title = main.readableText.map(EscapedMarkup.plain)
    let subtitle = titles.first { title in
      title.attribute("titleType", is: "Subtitle") && title.attribute("lang") == language
    }
    if let text = subtitle?.readableText.map(EscapedMarkup.plain), let title = reference.title {
      reference.title = title + (title.hasSuffix(":") ? " " : ": ") + text
    }
    if reference.languages.isEmpty, let language { reference.languages = [LanguageTag.tag(for: language)] }
  }

  private static func type(_ resource: XMLElement) -> String {
    guard let element = resource.child("resourceType") else { return "document" }
    let words = element.text.lowercased().filter(\.isLetter)
    let general = element.attribute("resourceTypeGeneral")?.lowercased() ?? ""
    let type = general == "text" || general.isEmpty || general == "other" ? types[words] : nil
    return type ?? types[general] ?? (general == "text" ? "report" : "document")
  }

  private static let types = [
    "dataset": "dataset", "data": "dataset", "software": "software", "computationalnotebook": "software",
    "journalarticle": "article-journal", "article": "article-journal", "scholarlyarticle": "article-journal",
    "datapaper": "article-journal", "researcharticle": "article-journal", "reviewarticle": "article-journal",
    "journal": "periodical", "book": "book", "monograph": "book", "bookchapter": "chapter",
    "chapter": "chapter", "conferencepaper": "paper-conference", "conferenceproceeding": "book",
    "proceedings": "book", "poster": "paper-conference", "dissertation": "thesis", "thesis": "thesis",
    "doctoralthesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis", "report": "report",
    "technicalreport": "report", "workingpaper": "article", "preprint": "article", "standard": "standard",
    "peerreview": "review", "outputmanagementplan": "report", "audiovisual": "motion_picture",
    "film": "motion_picture", "video": "motion_picture", "image": "graphic", "sound": "song",
    "event": "event", "presentation": "speech", "patent": "patent", "studyregistration": "document",
  ]
}

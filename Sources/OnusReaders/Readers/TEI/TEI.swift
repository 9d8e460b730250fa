internal import OnusModel

extension Reader {
  /// Bibliographies in TEI, as GROBID extracts them from papers and scholars write them: the paper itself from
  /// the header, and each entry of its lists of references.
  ///
  /// Follows the [TEI guidelines](https://www.tei-c.org/release/doc/tei-p5-doc/en/html/CO.html#COBI) on
  /// bibliographic citations. The text of a paper is no part of its record.
  public static let tei = Reader.xml(
    name: "tei", title: "TEI bibliography",
    keeps: "citations, abstract, affiliations, identifiers, keywords, cited works",
    fileExtensions: ["xml", "tei", "tei.xml"],
    roots: [
      XMLRoot("TEI", namespacePrefix: "http://www.tei-c.org/"), XMLRoot("TEI", namespacePrefix: ""),
      XMLRoot("teiCorpus"), XMLRoot("listBibl"), XMLRoot("biblStruct"),
    ],
    records: ["teiHeader", "biblStruct", "bibl"], isOutsideReported: false
  ) { record in
    if record.isNamed("teiHeader") { return TEI.header(record).map { [.record(.reference($0))] } ?? [] }
    // Elsewhere in a text, a `bibl` says where a quotation is from.
    if record.isNamed("bibl"), !(record.parent?.isNamed("listBibl") ?? true) { return [] }
    let work = TEI.work(record)
    let isNamed = work.title != nil || work.container?.title != nil || !work.notes.isEmpty
    guard isNamed || !work.contributors.isEmpty || work.identifiers.contains(where: { $0.scheme != .key })
    else {
      throw Diagnostic(
        .warning, "malformed-record", "\(record.name) names neither a title nor an author",
        at: record.location)
    }
    return [.record(.reference(work))]
  }
}

/// The parts of TEI's citations and what becomes of them.
enum TEI {
  /// The work that an entry describes.
  static func work(_ entry: XMLElement) -> Reference {
    var work = Reference(location: entry.location)
    if let key = entry.attribute("id") { work.identifiers.append(Identifier(.key, key)) }
    read(entry, into: &work)
    entry.markPunctuationRead()
    return work
  }

  private static func read(_ entry: XMLElement, into work: inout Reference) {
    var parts = WorkParts()
    read(entry, isHost: false, into: &work, parts: &parts)
    parts.name(&work)
    for note in parts.rawReferences {
      // The entry as printed, for which the parts stand in if there are any.
      if work.title == nil, let text = note.nonEmptyText {
        work.notes.append(text)
        _ = note.attribute("type")
      }
    }
  }

  /// Reads an entry, or the analytic, monographic or series part of one.
  private static func read(
    _ element: XMLElement, isHost: Bool, into work: inout Reference, parts: inout WorkParts
  ) {
    for child in element.elements {
      switch child.name {
      case "analytic":
        parts.hasAnalytic = true
        read(child, isHost: false, into: &work, parts: &parts)
      case "monogr": read(child, isHost: parts.hasAnalytic, into: &work, parts: &parts)
      case "imprint": read(child, isHost: isHost, into: &work, parts: &parts)
      case "series":
        if let title = child.child("title")?.readableText { parts.series.append(title) }
        readScopes(child, into: &work)
      case "title": parts.add(child, isInAnalytic: element.isNamed("analytic"))
      case "author": readPeople(child, role: isHost ? containerAuthor : .author, into: &work)
      case "editor": readPeople(child, role: .editor, into: &work)
      case "orgName": readGroup(child, into: &work)
      case "respStmt":
        if let text = child.child("orgName")?.readableText { work.publisher = work.publisher ?? text }
      case "meeting": parts.readMeeting(child)
      case "biblScope": readScope(child, into: &work)
      case "date": readDate(child, into: &work)
      case "publisher": work.publisher = work.publisher ?? child.readableText
      case "pubPlace": work.place = work.place ?? child.readableText
      case "edition": work.edition = work.edition ?? child.readableText
      case "idno": readNumber(child, isHost: isHost, into: &work)
      case "ptr", "ref": readAddress(child, into: &work)
      case "textLang":
        if let tag = child.attribute("mainLang") { work.languages = [LanguageTag.tag(for: tag)] }
      case "note": parts.readNote(child, into: &work)
      default: continue
      }
    }
  }

  private static let containerAuthor = Contributor.Role(rawValue: "container-author")

  // MARK: Header

  /// The paper that the file holds, from its header; `nil` when the header says nothing of it.
  static func header(_ header: XMLElement) -> Reference? {
    var work = Reference(location: header.location)
    let file = header.child("fileDesc")
    if let source = file?.child("sourceDesc"), let entry = source.child("biblStruct") ?? source.child("bibl")
    {
      read(entry, into: &work)
    }
    if let statement = file?.child("titleStmt") {
      let title = statement.child("title")?.readableText
      if work.title == nil { work.title = title }
      if work.authors.isEmpty {
        for author in statement.children("author") { readPeople(author, role: .author, into: &work) }
      }
    }
    if let statement = file?.child("publicationStmt") {
      if work.publisher == nil { work.publisher = statement.text(at: "publisher") }
      if work.issued == nil, let date = statement.child("date") { readDate(date, into: &work) }
      for number in statement.children("idno") { readNumber(number, isHost: false, into: &work) }
    }
    if let tag = header.attribute("lang"), work.languages.isEmpty {
      work.languages = [LanguageTag.tag(for: tag)]
    }
    if let profile = header.child("profileDesc") { readProfile(profile, into: &work) }
    // Who made the file with which program says nothing of the paper.
    header.child("encodingDesc")?.markRead()
    // What GROBID is given is a paper; where it was published, it often cannot see.
    if work.type == "document" { work.type = "article" }
    return work.title == nil && work.identifiers.isEmpty ? nil : work
  }

  private static func readProfile(_ profile: XMLElement, into work: inout Reference) {
    for abstract in profile.children("abstract") { work.abstract += sections(abstract, label: nil) }
    for group in profile.children("textClass") {
      for keywords in group.children("keywords") {
        let terms = keywords.children("term").map(\.self)
        let items = keywords.child("list")?.children("item").map(\.self) ?? []
        work.keywords += (terms + items).compactMap(\.nonEmptyText).map { Keyword($0) }
      }
    }
    if let language = profile.descendant("langUsage", "language"), let tag = language.attribute("ident") {
      work.languages = [LanguageTag.tag(for: tag)]
    }
  }

  private static func sections(_ element: XMLElement, label: String?) -> [AbstractSection] {
    var sections: [AbstractSection] = []
    var paragraphs: [String] = []
    let label = element.child("head")?.readableText ?? label
    for child in element.elements {
      if child.isNamed("div") {
        sections += self.sections(child, label: label)
      } else if !child.isNamed("head"), let text = child.readableText {
        paragraphs.append(text)
      }
    }
    if element.isLeaf, let text = element.readableText { paragraphs = [text] }
    if !paragraphs.isEmpty {
      sections.insert(AbstractSection(label: label, text: paragraphs.joined(separator: " ")), at: 0)
    }
    return sections
  }
}

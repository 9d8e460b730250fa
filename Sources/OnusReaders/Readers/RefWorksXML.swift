internal import OnusModel

extension Reader {
  /// RefWorks' XML, whose elements are the tags of RefWorks' tagged format in lower case.
  public static let refWorksXML = Reader.xml(
    name: "refworks-xml", title: "RefWorks XML",
    keeps: "citations, abstract sections, keywords, database numbers, notes",
    roots: [XMLRoot("refworks", containing: "reference")],
    records: ["reference"]
  ) { record in
    [.record(.reference(RefWorksXML.reference(record)))]
  }
}

/// The tags of a RefWorks record and what becomes of them.
enum RefWorksXML {
  static func reference(_ record: XMLElement) -> Reference {
    var reference = Reference(location: record.location)
    let kind = record.text(at: "rt")?.lowercased() ?? ""
    reference.type = types[kind] ?? "document"
    reference.title = record.text(at: "t1")
    reference.vernacularTitle = record.text(at: "ot")
    readNames(record, isEdited: kind == "book, edited", into: &reference)
    readContainer(record, into: &reference)
    readNumbers(record, into: &reference)
    readIdentifiers(record, into: &reference)
    readTexts(record, into: &reference)
    return reference
  }

  private static func readNames(_ record: XMLElement, isEdited: Bool, into reference: inout Reference) {
    let isPart = ["chapter", "paper-conference"].contains(reference.type)
    for element in record.elements {
      let role: Contributor.Role
      switch element.name {
      case "a1": role = isEdited ? .editor : .author
      case "a2": role = .editor
      case "a3": role = Contributor.Role(rawValue: isPart ? "series-editor" : "tertiary-author")
      case "a4": role = .translator
      case "a5": role = Contributor.Role(rawValue: "subsidiary-author")
      case "a6": role = Contributor.Role(rawValue: "website-editor")
      default: continue
      }
      let list = PersonNameList(element.text)
      if list.isCut, role == .author { reference.isAuthorListComplete = false }
      reference.contributors += list.names.map { $0.contributor(role: role) }
    }
    guard let element = record.child("ad"), !reference.contributors.isEmpty else { return }
    if let text = element.nonEmptyText { reference.contributors[0].affiliations.append(text) }
  }

  private static func readContainer(_ record: XMLElement, into reference: inout Reference) {
    var container = Container()
    let isWhole = ["book", "report", "thesis"].contains(reference.type)
    container.title = record.text(at: "jf") ?? record.text(at: "wt")
    let second = record.text(at: "t2")
    if container.title == nil, !isWhole {
      container.title = second
    } else if let second {
      container.otherTitles.append(second)
    }
    if let series = record.text(at: "t3") { container.otherTitles.append(series) }
    let short = record.text(at: "jo")
    if container.title == nil { container.title = short } else { container.abbreviation = short }
    let numbers = record.children("sn").map { StandardNumbers($0.text) }
    container.serialNumbers = numbers.flatMap(\.serials)
    let books = numbers.flatMap(\.books)
    if ["chapter", "paper-conference"].contains(reference.type) {
      if !books.isEmpty { container.bookNumbers = books.map(\.value) }
    } else {
      reference.identifiers += books
    }
    for word in numbers.flatMap(\.rest) { reference.kept.append(KeptField(path: "sn", value: word)) }
    if container != Container() { reference.container = container }
  }

  private static func readNumbers(_ record: XMLElement, into reference: inout Reference) {
    reference.volume = record.text(at: "vo")
    if reference.type.hasPrefix("article") {
      reference.issue = record.text(at: "is")
    } else {
      reference.number = record.text(at: "is")
    }
    if let first = record.text(at: "sp") {
      let last = record.text(at: "op")
      reference.pages = PageRange(last.map { $0 == first ? first : "\(first)-\($0)" } ?? first)
    }
    reference.edition = record.text(at: "ed")
    reference.publisher = record.text(at: "pb")
    reference.place = record.text(at: "pp")
    reference.issued = date(record)
    if let text = record.text(at: "wp") { reference.published = PartialDate(written: text) }
    if let text = record.text(at: "rd") {
      reference.history.append(HistoryDate("accessed", PartialDate(written: text)))
    }
  }

  /// The year, and the free date beside it where it fits.
  private static func date(_ record: XMLElement) -> PartialDate? {
    let year = record.text(at: "yr").map(PartialDate.init(written:))
    guard let free = record.text(at: "fd") else { return year }
    let date = PartialDate(written: free)
    guard let year, date.year != year.year else { return date }
    guard date.year == nil, let number = year.year else { return year }
    return PartialDate(written: "\(free) \(number)")
  }

  private static func readIdentifiers(_ record: XMLElement, into reference: inout Reference) {
    for element in record.children("do") {
      if let doi = DOIText.first(in: element.text) { reference.identifiers.append(doi) }
    }
    if let text = record.text(at: "pmid") { reference.identifiers.append(Identifier(.pmid, text)) }
    if let text = record.text(at: "pmcid") { reference.identifiers.append(Identifier(.pmcid, text)) }
    let database = ["db", "ds", "sf"].compactMap { (name: StaticString) in
      record.child(name).map { String(decoding: $0.bytes, as: UTF8.self).lowercased() }
    }.joined(separator: " ")
    if let number = record.text(at: "an") {
      let isOfPubMed = database.contains("pubmed") || database.contains("medline")
      let pmid = Identifier(.pmid, number)
      let isPMID = isOfPubMed && pmid.malformation == nil && reference.identifier(.pmid) == nil
      reference.identifiers.append(isPMID ? pmid : Identifier(.accession, number))
    }
    for element in record.elements where element.isNamed("ul") || element.isNamed("lk") {
      guard let address = element.nonEmptyText else { continue }
      reference.addresses.append(address)
      if let identifier = WebAddress.identifier(address), reference.identifier(identifier.scheme) == nil {
        reference.identifiers.append(identifier)
      }
    }
  }

  private static func readTexts(_ record: XMLElement, into reference: inout Reference) {
    if let text = record.text(at: "ab") { reference.abstract = AbstractText.sections(text) }
    reference.keywords = record.children("k1").compactMap(\.nonEmptyText).map { Keyword($0) }
    reference.notes = record.children("no").compactMap(\.nonEmptyText)
    reference.languages = record.children("la").compactMap(\.nonEmptyText).map(LanguageTag.tag(for:))
  }

  private static let types = [
    "abstract": "article-journal", "artwork": "graphic", "bills/resolutions": "bill",
    "book, edited": "book", "book, section": "chapter", "book, whole": "book",
    "case/court decisions": "legal_case", "computer program": "software",
    "conference proceedings": "paper-conference", "dissertation/thesis": "thesis",
    "dissertation/thesis, unpublished": "thesis", "hearing": "hearing", "journal": "article-journal",
    "journal article": "article-journal", "journal, electronic": "article-journal",
    "laws/statutes": "legislation", "magazine article": "article-magazine", "map": "map", "monograph": "book",
    "motion picture": "motion_picture", "music score": "musical_score",
    "newspaper article": "article-newspaper", "online discussion forum": "post", "patent": "patent",
    "personal communication": "personal_communication", "report": "report", "sound recording": "song",
    "unpublished material": "manuscript", "video/dvd": "motion_picture", "video/ dvd": "motion_picture",
    "web page": "webpage",
  ]
}

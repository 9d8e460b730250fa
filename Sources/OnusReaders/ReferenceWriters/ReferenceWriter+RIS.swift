internal import OnusModel

extension ReferenceWriter {
  /// RIS as its description of 2011 has it: CRLF, UTF-8, one name an `AU`, the type first and `ER` last.
  ///
  /// A PMID is the accession number (`AN`) of the database PubMed (`DB`), as PubMed's own exports have it, and
  /// a PMCID stands in `C2`.
  public static let ris = ReferenceWriter(
    name: "ris", format: Format(title: "RIS", fileExtension: "ris"),
    holdings: { reference in
      Set.citation.subtracting(reference.isNumbered ? [.issue] : [.number]).union([
        .pmid, .pmcid, .key, .vernacularTitle, .translators, .journalAbbreviation, .furtherISSNs,
        .firstAffiliations, .furtherLanguages, .publicationTypes, .furtherAddresses, .notes,
        .bookNumbers, .accessed,
      ]).subtracting(reference.isPart ? [.isbn] : [.bookNumbers])
        .subtracting(reference.isLikeAnArticle ? [.type] : [])
        .of(reference, types: Set(RISRecord.types.keys).subtracting(RISRecord.approximateTypes))
    }
  ) { reference, _ in
    var record = RISRecord()
    record.add(reference)
    return record.text
  }
}

/// One record in the making.
private struct RISRecord {
  var text = ""

  /// Adds a field; nothing without a value.
  private mutating func add(_ tag: String, _ value: String?) {
    guard let line = value?.onOneLine.trimmed, !line.isEmpty else { return }
    text += "\(tag)  - \(line)\r\n"
  }

  private mutating func addAll(_ tag: String, _ values: [String]) {
    for value in values { add(tag, value) }
  }

  mutating func add(_ reference: Reference) {
    let isSerial = reference.isInSerial || reference.type == "article"
    add("TY", Self.types[reference.type] ?? "GEN")
    addAll("ID", reference.identifiers.filter { $0.scheme == .key }.map(\.value))
    add("TI", reference.title)
    add("TT", reference.vernacularTitle)
    addNames(reference)
    add(isSerial ? "JF" : "T2", reference.container?.title)
    add(isSerial ? "JA" : "J2", reference.container?.abbreviation)
    addDate(reference.issued)
    add("VL", reference.volume)
    add("IS", reference.issue ?? reference.number)
    addPages(reference.pages)
    add("ET", reference.edition)
    add("PB", reference.publisher)
    add("CY", reference.place)
    addAll("SN", reference.container?.serialNumbers.map(\.issn) ?? [])
    addAll("SN", reference.container?.bookNumbers ?? [])
    addAll("SN", reference.identifiers.filter { $0.scheme == .isbn }.map(\.value))
    add("LA", reference.languages.joined(separator: "; "))
    addAll("M3", reference.publicationTypes.map(\.name))
    add("AB", reference.abstractText)
    addAll("KW", reference.keywords.map(\.text))
    addAll("AD", reference.contributors.first?.affiliations ?? [])
    addAll("N1", reference.notes)
    add("DO", reference.identifier(.doi))
    if let pmid = reference.identifier(.pmid) {
      add("AN", pmid)
      add("DB", "PubMed")
    }
    add("C2", reference.identifier(.pmcid))
    addAll("UR", reference.addresses)
    if let date = reference.accessed?.iso8601 { add("Y2", date.replacing("-", with: "/") + "/") }
    text += "ER  - \r\n\r\n"
  }

  private mutating func addNames(_ reference: Reference) {
    let isBook = reference.type == "book" || reference.type == "chapter"
    for person in reference.contributors {
      switch person.role {
      case .author: add("AU", person.nameInIndex)
      // The second author of a book is the editor of its series.
      case .editor: add(reference.isPart ? "A2" : "ED", person.nameInIndex)
      case .translator: add(isBook ? "A4" : "TA", person.nameInIndex)
      default: continue
      }
    }
  }

  private mutating func addDate(_ date: PartialDate?) {
    guard let date, let year = date.year, let text = date.iso8601 else {
      add("PY", date?.printed)
      return
    }
    add("PY", String(year))
    if date.month != nil { add("DA", text.replacing("-", with: "/") + (date.day == nil ? "/" : "")) }
  }

  private mutating func addPages(_ pages: PageRange?) {
    guard let pages = pages?.expanded else { return }
    let parts = pages.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
    let isRange =
      parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(where: { ", ;".contains($0) }) }
    add("SP", isRange ? parts[0] : pages)
    if isRange { add("EP", parts[1]) }
  }

  /// RIS's types for CSL's.
  static let types = [
    "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "bill": "BILL", "book": "BOOK", "broadcast": "VIDEO", "chapter": "CHAP", "classic": "CLSWK",
    "dataset": "DATA", "document": "GEN", "entry": "ENCYC", "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR",
    "interview": "PCOMM", "legal_case": "CASE", "legislation": "STAT", "manuscript": "UNPB", "map": "MAP",
    "motion_picture": "MPCT", "musical_score": "MUSIC", "pamphlet": "PAMP", "paper-conference": "CPAPER",
    "patent": "PAT", "periodical": "SER", "personal_communication": "PCOMM", "post": "BLOG",
    "post-weblog": "BLOG", "regulation": "LEGAL", "report": "RPRT", "review": "JOUR",
    "review-book": "JOUR", "software": "COMP", "song": "SOUND", "speech": "SLIDE", "standard": "STAND",
    "thesis": "THES", "treaty": "LEGAL", "webpage": "ELEC",
  ]

  /// Types that share one of RIS's with a commoner one.
  static let approximateTypes: Set = [
    "article", "broadcast", "entry", "interview", "periodical", "post", "review", "review-book", "treaty",
  ]
}

extension Reference {
  /// Whether the number beside the volume is the document's own and not that of an issue.
  var isNumbered: Bool { ["report", "patent", "standard", "book", "thesis"].contains(type) }

  /// Whether a generic document looks so much like an article that it is read as one.
  var isLikeAnArticle: Bool { type == "document" && container?.title != nil && volume != nil }

  /// Whether the document is part of a book, whose number stands where that of a whole book would.
  var isPart: Bool { type == "chapter" || type == "paper-conference" }
}

extension Contributor {
  /// The name with the family name first, "Family, Given, Suffix"; that of a group ends in a comma, so that no
  /// program takes it apart.
  var nameInIndex: String {
    guard let family else { return (literal ?? given ?? "") + "," }
    return [family, given ?? initials, suffix].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

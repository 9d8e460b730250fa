internal import OnusModel

/// A part of a reference that a form for reference lists holds or loses.
public enum ReferenceField: String, Sendable, Hashable, CaseIterable {
  // The raw values are what people read in a report of losses.
  case type = "kind of document"
  case pmid = "PMID"
  case doi = "DOI"
  case pmcid = "PMCID"
  case isbn = "ISBN"
  case pii = "PII"
  case key = "key of the record"
  case furtherKeys = "further keys of the record"
  case otherIdentifiers = "other identifiers"
  case title = "title"
  case vernacularTitle = "title in the document's language"
  case abstract = "abstract"
  case abstractSections = "sections of the abstract"
  case abstractCategories = "categories of the abstract's sections"
  case otherAbstracts = "further abstracts"
  case authors = "authors"
  case editors = "editors"
  case translators = "translators"
  case investigators = "investigators"
  case otherContributors = "contributors in other roles"
  case initials = "initials beside given names"
  case suffixes = "suffixes of names"
  case firstAffiliations = "affiliations of the first author"
  case affiliations = "affiliations of further contributors"
  case contributorIdentifiers = "identifiers of contributors"
  case equalContribution = "marks of equal contribution"
  case contributorAttributes = "further facts about contributors"
  case isAuthorListComplete = "whether the authors are all"
  case journal = "journal or book"
  case journalAbbreviation = "abbreviated title of the journal"
  case otherContainerTitles = "further titles of the journal or book"
  case issn = "ISSN"
  case furtherISSNs = "further ISSNs"
  case issnMedium = "media of ISSNs"
  case bookNumbers = "ISBNs of the book around a chapter"
  case nlmID = "NLM's number of the journal"
  case country = "country of publication"
  case volume = "volume"
  case issue = "issue"
  case number = "number of a report, patent or volume"
  case pages = "pages"
  case printedPages = "pages as printed"
  case edition = "edition"
  case publisher = "publisher"
  case place = "place of publication"
  case issued = "date of publication"
  case printedDate = "date of publication as printed"
  case published = "date of electronic publication"
  case history = "further dates"
  case printedHistory = "further dates as printed"
  case accessed = "date of access"
  case language = "language"
  case furtherLanguages = "further languages"
  case publicationTypes = "publication types"
  case headings = "subject headings"
  case headingQualifiers = "qualifiers of subject headings"
  case keywords = "keywords"
  case keywordOwners = "owners of keywords"
  case majorTopics = "marks of main topics"
  case chemicals = "substances"
  case termIdentifiers = "identifiers of terms"
  case accessions = "registration numbers"
  case relations = "corrections, retractions and other relations"
  case relationNotes = "remarks on related records"
  case otherRelations = "relations that PubMed has no word for"
  case relationIdentifiers = "identifiers of related records, other than PMIDs"
  case grants = "grants"
  case citations = "reference list"
  case address = "web address"
  case furtherAddresses = "further web addresses"
  case notes = "notes"
  case kept = "fields kept verbatim"
}

extension Reference {
  /// The record without one of its parts; where a finer part goes, the coarser one that holds it stays.
  ///
  /// What can be said with other parts is: without sections an abstract is one text, without their printed form
  /// pages are written out, subject headings become keywords, and a retraction becomes a note. The kind of
  /// document becomes CSL's `document`.
  func removing(_ field: ReferenceField) -> Reference {
    var copy = self
    copy.remove(field)
    return copy
  }

  private mutating func remove(_ field: ReferenceField) {
    switch field {
    case .type: type = "document"
    case .pmid: identifiers.removeAll { $0.scheme == .pmid }
    case .doi: identifiers.removeAll { $0.scheme == .doi }
    case .pmcid: identifiers.removeAll { $0.scheme == .pmcid }
    case .isbn: removeBookNumbers()
    case .pii: identifiers.removeAll { $0.scheme == .pii }
    case .key: identifiers.removeAll { $0.scheme == .key }
    case .furtherKeys:
      let first = identifier(.key)
      identifiers.removeAll { $0.scheme == .key && $0.value != first }
    case .otherIdentifiers: identifiers.removeAll { !Self.namedSchemes.contains($0.scheme) }
    case .title: title = nil
    case .vernacularTitle: vernacularTitle = nil
    case .abstract: abstract = []
    case .abstractSections: abstract = abstractText.map { [AbstractSection(text: $0)] } ?? []
    case .abstractCategories: for index in abstract.indices { abstract[index].category = nil }
    case .otherAbstracts: otherAbstracts = []
    case .authors, .editors, .translators, .investigators, .otherContributors, .initials, .suffixes,
      .firstAffiliations,
      .affiliations, .contributorIdentifiers, .equalContribution, .contributorAttributes,
      .isAuthorListComplete:
      removeOfContributors(field)
    case .journal, .journalAbbreviation, .otherContainerTitles, .issn, .furtherISSNs, .issnMedium,
      .bookNumbers,
      .nlmID, .country:
      removeOfContainer(field)
    case .volume: volume = nil
    case .issue: issue = nil
    case .number: number = nil
    case .pages: pages = nil
    case .printedPages: pages = pages.map { PageRange($0.expanded) }
    case .edition: edition = nil
    case .publisher: publisher = nil
    case .place: place = nil
    case .issued: issued = nil
    case .printedDate: if issued?.year != nil, issued?.printedBeyondParts != nil { issued?.printed = nil }
    case .published:
      issued = issued ?? published
      published = nil
    case .history: history.removeAll { $0.event != HistoryDate.accessed }
    case .accessed: history.removeAll { $0.event == HistoryDate.accessed }
    case .printedHistory: removePrintedHistory()
    case .language: languages = []
    case .furtherLanguages: languages = Array(languages.prefix(1))
    default: removeOfContents(field)
    }
  }

  private mutating func removeOfContributors(_ field: ReferenceField) {
    switch field {
    case .authors: contributors.removeAll { $0.role == .author }
    case .editors: contributors.removeAll { $0.role == .editor }
    case .translators: contributors.removeAll { $0.role == .translator }
    case .investigators: contributors.removeAll { $0.role == .investigator }
    case .otherContributors:
      contributors.removeAll { ![.author, .editor, .translator, .investigator].contains($0.role) }
    case .isAuthorListComplete: isAuthorListComplete = nil
    case .firstAffiliations: if !contributors.isEmpty { contributors[0].affiliations = [] }
    default:
      for index in contributors.indices {
        switch field {
        case .initials:
          contributors[index].given = contributors[index].given ?? contributors[index].initials
          contributors[index].initials = nil
        case .suffixes: contributors[index].suffix = nil
        case .affiliations: if index > 0 { contributors[index].affiliations = [] }
        case .contributorIdentifiers: contributors[index].identifiers = [:]
        case .equalContribution: contributors[index].attributes["EqualContrib"] = nil
        case .contributorAttributes:
          contributors[index].attributes = contributors[index].attributes.filter { $0.key == "EqualContrib" }
        default: break
        }
      }
    }
  }

  private mutating func removeOfContainer(_ field: ReferenceField) {
    guard var container else { return }
    switch field {
    case .journal: container.title = nil
    case .journalAbbreviation:
      container.title = container.title ?? container.abbreviation
      container.abbreviation = nil
    case .otherContainerTitles: container.otherTitles = []
    case .issn: container.serialNumbers = []
    case .furtherISSNs: container.serialNumbers = Array(container.serialNumbers.prefix(1))
    case .issnMedium:
      var seen = Set<String>()
      container.serialNumbers = container.serialNumbers.filter { seen.insert($0.issn).inserted }
        .map { SerialNumber(issn: $0.issn) }
    case .bookNumbers: container.bookNumbers = nil
    case .nlmID: container.nlmID = nil
    case .country: container.country = nil
    default: break
    }
    self.container = container == Container() ? nil : container
  }

  private mutating func removeOfContents(_ field: ReferenceField) {
    switch field {
    case .publicationTypes:
      let isRetracted = status == ReferenceStatus(.retracted)
      publicationTypes = []
      if isRetracted, !notes.contains("Retracted Publication") { notes.append("Retracted Publication") }
    case .headings:
      keywords += headings.map(\.keyword).filter { !keywords.contains($0) }
      headings = []
    case .headingQualifiers: for index in headings.indices { headings[index].qualifiers = [] }
    case .keywords: keywords = []
    case .keywordOwners: for index in keywords.indices { keywords[index].owner = nil }
    case .majorTopics:
      for index in keywords.indices { keywords[index].isMajor = false }
      for index in headings.indices {
        headings[index].descriptor.isMajor = false
        headings[index].qualifiers = headings[index].qualifiers.map { SubjectHeading.Part($0.term) }
      }
    case .chemicals: chemicals = []
    case .termIdentifiers:
      for index in publicationTypes.indices { publicationTypes[index].ui = nil }
      for index in chemicals.indices { chemicals[index].term.ui = nil }
      for index in headings.indices {
        headings[index].descriptor.term.ui = nil
        for part in headings[index].qualifiers.indices { headings[index].qualifiers[part].term.ui = nil }
      }
    case .accessions: accessions = []
    case .relations:
      if let note = status.relation?.remark, !notes.contains(where: { $0.contains(note) }) {
        notes.append(note)
      }
      relations = []
    case .relationNotes: for index in relations.indices { relations[index].note = nil }
    case .otherRelations: relations.removeAll { !Relation.pubMedTypes.contains($0.type) }
    case .relationIdentifiers:
      for index in relations.indices {
        relations[index].citation =
          relations[index].citation ?? relations[index].identifiers.first?.description
        relations[index].identifiers.removeAll { $0.scheme != .pmid }
      }
    case .grants: grants = []
    case .citations: citations = []
    case .address: addresses = []
    case .furtherAddresses: addresses = Array(addresses.prefix(1))
    case .notes: notes = []
    case .kept: kept = []
    default: break
    }
  }

  private mutating func removePrintedHistory() {
    history.removeAll { $0.date.year == nil }
    for index in history.indices {
      let printed = history[index].date.printedBeyondParts
      // The time of day belongs to the dates of PubMed's records.
      let isTimed = printed?.contains(":") ?? false && history[index].event != HistoryDate.accessed
      if printed != nil, !isTimed { history[index].date.printed = nil }
    }
  }

  private mutating func removeBookNumbers() {
    let numbers = identifiers.filter { $0.scheme == .isbn }.map(\.value)
    identifiers.removeAll { $0.scheme == .isbn }
    guard !numbers.isEmpty, type == "chapter" || type == "paper-conference" else { return }
    let known = container?.bookNumbers ?? []
    container = container ?? Container()
    container?.bookNumbers = known + numbers.filter { !known.contains($0) }
  }

  private static let namedSchemes: Set<Identifier.Scheme> = [.pmid, .doi, .pmcid, .isbn, .pii, .key]

  /// The abstract as one text, each section behind its label; `nil` without an abstract.
  var abstractText: String? {
    guard !abstract.isEmpty else { return nil }
    return abstract.map { ($0.label.map { "\($0): " } ?? "") + $0.text }.joined(separator: " ")
  }
}

extension Reference {
  /// The keywords in one text, between commas, or between semicolons where one has a comma in it.
  var keywordText: String {
    let hasComma = keywords.contains { $0.text.contains(",") }
    return keywords.map(\.text.onOneLine).joined(separator: hasComma ? "; " : ", ")
  }
}

extension HistoryDate {
  /// The event that a document was read on the web.
  static let accessed = "accessed"
}

extension Reference {
  /// When the document was read on the web, where the year is known.
  var accessed: PartialDate? {
    history.first { $0.event == HistoryDate.accessed && $0.date.year != nil }?.date
  }
}

extension PartialDate {
  /// The printed form where it says more than the parts: "1979 Jan-Feb", but not "15 July 2020".
  var printedBeyondParts: String? {
    guard let printed else { return nil }
    let words = printed.split { !$0.isLetter && !$0.isNumber }
    return words.count > [year, month, day].compactMap { $0 }.count ? printed : nil
  }
}

extension SubjectHeading {
  /// The heading with its qualifiers, as PubMed's exports write it: "Multiple Sclerosis/drug therapy".
  var text: String { ([descriptor] + qualifiers).map(\.term.name).joined(separator: "/") }

  fileprivate var keyword: Keyword {
    Keyword(text, isMajor: ([descriptor] + qualifiers).contains(where: \.isMajor))
  }
}

extension Relation {
  /// The relation as NLM prints it, "Retraction in:" and the citation.
  fileprivate var remark: String {
    var words = ""
    for character in type.replacing("and", with: " and ") {
      if character.isUppercase, !words.isEmpty, words.last != " " { words += " " }
      words += words.isEmpty ? String(character) : character.lowercased()
    }
    return words + ": " + citationText
  }

  /// PubMed's types of relations, those of its DTD of 2025.
  static let pubMedTypes: Set = [
    "AssociatedDataset", "AssociatedPublication", "CommentIn", "CommentOn", "CorrectedandRepublishedIn",
    "CorrectedandRepublishedFrom", "ErratumIn", "ErratumFor", "ExpressionOfConcernIn",
    "ExpressionOfConcernFor", "RepublishedIn", "RepublishedFrom", "RetractedandRepublishedIn",
    "RetractedandRepublishedFrom", "RetractionIn", "RetractionOf", "UpdateIn", "UpdateOf",
    "SummaryForPatientsIn", "OriginalReportIn", "ReprintIn", "ReprintOf", "Cites",
  ]

  /// The citation with the PMID behind it, unless it says it already.
  var citationText: String {
    let pmid = identifiers.first { $0.scheme == .pmid }.map { "PMID: \($0.value)" }
    guard let citation else { return pmid ?? identifiers.first?.description ?? "" }
    guard let pmid, !citation.contains(pmid) else { return citation }
    return citation + (citation.hasSuffix(".") ? " " : ". ") + pmid
  }
}

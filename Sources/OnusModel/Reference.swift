/// A bibliographic record as it was imported, with everything that the file said.
public struct Reference: Hashable, Sendable, Codable {
  /// The name under which a catalogue keeps a reference: its best identifier.
  public typealias ID = Key<Reference>

  /// All identifiers of the document, in the order of the file.
  public var identifiers: [Identifier] = []
  /// What kind of document it is, in CSL's terms, for example `article-journal`.
  public var type: String
  /// The title with the text of its inline markup.
  public var title: String?
  /// The title in the language of the document, where ``title`` is a translation.
  public var vernacularTitle: String?
  /// The abstract, in its sections.
  public var abstract: [AbstractSection] = []
  /// Further abstracts: other languages, plain language summaries.
  public var otherAbstracts: [OtherAbstract] = []
  /// Authors, editors and investigators, in the order of the file.
  public var contributors: [Contributor] = []
  /// Whether the file says that the list of authors is complete; `nil` when it does not say.
  public var isAuthorListComplete: Bool?
  /// The journal, book or series that contains the document.
  public var container: Container?
  /// The volume, as printed.
  public var volume: String?
  /// The issue, as printed.
  public var issue: String?
  /// The number of a report, patent, standard or of a volume in a series, as printed.
  public var number: String?
  /// The pages.
  public var pages: PageRange?
  /// The edition, as printed.
  public var edition: String?
  /// The publisher, where the document is not a journal article.
  public var publisher: String?
  /// Where it was published.
  public var place: String?
  /// When it was published: the date of the issue or of the document.
  public var issued: PartialDate?
  /// When it was published electronically.
  public var published: PartialDate?
  /// Further dates: received, accepted, entered, completed, revised.
  public var history: [HistoryDate] = []
  /// Languages as BCP 47 tags, for example `en` or `pt-BR`; as the file writes them where no tag is certain.
  public var languages: [String] = []
  /// What PubMed or another database says the document is.
  public var publicationTypes: [Term] = []
  /// Subject headings with their qualifiers.
  public var headings: [SubjectHeading] = []
  /// Keywords of authors or of an indexing service.
  public var keywords: [Keyword] = []
  /// Substances the document is about.
  public var chemicals: [Chemical] = []
  /// Records in registers and data banks, for example ClinicalTrials.gov.
  public var accessions: [AccessionNumber] = []
  /// Comments, corrections, retractions, and other records that this one is tied to.
  public var relations: [Relation] = []
  /// Grants that paid for the work.
  public var grants: [Grant] = []
  /// The document's own reference list.
  public var citations: [Citation] = []
  /// Web addresses at which the document is found.
  public var addresses: [String] = []
  /// Notes in the record.
  public var notes: [String] = []
  /// What the file says and no property above holds, verbatim.
  public var kept: [KeptField] = []
  /// Where the record starts.
  public var location: SourceLocation?

  /// Creates an empty record.
  @inlinable @inline(__always)
  public init(type: String = "article-journal", location: SourceLocation? = nil) {
    self.type = type
    self.location = location
  }

  /// The record's first identifier of a scheme.
  public func identifier(_ scheme: Identifier.Scheme) -> String? {
    identifiers.first { $0.scheme == scheme }?.value
  }

  /// The name under which a catalogue keeps the record: PMID, else DOI, PMCID, ISBN, the number in
  /// a trial register, the file's own key.
  public var id: ID {
    for scheme in [Identifier.Scheme.pmid, .doi, .pmcid, .isbn, .bookshelf, .trial, .key] {
      if let value = identifier(scheme) { return ID("\(scheme.rawValue):\(value)") }
    }
    return ID(identifiers.first?.description ?? location.map { "at:\($0)" } ?? "unnamed")
  }

  /// The authors: contributors whose role is author.
  public var authors: [Contributor] { contributors.filter { $0.role == .author } }

  /// The year of publication.
  public var year: Int? { issued?.year ?? published?.year }
}

/// A part of an abstract under its own label.
public struct AbstractSection: Hashable, Sendable, Codable {
  /// The label as printed, for example "METHODS"; `nil` for a part without one.
  public var label: String?
  /// The category that NLM assigned to the label.
  public var category: String?
  /// The text with that of its inline markup.
  public var text: String

  /// Creates a section.
  public init(label: String? = nil, category: String? = nil, text: String) {
    self.label = label
    self.category = category
    self.text = text
  }
}

/// An abstract beside the main one.
public struct OtherAbstract: Hashable, Sendable, Codable {
  /// Who wrote it or what it is, for example "Publisher" or "plain-language-summary".
  public var type: String?
  /// Its language as a BCP 47 tag, or as the file writes it where no tag is certain.
  public var language: String?
  /// The abstract in its sections.
  public var sections: [AbstractSection]

  /// Creates a further abstract.
  public init(type: String?, language: String?, sections: [AbstractSection]) {
    self.type = type
    self.language = language
    self.sections = sections
  }
}

/// The journal, book or series that contains a document.
public struct Container: Hashable, Sendable, Codable {
  /// The full title.
  public var title: String?
  /// The abbreviated title, ISO 4 or NLM's.
  public var abbreviation: String?
  /// Further titles, for example MEDLINE's abbreviation where it differs.
  public var otherTitles: [String]
  /// ISSNs with their medium as the file names it, for example "Print".
  public var serialNumbers: [SerialNumber]
  /// The ISBNs of a book that contains the document, and which are not the document's own.
  public var bookNumbers: [String]?
  /// NLM's unique id of the journal.
  public var nlmID: String?
  /// The country of publication.
  public var country: String?

  /// Creates a container.
  public init(
    title: String? = nil, abbreviation: String? = nil, otherTitles: [String] = [],
    serialNumbers: [SerialNumber] = [], bookNumbers: [String]? = nil, nlmID: String? = nil,
    country: String? = nil
  ) {
    self.title = title
    self.abbreviation = abbreviation
    self.otherTitles = otherTitles
    self.serialNumbers = serialNumbers
    self.bookNumbers = bookNumbers
    self.nlmID = nlmID
    self.country = country
  }
}

/// An ISSN with its medium.
public struct SerialNumber: Hashable, Sendable, Codable {
  /// The number with its hyphen.
  public var issn: String
  /// "Print", "Electronic" or "Linking"; `nil` when the file does not say.
  public var medium: String?

  /// Creates a serial number.
  public init(issn: String, medium: String? = nil) {
    self.issn = Identifier.normalized(issn, scheme: .issn)
    self.medium = medium
  }
}

/// The pages of a document, as printed and in full.
public struct PageRange: Hashable, Sendable, Codable {
  /// The pages as printed, for example "1076-83" or "e0187423".
  public var printed: String

  /// Creates a page range from its printed form.
  public init(_ printed: String) { self.printed = printed }

  /// The range with its last page written out: "1076-83" becomes "1076-1083".
  ///
  /// Only a plain range of two numbers, each with the same prefix of letters, is expanded.
  public var expanded: String {
    // Typesetters use dashes, BibTeX two hyphens.
    let parts = printed.split { "-‐‑–—−".contains($0) }.map(\.trimmed)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return printed }
    let prefix = parts[0].prefix { !$0.isASCIIDigit }
    let first = parts[0].dropFirst(prefix.count)
    let last = parts[1].hasPrefix(prefix) ? parts[1].dropFirst(prefix.count) : parts[1][...]
    guard !first.isEmpty, first.allSatisfy(\.isASCIIDigit), !last.isEmpty, last.allSatisfy(\.isASCIIDigit)
    else { return printed }
    guard last.count < first.count else { return "\(prefix)\(first)-\(prefix)\(last)" }
    return "\(prefix)\(first)-\(prefix)\(first.prefix(first.count - last.count))\(last)"
  }
}

/// A date in the life of a document or of its record.
public struct HistoryDate: Hashable, Sendable, Codable {
  /// What happened, in the file's word: "received", "accepted", "pubmed", "DateRevised".
  public var event: String
  /// When.
  public var date: PartialDate

  /// Creates a date.
  public init(_ event: String, _ date: PartialDate) {
    self.event = event
    self.date = date
  }
}

/// A word of a controlled vocabulary, with its identifier where the file gives one.
public struct Term: Hashable, Sendable, Codable {
  /// The preferred name.
  public var name: String
  /// The unique identifier in the vocabulary, for example `D016449`.
  public var ui: String?

  /// Creates a term.
  public init(_ name: String, ui: String? = nil) {
    self.name = name
    self.ui = ui
  }
}

/// A subject heading with its qualifiers.
public struct SubjectHeading: Hashable, Sendable, Codable {
  /// A heading's part: the descriptor or one of its qualifiers.
  public struct Part: Hashable, Sendable, Codable {
    /// The word.
    public var term: Term
    /// Whether it is a main topic of the document.
    public var isMajor: Bool

    /// Creates a part.
    public init(_ term: Term, isMajor: Bool = false) {
      self.term = term
      self.isMajor = isMajor
    }
  }

  /// The heading itself.
  public var descriptor: Part
  /// Its qualifiers, for example "drug therapy".
  public var qualifiers: [Part]

  /// Creates a heading.
  public init(_ descriptor: Part, qualifiers: [Part] = []) {
    self.descriptor = descriptor
    self.qualifiers = qualifiers
  }
}

/// A keyword.
public struct Keyword: Hashable, Sendable, Codable {
  /// The word.
  public var text: String
  /// Whether it is marked as a main topic.
  public var isMajor: Bool
  /// Who assigned it, for example "NOTNLM" for the authors.
  public var owner: String?

  /// Creates a keyword.
  public init(_ text: String, isMajor: Bool = false, owner: String? = nil) {
    self.text = text
    self.isMajor = isMajor
    self.owner = owner
  }
}

/// A substance with its registry number.
public struct Chemical: Hashable, Sendable, Codable {
  /// The substance.
  public var term: Term
  /// The CAS, EC or UNII number; `nil` for PubMed's "0".
  public var registryNumber: String?

  /// Creates a chemical.
  public init(_ term: Term, registryNumber: String? = nil) {
    self.term = term
    self.registryNumber = registryNumber
  }
}

/// A record in a register or data bank.
public struct AccessionNumber: Hashable, Sendable, Codable {
  /// The register, for example "ClinicalTrials.gov".
  public var bank: String
  /// The record's number, for example "NCT00501696"; empty when the file names only the register.
  public var number: String

  /// Creates an accession number.
  public init(bank: String, number: String) {
    self.bank = bank
    self.number = number
  }
}

/// A tie to another record: a comment, a correction, a retraction.
public struct Relation: Hashable, Sendable, Codable {
  /// PubMed's RefType, for example "RetractionIn": `…In` means that this document is affected,
  /// `…Of`, `…For` and `…From` that this document is the notice.
  public var type: String
  /// The other document, as cited.
  public var citation: String?
  /// The other document's identifiers.
  public var identifiers: [Identifier]
  /// A remark.
  public var note: String?

  /// Creates a relation.
  public init(type: String, citation: String?, identifiers: [Identifier] = [], note: String? = nil) {
    self.type = type
    self.citation = citation
    self.identifiers = identifiers
    self.note = note
  }
}

/// A grant.
public struct Grant: Hashable, Sendable, Codable {
  /// The grant's number.
  public var number: String?
  /// The agency's acronym, as PubMed writes it.
  public var acronym: String?
  /// Who paid.
  public var agency: String?
  /// The agency's country.
  public var country: String?

  /// Creates a grant.
  public init(number: String?, acronym: String?, agency: String?, country: String?) {
    self.number = number
    self.acronym = acronym
    self.agency = agency
    self.country = country
  }
}

/// An entry of a document's reference list.
public struct Citation: Hashable, Sendable, Codable {
  /// The entry as printed.
  public var text: String?
  /// The cited document's identifiers.
  public var identifiers: [Identifier]

  /// Creates an entry.
  public init(text: String?, identifiers: [Identifier] = []) {
    self.text = text
    self.identifiers = identifiers
  }
}

/// A field of a record that no property holds, kept as it stood.
public struct KeptField: Hashable, Sendable, Codable {
  /// Where in the record it stood: names joined by `/`, an attribute behind `@`.
  public var path: String
  /// Its text.
  public var value: String
  /// Its place in the file.
  public var location: SourceLocation?

  /// Creates a kept field.
  @inlinable @inline(__always)
  public init(path: String, value: String, location: SourceLocation? = nil) {
    self.path = path
    self.value = value
    self.location = location
  }
}

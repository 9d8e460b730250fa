internal import OnusModel

/// What is compared of a record, worked out once: bytes, numbers and hashes.
struct DeduplicationRecord {
  var title: FoldedTitle
  var names: FoldedNames
  var journal: FoldedJournal
  var volume: Int?
  /// All numbers of the issue: "13-14" and "13/14" are the same.
  var issue: [Int]
  /// Whether volume or issue name a supplement.
  var isSupplement: Bool
  var pages: FoldedPages?
  /// The years of the issue and of electronic publication.
  var years: [Int]
  var identifiers: FoldedIdentifiers
  var abstract: AbstractSketch
  var kind: Kind
  /// What its publication type says it is.
  var typedNotice: FoldedTitle.Notice?
  /// A hash of everything above, the same for the same record in any file.
  var fingerprint: UInt64

  /// Coarse kinds of documents.
  enum Kind: UInt8 {
    case article, book, part, thesis, registration, other
  }

  init(_ reference: Reference) {
    title = FoldedTitle(reference.title, vernacular: reference.vernacularTitle)
    names = FoldedNames(reference)
    journal = FoldedJournal(reference.container)
    let volumeNumbers = Self.numbers(reference.volume)
    volume = volumeNumbers.first
    issue = Self.numbers(reference.issue)
    // "35 Suppl 3"
    if issue.isEmpty, volumeNumbers.count > 1 { issue = Array(volumeNumbers.dropFirst()) }
    isSupplement = [reference.volume, reference.issue].contains { $0.map(Self.namesSupplement) ?? false }
    pages = FoldedPages(reference.pages?.printed)
    var years: [Int] = []
    for year in [reference.issued?.year, reference.published?.year].compactMap({ $0 })
    where !years.contains(year) {
      years.append(year)
    }
    self.years = years
    identifiers = FoldedIdentifiers(reference)
    abstract = AbstractSketch(reference.abstract)
    kind = Self.kind(of: reference)
    typedNotice = Self.notice(of: reference)
    let types = reference.publicationTypes.map { $0.name.lowercased() }
    if types.contains(where: { $0 == "preprint" }) { journal.isPreprintServer = true }
    if types.contains(where: { $0.contains("abstract") }) { title.isAbstract = true }
    fingerprint = 0
    fingerprint = hashed(reference)
  }

  private func hashed(_ reference: Reference) -> UInt64 {
    var hash = title.main?.hash ?? 0
    for form in title.forms { hash = stableHash(hash, form.hash) }
    for name in names.names { hash = stableHash(hash, stableHash(name.family) ^ UInt64(name.letters)) }
    for name in journal.names { hash = stableHash(hash, stableHash(name.bytes)) }
    for text in [reference.volume, reference.issue, reference.pages?.printed] {
      hash = stableHash(hash, stableHash((text ?? "").utf8))
    }
    for year in years { hash = stableHash(hash, UInt64(bitPattern: Int64(year))) }
    for identifier in identifiers.all { hash = stableHash(hash, identifier) }
    for sample in abstract.samples.prefix(8) { hash = stableHash(hash, sample) }
    return hash
  }

  private static func numbers(_ text: String?) -> [Int] {
    guard let text else { return [] }
    var numbers: [Int] = []
    var value: Int?
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        value = min((value ?? 0) * 10 + Int(byte - 0x30), 1_000_000_000)
      } else if let number = value {
        numbers.append(number)
        value = nil
      }
    }
    if let value { numbers.append(value) }
    return numbers
  }

  private static func namesSupplement(_ text: String) -> Bool {
    let text = text.lowercased()
    return text.contains("sup") || text.hasPrefix("s")
  }

  private static func kind(of reference: Reference) -> Kind {
    switch reference.type {
    case "article-journal", "article", "article-magazine", "article-newspaper", "paper-conference", "review":
      .article
    case "book": .book
    case "chapter", "entry", "entry-encyclopedia": .part
    case "thesis": .thesis
    default: reference.identifier(.trial) != nil ? .registration : .other
    }
  }

  private static func notice(of reference: Reference) -> FoldedTitle.Notice? {
    for type in reference.publicationTypes {
      switch type.name.lowercased() {
      case "published erratum", "erratum", "correction": return .correction
      case "retraction of publication", "retraction": return .retraction
      case "expression of concern": return .concern
      default: continue
      }
    }
    return nil
  }
}

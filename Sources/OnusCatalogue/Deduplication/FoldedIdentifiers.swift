internal import OnusModel

/// The identifiers of a record, as hashes.
struct FoldedIdentifiers {
  /// PubMed's numbers.
  var pmids: [UInt64] = []
  /// DOIs without what a web address adds to them and without punctuation.
  var dois: [UInt64] = []
  /// PubMed Central's numbers.
  var pmcids: [UInt64] = []
  /// Numbers in the databases that made the record: Web of Science, Bookshelf, trial registers, others.
  var others: [UInt64] = []
  /// DOIs without their mark of a version, for documents that have several.
  var works: [UInt64] = []
  /// Whether a DOI is of a server of preprints.
  var isPreprint = false
  /// Records that this one names, with what it says of them.
  var ties: [Tie] = []

  /// A record that another one names.
  struct Tie {
    var target: UInt64
    var kind: Deduplication.RelationKind
    /// Whether the record that names the other is the notice, comment or version.
    var isForward: Bool
  }

  init(_ reference: Reference) {
    for identifier in reference.identifiers {
      switch identifier.scheme {
      case .pmid: Self.add(stableHash(identifier.value.utf8, seed: 1), to: &pmids)
      case .pmcid:
        let number = identifier.value.prefix { $0 != "." }
        Self.add(stableHash(number.utf8, seed: 2), to: &pmcids)
      case .doi: add(doi: identifier.value)
      case .webOfScience, .bookshelf, .trial, .accession, .lccn, .oclc:
        Self.add(stableHash(identifier.description.utf8, seed: 4), to: &others)
      default: continue
      }
    }
    for relation in reference.relations { add(relation) }
    if let number = Self.registration(in: reference.container?.title) {
      Self.add(stableHash("trial:\(number)".utf8, seed: 4), to: &others)
    }
    // A Cochrane Review keeps its number through all versions.
    if let pages = reference.pages?.printed.lowercased(), pages.hasPrefix("cd"), pages.utf8.count == 8 {
      Self.add(stableHash("10.1002/14651858.\(pages)".utf8, seed: 5), to: &works)
    }
  }

  /// The number of a trial where the address of its register stands for the journal, as in CENTRAL's exports.
  private static func registration(in journal: String?) -> String? {
    guard let journal, journal.hasPrefix("http") else { return nil }
    let number = journal.split { "/=?&".contains($0) }.last?.uppercased() ?? ""
    return number.utf8.count { (0x30...0x39).contains($0) } >= 6 ? number : nil
  }

  private mutating func add(_ relation: Relation) {
    guard let (kind, isForward) = Self.ties[relation.type] else { return }
    for identifier in relation.identifiers {
      let target: UInt64? =
        switch identifier.scheme {
        case .pmid: stableHash(identifier.value.utf8, seed: 1)
        case .doi: stableHash(Self.bare(Array(identifier.value.utf8)), seed: 3)
        default: nil
        }
      if let target { ties.append(Tie(target: target, kind: kind, isForward: isForward)) }
    }
  }

  /// NLM's types of ties, with their direction.
  private static let ties: [String: (Deduplication.RelationKind, Bool)] = [
    "ErratumIn": (.correction, false), "ErratumFor": (.correction, true),
    "RetractionIn": (.retraction, false), "RetractionOf": (.retraction, true),
    "ExpressionOfConcernIn": (.concern, false), "ExpressionOfConcernFor": (.concern, true),
    "CommentIn": (.comment, false), "CommentOn": (.comment, true),
    "UpdateIn": (.version, false), "UpdateOf": (.version, true),
    "RepublishedIn": (.republication, false), "RepublishedFrom": (.republication, true),
    "CorrectedandRepublishedIn": (.republication, false),
    "CorrectedandRepublishedFrom": (.republication, true),
    "RetractedandRepublishedIn": (.republication, false),
    "RetractedandRepublishedFrom": (.republication, true),
    "SummaryForPatientsIn": (.tie, false), "OriginalReportIn": (.tie, true),
    "ReprintIn": (.republication, false),
    "ReprintOf": (.republication, true), "AssociatedPublication": (.tie, true),
    "PartialRetractionOf": (.retraction, true), "IsNewVersionOf": (.version, true),
    "IsPreviousVersionOf": (.version, false), "PreprintOf": (.preprint, true),
    "HasPreprint": (.preprint, false),
  ]

  var all: [UInt64] { pmids + dois + pmcids + others }

  private mutating func add(doi text: String) {
    let doi = Self.bare(Array(text.utf8))
    guard doi.count > 7 else { return }
    Self.add(stableHash(doi, seed: 3), to: &dois)
    let string = String(decoding: doi, as: UTF8.self)
    if Self.preprints.contains(where: { string.hasPrefix($0) }) { isPreprint = true }
    if let work = Self.work(of: string) { Self.add(stableHash(work.utf8, seed: 5), to: &works) }
  }

  /// The DOI in lower case without query, "/full", "/pdf" and final punctuation.
  private static func bare(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes.prefix { $0 > 0x20 && $0 != UInt8(ascii: "?") }.map {
      (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
    }
    for ending in ["/abstract", "/full", "/pdf", "/epdf", ".pdf", "/fulltext"]
    where bytes.count > ending.utf8.count {
      if bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) { bytes.removeLast(ending.utf8.count) }
    }
    while let last = bytes.last, [0x2E, 0x2C, 0x3B, 0x2F].contains(last) { bytes.removeLast() }
    return bytes
  }

  /// The DOI of all versions together: Cochrane's ".pub2", the final number of F1000's and preprints' DOIs.
  private static func work(of doi: String) -> String? {
    if doi.hasPrefix("10.1002/14651858.") {
      return doi.firstRange(of: ".pub").map { String(doi[..<$0.lowerBound]) } ?? doi
    }
    guard versioned.contains(where: { doi.hasPrefix($0) }) else { return nil }
    var work = doi[...]
    while let last = work.last, last.isASCIIDigit { work.removeLast() }
    if work.count < doi.count {
      if work.hasSuffix("/v") || work.hasSuffix(".v") { return String(work.dropLast(2)) }
      if work.hasSuffix(".") { return String(work.dropLast()) }
    }
    return doi
  }

  private static let versioned = [
    "10.12688/", "10.21203/rs.", "10.20944/preprints", "10.31219/osf.io", "10.31234/osf.io", "10.26434/",
  ]
  private static let preprints = [
    "10.1101/20", "10.1101/0", "10.1101/1", "10.1101/2", "10.1101/3", "10.1101/4", "10.1101/5", "10.1101/6",
    "10.1101/7", "10.1101/8", "10.64898/", "10.21203/rs.", "10.20944/preprints", "10.31219/osf.io",
    "10.31234/osf.io", "10.31235/osf.io", "10.48550/arxiv", "10.26434/", "10.2139/ssrn", "10.36227/",
    "10.22541/", "10.1002/essoar",
  ]

  private static func add(_ value: UInt64, to list: inout [UInt64]) {
    if !list.contains(value) { list.append(value) }
  }

  /// Whether two lists have a value in common; `nil` where one is empty.
  static func share(_ left: [UInt64], _ right: [UInt64]) -> Bool? {
    left.isEmpty || right.isEmpty ? nil : left.contains { right.contains($0) }
  }
}

/// A sample of an abstract's word sequences, from which the likeness of two abstracts is estimated.
///
/// The smallest hashes of all sequences of three words (Broder, "On the resemblance and containment of
/// documents", 1997).
struct AbstractSketch {
  /// The smallest hashes, in order.
  var samples: [UInt64] = []
  /// How many words the abstract has.
  var count = 0

  private static let size = 48

  init(_ sections: [AbstractSection]) {
    guard !sections.isEmpty else { return }
    var hashes: [UInt64] = []
    for section in sections {
      let text = FoldedText(section.text)
      count += text.count
      guard text.count > 2 else { continue }
      let words = (0..<text.count).map { stableHash(text.word($0)) }
      for index in 2..<words.count {
        hashes.append(stableHash(stableHash(words[index - 2], words[index - 1]), words[index]))
      }
    }
    hashes.sort()
    var last: UInt64?
    for hash in hashes where hash != last {
      samples.append(hash)
      last = hash
      if samples.count == Self.size { break }
    }
  }

  /// An estimate of the part of word sequences that two abstracts share; `nil` where one has too few words.
  func likeness(with other: AbstractSketch) -> Double? {
    guard count >= 30, other.count >= 30 else { return nil }
    var (left, right, taken, shared) = (0, 0, 0, 0)
    while left < samples.count, right < other.samples.count, taken < Self.size {
      if samples[left] == other.samples[right] {
        shared += 1
        left += 1
        right += 1
      } else if samples[left] < other.samples[right] {
        left += 1
      } else {
        right += 1
      }
      taken += 1
    }
    return taken == 0 ? nil : Double(shared) / Double(taken)
  }
}

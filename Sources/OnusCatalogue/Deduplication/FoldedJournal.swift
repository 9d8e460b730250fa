internal import OnusModel

/// The names and numbers of the journal, book or conference that contains a document.
struct FoldedJournal {
  /// The names as words, without articles, prepositions and what follows a colon or a bracket.
  var names: [FoldedText] = []
  /// Serial numbers, as hashes.
  var numbers: [UInt64] = []
  /// NLM's number, as a hash; an edition in another language has its own.
  var nlmID: UInt64?
  /// Where a document is before it is in a journal.
  var isPreprintServer = false
  /// Whether it is a conference or a supplement of abstracts.
  var isConference = false
  /// Whether it lists dissertations.
  var isOfDissertations = false

  init(_ container: Container?) {
    guard let container else { return }
    numbers = container.serialNumbers.map { stableHash($0.issn.utf8) }
    nlmID = container.nlmID.map { stableHash($0.utf8, seed: 7) }
    for name in [container.title, container.abbreviation].compactMap({ $0 }) + container.otherTitles.prefix(3)
    {
      add(name)
    }
  }

  private mutating func add(_ name: String) {
    guard !name.hasPrefix("http") else { return }
    let words = FoldedText(name)
    for index in 0..<words.count {
      let word = String(decoding: words.word(index), as: UTF8.self)
      if Self.servers.contains(word) { isPreprintServer = true }
      if Self.conferenceWords.contains(word) { isConference = true }
      if word == "dissertation" || word == "dissertations" { isOfDissertations = true }
    }
    let bytes = Array(name.utf8)
    // "Zhongguo zhen jiu [Chinese acupuncture & moxibustion]", "Clinical cancer research : an official …"
    let ends: [UInt8] = [0x5B, 0x28, 0x3A, 0x2F, 0x3D]
    let start = bytes.firstIndex { ends.contains($0) } ?? bytes.count
    append(FoldedText(bytes: Array(bytes[..<start])))
    if start < bytes.count, bytes[start] == 0x5B {
      append(FoldedText(bytes: Array(bytes[start...])))
    } else if start < bytes.count, bytes[start] == 0x28 || bytes[start] == 0x3A {
      append(FoldedText(bytes: bytes))
    }
  }

  private mutating func append(_ text: FoldedText) {
    let kept = (0..<text.count).filter {
      !Self.small.contains(String(decoding: text.word($0), as: UTF8.self))
    }
    guard !kept.isEmpty else { return }
    let name = FoldedText(bytes: kept.map { Array(text.word($0)) }.joined(separator: [0x20]).map { $0 })
    if !names.contains(where: { $0.bytes == name.bytes }) { names.append(name) }
  }

  private static let small: Set = [
    "the", "of", "and", "in", "for", "on", "an", "und", "fur", "der", "die", "das", "et", "de", "des", "du",
    "la", "le", "les", "el", "y", "e", "di", "della", "delle", "del", "dei", "van", "voor", "en", "het", "i",
    "to",
  ]
  private static let servers: Set = [
    "medrxiv", "biorxiv", "arxiv", "chemrxiv", "psyarxiv", "ssrn", "preprints", "preprint", "techrxiv",
    "socarxiv", "osf", "eartharxiv", "engrxiv", "authorea",
  ]
  private static let conferenceWords: Set = [
    "conference", "conferences", "congress", "proceedings", "proceeding", "symposium", "workshop", "meeting",
    "abstracts", "icis", "amcis", "pacis", "ecis", "hicss", "colloquium", "proc",
  ]
}

extension FoldedJournal {
  /// How two journals agree.
  enum Agreement: Int, Comparable {
    case different, unknown
    /// All words of one are in the other.
    case contained
    case same

    static func < (left: Agreement, right: Agreement) -> Bool { left.rawValue < right.rawValue }
  }

  func agreement(with other: FoldedJournal) -> Agreement {
    if let nlmID, let other = other.nlmID { return nlmID == other ? .same : .different }
    if numbers.contains(where: { other.numbers.contains($0) }) { return .same }
    guard !names.isEmpty, !other.names.isEmpty else { return .unknown }
    var best = Agreement.different
    for name in names {
      for otherName in other.names {
        best = max(best, Self.agreement(name, otherName))
        if best == .same { return .same }
      }
    }
    return best
  }

  private static func agreement(_ left: FoldedText, _ right: FoldedText) -> Agreement {
    if left.bytes == right.bytes { return .same }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    if short.count == long.count {
      if (0..<short.count).allSatisfy({ isAbbreviation(short.word($0), long.word($0)) }) { return .same }
      if short.bytes.count > 10, EditDistance.isWithin(2, short.bytes, long.bytes) { return .same }
    }
    // "JAMA", "BMJ", "PNAS"
    if short.count == 1, long.count >= 3, short.bytes.count == long.count,
      (0..<long.count).allSatisfy({ long.word($0).first == short.bytes[$0] })
    {
      return .same
    }
    var found = 0
    var next = 0
    for index in 0..<short.count {
      guard let place = (next..<long.count).first(where: { isAbbreviation(short.word(index), long.word($0)) })
      else {
        break
      }
      found += 1
      next = place + 1
    }
    // "Stroke" is not "Topics in Stroke Rehabilitation".
    return found == short.count && found > 1 ? .contained : sharesWords(short, long) ? .contained : .different
  }

  /// Whether one word can stand for the other: "med" for "medicine", "natl" for "national".
  private static func isAbbreviation(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    guard short.first == long.first else { return false }
    if long.starts(with: short) { return true }
    guard short.count >= 3, short.count < long.count else { return false }
    var rest = long
    for byte in short {
      guard let place = rest.firstIndex(of: byte) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// Whether nearly all telling words of a conference's name are in another name of it, in any order.
  private static func sharesWords(_ short: FoldedText, _ long: FoldedText) -> Bool {
    func telling(_ text: FoldedText) -> [ArraySlice<UInt8>] {
      (0..<text.count).map { text.word($0) }.filter { word in
        word.count > 3 && !word.contains { (0x30...0x39).contains($0) }
      }
    }
    let words = telling(short)
    let others = telling(long)
    guard words.count >= 3 else { return false }
    let shared = words.count { word in others.contains { isAbbreviation(word, $0) } }
    return shared >= 3 && shared * 5 >= words.count * 4
  }
}

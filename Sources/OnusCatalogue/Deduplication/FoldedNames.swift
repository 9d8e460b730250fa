internal import OnusModel

/// The authors of a document as words and initials.
struct FoldedNames {
  /// One author.
  struct Name {
    /// The family name, or a group's name, without blanks.
    var family: [UInt8]
    /// Hashes of all words of three letters and more in any part of the name.
    var words: [UInt64]
    /// The first letters of all words, one bit a letter.
    var letters: UInt32
    /// The first letters of the given names, one bit a letter.
    var initials: UInt32
    /// The first letter of the first given name; 0 without one.
    var initial: UInt8
  }

  var names: [Name] = []
  /// Whether the list is known to go on.
  var isCut = false

  init(_ reference: Reference) {
    for contributor in reference.contributors where contributor.role == .author {
      guard let name = Name(contributor) else {
        isCut = isCut || Name.isAndOthers(contributor)
        continue
      }
      names.append(name)
      if names.count == 40 { break }
    }
    isCut = isCut || reference.isAuthorListComplete == false
  }
}

extension FoldedNames.Name {
  init?(_ contributor: Contributor) {
    let whole = FoldedText(
      Self.readable(contributor.family ?? contributor.literal ?? contributor.given ?? ""))
    guard whole.count > 0, !Self.isAndOthers(contributor) else { return nil }
    let given = contributor.family == nil ? nil : contributor.given ?? contributor.initials
    let family = Self.withoutParticles(whole)
    self.family = Self.withoutDigraphs(family.bytes)
    words = []
    letters = 0
    initials = 0
    initial = 0
    for index in 0..<family.count { add(family.word(index)) }
    guard let given else { return }
    // "PJF" and "P.J.F." are initials, "Pieter" is a name.
    let isInitials = given.utf8.count <= 5 && !given.utf8.contains { (0x61...0x7A).contains($0) }
    let text = FoldedText(Self.readable(given))
    for index in 0..<text.count {
      let word = text.word(index)
      if initial == 0 { initial = word.first ?? 0 }
      if isInitials {
        for byte in word { addInitial(byte) }
      } else {
        add(word)
        addInitial(word.first ?? 0)
      }
    }
  }

  /// "van Kessel" and "Kessel" are one name.
  private static func withoutParticles(_ name: FoldedText) -> FoldedText {
    let count = (0..<name.count).prefix { particles.contains(String(decoding: name.word($0), as: UTF8.self)) }
      .count
    return count < name.count ? name.words(count..<name.count) : name
  }

  private static let particles: Set = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dal", "dos", "das", "do", "du", "la", "le",
    "los",
    "ten", "ter", "te", "af", "av", "el", "al", "bin", "ibn", "zu", "zur", "vom", "het", "t", "d", "l",
  ]

  private mutating func add(_ word: ArraySlice<UInt8>) {
    if word.count >= 3 { words.append(stableHash(Self.withoutDigraphs(Array(word)))) }
    letters |= Self.bit(word.first ?? 0)
  }

  private mutating func addInitial(_ byte: UInt8) {
    initials |= Self.bit(byte)
    letters |= Self.bit(byte)
  }

  private static func bit(_ byte: UInt8) -> UInt32 {
    (0x61...0x7A).contains(byte) ? 1 << UInt32(byte - 0x61) : 1 << UInt32(26 + byte % 6)
  }

  /// "Müller", "Mueller" and "Muller" are one name.
  private static func withoutDigraphs(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes {
      if byte == 0x65, let last = result.last, last == 0x61 || last == 0x6F || last == 0x75 { continue }
      result.append(byte)
    }
    return result
  }

  /// The name without the question marks that stand for lost letters, and without "null".
  private static func readable(_ text: String) -> String {
    guard text.contains("?") || text == "null" else { return text }
    return text == "null" ? "" : text.filter { $0 != "?" }
  }

  static func isAndOthers(_ contributor: Contributor) -> Bool {
    let text = contributor.literal ?? contributor.family ?? ""
    return [
      "et al", "et al.", "others", "anonymous", "anon", "nct", "isrctn", "no authors listed", "[anonymous]",
    ]
    .contains(text.lowercased())
  }

  /// Whether the family name of each is an initial of the other: "Long, F X" and "Xi, L F".
  private func isTurned(from other: FoldedNames.Name) -> Bool {
    guard let first = family.first, let otherFirst = other.family.first, first != otherFirst else {
      return false
    }
    return other.initials & Self.bit(first) != 0 && initials & Self.bit(otherFirst) != 0
  }

  /// Whether two names can be those of one person, however their parts were cut.
  func agrees(with other: FoldedNames.Name) -> Bool {
    let limit =
      min(family.count, other.family.count) >= 8 ? 2 : min(family.count, other.family.count) >= 4 ? 1 : 0
    if family == other.family || EditDistance.isWithin(limit, family, other.family) {
      return initial == 0 || other.initial == 0 || initial == other.initial
        || initials & ~other.letters == 0 || other.initials & ~letters == 0
    }
    // Families of several words, and given names taken for families.
    let shared = letters & other.letters
    let isCovered = (shared == letters || shared == other.letters) && shared.nonzeroBitCount >= 2
    return isCovered && words.contains { other.words.contains($0) }
      || letters == other.letters && shared.nonzeroBitCount >= 3 && isTurned(from: other)
  }
}

extension FoldedNames {
  /// How two lists of authors agree.
  struct Agreement {
    /// Whether one of them has no authors.
    var isUnknown = false
    /// How many of the shorter list are in the longer one.
    var shared = 0
    /// The length of the shorter list.
    var of = 0
    /// Whether the first authors agree.
    var isFirstSame = false

    /// Nearly all of the shorter list.
    var isSame: Bool {
      guard of > 0, shared > 0 else { return false }
      return isFirstSame ? shared * 3 >= of * 2 : shared * 5 >= of * 4
    }
    /// At least the first author, or half of them.
    var isPartial: Bool { isFirstSame || of > 0 && shared * 2 >= of }
    /// Nobody.
    var isDifferent: Bool { !isUnknown && shared == 0 }
  }

  func agreement(with other: FoldedNames) -> Agreement {
    guard let first = names.first, let otherFirst = other.names.first else {
      return Agreement(isUnknown: true)
    }
    var agreement = Agreement()
    agreement.isFirstSame = first.agrees(with: otherFirst)
    let (short, long) = names.count <= other.names.count ? (names, other.names) : (other.names, names)
    agreement.of = short.count
    for (index, name) in short.enumerated() {
      if name.agrees(with: long[index]) || long.contains(where: { name.agrees(with: $0) }) {
        agreement.shared += 1
      }
    }
    return agreement
  }
}

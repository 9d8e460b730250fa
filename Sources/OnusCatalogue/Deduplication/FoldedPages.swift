/// Pages as numbers: "1076-83" and "1076–1083" are the same, "S17-S29" are pages 17 to 29 with an S.
struct FoldedPages {
  /// The letters in front of the first page, in lower case: "e", "s", "cd".
  var prefix: [UInt8] = []
  /// The first page; `nil` where only the last one is left of a mangled range such as "Suppl-29".
  var first: Int?
  /// The last page written out; `nil` where there is none.
  var last: Int?
  /// Whether the first page is lost, so that the last one holds only final figures.
  var isMangled = false

  /// Reads printed pages; `nil` where they name no place in a volume ("215 p", "no pagination").
  init?(_ printed: String?) {
    guard let printed else { return nil }
    var bytes: [UInt8] = []
    for scalar in printed.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: bytes.append(UInt8(scalar.value) | 0x20)
      case 0x61...0x7A, 0x30...0x39: bytes.append(UInt8(scalar.value))
      case 0x2D, 0x2010...0x2015, 0x2212, 0xAD: bytes.append(UInt8(ascii: "-"))
      case 0x2C, 0x3B: bytes.append(UInt8(ascii: ","))
      default: bytes.append(0x20)
      }
    }
    let text = bytes.split(separator: UInt8(ascii: ",")).first { part in
      part.contains { Self.isFigure($0) } || Self.roman(part.prefix { $0 != UInt8(ascii: "-") }) != nil
    }
    guard let text else { return nil }
    // Books tell how many pages they have.
    let words = text.split { $0 == 0x20 }
    if let last = words.last, last.elementsEqual("p".utf8) || last.elementsEqual("pages".utf8) { return nil }
    let parts = text.split(separator: UInt8(ascii: "-")).map { part in
      part.split { $0 == 0x20 }.filter { !$0.elementsEqual("p".utf8) && !$0.elementsEqual("pp".utf8) }
    }.filter { !$0.isEmpty }
    guard let start = parts.first?.first else { return nil }
    let letters = start.prefix { !Self.isFigure($0) }
    let figures = start.dropFirst(letters.count).prefix(while: Self.isFigure)
    let end =
      parts.count > 1
      ? parts[1].first.map { $0.drop { !Self.isFigure($0) }.prefix(while: Self.isFigure) } : nil
    if figures.isEmpty, let number = Self.roman(letters) {
      prefix = Array("roman".utf8)
      first = number
      last = parts.count > 1 ? parts[1].first.flatMap { Self.roman($0[...]) } : nil
      return
    }
    guard let number = Self.number(figures) else {
      guard letters.count > 0, let end, let number = Self.number(end) else { return nil }
      isMangled = true
      last = number
      return
    }
    prefix = letters.elementsEqual("p".utf8) || letters.elementsEqual("pp".utf8) ? [] : Array(letters)
    first = number
    guard let end, let lastNumber = Self.number(end) else { return }
    last =
      end.count < figures.count ? Self.number(figures.prefix(figures.count - end.count) + end) : lastNumber
  }

  private static func roman(_ letters: ArraySlice<UInt8>) -> Int? {
    let letters = letters.filter { $0 != 0x20 }
    guard !letters.isEmpty, letters.count < 9 else { return nil }
    var value = 0
    var before = 0
    for letter in letters.reversed() {
      guard let worth = romanFigures[letter] else { return nil }
      value += worth < before ? -worth : worth
      before = max(before, worth)
    }
    return value
  }

  private static let romanFigures: [UInt8: Int] = [
    UInt8(ascii: "i"): 1, UInt8(ascii: "v"): 5, UInt8(ascii: "x"): 10, UInt8(ascii: "l"): 50,
    UInt8(ascii: "c"): 100,
  ]

  private static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func number(_ figures: some Sequence<UInt8>) -> Int? {
    var value: Int?
    for byte in figures {
      let next = (value ?? 0) * 10 + Int(byte - 0x30)
      guard next < 1_000_000_000_000 else { return nil }
      value = next
    }
    return value
  }
}

extension FoldedPages {
  /// How two places in a volume agree.
  enum Agreement {
    /// Same first page, and no other last page.
    case same
    /// Same first page, other last page.
    case sameStart
    /// One of them is mangled, counts its own pages, or begins where the other ends.
    case possible
    /// Other pages.
    case different
  }

  func agreement(with other: FoldedPages) -> Agreement {
    guard let first, let otherFirst = other.first else {
      guard let last, let otherLast = other.last else { return .possible }
      let (short, long) = isMangled ? (last, otherLast) : (otherLast, last)
      return Self.ends(long, in: short) ? .possible : .different
    }
    let isSamePrefix = prefix == other.prefix
    if isLetteredNumber != other.isLetteredNumber { return .possible }
    if first == otherFirst {
      guard isSamePrefix || prefix.isEmpty || other.prefix.isEmpty else { return .different }
      let isSameEnd = last == nil || other.last == nil || last == other.last
      return isSameEnd ? .same : .sameStart
    }
    // An article number beside the pages of the article's own file, "e12724" beside "1-6".
    if first == 1, last != nil, other.isArticleNumber { return .possible }
    if otherFirst == 1, other.last != nil, isArticleNumber { return .possible }
    if isSamePrefix, last == otherFirst || other.last == first { return .possible }
    // The part of a volume taken for the first page: "Pt 2):125-8" became "2-8".
    if isRest(of: other) || other.isRest(of: self) { return .possible }
    return .different
  }

  /// Whether it is the number of an article that has no pages of its own in a volume.
  var isArticleNumber: Bool { last == nil && (first ?? 0) >= 1000 || last == nil && prefix == [0x65] }

  /// Whether it is the number of an article with a letter in front, as in "e12724" and "c1804".
  private var isLetteredNumber: Bool {
    prefix.count == 1 && prefix != [UInt8(ascii: "s")] && last == nil && (first ?? 0) >= 1000
  }

  private func isRest(of other: FoldedPages) -> Bool {
    guard let first, let last, let otherLast = other.last, prefix.isEmpty, first < 10, last < 100 else {
      return false
    }
    return otherLast >= 100 && Self.ends(otherLast, in: last)
  }

  private static func ends(_ number: Int, in figures: Int) -> Bool {
    var modulus = 10
    while modulus <= figures { modulus *= 10 }
    return number % modulus == figures
  }
}

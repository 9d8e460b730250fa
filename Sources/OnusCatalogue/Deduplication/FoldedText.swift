/// A text reduced to what its spellings have in common, as bytes that are cheap to compare.
///
/// Case, accents, markup, entities, punctuation, apostrophes and white space do not count; Greek letters are
/// spelt out, super- and subscript figures become plain ones. Letters of other scripts stay as they are.
struct FoldedText {
  /// The letters and figures, one word behind the other.
  private(set) var bytes: [UInt8] = []
  /// Where each word ends in ``bytes``.
  private(set) var ends: [Int] = []
  /// Where a colon, a full stop, a dash or a bracket stood: where a subtitle may start.
  private(set) var breaks: [Int] = []

  init(_ text: some StringProtocol) { self.init(bytes: Array(text.utf8)) }

  init(bytes source: [UInt8]) {
    let source = source.contains(UInt8(ascii: "&")) ? Entities.decoded(source) : source
    bytes.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte < 0x80 {
        index += readASCII(byte, source, at: index)
      } else {
        let (scalar, length) = Self.scalar(source, at: index)
        read(scalar)
        index += length
      }
    }
    endWord()
    if breaks.last == bytes.count { breaks.removeLast() }
  }

  /// How many words there are.
  var count: Int { ends.count }

  /// The bytes of a word.
  func word(_ index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

  /// The words from one place on, as a text of its own.
  func words(_ range: Range<Int>) -> FoldedText {
    guard !range.isEmpty else { return FoldedText("") }
    let start = range.lowerBound == 0 ? 0 : ends[range.lowerBound - 1]
    let end = ends[range.upperBound - 1]
    var part = FoldedText("")
    part.bytes = Array(bytes[start..<end])
    part.ends = range.map { ends[$0] - start }
    part.breaks = breaks.filter { $0 > start && $0 < end }.map { $0 - start }
    return part
  }

  /// The words with blanks between them.
  var spaced: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + ends.count)
    for index in 0..<count {
      if index > 0 { result.append(0x20) }
      result += word(index)
    }
    return result
  }

  // MARK: Reading

  /// Reads one byte of ASCII, and returns how many bytes it and what belongs to it take.
  private mutating func readASCII(_ byte: UInt8, _ source: [UInt8], at index: Int) -> Int {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
    case 0x41...0x5A: bytes.append(byte | 0x20)
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"): break
    case UInt8(ascii: "&"):
      endWord()
      bytes += [0x61, 0x6E, 0x64]
      endWord()
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      if let length = Self.tagLength(source, at: index) { return length }
      endWord()
      // "> or = 50" is how plain text writes "≥ 50".
      return 1 + Self.orEqualLength(source, at: index + 1)
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "("),
      UInt8(ascii: "["):
      endWord()
      addBreak()
    case UInt8(ascii: "."), UInt8(ascii: "-"):
      endWord()
      if index + 1 >= source.count || source[index + 1] == 0x20 || source[index + 1] == byte { addBreak() }
    default: endWord()
    }
    return 1
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    switch PlainLetters.reading(of: scalar) {
    case .letters(let letters): bytes += letters
    case .nothing: break
    case .gap: endWord()
    case .dash:
      endWord()
      addBreak()
    }
  }

  private mutating func endWord() {
    if bytes.count > (ends.last ?? 0) { ends.append(bytes.count) }
  }

  private mutating func addBreak() {
    if !bytes.isEmpty, breaks.last != bytes.count { breaks.append(bytes.count) }
  }

  private static func scalar(_ source: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
    let lead = source[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC0, index + length <= source.count else { return (" ", 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(source[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? " ", length)
  }

  /// The length of an element's tag such as `</sub>`; `nil` where "<" is a sign.
  private static func tagLength(_ source: [UInt8], at index: Int) -> Int? {
    guard source[index] == UInt8(ascii: "<") else { return nil }
    var end = index + 1
    if end < source.count, source[end] == UInt8(ascii: "/") { end += 1 }
    var name: [UInt8] = []
    while end < source.count, name.count < 12, let letter = lowercaseLetter(source[end]) {
      name.append(letter)
      end += 1
    }
    guard !name.isEmpty, tags.contains(name) else { return nil }
    while end < source.count, end - index < 120 {
      if source[end] == UInt8(ascii: ">") { return end + 1 - index }
      if source[end] == UInt8(ascii: "<") { return nil }
      end += 1
    }
    return nil
  }

  private static func lowercaseLetter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x61...0x7A, UInt8(ascii: ":"): byte
    case 0x41...0x5A: byte | 0x20
    default: nil
    }
  }

  private static let tags = Set(
    [
      "i", "b", "u", "em", "strong", "sub", "sup", "inf", "sc", "p", "br", "div", "span", "italic", "bold",
      "title", "jats:italic", "jats:bold", "jats:sub", "jats:sup", "jats:sc", "jats:p", "jats:title",
    ].map { Array($0.utf8) })

  private static func orEqualLength(_ source: [UInt8], at start: Int) -> Int {
    var rest = source[min(start, source.count)..<min(start + 8, source.count)]
    func dropBlanks() { rest = rest.drop { $0 == 0x20 } }
    dropBlanks()
    if rest.starts(with: [0x6F, 0x72]) { rest = rest.dropFirst(2) }
    dropBlanks()
    guard rest.first == UInt8(ascii: "=") || rest.first == UInt8(ascii: "/") else { return 0 }
    return rest.startIndex + 1 - start
  }
}

/// A hash of bytes that is the same in every run (FNV-1a, 64 bits).
func stableHash(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
  var hash = seed
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash
}

/// Two hashes made one; the order counts.
func stableHash(_ first: UInt64, _ second: UInt64) -> UInt64 {
  var hash = (first ^ (second &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
  hash ^= hash >> 32
  return hash &* 0xC4CE_B9FE_1A85_EC53 ^ second
}

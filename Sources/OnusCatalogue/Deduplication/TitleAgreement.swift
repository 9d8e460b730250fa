/// How two titles agree.
struct TitleAgreement {
  /// The ways in which two titles can be those of one work.
  enum Manner: Int {
    /// One record has no title.
    case unknown
    /// Other titles.
    case different
    /// Alike, but some words are others.
    case reworded
    /// One is the start of the other: a subtitle was dropped, or the title was cut.
    case contained
    /// The same but for spelling and small words.
    case spelling
    /// The same letters.
    case identical
  }

  var manner: Manner
  /// The part of letters that need no change, from 0 to 1.
  var likeness: Double
  /// Whether the numbers in the titles differ, as those of the parts of a series do.
  var isOtherNumber = false
  /// Whether one has a heading in front, and then the other's whole title.
  var hasHeading = false
  /// Whether the titles agree through one in another language.
  var isTranslated = false

  /// Whether the titles can be those of one work.
  var isSame: Bool { manner.rawValue >= Manner.contained.rawValue }
  /// Whether they are the same but for spelling.
  var isEqual: Bool { manner.rawValue >= Manner.spelling.rawValue }

  init(_ left: FoldedTitle, _ right: FoldedTitle) {
    manner = .unknown
    likeness = 0
    for (leftIndex, leftForm) in left.forms.enumerated() {
      for (rightIndex, rightForm) in right.forms.enumerated() {
        var agreement = TitleAgreement(leftForm, rightForm, isCut: left.isCut || right.isCut)
        agreement.isTranslated = leftIndex + rightIndex > 0
        if (agreement.manner.rawValue, agreement.likeness) > (manner.rawValue, likeness) { self = agreement }
        if manner == .identical { return }
      }
    }
  }

  private init(_ left: FoldedTitle.Form, _ right: FoldedTitle.Form, isCut: Bool) {
    manner = .different
    likeness = 0
    if left.hash == right.hash {
      manner = .identical
      likeness = 1
      return
    }
    isOtherNumber = left.numbers != right.numbers
    let (short, long) = left.text.bytes.count <= right.text.bytes.count ? (left, right) : (right, left)
    hasHeading = Self.isEnd(short, of: long)
    if hasHeading || Self.isStart(short, of: long, isCut: isCut) {
      manner = .contained
      likeness = Double(short.text.bytes.count) / Double(long.text.bytes.count)
      isOtherNumber =
        !long.numbers.starts(with: short.numbers)
        && !long.numbers.suffix(short.numbers.count).elementsEqual(short.numbers)
      return
    }
    // Titles without common words need no closer look.
    let lengths = Double(short.text.bytes.count) / Double(long.text.bytes.count)
    guard lengths > 0.5 else { return }
    let shared = short.words.count { long.words.contains($0) }
    guard shared * 3 >= short.words.count || short.words.count < 4 || lengths > 0.9 else { return }
    let distance = EditDistance.distance(short.text.bytes, long.text.bytes)
    likeness = 1 - Double(distance) / Double(long.text.bytes.count)
    guard likeness >= 0.7 else { return }
    manner =
      !isOtherNumber && likeness >= 0.9 && WordDifference(left, right).isSpelling ? .spelling : .reworded
  }

  /// Whether a title is what stands behind a colon in the other: "Upfront: Hybrid job recommendation".
  private static func isEnd(_ short: FoldedTitle.Form, of long: FoldedTitle.Form) -> Bool {
    let (part, whole) = (short.text.bytes, long.text.bytes)
    guard part.count >= 20, part.count < whole.count, whole.suffix(part.count).elementsEqual(part) else {
      return false
    }
    return long.text.breaks.contains(whole.count - part.count)
  }

  private static func isStart(_ short: FoldedTitle.Form, of long: FoldedTitle.Form, isCut: Bool) -> Bool {
    let (part, whole) = (short.text.bytes, long.text.bytes)
    guard part.count >= 12, part.count < whole.count else { return false }
    if whole.starts(with: part) {
      if long.text.breaks.contains(part.count) { return true }
      return part.count >= 40 && short.text.count >= 5 && (isCut || long.text.ends.contains(part.count))
    }

    guard part.count >= 30, let place = long.text.breaks.first(where: { abs($0 - part.count) <= 2 }) else {
      return false
    }
    return EditDistance.isWithin(2, part, Array(whole[..<place]))
  }
}

/// The words in which two titles differ.
struct WordDifference {
  /// Whether they differ in spelling alone, or in small words.
  let isSpelling: Bool

  init(_ left: FoldedTitle.Form, _ right: FoldedTitle.Form) {
    let mine = Self.rest(of: left, without: right)
    let others = Self.rest(of: right, without: left)
    // "health care" and "healthcare"
    let isJoined = mine.joined().elementsEqual(others.joined())
    isSpelling = isJoined || Self.isMisspelling(mine, others)
  }

  private static func rest(of form: FoldedTitle.Form, without other: FoldedTitle.Form) -> [ArraySlice<UInt8>]
  {
    var others = other.words
    var rest: [ArraySlice<UInt8>] = []
    for (index, word) in form.words.enumerated() {
      if let place = others.firstIndex(of: word) {
        others.remove(at: place)
      } else {
        rest.append(form.text.word(index))
      }
    }
    return rest
  }

  private static func isMisspelling(_ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]) -> Bool {
    var right = right
    for word in left {
      if let place = right.firstIndex(where: { isMisspelling(word, $0) }) {
        right.remove(at: place)
      } else if !isSmall(word) {
        return false
      }
    }
    return right.allSatisfy(isSmall)
  }

  /// One edit behind the second letter, or the spellings of British and American English; a word that begins
  /// otherwise ("increase", "decrease") is another one.
  private static func isMisspelling(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard min(left.count, right.count) >= 4, left.prefix(2).elementsEqual(right.prefix(2)) else {
      return false
    }
    return EditDistance.isWithin(1, Array(left), Array(right))
      || american(left).elementsEqual(american(right))
  }

  private static func american(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in word {
      // "haemorrhage", "oedema", "tumour", "randomise"
      if byte == 0x65, result.last == 0x61 || result.last == 0x6F {
        result[result.count - 1] = 0x65
      } else if byte == 0x75, result.last == 0x6F {
        continue
      } else {
        result.append(byte == 0x73 ? 0x7A : byte)
      }
    }
    return result
  }

  private static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    small.contains { $0.elementsEqual(word) }
  }

  private static let small = ["a", "an", "the", "of", "and", "in", "s", "on", "for", "to", "or"].map {
    Array($0.utf8)
  }
}

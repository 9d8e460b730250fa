extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmed: String {
    // Of a million texts nearly all have visible ASCII at both ends, and Unicode properties are slow.
    let visible: ClosedRange<UInt32> = 0x21...0x7E
    if let first = unicodeScalars.first, let last = unicodeScalars.last, visible.contains(first.value),
      visible.contains(last.value)
    {
      return String(self)
    }
    let scalars = self.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    var end = scalars.endIndex
    while end > first, scalars[scalars.index(before: end)].properties.isWhitespace {
      end = scalars.index(before: end)
    }
    return String(self[first..<end])
  }

  /// The text with every run of white space turned into one blank, and none at its ends.
  package var collapsed: String {
    isCollapsed ? String(self) : self.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether nothing has to be collapsed, as far as bytes tell: a lead byte of white space outside ASCII, which
  /// also begins other characters, is looked at by the slow way.
  private var isCollapsed: Bool {
    utf8.withContiguousStorageIfAvailable(Self.isCollapsed) ?? Self.isCollapsed(utf8)
  }

  private static func isCollapsed(_ bytes: some Sequence<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for byte in bytes {
      switch byte {
      case 0x21...0x7F: break
      case 0x20: if previous == 0x20 { return false }
      case 0x09...0x0D, 0x85: return false
      // U+00A0, U+1680, U+2000…U+200A, U+2028, U+2029, U+202F, U+205F, U+3000 begin or go on with these.
      case 0xA0 where previous == 0xC2: return false
      case 0x9A where previous == 0xE1: return false
      case 0x80 where previous == 0xE3: return false
      case 0x81 where previous == 0xE2: return false
      case 0x80...0x8A where previous == 0x80: return false
      case 0xA8, 0xA9, 0xAF: if previous == 0x80 { return false }
      default: break
      }
      previous = byte
    }
    return previous != 0x20
  }
}

extension Character {
  /// Whether the character is one of 0 to 9.
  package var isASCIIDigit: Bool { isASCII && isNumber }
}

/// The number of single-character edits between two texts (Damerau–Levenshtein, optimal string alignment).
///
/// - Parameter limit: Distances above it are reported as `limit + 1`, which saves most of the work.
package func editDistance(_ left: String, _ right: String, limit: Int) -> Int {
  let first = Array(left.lowercased())
  let second = Array(right.lowercased())
  guard abs(first.count - second.count) <= limit else { return limit + 1 }
  var beforePrevious = [Int](repeating: 0, count: second.count + 1)
  var previous = Array(0...second.count)
  for row in 0..<first.count {
    var current = [row + 1]
    current.reserveCapacity(second.count + 1)
    for column in 0..<second.count {
      let substitution = previous[column] + (first[row] == second[column] ? 0 : 1)
      var best = min(substitution, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        best = min(best, beforePrevious[column - 1] + 1)
      }
      current.append(best)
    }
    guard current.contains(where: { $0 <= limit }) else { return limit + 1 }
    (beforePrevious, previous) = (previous, current)
  }
  return min(previous[second.count], limit + 1)
}

/// The candidates that a misspelt word most likely stands for, the nearest first.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: The words that would have been right.
///   - count: How many to return at most.
/// - Returns: Candidates within a third of the word's length, ordered by distance, then alphabetically.
package func nearest<Candidates: Sequence>(to word: String, among candidates: Candidates, count: Int = 1)
  -> [String] where Candidates.Element == String
{
  let limit = Swift.max(1, word.count / 3)
  var seen = Set<String>()
  return
    candidates
    .filter { seen.insert($0).inserted }
    .map { (distance: editDistance(word, $0, limit: limit), text: $0) }
    .filter { $0.distance <= limit }
    .sorted { ($0.distance, $0.text) < ($1.distance, $1.text) }
    .prefix(count)
    .map(\.text)
}

/// The end of a message that proposes names, or nothing when there are none.
package func suggestion(_ names: [String]) -> String {
  names.isEmpty ? "" : "; did you mean \(alternatives(names))?"
}

/// Names in quotation marks, the last one behind "or".
package func alternatives(_ names: [String]) -> String {
  let quoted = names.map { "\"\($0)\"" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}

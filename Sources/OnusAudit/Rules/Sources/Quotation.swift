/// Words that are said to stand in a text, and the search for them.
struct Quotation {
  /// The best place in a text.
  struct Match: Equatable {
    /// How many characters differ; 0 when the words are there, perhaps in another case or with other spaces.
    var distance: Int
    /// Where the place starts, in Unicode scalars from 0.
    var offset: Int
    /// What the text has there.
    var text: String
  }

  private let folded: [Unicode.Scalar]

  /// Makes a quotation of its words.
  init(_ words: String) { folded = Self.fold(words).map(\.scalar) }

  /// Finds the place of a text that differs least from the quotation, the first of several.
  ///
  /// The distance counts insertions, deletions and replacements in folded text (Sellers 1980, J Algorithms
  /// 1:359-373), so that an exact place and one that differs in case, spaces or dashes both have 0.
  func match(in text: String) -> Match {
    let place = Self.fold(text)
    let scalars = Array(text.unicodeScalars)
    guard !folded.isEmpty else { return Match(distance: 0, offset: 0, text: "") }
    // distances[i]: of the first i scalars of the quotation to the best ending at the current place of the text.
    var distances = Array(0...folded.count)
    var starts = [Int](repeating: 0, count: folded.count + 1)
    var best = (distance: folded.count, start: 0, end: 0)
    for (column, piece) in place.enumerated() {
      var previous = distances
      var previousStarts = starts
      distances[0] = 0
      starts[0] = column + 1
      previousStarts[0] = column
      for row in 1...folded.count {
        let replacement = previous[row - 1] + (folded[row - 1] == piece.scalar ? 0 : 1)
        let insertion = previous[row] + 1
        let deletion = distances[row - 1] + 1
        let least = min(replacement, insertion, deletion)
        starts[row] =
          least == replacement
          ? previousStarts[row - 1] : least == insertion ? previousStarts[row] : starts[row - 1]
        distances[row] = least
      }
      if distances[folded.count] < best.distance {
        best = (distances[folded.count], starts[folded.count], column + 1)
      }
      previous.removeAll(keepingCapacity: true)
    }
    guard best.end > best.start else { return Match(distance: best.distance, offset: 0, text: "") }
    let first = place[best.start].offset
    let last = place[best.end - 1].offset
    var words = String.UnicodeScalarView()
    words.append(contentsOf: scalars[first...last])
    return Match(distance: best.distance, offset: first, text: String(words))
  }

  /// The scalars of a text in lower case, with one form of quotation marks, dashes and spaces, each with its place.
  private static func fold(_ text: String) -> [(scalar: Unicode.Scalar, offset: Int)] {
    var folded: [(scalar: Unicode.Scalar, offset: Int)] = []
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if scalar.properties.isWhitespace {
        if let last = folded.last, last.scalar != " " { folded.append((" ", offset)) }
        continue
      }
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{201A}", "\u{02BC}": folded.append(("'", offset))
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}": folded.append(("\"", offset))
      case "\u{2010}"..."\u{2015}", "\u{2212}": folded.append(("-", offset))
      case "\u{00AD}", "\u{200B}": continue
      default:
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { folded.append((lower, offset)) }
      }
    }
    if folded.last?.scalar == " " { folded.removeLast() }
    return folded
  }
}

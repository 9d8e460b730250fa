internal import GRDB
public import OnusModel

/// A place in a text where a condition is named.
public struct ConditionMention: Hashable, Sendable {
  /// The condition's identifier.
  public var condition: Condition.ID
  /// The name as it stands in the text.
  public var text: String
  /// The span in Unicode scalars from 0, its end excluded.
  public var characters: Range<Int>
}

extension Condition {
  /// Where a text names the condition.
  ///
  /// Names are found as whole words in any case and spelling that ``Catalogue/condition(named:)`` knows;
  /// abbreviations only with their own case, so that "MS" is not found in "Ms" or "PPMS". Of overlapping
  /// names the longest counts.
  public func mentions(in text: String) -> [ConditionMention] {
    let names = Set(([Name(name)] + otherNames).filter { !$0.isAbbreviation }.map { foldedName($0.text) })
    let abbreviations = Set(otherNames.filter(\.isAbbreviation).map(\.text))
    return TextWords(text).mentions { phrase in
      abbreviations.contains(phrase.text) || names.contains(phrase.folded) ? id : nil
    }
  }
}

extension Catalogue {
  /// Where a text names any condition of the catalogue, in the order of the text.
  ///
  /// Names are told apart as in `mentions(in:)`; a name that several conditions have is
  /// left out.
  ///
  /// - Throws: A database error.
  public func mentions(in text: String) throws -> [ConditionMention] {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT condition.key FROM condition_name
          JOIN condition ON condition.id = condition_name.condition_id
          WHERE condition_name.folded = ? AND (condition_name.kind IN (1, 2) OR condition_name.kind = 3
            AND condition_name.text = ?)
          GROUP BY condition.id
          """)
      return try TextWords(text).mentions { phrase in
        let keys = try String.fetchAll(statement, arguments: [phrase.folded, phrase.text])
        return keys.count == 1 ? keys.first.map { Condition.ID($0) } : nil
      }
    }
  }
}

/// Some words in a row, as they stand and folded.
private struct Phrase {
  var text: String
  var folded: String
}

/// The words of a text with their spans.
private struct TextWords {
  private let scalars: [Unicode.Scalar]
  private let words: [Range<Int>]

  /// The longest name, in words, that is looked for.
  private static let reach = 9

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var words: [Range<Int>] = []
    var start: Int?
    for index in scalars.indices {
      let isInner = index > 0 && index + 1 < scalars.count && Self.isApostrophe(scalars[index])
      let isWord =
        isInner
        ? Self.isPartOfWord(scalars[index - 1]) && Self.isPartOfWord(scalars[index + 1])
        : Self.isPartOfWord(scalars[index])
      if isWord, start == nil { start = index }
      if !isWord, let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    if let start { words.append(start..<scalars.count) }
    self.words = words
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

  /// The longest phrases that mean something, from the left.
  func mentions(of meaning: (Phrase) throws -> Condition.ID?) rethrows -> [ConditionMention] {
    var mentions: [ConditionMention] = []
    var index = 0
    while index < words.count {
      var length = min(Self.reach, words.count - index)
      while length > 0 {
        let span = words[index].lowerBound..<words[index + length - 1].upperBound
        let text = self.text(span)
        if !text.contains(where: { ".;:!?\n()".contains($0) }),
          let id = try meaning(Phrase(text: text, folded: foldedName(text)))
        {
          mentions.append(ConditionMention(condition: id, text: text, characters: span))
          break
        }
        length -= 1
      }
      index += max(length, 1)
    }
    return mentions
  }

  private func text(_ span: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[span])
    return String(view)
  }
}

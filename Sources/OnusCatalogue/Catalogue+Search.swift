internal import GRDB
public import OnusModel

extension Catalogue {
  /// The references whose title and abstract have all of some words, the best matches first.
  ///
  /// Matches are ranked by Okapi BM25, as SQLite's FTS5 computes it (sqlite.org/fts5.html, 5.1.1), with a word
  /// of the title weighing as much as four of the abstract. Where more than 10,000 references have the words,
  /// only those are ranked that have them in the title, and of these the 10,000 added last.
  ///
  /// Case and accents do not count. A word is found as it is written: "relapse" does not find "relapses".
  ///
  /// ```swift
  /// for match in try catalogue.references(withText: "fatigue naltrexone", about: "multiple sclerosis") {
  ///   report(match.reference.title, match.excerpt.map(\.text).joined())
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - words: The words, between blanks. Without any, nothing is found.
  ///   - condition: A name, entry term, abbreviation or identifier of a condition, in any case; `nil` asks
  ///     for references about anything.
  ///   - filter: A further test to pass.
  ///   - exact: Whether only headings of the condition itself count.
  ///   - limit: How many to return at most.
  /// - Throws: A `Diagnostic` as for ``claims(about:matching:exact:)``; a database error.
  public func references(
    withText words: String, about condition: String? = nil, matching filter: Filter = .all,
    exact: Bool = false, limit: Int = 20
  ) throws -> [TextMatch] {
    guard !words.allSatisfy(\.isWhitespace) else { return [] }
    return try database.read { db in
      let search = TextSearch(
        pattern: FilterCompiler.pattern(words),
        question: try Question(.reference, about: condition, matching: filter, exact: exact, in: db))
      return try search.rows(limit, in: db).compactMap { row in
        guard let reference = try references(inRows: [row.id], in: db).first else { return nil }
        let excerpt = try search.excerpt(ofRow: row.id, in: db)
        return TextMatch(reference: reference, score: row.score, excerpt: TextMatch.parts(of: excerpt))
      }
    }
  }
}

/// A reference that has the words that were looked for.
public struct TextMatch: Hashable, Sendable {
  /// A stretch of text.
  public struct Part: Hashable, Sendable {
    /// The text.
    public var text: String
    /// Whether it is one of the words that were looked for.
    public var isMatch: Bool
  }

  /// The reference.
  public var reference: Reference
  /// How well it matches: the higher the better, and only comparable within one search.
  public var score: Double
  /// A piece of the title or of the abstract that has the words, in order; "…" where it was cut.
  public var excerpt: [Part]

  /// The stretches of a text in which the words stand between the signs 2 and 3.
  static func parts(of marked: String) -> [Part] {
    var parts: [Part] = []
    var isMatch = false
    for stretch in marked.split(
      omittingEmptySubsequences: false, whereSeparator: { "\u{2}\u{3}".contains($0) })
    {
      if !stretch.isEmpty { parts.append(Part(text: String(stretch), isMatch: isMatch)) }
      isMatch.toggle()
    }
    return parts
  }
}

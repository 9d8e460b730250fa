internal import GRDB
internal import OnusModel

/// The names of conditions or of interventions, and what a text stands for among them.
struct Vocabulary {
  /// How a name names its subject, and how it ranks when a text is looked up: the lower wins, except that an
  /// identifier in another case comes last.
  enum NameKind: Int {
    case identifier
    case preferred
    case other
    case abbreviation
  }

  /// What a text stands for.
  enum Meaning {
    case subject(Int64)
    case unknown
    case ambiguous([String])
  }

  static let conditions = Vocabulary(table: "condition")
  static let interventions = Vocabulary(table: "intervention")

  let table: String

  /// The subject that a text names.
  ///
  /// The identifier itself wins, then a preferred name, an entry term, an abbreviation, and last an identifier
  /// in another case: the id `multiple-sclerosis` says nothing about "Multiple Sclerosis". Two subjects of one
  /// rank are told apart by the exact spelling, and otherwise make the text ambiguous.
  func meaning(of text: String, in db: Database) throws -> Meaning {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(table)_id, kind, text FROM \(table)_name WHERE folded IN (?, ?) ORDER BY kind, \(table)_id
          """), arguments: [foldedName(text), foldedIdentifier(text)])
    let identifier = rows.first { $0[1] as Int == 0 && $0[2] == text.trimmed }
    if let identifier { return .subject(identifier[0]) }
    guard let best = rows.first(where: { $0[1] as Int != 0 }) ?? rows.first else { return .unknown }
    let kind: Int = best[1]
    let ranked = rows.filter { $0[1] as Int == kind }
    let exact = ranked.filter { ($0[2] as String).lowercased() == text.trimmed.lowercased() }
    for candidates in [ranked, exact] {
      let subjects = Set(candidates.map { $0[0] as Int64 })
      if subjects.count == 1, let subject = subjects.first { return .subject(subject) }
    }
    let subjects = Set(ranked.map { $0[0] as Int64 })
    return .ambiguous(try subjects.sorted().map { try name(of: $0, in: db) })
  }

  /// The subject that a text names, or the error that says why there is none.
  func resolve(_ text: Located<String>, in db: Database) throws -> Result<Int64, Diagnostic> {
    switch try meaning(of: text.value, in: db) {
    case .subject(let id): return .success(id)
    case .unknown:
      let guesses = try nearest(to: text.value, in: db)
      return .failure(
        Diagnostic(
          .error, Diagnostic.Code(rawValue: "unknown-\(table)"),
          "no \(table) is called \"\(text.value)\"" + suggestion(guesses), at: text.location))
    case .ambiguous(let candidates):
      return .failure(
        Diagnostic(
          .error, Diagnostic.Code(rawValue: "ambiguous-\(table)"),
          "\"\(text.value)\" may stand for \(alternatives(candidates)); write the full name",
          at: text.location)
      )
    }
  }

  /// Names like a text that names nothing: the least edits away, else those that hold all of its words.
  ///
  /// - Parameter subject: The row of a subject whose names do not count.
  func nearest(to text: String, besides subject: Int64? = nil, in db: Database) throws -> [String] {
    let folded = foldedName(text)
    let reach = max(1, folded.count / 3)
    var spellings: [String: String] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT folded, text FROM \(table)_name
        WHERE kind IN (1, 2) AND length(folded) BETWEEN ? AND ? AND \(table)_id IS NOT ?
        ORDER BY kind DESC, text DESC
        """, arguments: [folded.count - reach, folded.count + reach, subject])
    while let row = try rows.next() { spellings[row[0]] = row[1] }
    let near = OnusModel.nearest(to: folded, among: spellings.keys, count: 3).compactMap { spellings[$0] }
    guard near.isEmpty else { return near }
    let patterns = folded.split(separator: " ").filter { $0.allSatisfy { $0.isLetter || $0.isNumber } }
      .map { "% \($0) %" }
    guard !patterns.isEmpty else { return [] }
    let tests = patterns.map { _ in "' ' || folded || ' ' LIKE ?" }.joined(separator: " AND ")
    return try String.fetchAll(
      db,
      sql: """
        SELECT text FROM \(table)_name WHERE kind = 1 AND \(tests) AND \(table)_id IS NOT ?
        ORDER BY length(text), text LIMIT 3
        """, arguments: StatementArguments(patterns) + [subject])
  }

  /// Replaces the names of a subject.
  func setNames(_ names: [(text: String, kind: NameKind)], of id: Int64, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM \(table)_name WHERE \(table)_id = ?").execute(arguments: [id])
    let insertion = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO \(table)_name (folded, \(table)_id, kind, text) VALUES (?, ?, ?, ?)")
    for name in names where !name.text.trimmed.isEmpty {
      let folded = name.kind == .identifier ? foldedIdentifier(name.text) : foldedName(name.text)
      try insertion.execute(arguments: [folded, id, name.kind.rawValue, name.text])
    }
  }

  private func name(of id: Int64, in db: Database) throws -> String {
    try String.fetchOne(db, sql: "SELECT name FROM \(table) WHERE id = ?", arguments: [id]) ?? ""
  }
}

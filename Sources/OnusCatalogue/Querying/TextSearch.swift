internal import GRDB
internal import OnusModel

/// A search for words in the titles and abstracts of references, the best matches first.
///
/// Computing a rank takes some microseconds a reference. Where more than ``most`` have the words, only those
/// are ranked that have them in the title, and of these, if they are still too many, the last ones added.
struct TextSearch {
  /// The full-text pattern.
  let pattern: String
  let question: Question

  /// How many references are ranked at most.
  static let most = 10_000

  /// A word in the title says four times as much about the document as one in the abstract.
  private static let rank = "bm25(reference_text, 4.0, 1.0)"

  /// The best rows, the best first; of equal ones the first added.
  func rows(_ limit: Int, in db: Database) throws -> [(id: Int64, score: Double)] {
    var pattern = pattern
    var first: Int64 = 0
    if try isCommon(pattern, in: db), try count(of: pattern, in: db) > Self.most {
      let titlePattern = "title : (\(pattern))"
      let inTitle = try count(of: titlePattern, in: db)
      if inTitle >= limit { pattern = titlePattern }
      if inTitle < limit || inTitle > Self.most { first = try firstOfLast(of: pattern, in: db) }
    }
    let sql =
      hits(of: pattern, selecting: "rowid, \(Self.rank)", from: first)
      + SQLFragment("ORDER BY 2, 1 LIMIT ?", [limit])
    // A lower value of FTS5's rank is a better match.
    return try Row.fetchAll(sql.statement(in: db)).map { ($0[0], -($0[1] as Double)) }
  }

  /// Whether more references have the words than are ranked, whatever else is asked.
  private func isCommon(_ pattern: String, in db: Database) throws -> Bool {
    let sql = SQLFragment(
      "SELECT 1 FROM reference_text WHERE reference_text MATCH ? LIMIT 1 OFFSET ?", [pattern, Self.most])
    return try Row.fetchOne(sql.statement(in: db)) != nil
  }

  /// How many references have the words and answer the question, as far as it matters.
  private func count(of pattern: String, in db: Database) throws -> Int {
    let sql = hits(of: pattern, selecting: "1") + SQLFragment("LIMIT ?", [Self.most + 1])
    return try Int.fetchOne(sql.wrapped("SELECT COUNT(*) FROM (", ")").statement(in: db)) ?? 0
  }

  /// The row from which on there are as many matches as can be ranked.
  private func firstOfLast(of pattern: String, in db: Database) throws -> Int64 {
    let sql =
      hits(of: pattern, selecting: "rowid")
      + SQLFragment("ORDER BY rowid DESC LIMIT 1 OFFSET ?", [Self.most - 1])
    return try Int64.fetchOne(sql.statement(in: db)) ?? 0
  }

  /// The SQL that gives the references with the words that answer the question.
  ///
  /// A plus sign keeps SQLite from looking for the words in one row after the other.
  func hits(of pattern: String, selecting columns: String, from first: Int64 = 0) -> SQLFragment {
    var sql = SQLFragment("SELECT \(columns) FROM reference_text WHERE reference_text MATCH ?", [pattern])
    if first > 0 { sql = sql + SQLFragment("AND rowid >= ?", [first]) }
    if question.condition != nil || question.filter != .all {
      sql = sql + question.memberSQL.wrapped("AND +rowid IN (", ")")
    }
    return sql
  }

  /// A piece of a row's title or abstract with the words in it.
  func excerpt(ofRow row: Int64, in db: Database) throws -> String {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT snippet(reference_text, -1, char(2), char(3), '…', 32)
          FROM reference_text WHERE reference_text MATCH ? AND rowid = ?
          """), arguments: [pattern, row]) ?? ""
  }
}

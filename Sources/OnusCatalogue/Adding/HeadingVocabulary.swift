internal import GRDB
internal import OnusModel

/// What a subject heading is told by: its identifier, or its name where it has none.
enum HeadingName: Hashable, Sendable {
  case identifier(String)
  case name(String)

  init(_ term: Term) { self = term.ui.map { .identifier($0) } ?? .name(term.name) }

  var folded: String {
    switch self {
    case .identifier(let identifier): foldedIdentifier(identifier)
    case .name(let name): foldedName(name)
    }
  }
}

/// The rows of subject headings, each of which is tied to the conditions that it names.
struct HeadingVocabulary: Sendable {
  private var known: [HeadingName: Int64] = [:]

  /// The row of a heading, which is made where there is none.
  mutating func row(of name: HeadingName, in db: Database) throws -> Int64 {
    if let row = known[name] { return row }
    let folded = name.folded
    let row = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM heading WHERE folded = ?"), arguments: [folded])
    let id = try row ?? Self.insert(folded, in: db)
    known[name] = id
    return id
  }

  private static func insert(_ folded: String, in db: Database) throws -> Int64 {
    try db.cachedStatement(sql: "INSERT INTO heading (folded) VALUES (?)").execute(arguments: [folded])
    let id = db.lastInsertedRowID
    try db.cachedStatement(
      sql: """
        INSERT INTO condition_heading (condition_id, heading_id)
        SELECT DISTINCT condition_id, ? FROM condition_name WHERE folded = ? AND kind < 3
        """
    ).execute(arguments: [id, folded])
    return id
  }
}

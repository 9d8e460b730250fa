internal import GRDB
public import OnusModel

extension Catalogue {
  /// The references with a heading for a condition or a narrower one that pass a filter, in the order in
  /// which they were added.
  ///
  /// - Parameters:
  ///   - condition: A name, entry term, abbreviation or identifier of a condition, in any case; `nil` asks
  ///     for all references.
  ///   - filter: The test to pass. Tests about studies and claims hold for a study that the reference
  ///     reports.
  ///   - exact: Whether only headings of the condition itself count.
  ///   - limit: How many to return at most; `nil` for all.
  ///   - offset: How many to leave out at the start.
  /// - Throws: A `Diagnostic` as for ``claims(about:matching:exact:)``; a database error.
  public func references(
    about condition: String? = nil, matching filter: Filter = .all, exact: Bool = false, limit: Int? = nil,
    offset: Int = 0
  ) throws -> [Reference] {
    try database.read { db in
      let question = try Question(.reference, about: condition, matching: filter, exact: exact, in: db)
      let page = SQLFragment("LIMIT ? OFFSET ?", [limit ?? -1, offset])
      return try Row.fetchAll((question.referenceSQL(after: 0) + page).statement(in: db)).map {
        try Reference(columns: $0, from: 1)
      }
    }
  }

  /// Gives one reference after the other, with no more than some hundreds in memory.
  ///
  /// The body may ask the catalogue something itself.
  ///
  /// - Parameters:
  ///   - condition: A name of a condition; `nil` asks for all references.
  ///   - filter: The test to pass.
  ///   - exact: Whether only headings of the condition itself count.
  ///   - body: What to do with a reference.
  /// - Throws: A `Diagnostic` as for ``claims(about:matching:exact:)``; a database error; what `body`
  ///   throws.
  public func forEachReference(
    about condition: String? = nil, matching filter: Filter = .all, exact: Bool = false,
    _ body: (Reference) throws -> Void
  ) throws {
    var last: Int64 = 0
    while true {
      let page = try database.read { db in
        let question = try Question(.reference, about: condition, matching: filter, exact: exact, in: db)
        let sql = question.referenceSQL(after: last) + SQLFragment("LIMIT 500")
        return try Row.fetchAll(sql.statement(in: db)).map { row in
          (row: row[0] as Int64, reference: try Reference(columns: row, from: 1))
        }
      }
      for entry in page { try body(entry.reference) }
      guard let end = page.last else { return }
      last = end.row
    }
  }

  /// The reference with an identifier; `nil` when there is none.
  ///
  /// - Throws: A database error.
  public func reference(for identifier: Identifier) throws -> Reference? {
    try database.read { db in
      let addition = Addition(db)
      return try addition.rows(with: identifier).first.flatMap { try addition.reference($0) }
    }
  }

  /// The records that were merged into the reference with an identifier, each as it was imported.
  ///
  /// - Throws: A database error.
  public func recordsMerged(into identifier: Identifier) throws -> [Reference] {
    try database.read { db in
      guard let id = try Addition(db).rows(with: identifier).first else { return [] }
      let reading = Reading(db)
      return try Row.fetchAll(
        db, sql: "SELECT payload FROM merged_record WHERE reference_id = ? ORDER BY id", arguments: [id]
      ).map { try reading.payload.decode(Reference.self, from: $0[0]) }
    }
  }
}

extension Question {
  /// The SQL that gives the rows and payloads of references behind a row, in their order.
  func referenceSQL(after row: Int64) -> SQLFragment {
    let test = filterTest.wrapped("AND ", "")
    var sql = SQLFragment("SELECT id, \(Reference.columns) FROM reference WHERE id > ?", [row]) + test
    if let condition {
      sql =
        condition.tables + sql
        + SQLFragment(
          """
          AND id IN (
            SELECT reference_heading.reference_id FROM asked
            JOIN condition_heading ON condition_heading.condition_id = asked.condition_id
            JOIN reference_heading ON reference_heading.heading_id = condition_heading.heading_id
          )
          """)
    }
    return sql + SQLFragment("ORDER BY id")
  }
}

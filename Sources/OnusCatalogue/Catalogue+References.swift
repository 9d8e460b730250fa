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
      let page = SQLFragment("ORDER BY id LIMIT ? OFFSET ?", [limit ?? -1, offset])
      return try references(inRows: Int64.fetchAll((question.rowSQL + page).statement(in: db)), in: db)
    }
  }

  /// The references with a heading for a condition or a narrower one, the latest years first.
  ///
  /// Of one year, the one that was added last comes first; references without a year come at the end.
  ///
  /// - Parameters:
  ///   - condition: A name, entry term, abbreviation or identifier of a condition, in any case; `nil` asks
  ///     for references about anything.
  ///   - filter: The test to pass.
  ///   - exact: Whether only headings of the condition itself count.
  ///   - limit: How many to return at most.
  /// - Throws: A `Diagnostic` as for ``claims(about:matching:exact:)``; a database error.
  public func newestReferences(
    about condition: String? = nil, matching filter: Filter = .all, exact: Bool = false, limit: Int
  ) throws -> [Reference] {
    try database.read { db in
      let question = try Question(.reference, about: condition, matching: filter, exact: exact, in: db)
      return try references(inRows: question.newestReferences(limit, in: db), in: db)
    }
  }

  /// How many references have a heading for a condition or a narrower one and pass a filter.
  ///
  /// - Parameters:
  ///   - condition: A name, entry term, abbreviation or identifier of a condition, in any case; `nil` counts
  ///     references about anything.
  ///   - filter: The test to pass.
  ///   - exact: Whether only headings of the condition itself count.
  /// - Throws: A `Diagnostic` as for ``claims(about:matching:exact:)``; a database error.
  public func referenceCount(
    about condition: String? = nil, matching filter: Filter = .all, exact: Bool = false
  ) throws -> Int {
    try database.read { db in
      let question = try Question(.reference, about: condition, matching: filter, exact: exact, in: db)
      return try question.referenceCount(in: db)
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
    guard condition != nil || filter != .all else {
      return try forEachPage(of: 500) { row in
        try Reference(columns: row, from: 1)
      } _: { page in
        for reference in page { try body(reference) }
      }
    }
    let rows = try database.read { db in
      let question = try Question(.reference, about: condition, matching: filter, exact: exact, in: db)
      return try Int64.fetchAll((question.rowSQL + SQLFragment("ORDER BY id")).statement(in: db))
    }
    for start in stride(from: 0, to: rows.count, by: 500) {
      let page = Array(rows[start..<min(start + 500, rows.count)])
      for reference in try database.read({ db in try references(inRows: page, in: db) }) {
        try body(reference)
      }
    }
  }

  /// Gives all references, page by page, in the order of their rows.
  ///
  /// - Parameters:
  ///   - length: How many are read at once.
  ///   - make: Makes of a row, the id with ``Reference/columns`` behind it, what is handed on.
  ///   - body: What to do with a page.
  func forEachPage<Element>(
    of length: Int, _ make: (Row) throws -> Element, _ body: ([Element]) throws -> Void
  ) throws {
    var last: Int64 = 0
    while true {
      let start = last
      let page = try database.read { db in
        let statement = try db.cachedStatement(
          sql: "SELECT id, \(Reference.columns) FROM reference WHERE id > ? ORDER BY id LIMIT ?")
        let rows = try Row.fetchCursor(statement, arguments: [start, length])
        var page: [Element] = []
        while let row = try rows.next() {
          last = row[0]
          page.append(try make(row))
        }
        return page
      }
      guard !page.isEmpty else { return }
      try body(page)
    }
  }

  /// The reference with an identifier; `nil` when there is none.
  ///
  /// - Throws: A database error.
  public func reference(for identifier: Identifier) throws -> Reference? {
    // One statement is a reading of its own and needs no transaction around it.
    try database.unsafeRead { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(Reference.columns) FROM reference_identifier
          CROSS JOIN reference ON reference.id = reference_identifier.reference_id
          WHERE reference_identifier.scheme = ? AND reference_identifier.value = ?
          ORDER BY reference_identifier.reference_id LIMIT 1
          """)
      // A cursor lends its row, where fetching one would copy it.
      let rows = try Row.fetchCursor(statement, arguments: [identifier.scheme.rawValue, identifier.value])
      return try rows.next().map { try Reference(columns: $0, from: 0) }
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

  /// The references in rows, in the order of the rows.
  func references(inRows rows: [Int64], in db: Database) throws -> [Reference] {
    let statement = try db.cachedStatement(sql: "SELECT \(Reference.columns) FROM reference WHERE id = ?")
    return try rows.compactMap { row in
      let cursor = try Row.fetchCursor(statement, arguments: [row])
      return try cursor.next().map { try Reference(columns: $0, from: 0) }
    }
  }
}

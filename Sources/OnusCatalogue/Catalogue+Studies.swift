internal import GRDB
public import OnusModel

extension Catalogue {
  /// The studies of a condition or of a narrower one that pass a filter.
  ///
  /// Studies of the condition itself come first, then those of narrower ones, each in the order in which they
  /// were added. A study of a broader class does not count: it is not known whom it included.
  ///
  /// - Parameters:
  ///   - condition: A name, entry term, abbreviation or identifier of a condition, in any case; `nil` asks
  ///     for studies of anything.
  ///   - filter: The test to pass. Tests about claims hold for one and the same claim: see ``Filter``.
  ///   - exact: Whether only studies of the condition itself count.
  /// - Throws: A `Diagnostic` with the code `unknown-condition`, `ambiguous-condition`,
  ///   `unknown-intervention`, `ambiguous-intervention` or `unknown-source`; a database error.
  public func studies(
    about condition: String? = nil, matching filter: Filter = .all, exact: Bool = false
  ) throws -> [CataloguedStudy] {
    try database.read { db in
      let question = try Question(.study, about: condition, matching: filter, exact: exact, in: db)
      var reading = Reading(db)
      return try question.rows(in: db).compactMap { row in
        var study = try reading.study(row.id)
        study?.match = row.match
        return study
      }
    }
  }

  /// The study with an id; `nil` when there is none.
  ///
  /// - Throws: A database error.
  public func study(_ id: Study.ID) throws -> CataloguedStudy? {
    try database.read { db in
      var reading = Reading(db)
      let row = try Int64.fetchOne(db, sql: "SELECT id FROM study WHERE key = ?", arguments: [id.rawValue])
      return try row.flatMap { try reading.study($0) }
    }
  }
}

internal import GRDB
public import OnusModel

extension Catalogue {
  /// The claims about a condition that pass a filter.
  ///
  /// A claim counts when it is about the condition, about a narrower one, or about a broader class that
  /// covers it; `CataloguedClaim.match` says which. Exact ones come first, then narrower, then covering
  /// ones, each in the order in which they were added.
  ///
  /// - Parameters:
  ///   - condition: A name, entry term, abbreviation or identifier of a condition, in any case; `nil` asks
  ///     for claims about anything.
  ///   - filter: The test to pass. Tests about studies hold for one and the same study: see ``Filter``.
  ///   - exact: Whether only claims about the condition itself count.
  /// - Throws: A `Diagnostic` with the code `unknown-condition`, `ambiguous-condition`,
  ///   `unknown-intervention`, `ambiguous-intervention` or `unknown-source`; a database error.
  public func claims(
    about condition: String? = nil, matching filter: Filter = .all, exact: Bool = false
  ) throws -> [CataloguedClaim] {
    try database.read { db in
      let question = try Question(.claim, about: condition, matching: filter, exact: exact, in: db)
      var reading = Reading(db)
      return try question.rows(in: db).compactMap { row in
        var claim = try reading.claim(row.id)
        claim?.match = row.match
        return claim
      }
    }
  }

  /// The claim with an id; `nil` when there is none.
  ///
  /// - Throws: A database error.
  public func claim(_ id: Claim.ID) throws -> CataloguedClaim? {
    try database.read { db in
      var reading = Reading(db)
      let row = try Int64.fetchOne(db, sql: "SELECT id FROM claim WHERE key = ?", arguments: [id.rawValue])
      return try row.flatMap { try reading.claim($0) }
    }
  }
}

internal import GRDB
public import OnusModel

extension Catalogue {
  /// The syntheses of a condition or of a narrower one.
  ///
  /// Those of the condition itself come first, then those of narrower ones, each in the order in which they
  /// were added.
  ///
  /// - Parameters:
  ///   - condition: A name, entry term, abbreviation or identifier of a condition, in any case; `nil` asks
  ///     for all syntheses.
  ///   - exact: Whether only syntheses of the condition itself count.
  /// - Throws: A `Diagnostic` with the code `unknown-condition` or `ambiguous-condition`; a database error.
  public func syntheses(about condition: String? = nil, exact: Bool = false) throws -> [CataloguedSynthesis] {
    try database.read { db in
      var reading = Reading(db)
      return try Self.rows(of: "synthesis", about: condition, exact: exact, in: db).compactMap { row, match in
        var synthesis = try reading.synthesis(row)
        synthesis?.match = match
        return synthesis
      }
    }
  }

  /// The synthesis with an id; `nil` when there is none.
  ///
  /// - Throws: A database error.
  public func synthesis(_ id: Synthesis.ID) throws -> CataloguedSynthesis? {
    try database.read { db in
      var reading = Reading(db)
      let row = try Int64.fetchOne(
        db, sql: "SELECT id FROM synthesis WHERE key = ?", arguments: [id.rawValue])
      return try row.flatMap { try reading.synthesis($0) }
    }
  }

  /// The rows of a table whose entries are linked to conditions, with how they match; all of them, unmatched, where
  /// none is asked for.
  static func rows(
    of table: String, about condition: String?, exact: Bool, in db: Database
  ) throws -> [(row: Int64, match: ConditionMatch?)] {
    guard let condition else {
      return try Int64.fetchAll(db, sql: "SELECT id FROM \(table) ORDER BY id").map { ($0, nil) }
    }
    let id = try Vocabulary.conditions.resolve(Located(condition), in: db).get()
    let asked = ConditionQuery(id: id, findsNarrower: !exact, findsCovering: false)
    let matches = SQLFragment(
      """
      SELECT \(table).id, MIN(asked.match) AS match FROM asked
      JOIN \(table)_condition ON \(table)_condition.condition_id = asked.condition_id
      JOIN \(table) ON \(table).id = \(table)_condition.\(table)_id
      GROUP BY \(table).id ORDER BY match, \(table).id
      """)
    return try Row.fetchAll((asked.tables + matches).statement(in: db)).map { row in
      (row[0], ConditionMatch.allCases[row[1] as Int])
    }
  }
}

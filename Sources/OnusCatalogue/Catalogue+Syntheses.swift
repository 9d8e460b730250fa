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
      var sql = SQLFragment("SELECT id, NULL FROM synthesis ORDER BY id")
      if let condition {
        let id = try Vocabulary.conditions.resolve(Located(condition), in: db).get()
        let asked = ConditionQuery(id: id, findsNarrower: !exact, findsCovering: false)
        sql = asked.tables + Self.synthesesOfConditions
      }
      var reading = Reading(db)
      return try Row.fetchAll(sql.statement(in: db)).compactMap { row in
        let match: Int? = row[1]
        var synthesis = try reading.synthesis(row[0])
        synthesis?.match = match.map { ConditionMatch.allCases[$0] }
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

  private static let synthesesOfConditions = SQLFragment(
    """
    SELECT synthesis.id, MIN(asked.match) AS match FROM asked
    JOIN synthesis_condition ON synthesis_condition.condition_id = asked.condition_id
    JOIN synthesis ON synthesis.id = synthesis_condition.synthesis_id
    GROUP BY synthesis.id ORDER BY match, synthesis.id
    """)
}

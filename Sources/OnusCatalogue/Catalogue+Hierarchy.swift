internal import GRDB
public import OnusModel

extension Catalogue {
  /// The conditions that a person says include a condition, by the condition's id; MeSH's trees are not repeated.
  ///
  /// - Throws: A database error.
  public func broaderConditions() throws -> [Condition.ID: [Condition.ID]] {
    try broader("condition")
  }

  /// The interventions that include an intervention, by its id.
  ///
  /// - Throws: A database error.
  public func broaderInterventions() throws -> [Key<Intervention>: [Key<Intervention>]] {
    try broader("intervention")
  }

  private func broader<Subject>(_ table: String) throws -> [Key<Subject>: [Key<Subject>]] {
    try database.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT narrower.key, wider.key FROM \(table)_broader AS tie
          JOIN \(table) AS narrower ON narrower.id = tie.\(table)_id
          JOIN \(table) AS wider ON wider.id = tie.broader_id
          ORDER BY narrower.id, wider.id
          """)
      return rows.reduce(into: [:]) { $0[Key($1[0] as String), default: []].append(Key($1[1] as String)) }
    }
  }
}

internal import GRDB
public import OnusModel

extension Catalogue {
  /// The condition that a name stands for.
  ///
  /// Case, hyphens, the possessive *'s* and the inversion of headings do not count: "crohn's disease" is
  /// Crohn Disease, "progressive multiple sclerosis, chronic" and "PPMS" are found by entry terms and
  /// abbreviations. Of several conditions a preferred name wins over an entry term, and that over an
  /// abbreviation. An identifier is matched as it is written, without folding.
  ///
  /// - Parameter name: A preferred name, entry term, abbreviation or identifier.
  /// - Throws: A `Diagnostic` with the code `unknown-condition`, which names the nearest ones, or
  ///   `ambiguous-condition`; a database error.
  public func condition(named name: String) throws -> Condition {
    try database.read { db in
      let id = try Vocabulary.conditions.resolve(Located(name), in: db).get()
      var reading = Reading(db)
      guard let condition = try reading.condition(id) else {
        throw Diagnostic(.error, "unknown-condition", "no condition is called \"\(name)\"")
      }
      return condition
    }
  }

  /// All conditions, in the order in which they were added.
  ///
  /// - Throws: A database error.
  public func conditions() throws -> [Condition] { try all(Condition.self, in: "condition") }

  /// All interventions, in the order in which they were added.
  ///
  /// - Throws: A database error.
  public func interventions() throws -> [Intervention] { try all(Intervention.self, in: "intervention") }

  /// All sources, in the order in which they were added.
  ///
  /// - Throws: A database error.
  public func sources() throws -> [Source] { try all(Source.self, in: "source") }

  /// How much the catalogue holds.
  ///
  /// - Throws: A database error.
  public func counts() throws -> Counts {
    try database.read { db in
      func count(_ table: String) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table)") ?? 0
      }
      return Counts(
        conditions: try count("condition"), interventions: try count("intervention"),
        sources: try count("source"), studies: try count("study"), claims: try count("claim"),
        evidenceLinks: try count("evidence_link"), references: try count("reference"),
        mergedRecords: try count("merged_record"))
    }
  }

  /// How many entries of each sort a catalogue holds.
  public struct Counts: Hashable, Sendable {
    /// Conditions.
    public var conditions: Int
    /// Interventions.
    public var interventions: Int
    /// Sources.
    public var sources: Int
    /// Studies.
    public var studies: Int
    /// Claims.
    public var claims: Int
    /// Links between claims and studies.
    public var evidenceLinks: Int
    /// References, each document once.
    public var references: Int
    /// Records that were merged into a reference that was already there.
    public var mergedRecords: Int
  }

  private func all<Value: Decodable & Sendable>(_ type: Value.Type, in table: String) throws -> [Value] {
    try database.read { db in
      let payload = Payload()
      return try Row.fetchAll(db, sql: "SELECT payload FROM \(table) ORDER BY id").map {
        try payload.decode(type, from: $0[0])
      }
    }
  }
}

internal import GRDB
public import OnusModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Two references that look alike, and what was decided about them.
public struct DuplicatePair: Hashable, Sendable {
  /// The first reference; the notice, comment, preprint or abstract where there is one.
  public var first: Reference
  /// The second reference.
  public var second: Reference
  /// What was decided: that they are the same, how they are related, or that a person must look.
  public var grade: String
  /// The name of the rule that decided.
  public var rule: String
  /// What the decision rests on.
  public var facts: [String]
}

extension Catalogue {
  static let duplicateSchema = """
    CREATE TABLE duplicate (
      first_id INTEGER NOT NULL,
      second_id INTEGER NOT NULL,
      grade TEXT NOT NULL,
      rule TEXT NOT NULL,
      facts BLOB NOT NULL,
      first BLOB NOT NULL,
      second BLOB NOT NULL,
      PRIMARY KEY (first_id, second_id, rule)
    ) WITHOUT ROWID;
    CREATE INDEX duplicate_by_grade ON duplicate (grade, first_id, second_id);
    CREATE TABLE duplicate_group (
      reference_id INTEGER PRIMARY KEY,
      first_id INTEGER NOT NULL
    );
    CREATE INDEX duplicate_group_by_first ON duplicate_group (first_id, reference_id);
    """

  static let sameGrade = "same"
  static let questionGrade = "needs a person"

  /// Finds references that stand for one document, and notes every decision with what it rests on.
  ///
  /// Nothing is united yet: see ``uniteDuplicates(_:)``.
  ///
  /// - Throws: A database error.
  public func findDuplicates() throws {
    var rows: [Int64] = []
    var records: [DeduplicationRecord] = []
    try forEachPage(of: 4000, StoredReference.init) { page in
      rows += page.map(\.row)
      records += try inParallel(page.runs(of: 500)) { run in
        try run.map { DeduplicationRecord(try $0.unpacked()) }
      }.flatMap(\.self)
    }
    try database.write { db in
      let addition = Addition(db)
      func reference(_ position: Int) throws -> Reference {
        try addition.reference(rows[position]) ?? Reference()
      }
      let outcome = try Deduplication.outcome(records, reference: reference)
      try db.execute(sql: "DELETE FROM duplicate; DELETE FROM duplicate_group")
      let encoder = JSONEncoder()
      let insertion = try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO duplicate VALUES (?, ?, ?, ?, ?, ?, ?)")
      let payload = Payload()
      for decision in outcome.decisions {
        let grade =
          switch decision.grade {
          case .same: Self.sameGrade
          case .related(let kind): kind.rawValue
          case .needsPerson: Self.questionGrade
          }
        try insertion.execute(arguments: [
          rows[decision.first], rows[decision.second], grade, decision.rule.rawValue,
          try encoder.encode(decision.facts), payload.encode(reference(decision.first)),
          payload.encode(reference(decision.second)),
        ])
      }
      let member = try db.cachedStatement(sql: "INSERT INTO duplicate_group VALUES (?, ?)")
      for group in outcome.groups {
        guard let first = group.map({ rows[$0] }).min() else { continue }
        for position in group { try member.execute(arguments: [rows[position], first]) }
      }
    }
  }

  /// Unites the references that stand for one document into the one that was added first, and keeps each
  /// record as it was beside it.
  ///
  /// The united reference has of each field the value that ``MergedReference`` prefers.
  ///
  /// - Parameter decisions: What people have decided, which goes before what was found.
  /// - Returns: Errors with the code `unknown-reference` for identifiers that no reference has.
  /// - Throws: A database error.
  public func uniteDuplicates(_ decisions: [DuplicateDecision]) throws -> [Diagnostic] {
    try database.write { db in
      var addition = try Addition(finishingLoadIn: db)
      var groups = try DuplicateGroups(in: db)
      for decision in decisions {
        var rows: [Int64] = []
        for record in decision.records {
          guard let row = try addition.rows(with: record.value).first else {
            addition.diagnostics.append(.unknownReference(record.value, at: record.location))
            continue
          }
          rows.append(row)
        }
        if decision.areSame { groups.unite(rows) } else { groups.separate(rows) }
      }
      for group in groups.all { try addition.unite(group) }
      return addition.diagnostics
    }
  }

  /// What was decided about references that look alike, in the order of the references.
  ///
  /// - Parameter onlyQuestions: Whether only what a person must look at is wanted.
  /// - Throws: A database error.
  public func duplicates(onlyQuestions: Bool = false) throws -> [DuplicatePair] {
    try database.read { db in
      let sql = """
        SELECT first, second, grade, rule, facts FROM duplicate
        \(onlyQuestions ? "WHERE grade = ?" : "") ORDER BY first_id, second_id, rule
        """
      let arguments: StatementArguments = onlyQuestions ? [Self.questionGrade] : []
      let payload = Payload()
      let decoder = JSONDecoder()
      return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
        DuplicatePair(
          first: try payload.decode(Reference.self, from: row[0]),
          second: try payload.decode(Reference.self, from: row[1]), grade: row[2], rule: row[3],
          facts: try decoder.decode([String].self, from: row[4]))
      }
    }
  }
}

internal import GRDB
public import OnusModel

extension Catalogue {
  /// Adds what a corpus says, in one transaction, and links it to what the catalogue already holds.
  ///
  /// Conditions, interventions and references come first and deletions last, so within one call the order
  /// does not matter.
  /// Between calls it does: what a claim or a study names must have been added before or with it.
  ///
  /// An entry with a problem is kept with everything that could be resolved; of two entries with one id only
  /// the first is. A reference whose PMID, DOI, PMCID or key is already there is merged into the first one;
  /// one that shows two references to be the same document unites them.
  ///
  /// - Returns: What could not be resolved, in the order of the entries. Codes: `unknown-condition`,
  ///   `ambiguous-condition`, `unknown-intervention`, `ambiguous-intervention`, `unknown-reference`,
  ///   `unknown-source`, `unknown-study`, `unknown-result`, `duplicate-id`, `identifier-conflict`,
  ///   `withdrawn-reference`.
  /// - Throws: A database error, after which nothing of the entries has been added.
  public func add(_ entries: Entries) throws -> [Diagnostic] {
    try database.write { db in
      var addition = try Addition(finishingLoadIn: db)
      try addition.add(entries.conditions)
      try addition.add(entries.interventions)
      try addition.add(entries.references)
      try addition.add(entries.sources)
      try addition.add(entries.studies)
      try addition.add(entries.claims)
      try addition.add(entries.syntheses)
      try addition.add(entries.reviews)
      // Only now is it known on which records a study rests.
      try addition.delete(entries.deletions)
      return addition.diagnostics
    }
  }
}

/// One transaction that adds entries, and the problems it met.
struct Addition {
  let db: Database
  let payload = Payload()
  var diagnostics: [Diagnostic] = []
  /// The references that are not indexed yet.
  var unindexed: Unindexed

  init(_ db: Database, unindexed: Unindexed = Unindexed(after: 0)) {
    self.db = db
    self.unindexed = unindexed
  }

  /// Runs a statement that is prepared once for all rows.
  func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// Whether a key is already taken, which is reported together with the place of the first entry.
  mutating func reportsDuplicate<Value: Decodable>(
    _ key: String, at location: SourceLocation?, in table: String, first: KeyPath<Value, SourceLocation?>
  ) throws -> Bool {
    let sql = "SELECT payload FROM \(table) WHERE key = ?"
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [key]) else { return false }
    let firstPlace = try payload.decode(Value.self, from: row[0])[keyPath: first]
    diagnostics.append(
      Diagnostic(
        .error, "duplicate-id", "the \(table) id \"\(key)\" is used twice", at: location,
        notes: [Diagnostic.Note("the first one is here", at: firstPlace)]))
    return true
  }

  /// The row with a key, or an error that proposes the nearest keys.
  mutating func resolve(_ key: Located<String>, in table: String) throws -> Int64? {
    switch try resolvedRow(of: key, in: table, db) {
    case .success(let id): return id
    case .failure(let problem):
      diagnostics.append(problem)
      return nil
    }
  }

  /// The subjects of a vocabulary that texts name, each once; what cannot be resolved is reported.
  mutating func resolve(_ texts: [Located<String>], in vocabulary: Vocabulary) throws -> [Int64] {
    var ids: [Int64] = []
    for text in texts {
      switch try vocabulary.resolve(text, in: db) {
      case .success(let id): if !ids.contains(id) { ids.append(id) }
      case .failure(let problem): diagnostics.append(problem)
      }
    }
    return ids
  }

  /// Writes the rows that tie a claim or a study to conditions or interventions.
  mutating func link(
    _ texts: [Located<String>], in vocabulary: Vocabulary, to table: String, _ id: Int64
  ) throws {
    for (position, subject) in try resolve(texts, in: vocabulary).enumerated() {
      try execute(
        """
        INSERT INTO \(table)_\(vocabulary.table) (\(vocabulary.table)_id, \(table)_id, position)
        VALUES (?, ?, ?)
        """, [subject, id, position])
    }
  }
}

/// The row with a key, or the error that proposes the nearest keys.
func resolvedRow(
  of key: Located<String>, in table: String, _ db: Database
) throws -> Result<Int64, Diagnostic> {
  let statement = try db.cachedStatement(sql: "SELECT id FROM \(table) WHERE key = ?")
  if let id = try Int64.fetchOne(statement, arguments: [key.value]) { return .success(id) }
  let keys = try String.fetchAll(db, sql: "SELECT key FROM \(table) ORDER BY key")
  return .failure(
    Diagnostic(
      .error, Diagnostic.Code(rawValue: "unknown-\(table)"),
      "no \(table) has the id \"\(key.value)\"" + suggestion(nearest(to: key.value, among: keys, count: 3)),
      at: key.location))
}

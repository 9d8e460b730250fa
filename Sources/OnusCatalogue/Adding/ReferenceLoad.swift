internal import GRDB
public import OnusModel

extension Catalogue {
  /// Adds many references, batch by batch, each in its own transaction, so that a list of any length fits.
  ///
  /// The indexes of headings and of text are made once at the end, which is quicker than keeping them up to
  /// date. A catalogue file whose load was cut off gets them when it is next opened.
  ///
  /// ```swift
  /// try catalogue.load { add in
  ///   while let batch = try next() { try add(batch) }
  /// }
  /// ```
  ///
  /// - Parameter body: Calls its argument with the references in portions, some thousands each.
  /// - Returns: Warnings with the code `identifier-conflict`.
  /// - Throws: A database error, or what `body` throws; the batches added before it stay.
  public func load(_ body: (_ add: ([Reference]) throws -> Void) throws -> Void) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let outcome = Result {
      try body { batch in
        diagnostics += try database.write { db in
          // Another load may have finished since the last batch.
          try ReferenceLoad.begin(in: db)
          var addition = Addition(db)
          addition.indexesReferenceText = false
          try addition.add(batch)
          return addition.diagnostics
        }
      }
    }
    try database.write { try ReferenceLoad.finish(in: $0) }
    try outcome.get()
    return diagnostics
  }
}

/// What is put off while many references are loaded.
enum ReferenceLoad {
  /// Marks that there are references without indexes, in the transaction that adds them.
  static func begin(in db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO unfinished_load (id) VALUES (1);
        DROP INDEX IF EXISTS reference_heading_by_heading;
        """)
  }

  /// Makes the indexes that a load has put off; does nothing when none was begun.
  static func finish(in db: Database) throws {
    guard try Row.fetchOne(db, sql: "SELECT 1 FROM unfinished_load") != nil else { return }
    try db.execute(
      sql: """
        CREATE INDEX IF NOT EXISTS reference_heading_by_heading ON reference_heading (heading, reference_id);
        INSERT INTO reference_text (reference_text) VALUES ('rebuild');
        ANALYZE;
        DELETE FROM unfinished_load;
        """)
  }
}

internal import GRDB
internal import OnusModel

/// The claims, studies, sources, references and conditions of a corpus, linked and ready for
/// questions.
///
/// A catalogue is one SQLite database, in memory or in a file. Every value is kept whole beside the columns
/// that answer queries, so what comes out is what went in.
///
/// ```swift
/// let catalogue = try Catalogue()
/// let problems = try catalogue.add(entries)
/// let claims = try catalogue.claims(
///   about: "multiple sclerosis", matching: .design(atLeast: .randomizedTrial) && .sampleSize(atLeast: 50))
/// ```
public final class Catalogue: Sendable {
  let database: DatabaseQueue

  /// Creates an empty catalogue in memory.
  ///
  /// - Throws: A database error when SQLite cannot be set up.
  public init() throws {
    database = try DatabaseQueue(configuration: Self.configuration)
    try Self.schema.migrate(database)
  }

  /// Opens the catalogue in a file, and creates the file when there is none.
  ///
  /// - Throws: A `Diagnostic` with the code `unreadable-catalogue` when the file cannot be opened or is no
  ///   catalogue.
  public init(path: String) throws {
    do {
      database = try DatabaseQueue(path: path, configuration: Self.configuration)
      try database.read { try Self.expectCatalogue(in: $0, at: path) }
      // Only now is it known that the file may be changed at all.
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try Self.schema.migrate(database)
      try database.write { _ = try Addition(finishingLoadIn: $0) }
    } catch let error as DatabaseError {
      throw Diagnostic(
        .error, "unreadable-catalogue",
        "the catalogue cannot be opened: \(error.message ?? "SQLite error \(error.resultCode.rawValue)")",
        at: SourceLocation(file: path))
    }
  }

  /// Opens the catalogue in a file that nobody changes any more, and leaves no other file beside it.
  ///
  /// - Parameter path: The path of a file that ``seal()`` has finished.
  /// - Throws: A `Diagnostic` with the code `unreadable-catalogue` when there is no such file, or it is damaged,
  ///   no catalogue, or of another version.
  public init(sealedAt path: String) throws {
    do {
      var configuration = Self.configuration
      configuration.readonly = true
      database = try DatabaseQueue(path: path, configuration: configuration)
      try database.read { db in
        try Self.expectCatalogue(in: db, at: path)
        guard try Self.schema.hasCompletedMigrations(db) else {
          throw DatabaseError(message: "it was written by an earlier version")
        }
      }
    } catch let error as DatabaseError {
      throw Diagnostic(
        .error, "unreadable-catalogue",
        "the catalogue cannot be opened: \(error.message ?? "SQLite error \(error.resultCode.rawValue)")",
        at: SourceLocation(file: path))
    }
  }

  /// Finishes the file: everything is in it, it can be moved, and the catalogue must not be used any more.
  ///
  /// - Throws: A database error, for one when the disk is full.
  public func seal() throws {
    try database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE")
    }
    try database.close()
  }

  /// Whether SQLite finds the whole file in order, which it reads for that.
  ///
  /// - Throws: A database error.
  public func isIntact() throws -> Bool {
    try database.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") == "ok" }
  }

  /// What SQLite files say of the program that they belong to: "ONUS" in four bytes.
  static let applicationID = 0x4F4E_5553

  private static func expectCatalogue(in db: Database, at path: String) throws {
    let isEmpty = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") == 0
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
    let message: String? =
      if !isEmpty, id != applicationID {
        "it is a database of another program"
      } else if try schema.hasBeenSuperseded(db) {
        "it was written by a later version"
      } else {
        nil
      }
    if let message {
      throw Diagnostic(
        .error, "unreadable-catalogue", "the catalogue cannot be opened: \(message)",
        at: SourceLocation(file: path))
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.label = "Onus catalogue"
    // A catalogue can be built again from its corpus, so a power cut need not be survived write by write.
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA page_size = 8192;
          PRAGMA synchronous = NORMAL;
          PRAGMA cache_size = -65536;
          PRAGMA wal_autocheckpoint = 8192;
          """)
    }
    // Another program may be adding a batch.
    configuration.busyMode = .timeout(60)
    return configuration
  }
}

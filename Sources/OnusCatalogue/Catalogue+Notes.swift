internal import GRDB

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Catalogue {
  static let noteSchema = """
    CREATE TABLE note (
      key TEXT PRIMARY KEY,
      value BLOB NOT NULL
    ) WITHOUT ROWID;
    """

  /// What was noted beside the entries under a key, for whoever keeps the file; `nil` when nothing was.
  ///
  /// - Throws: A database error.
  public func note(_ key: String) throws -> [UInt8]? {
    try database.read { db in
      try Data.fetchOne(db, sql: "SELECT value FROM note WHERE key = ?", arguments: [key]).map { [UInt8]($0) }
    }
  }

  /// Notes something beside the entries under a key.
  ///
  /// - Throws: A database error.
  public func setNote(_ value: [UInt8], for key: String) throws {
    try database.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", arguments: [key, Data(value)])
    }
  }
}

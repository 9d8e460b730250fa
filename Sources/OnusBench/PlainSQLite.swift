import GRDBSQLite
import OnusModel

/// A database through nothing but SQLite's own interface: what the rest is compared with.
final class PlainSQLite {
  private var connection: OpaquePointer?

  init(path: String) throws {
    try check(sqlite3_open(path, &connection))
  }

  deinit { sqlite3_close(connection) }

  func execute(_ sql: String) throws { try check(sqlite3_exec(connection, sql, nil, nil, nil)) }

  private func check(_ code: CInt) throws {
    guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
    let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? "SQLite error \(code)"
    throw Benchmark.WrongResult(description: message)
  }

  /// One value of a row.
  enum Value: Sendable {
    case null
    case integer(Int64)
    case text([UInt8])
    case blob([UInt8])
  }

  /// All rows of a query.
  func rows(_ sql: String) throws -> [[Value]] {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil))
    defer { sqlite3_finalize(statement) }
    var rows: [[Value]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append((0..<sqlite3_column_count(statement)).map { Self.value(of: statement, $0) })
    }
    return rows
  }

  private static func value(of statement: OpaquePointer?, _ column: CInt) -> Value {
    func bytes(_ start: UnsafeRawPointer?) -> [UInt8] {
      Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_TEXT: return .text(bytes(sqlite3_column_text(statement, column)))
    case SQLITE_BLOB: return .blob(bytes(sqlite3_column_blob(statement, column)))
    default: return .null
    }
  }

  /// Inserts rows by a statement that is prepared once, with so many rows to a transaction.
  func insert(_ rows: [[Value]], by sql: String, perTransaction: Int = 10_000) throws {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil))
    defer { sqlite3_finalize(statement) }
    for start in stride(from: 0, to: rows.count, by: perTransaction) {
      try execute("BEGIN")
      for row in rows[start..<min(start + perTransaction, rows.count)] {
        try insert(row, by: statement)
      }
      try execute("COMMIT")
    }
  }

  private func insert(_ row: [Value], by statement: OpaquePointer?) throws {
    for (index, value) in row.enumerated() {
      let place = CInt(index + 1)
      switch value {
      case .null: sqlite3_bind_null(statement, place)
      case .integer(let number): sqlite3_bind_int64(statement, place, number)
      case .text(let bytes):
        // The row is in memory until it has been inserted.
        bytes.withUnsafeBytes { bytes in
          _ = sqlite3_bind_text(
            statement, place, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(bytes.count), nil)
        }
      case .blob(let bytes):
        bytes.withUnsafeBytes { _ = sqlite3_bind_blob(statement, place, $0.baseAddress, CInt($0.count), nil) }
      }
    }
    try check(sqlite3_step(statement))
    sqlite3_reset(statement)
  }
}

internal import GRDB
internal import GRDBSQLite

/// A statement in SQLite's own interface, for loops over very many rows.
///
/// Binding through GRDB costs as much as the insertion itself.
struct RawStatement: ~Copyable {
  private let handle: OpaquePointer?
  private let connection: OpaquePointer?

  init(_ sql: String, in db: Database) throws {
    var handle: OpaquePointer?
    connection = db.sqliteConnection
    let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
    self.handle = handle
    try check(code)
  }

  deinit { sqlite3_finalize(handle) }

  private func check(_ code: CInt) throws {
    guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
    throw DatabaseError(
      resultCode: ResultCode(rawValue: code), message: sqlite3_errmsg(connection).map { String(cString: $0) })
  }

  /// Binds a number to a question mark, counted from 1.
  borrowing func bind(_ number: Int64, at index: CInt) throws {
    try check(sqlite3_bind_int64(handle, index, number))
  }

  borrowing func bindNull(at index: CInt) throws { try check(sqlite3_bind_null(handle, index)) }

  /// Binds UTF-8 that stays where it is until the row has been written; a buffer without an address is NULL.
  borrowing func bind(text: UnsafeRawBufferPointer, at index: CInt) throws {
    let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
    try check(sqlite3_bind_text(handle, index, start, CInt(text.count), nil))
  }

  /// Binds bytes that stay where they are until the row has been written.
  borrowing func bind(blob: UnsafeRawBufferPointer, at index: CInt) throws {
    try check(sqlite3_bind_blob(handle, index, blob.baseAddress, CInt(blob.count), nil))
  }

  /// Goes to the next row; `false` when there is none.
  borrowing func step() throws -> Bool {
    let code = sqlite3_step(handle)
    try check(code)
    return code == SQLITE_ROW
  }

  /// Makes ready for the next execution; values stay bound.
  borrowing func reset() { sqlite3_reset(handle) }

  /// Binds a text, and calls the body while it stays where it is.
  borrowing func bind<Value>(
    _ text: String, at index: CInt, _ body: () throws -> Value
  ) throws -> Value {
    var text = text
    return try text.withUTF8 { utf8 in
      try bind(text: UnsafeRawBufferPointer(utf8), at: index)
      return try body()
    }
  }

  /// Executes a statement that gives no rows.
  borrowing func execute() throws {
    defer { reset() }
    _ = try step()
  }

  /// The number in a column of the row, counted from 0.
  borrowing func number(_ column: CInt) -> Int64 { sqlite3_column_int64(handle, column) }

  /// Gives the bytes in a column of the row, which are only valid within the body.
  borrowing func withBytes<Value>(
    _ column: CInt, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    let start = sqlite3_column_blob(handle, column)
    return try body(
      UnsafeRawBufferPointer(
        start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column))))
  }
}

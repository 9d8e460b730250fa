internal import Dispatch
internal import GRDB
public import OnusModel
internal import Synchronization

extension Catalogue {
  /// Adds many references, batch by batch, each in its own transaction, so that a list of any length fits.
  ///
  /// A batch is stored while the body makes the next one. What has been added can be found by its
  /// identifiers, headings and words when enough has come together, and at the latest at the end. A catalogue
  /// file whose load was cut off holds whole batches, and makes them findable when it is next opened.
  ///
  /// ```swift
  /// try catalogue.load { add in
  ///   while let batch = try next() { try add(batch) }
  /// }
  /// ```
  ///
  /// - Parameter body: Calls its argument with the references in batches, best of about 10,000.
  /// - Returns: Warnings with the code `identifier-conflict`.
  /// - Throws: A database error, or what `body` throws; the batches added before it stay.
  public func load(_ body: (_ add: ([Reference]) throws -> Void) throws -> Void) throws -> [Diagnostic] {
    let load = ReferenceLoad()
    let outcome = Result { try body { try load.add($0, to: database) } }
    // The database's queue gets here when it has stored all batches.
    try database.write { try load.finish(in: $0) }
    try load.check()
    try outcome.get()
    return load.diagnostics
  }
}

/// A load under way: what one transaction leaves to the next.
private final class ReferenceLoad: Sendable {
  private struct State: Sendable {
    var unindexed = Unindexed(after: 0)
    /// What SQLite says changes when another connection has written; `nil` before the first batch.
    var version: Int?
    var diagnostics: [Diagnostic] = []
    var error: (any Error)?
  }

  private let state = Mutex(State())
  /// Two batches wait at most, so that memory is bounded.
  private let slots = DispatchSemaphore(value: 2)

  var diagnostics: [Diagnostic] { state.withLock(\.diagnostics) }

  /// Throws what a batch has thrown.
  func check() throws {
    if let error = state.withLock(\.error) { throw error }
  }

  /// Packs a batch on the caller's thread and has it stored on the database's.
  func add(_ batch: [Reference], to database: DatabaseQueue) throws {
    let packed = PackedReferences(batch)
    slots.wait()
    database.asyncWriteWithoutTransaction { [self] db in
      defer { slots.signal() }
      var next = takeState()
      guard next.error == nil else { return }
      do {
        try db.inTransaction {
          try Self.store(packed, &next, in: db)
          return .commit
        }
      } catch {
        next.error = error
      }
      let result = next
      state.withLock { $0 = result }
    }
    try check()
  }

  /// Makes everything be found that has been stored.
  func finish(in db: Database) throws {
    var state = takeState()
    guard state.error == nil else {
      _ = try Addition(finishingLoadIn: db)
      return
    }
    var addition = try Self.addition(continuing: &state, in: db)
    try addition.finishLoad()
  }

  /// The state, for the database's queue, which alone changes it: one batch after the other.
  ///
  /// Nothing else holds on to what is unindexed meanwhile, or each batch would begin by copying it.
  private func takeState() -> State {
    state.withLock { state in
      let taken = state
      state.unindexed = Unindexed(after: 0)
      return taken
    }
  }

  private static func addition(continuing state: inout State, in db: Database) throws -> Addition {
    let version = try Int.fetchOne(db, sql: "PRAGMA data_version")
    let isCurrent = try state.unindexed.isCurrent(in: db)
    if version != state.version || !isCurrent {
      state.unindexed = try Unindexed(in: db)
      state.version = version
    }
    defer { state.unindexed = Unindexed(after: 0) }
    return Addition(db, unindexed: state.unindexed)
  }

  private static func store(_ batch: PackedReferences, _ state: inout State, in db: Database) throws {
    var addition = try addition(continuing: &state, in: db)
    try db.execute(
      sql: "INSERT OR IGNORE INTO unfinished_load (id, indexed_through) VALUES (1, ?)",
      arguments: [addition.unindexed.indexedThrough])
    try addition.add(batch)
    if addition.unindexed.isLarge { try addition.finishLoad() }
    state.unindexed = addition.unindexed
    state.diagnostics += addition.diagnostics
  }
}

extension Unindexed {
  /// Whether it is time to index them: the more there are already, the more are put among them at once.
  fileprivate var isLarge: Bool { count >= min(max(10_000, indexedThrough / 2), 250_000) }

  /// Reads what a load that was cut off, or is under way, has left.
  fileprivate init(in db: Database) throws {
    let last = try Self.last(in: db)
    self.init(after: try Self.indexedThrough(in: db) ?? last, last: last)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, payload FROM reference WHERE id > ? ORDER BY id", arguments: [indexedThrough])
    while let row = try rows.next() {
      let id: Int64 = row[0]
      let addition = Addition(db)
      for identifier in try PackedReader.head(in: row, at: 1).identifiers {
        if Self.isUnique(identifier.scheme), try !addition.rows(with: identifier).isEmpty { continue }
        insert(identifier, of: id)
      }
    }
  }

  /// Whether nothing else has added, indexed or removed references.
  fileprivate func isCurrent(in db: Database) throws -> Bool {
    let mark = try Self.indexedThrough(in: db)
    return try Self.last(in: db) == last && (mark ?? last) == indexedThrough
  }

  private static func indexedThrough(in db: Database) throws -> Int64? {
    try Int64.fetchOne(db, sql: "SELECT indexed_through FROM unfinished_load")
  }

  private static func last(in db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT MAX(id) FROM reference") ?? 0
  }
}

extension Addition {
  /// Begins a transaction by indexing what a load has left.
  init(finishingLoadIn db: Database) throws {
    self.init(db, unindexed: try Unindexed(in: db))
    try finishLoad()
  }

  /// Indexes what a load has left, if it has left something.
  fileprivate mutating func finishLoad() throws {
    guard try Row.fetchOne(db, sql: "SELECT 1 FROM unfinished_load") != nil else { return }
    try indexReferences()
    try db.execute(sql: "DELETE FROM unfinished_load")
  }
}

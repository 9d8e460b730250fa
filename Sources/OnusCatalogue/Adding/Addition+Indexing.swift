internal import GRDB
internal import OnusModel

extension Addition {
  /// Makes the rows by which the references that have been added can be found, in the order of the indexes.
  mutating func indexReferences() throws {
    let portion: Int64 = 100_000
    var first = unindexed.indexedThrough + 1
    while first <= unindexed.last {
      let last = min(first + portion - 1, unindexed.last)
      try execute(
        """
        INSERT INTO reference_text (rowid, title, abstract)
        SELECT id, title, abstract FROM reference WHERE id BETWEEN ? AND ?
        """, [first, last])
      try indexIdentifiersAndHeadings(of: first...last)
      first = last + 1
    }
    unindexed = Unindexed(after: unindexed.last)
  }

  private mutating func indexIdentifiersAndHeadings(of rows: ClosedRange<Int64>) throws {
    var identifiers: [(identifier: Identifier, row: Int64)] = []
    var headings: [HeadingEntry] = []
    var vocabulary = HeadingVocabulary(db)
    let query = try RawStatement("SELECT id, year, payload FROM reference WHERE id BETWEEN ? AND ?", in: db)
    try query.bind(rows.lowerBound, at: 1)
    try query.bind(rows.upperBound, at: 2)
    while try query.step() {
      let row = query.number(0)
      let year = query.number(1)
      let head = try query.withBytes(2) { bytes in
        var reader = PackedReader(bytes)
        return try reader.head()
      }
      for identifier in head.identifiers where unindexed.isOwner(row, of: identifier) {
        identifiers.append((identifier, row))
      }
      for heading in head.headings {
        let id = try vocabulary.row(of: heading.descriptor.term)
        headings.append(HeadingEntry(heading: id, year: year, reference: row))
      }
    }
    identifiers.sort { ($0.identifier, $0.row) < ($1.identifier, $1.row) }
    try insert(identifiers)
    headings.sort()
    try insert(headings)
  }

  private func insert(_ identifiers: [(identifier: Identifier, row: Int64)]) throws {
    let insertion = try RawStatement(
      "INSERT OR IGNORE INTO reference_identifier (scheme, value, reference_id) VALUES (?, ?, ?)", in: db)
    for (identifier, row) in identifiers {
      try insertion.bind(row, at: 3)
      try insertion.bind(identifier.scheme.rawValue, at: 1) {
        try insertion.bind(identifier.value, at: 2) { try insertion.execute() }
      }
    }
  }

  private func insert(_ headings: [HeadingEntry]) throws {
    let insertion = try RawStatement(
      "INSERT OR IGNORE INTO reference_heading (heading_id, year, reference_id) VALUES (?, ?, ?)", in: db)
    for entry in headings {
      try insertion.bind(entry.heading, at: 1)
      try insertion.bind(entry.year, at: 2)
      try insertion.bind(entry.reference, at: 3)
      try insertion.execute()
    }
  }

  /// Makes a reference that has just been written be found.
  mutating func insertIntoIndexes(_ reference: Reference, _ row: Int64) throws {
    guard row <= unindexed.indexedThrough else {
      for identifier in reference.identifiers {
        // What two documents share stays with the first; the conflict has been reported.
        if Unindexed.isUnique(identifier.scheme), try !rows(with: identifier).isEmpty { continue }
        unindexed.insert(identifier, of: row)
      }
      return
    }
    for identifier in Set(reference.identifiers) {
      if Unindexed.isUnique(identifier.scheme), try !rows(with: identifier).isEmpty { continue }
      try insert([(identifier, row)])
    }
    var vocabulary = HeadingVocabulary(db)
    try insert(
      reference.headings.map {
        HeadingEntry(
          heading: try vocabulary.row(of: $0.descriptor.term), year: Int64(reference.year ?? 0),
          reference: row)
      })
    try execute(
      "INSERT INTO reference_text (rowid, title, abstract) VALUES (?, ?, ?)",
      [row, reference.title, reference.abstractText])
  }

  /// Makes a reference not be found any more; its row must still be as it was when it was indexed.
  mutating func removeFromIndexes(_ reference: Reference, _ row: Int64) throws {
    for identifier in Set(reference.identifiers) {
      unindexed.remove(identifier, of: row)
      try execute(
        "DELETE FROM reference_identifier WHERE scheme = ? AND value = ? AND reference_id = ?",
        [identifier.scheme.rawValue, identifier.value, row])
    }
    guard row <= unindexed.indexedThrough else { return }
    var vocabulary = HeadingVocabulary(db)
    for heading in reference.headings {
      try execute(
        "DELETE FROM reference_heading WHERE heading_id = ? AND year = ? AND reference_id = ?",
        [try vocabulary.row(of: heading.descriptor.term), reference.year ?? 0, row])
    }
    try execute(
      """
      INSERT INTO reference_text (reference_text, rowid, title, abstract)
      SELECT 'delete', id, title, abstract FROM reference WHERE id = ?
      """, [row])
  }
}

/// A row of the index by heading, ordered as the index is.
private struct HeadingEntry: Comparable {
  var heading: Int64
  var year: Int64
  var reference: Int64

  static func < (left: HeadingEntry, right: HeadingEntry) -> Bool {
    if left.heading != right.heading { return left.heading < right.heading }
    if left.year != right.year { return left.year < right.year }
    return left.reference < right.reference
  }
}

/// The rows of subject headings, each of which is tied to the conditions that it names.
private struct HeadingVocabulary {
  private let db: Database
  private var known: [Term: Int64] = [:]

  init(_ db: Database) { self.db = db }

  mutating func row(of term: Term) throws -> Int64 {
    if let row = known[term] { return row }
    let folded = term.ui.map { foldedIdentifier($0) } ?? foldedName(term.name)
    let row = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM heading WHERE folded = ?"), arguments: [folded])
    let id = try row ?? insert(folded)
    known[term] = id
    return id
  }

  private func insert(_ folded: String) throws -> Int64 {
    try db.cachedStatement(sql: "INSERT INTO heading (folded) VALUES (?)").execute(arguments: [folded])
    let id = db.lastInsertedRowID
    try db.cachedStatement(
      sql: """
        INSERT INTO condition_heading (condition_id, heading_id)
        SELECT DISTINCT condition_id, ? FROM condition_name WHERE folded = ? AND kind < 3
        """
    ).execute(arguments: [id, folded])
    return id
  }
}

internal import GRDB
internal import OnusModel

extension Addition {
  /// Makes the rows by which the references that have been added can be found, in the order of the indexes.
  mutating func indexReferences() throws {
    for rows in Self.portions(of: unindexed.indexedThrough + 1, through: unindexed.last) {
      try execute(
        """
        INSERT INTO reference_text (rowid, title, abstract)
        SELECT id, title, abstract FROM reference WHERE id BETWEEN ? AND ?
        """, [rows.lowerBound, rows.upperBound])
    }
    unindexed.entries.remove(unindexed.changed)
    for row in unindexed.changed.sorted() { try addEntries(of: row...row) }
    for rows in Self.portions(of: unindexed.indexedThrough + 1, through: unindexed.rememberedAfter) {
      try addEntries(of: rows, except: unindexed.changed)
      try insertEntries()
    }
    try insertEntries()
    unindexed = unindexed.indexed
  }

  /// As many rows as fit into memory at once.
  private static func portions(of first: Int64, through last: Int64) -> [ClosedRange<Int64>] {
    stride(from: first, through: last, by: 100_000).map { $0...min($0 + 99_999, last) }
  }

  private mutating func insertEntries() throws {
    unindexed.entries.sort()
    let owners = try RawStatement(
      "INSERT OR IGNORE INTO reference_identifier (scheme, value, reference_id) VALUES (?, ?, ?)", in: db)
    for owner in unindexed.entries.owners {
      try owners.bind(owner.reference, at: 3)
      try owners.bind(owner.identifier.scheme.rawValue, at: 1) {
        try owners.bind(owner.identifier.value, at: 2) { try owners.execute() }
      }
    }
    let headings = try RawStatement(
      "INSERT OR IGNORE INTO reference_heading (heading_id, year, reference_id) VALUES (?, ?, ?)", in: db)
    for entry in unindexed.entries.headings {
      try headings.bind(entry.heading, at: 1)
      try headings.bind(Int64(entry.year), at: 2)
      try headings.bind(entry.reference, at: 3)
      try headings.execute()
    }
    unindexed.entries = IndexEntries()
  }

  /// Reads what references are found by from the references as they are stored.
  private mutating func addEntries(of rows: ClosedRange<Int64>, except known: Set<Int64> = []) throws {
    let query = try RawStatement("SELECT id, year, payload FROM reference WHERE id BETWEEN ? AND ?", in: db)
    try query.bind(rows.lowerBound, at: 1)
    try query.bind(rows.upperBound, at: 2)
    while try query.step() {
      let row = query.number(0)
      if known.contains(row) { continue }
      let year = Int(query.number(1))
      let head = try query.withBytes(2) { bytes in
        var reader = PackedReader(bytes)
        return try reader.head()
      }
      for identifier in head.identifiers where unindexed.isOwner(row, of: identifier) {
        unindexed.entries.append(identifier, of: row)
      }
      for heading in head.headings {
        let id = try unindexed.vocabulary.row(of: HeadingName(heading.descriptor.term), in: db)
        unindexed.entries.append(heading: id, year: year, of: row)
      }
    }
  }

  /// Makes a reference that has just been written be found.
  mutating func insertIntoIndexes(_ reference: Reference, _ row: Int64) throws {
    guard row <= unindexed.indexedThrough else {
      unindexed.changed.insert(row)
      for identifier in reference.identifiers {
        // What two documents share stays with the first; the conflict has been reported.
        if Unindexed.isUnique(identifier.scheme), try !rows(with: identifier).isEmpty { continue }
        unindexed.insert(identifier, of: row)
      }
      return
    }
    for identifier in Set(reference.identifiers) {
      if Unindexed.isUnique(identifier.scheme), try !rows(with: identifier).isEmpty { continue }
      try execute(
        "INSERT OR IGNORE INTO reference_identifier (scheme, value, reference_id) VALUES (?, ?, ?)",
        [identifier.scheme.rawValue, identifier.value, row])
    }
    for heading in reference.headings {
      try execute(
        "INSERT OR IGNORE INTO reference_heading (heading_id, year, reference_id) VALUES (?, ?, ?)",
        [
          try unindexed.vocabulary.row(of: HeadingName(heading.descriptor.term), in: db), reference.year ?? 0,
          row,
        ])
    }
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
    guard row <= unindexed.indexedThrough else {
      unindexed.changed.insert(row)
      return
    }
    for heading in reference.headings {
      try execute(
        "DELETE FROM reference_heading WHERE heading_id = ? AND year = ? AND reference_id = ?",
        [
          try unindexed.vocabulary.row(of: HeadingName(heading.descriptor.term), in: db), reference.year ?? 0,
          row,
        ])
    }
    try execute(
      """
      INSERT INTO reference_text (reference_text, rowid, title, abstract)
      SELECT 'delete', id, title, abstract FROM reference WHERE id = ?
      """, [row])
  }
}

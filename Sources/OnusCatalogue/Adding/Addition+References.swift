internal import GRDB
internal import OnusModel

extension Addition {
  /// Adds references and indexes them; a record of documents that are already there unites them into the
  /// oldest.
  mutating func add(_ references: [Reference]) throws {
    for start in stride(from: 0, to: references.count, by: 10_000) {
      try add(PackedReferences(references[start..<min(start + 10_000, references.count)]))
    }
    try indexReferences()
  }

  /// Adds references that are to be indexed later.
  mutating func add(_ references: PackedReferences) throws {
    let insertion = try RawStatement(
      "INSERT INTO reference (id, title, abstract, year, payload) VALUES (?, ?, ?, ?, ?)", in: db)
    let search = try RawStatement(
      "SELECT 1 FROM reference_identifier WHERE scheme = ? AND value = ?", in: db)
    var headings = [Int64?](repeating: nil, count: references.headingNames.count)
    for item in references.items {
      if try isKnown(item, by: search) {
        let reference = try references.reference(item)
        let matches = try matches(of: reference)
        if let oldest = matches.first {
          try merge(reference, into: oldest, uniting: matches.dropFirst())
          continue
        }
      }
      let id = unindexed.next
      try references.insert(item, as: id, by: insertion)
      unindexed.insert(id)
      for identifier in item.identifiers where try !isTaken(identifier, by: search) {
        if unindexed.insert(identifier, of: id) { unindexed.entries.append(identifier, of: id) }
      }
      for position in references.headings[item.headings] {
        let heading =
          try headings[Int(position)]
          ?? unindexed.vocabulary.row(of: references.headingNames[Int(position)], in: db)
        headings[Int(position)] = heading
        unindexed.entries.append(heading: heading, year: item.year ?? 0, of: id)
      }
    }
  }

  /// Whether there is a reference with one of the identifiers by which references are matched.
  private func isKnown(_ item: PackedReferences.Item, by search: borrowing RawStatement) throws -> Bool {
    for identifier in item.identifiers where Unindexed.matchingSchemes.contains(identifier.scheme) {
      if !unindexed.rows(with: identifier).isEmpty { return true }
      if try isIndexed(identifier, by: search) { return true }
    }
    return false
  }

  /// Whether another reference has an identifier that only one can have.
  private func isTaken(_ identifier: Identifier, by search: borrowing RawStatement) throws -> Bool {
    try Unindexed.isUnique(identifier.scheme) && isIndexed(identifier, by: search)
  }

  private func isIndexed(_ identifier: Identifier, by search: borrowing RawStatement) throws -> Bool {
    guard unindexed.indexedThrough > 0 else { return false }
    return try search.bind(identifier.scheme.rawValue, at: 1) {
      try search.bind(identifier.value, at: 2) {
        defer { search.reset() }
        return try search.step()
      }
    }
  }

  /// Removes the records that their database has withdrawn, except those on which a study rests.
  mutating func delete(_ identifiers: [Located<Identifier>]) throws {
    for identifier in identifiers {
      guard let id = try rows(with: identifier.value).first else { continue }
      let study = try String.fetchOne(
        db,
        sql: """
          SELECT study.name FROM study_report JOIN study ON study.id = study_report.study_id
          WHERE study_report.reference_id = ? ORDER BY study.id
          """, arguments: [id])
      if let study {
        diagnostics.append(
          Diagnostic(
            .warning, "withdrawn-reference",
            "\(identifier.value) was withdrawn by its database, but \(study) rests on it; it is kept",
            at: identifier.location))
      } else {
        guard let reference = try reference(id) else { continue }
        try removeFromIndexes(reference, id)
        try execute("DELETE FROM reference WHERE id = ?", [id])
      }
    }
  }

  /// The rows of the references with an identifier, the first added first.
  func rows(with identifier: Identifier) throws -> [Int64] {
    let indexed = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT reference_id FROM reference_identifier WHERE scheme = ? AND value = ? ORDER BY reference_id
          """), arguments: [identifier.scheme.rawValue, identifier.value])
    return indexed + unindexed.rows(with: identifier).sorted()
  }

  func reference(_ id: Int64) throws -> Reference? {
    let statement = try db.cachedStatement(sql: "SELECT \(Reference.columns) FROM reference WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map { try Reference(columns: $0, from: 0) }
  }

  /// A reference of the catalogue that shares an identifier with a record.
  private struct Match {
    var id: Int64
    var reference: Reference
    var shared: Identifier
  }

  /// The references of the document that a record is about, the oldest first.
  ///
  /// Two PMIDs are two documents, even under one DOI. A file's own key only tells documents apart within the
  /// file, so it counts where nothing speaks against it.
  private mutating func matches(of reference: Reference) throws -> [Match] {
    var matches: [Match] = []
    var apart: [(Match, IdentifierConflict)] = []
    var seen = Set<Int64>()
    for scheme in Unindexed.matchingSchemes {
      for identifier in reference.identifiers where identifier.scheme == scheme {
        for id in try rows(with: identifier) where !seen.contains(id) {
          // Files number their records, so very many may have one key.
          if scheme == .key, try !mayBe(reference, id) { continue }
          guard let existing = try self.reference(id) else { continue }
          let match = Match(id: id, reference: existing, shared: identifier)
          let conflict = reference.conflict(with: existing)
          seen.insert(id)
          if let conflict, conflict.keepsApart {
            apart.append((match, conflict))
            continue
          }
          if let conflict { report(conflict, of: reference, with: match) }
          matches.append(match)
        }
      }
    }
    for (match, conflict) in apart {
      // Who imports a list again need not be told again.
      let isKnown = matches.contains { $0.reference.identifiers.contains(match.shared) }
      if !isKnown { report(conflict, of: reference, with: match) }
    }
    return matches.sorted { $0.id < $1.id }
  }

  /// Whether nothing speaks against a record being about the document in a row: told without unpacking it all.
  private func mayBe(_ reference: Reference, _ id: Int64) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT title, payload FROM reference WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return false }
    var existing = Reference()
    existing.title = row[0]
    existing.identifiers = try PackedReader.head(in: row, at: 1).identifiers
    return reference.conflict(with: existing) == nil && reference.hasTitle(of: existing)
  }

  private mutating func report(_ conflict: IdentifierConflict, of record: Reference, with match: Match) {
    diagnostics.append(conflict.diagnostic(sharing: match.shared, record, match.reference))
  }

  /// Merges a record into a reference, together with other references that the record shows to be the same.
  private mutating func merge(
    _ reference: Reference, into oldest: Match, uniting others: ArraySlice<Match>
  ) throws {
    var merged = oldest.reference
    var known = merged.filled(from: reference)
    for other in others {
      let conflict = known.conflict(with: other.reference)
      // Who imports a list again need not be told again.
      let isKnown = oldest.reference.identifiers.contains(other.shared)
      if let conflict, !isKnown { report(conflict, of: reference, with: other) }
      if conflict?.keepsApart == true { continue }
      if other.shared.scheme != .key || known.hasTitle(of: other.reference) {
        merged = merged.filled(from: other.reference)
        known = known.filled(from: other.reference)
        try replace(other.reference, in: other.id, by: oldest.id)
      }
    }
    try execute(
      "INSERT INTO merged_record (reference_id, payload) VALUES (?, ?)",
      [oldest.id, payload.encode(reference)])
    merged = merged.filled(from: reference)
    try write(merged, over: oldest.reference, in: oldest.id)
  }

  /// Writes what a reference has become by merging.
  mutating func write(_ merged: Reference, over earlier: Reference, in row: Int64) throws {
    guard merged != earlier else { return }
    try removeFromIndexes(earlier, row)
    let update = try RawStatement(
      "UPDATE reference SET id = ?, title = ?, abstract = ?, year = ?, payload = ? WHERE id = ?1", in: db)
    let packed = PackedReferences([merged])
    for item in packed.items { try packed.insert(item, as: row, by: update) }
    try insertIntoIndexes(merged, row)
  }

  /// Removes a reference in favour of an older one, to which everything that is tied to it goes.
  mutating func replace(_ reference: Reference, in row: Int64, by oldest: Int64) throws {
    for table in ["study_report", "source", "merged_record"] {
      try execute("UPDATE \(table) SET reference_id = ? WHERE reference_id = ?", [oldest, row])
    }
    try execute(
      """
      DELETE FROM study_report WHERE reference_id = ? AND EXISTS (
        SELECT 1 FROM study_report AS earlier WHERE earlier.study_id = study_report.study_id
          AND earlier.reference_id = study_report.reference_id AND earlier.position < study_report.position)
      """, [oldest])
    try execute(
      "INSERT INTO merged_record (reference_id, payload) VALUES (?, ?)",
      [oldest, payload.encode(reference)])
    try removeFromIndexes(reference, row)
    try execute("DELETE FROM reference WHERE id = ?", [row])
  }
}

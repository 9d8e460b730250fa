internal import GRDB
internal import OnusModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Addition {
  /// Adds references; a record of documents that are already there unites them into the oldest.
  mutating func add(_ references: [Reference]) throws {
    for reference in references {
      let matches = try matches(of: reference)
      if let oldest = matches.first {
        try merge(reference, into: oldest, uniting: matches.dropFirst())
      } else {
        try insert(reference)
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
        try removeText(of: id)
        try execute("DELETE FROM reference WHERE id = ?", [id])
      }
    }
  }

  /// The rows of the references with an identifier, the first added first.
  func rows(with identifier: Identifier) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT reference_id FROM reference_identifier WHERE scheme = ? AND value = ? ORDER BY reference_id
          """), arguments: [identifier.scheme.rawValue, identifier.value])
  }

  func reference(_ id: Int64) throws -> Reference? {
    let statement = try db.cachedStatement(sql: "SELECT payload FROM reference WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id]).map {
      try payload.decode(Reference.self, from: $0[0])
    }
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
    for scheme in [Identifier.Scheme.pmid, .doi, .pmcid, .key] {
      for identifier in reference.identifiers where identifier.scheme == scheme {
        for id in try rows(with: identifier) where !seen.contains(id) {
          guard let existing = try self.reference(id) else { continue }
          let match = Match(id: id, reference: existing, shared: identifier)
          let conflict = reference.conflict(with: existing)
          if scheme == .key, conflict != nil || !reference.hasTitle(of: existing) { continue }
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

  private mutating func report(_ conflict: IdentifierConflict, of record: Reference, with match: Match) {
    diagnostics.append(conflict.diagnostic(sharing: match.shared, record, match.reference))
  }

  private func insert(_ reference: Reference) throws {
    try execute(
      "INSERT INTO reference (title, abstract, year, payload) VALUES (?, ?, ?, ?)",
      [reference.title, reference.abstractText, reference.year, try payload.encode(reference)])
    let id = db.lastInsertedRowID
    try insertDetails(of: reference, id)
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
        try replace(other, by: oldest.id)
      }
    }
    try execute(
      "INSERT INTO merged_record (reference_id, payload) VALUES (?, ?)",
      [oldest.id, try payload.encode(reference)])
    merged = merged.filled(from: reference)
    guard merged != oldest.reference else { return }
    try removeText(of: oldest.id)
    try execute(
      "UPDATE reference SET title = ?, abstract = ?, year = ?, payload = ? WHERE id = ?",
      [merged.title, merged.abstractText, merged.year, try payload.encode(merged), oldest.id])
    try execute("DELETE FROM reference_identifier WHERE reference_id = ?", [oldest.id])
    try execute("DELETE FROM reference_heading WHERE reference_id = ?", [oldest.id])
    try insertDetails(of: merged, oldest.id)
  }

  /// Removes a reference in favour of an older one, to which everything that is tied to it goes.
  private func replace(_ match: Match, by oldest: Int64) throws {
    for table in ["study_report", "source", "merged_record"] {
      try execute("UPDATE \(table) SET reference_id = ? WHERE reference_id = ?", [oldest, match.id])
    }
    try execute(
      """
      DELETE FROM study_report WHERE reference_id = ? AND EXISTS (
        SELECT 1 FROM study_report AS earlier WHERE earlier.study_id = study_report.study_id
          AND earlier.reference_id = study_report.reference_id AND earlier.position < study_report.position)
      """, [oldest])
    try execute(
      "INSERT INTO merged_record (reference_id, payload) VALUES (?, ?)",
      [oldest, try payload.encode(match.reference)])
    try removeText(of: match.id)
    try execute("DELETE FROM reference WHERE id = ?", [match.id])
  }

  private func insertDetails(of reference: Reference, _ id: Int64) throws {
    for identifier in Set(reference.identifiers) {
      // What two documents share stays with the first; the conflict has been reported.
      if [.pmid, .doi, .pmcid].contains(identifier.scheme), try !rows(with: identifier).isEmpty { continue }
      try execute(
        "INSERT INTO reference_identifier (scheme, value, reference_id) VALUES (?, ?, ?)",
        [identifier.scheme.rawValue, identifier.value, id])
    }
    for heading in reference.headings {
      let term = heading.descriptor.term
      try execute(
        "INSERT INTO reference_heading (reference_id, heading, is_major) VALUES (?, ?, ?)",
        [id, term.ui.map { foldedIdentifier($0) } ?? foldedName(term.name), heading.descriptor.isMajor])
    }
    if indexesReferenceText {
      try execute(
        "INSERT INTO reference_text (rowid, title, abstract) VALUES (?, ?, ?)",
        [id, reference.title, reference.abstractText])
    }
  }

  private func removeText(of id: Int64) throws {
    guard indexesReferenceText else { return }
    try execute(
      """
      INSERT INTO reference_text (reference_text, rowid, title, abstract)
      SELECT 'delete', id, title, abstract FROM reference WHERE id = ?
      """, [id])
  }
}

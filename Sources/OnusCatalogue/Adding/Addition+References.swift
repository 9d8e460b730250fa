internal import Foundation
internal import GRDB
internal import OnusModel

extension Addition {
  /// Adds references; a record of a document that is already there is merged into it.
  mutating func add(_ references: [Reference]) throws {
    for reference in references {
      if let id = try documentRow(of: reference) {
        try merge(reference, into: id)
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

  /// The row of the document that a record is about, if the catalogue has it.
  ///
  /// Two PMIDs are two documents, even under one DOI. A file's own key only tells documents apart within the
  /// file, so it counts where nothing else speaks against it.
  private mutating func documentRow(of reference: Reference) throws -> Int64? {
    for scheme in [Identifier.Scheme.pmid, .doi, .pmcid, .key] {
      for identifier in reference.identifiers where identifier.scheme == scheme {
        for id in try rows(with: identifier) {
          guard let existing = try self.reference(id) else { continue }
          let conflict = reference.conflict(with: existing)
          if let conflict {
            guard scheme != .key else { continue }
            let isSame = scheme == .pmid || conflict.mine.scheme != .pmid
            diagnostics.append(conflict.diagnostic(sharing: identifier, reference, existing, isSame: isSame))
            if !isSame { continue }
          } else if scheme == .key, !reference.hasTitle(of: existing) {
            continue
          }
          return id
        }
      }
    }
    return nil
  }

  private func insert(_ reference: Reference) throws {
    try execute(
      "INSERT INTO reference (title, abstract, year, payload) VALUES (?, ?, ?, ?)",
      [reference.title, reference.abstractText, reference.year, try payload.encode(reference)])
    let id = db.lastInsertedRowID
    try insertDetails(of: reference, id)
  }

  private func merge(_ reference: Reference, into id: Int64) throws {
    guard let existing = try self.reference(id) else { return }
    try execute(
      "INSERT INTO merged_record (reference_id, payload) VALUES (?, ?)", [id, try payload.encode(reference)])
    let merged = existing.filled(from: reference)
    guard merged != existing else { return }
    try removeText(of: id)
    try execute(
      "UPDATE reference SET title = ?, abstract = ?, year = ?, payload = ? WHERE id = ?",
      [merged.title, merged.abstractText, merged.year, try payload.encode(merged), id])
    try execute("DELETE FROM reference_identifier WHERE reference_id = ?", [id])
    try execute("DELETE FROM reference_heading WHERE reference_id = ?", [id])
    try insertDetails(of: merged, id)
  }

  private func insertDetails(of reference: Reference, _ id: Int64) throws {
    for identifier in reference.identifiers {
      try execute(
        "INSERT OR IGNORE INTO reference_identifier (scheme, value, reference_id) VALUES (?, ?, ?)",
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

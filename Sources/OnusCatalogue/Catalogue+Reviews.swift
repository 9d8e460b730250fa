internal import GRDB
public import OnusModel

extension Catalogue {
  /// The reviews of a condition or of a narrower one, with the documents they found and decided upon.
  ///
  /// Those of the condition itself come first, then those of narrower ones, each in the order in which they
  /// were added.
  ///
  /// - Parameter condition: A name, entry term, abbreviation or identifier of a condition, in any case; `nil` asks
  ///   for all reviews.
  /// - Throws: A `Diagnostic` with the code `unknown-condition` or `ambiguous-condition`; a database error.
  public func reviews(about condition: String? = nil) throws -> [CataloguedReview] {
    try database.read { db in
      var reading = Reading(db)
      var found = try Self.rows(of: "review", about: condition, exact: false, in: db).compactMap {
        row, match in
        var review = try reading.review(row)
        review?.match = match
        return review
      }
      try FoundDocuments(of: found.map(\.review), in: db).add(to: &found, in: db)
      return found
    }
  }
}

/// Which documents the files of searches hold.
private struct FoundDocuments {
  /// The files with records of each document, of those that a review names.
  private var filesOfRow: [Int64: Set<String>] = [:]
  /// The places of all records in a file: a united record stands in two tables.
  private var places: [String: Set<SourceLocation>] = [:]

  init(of reviews: [Review], in db: Database) throws {
    let names = Set(reviews.flatMap(\.searches).flatMap(\.files).map(\.value))
    guard !names.isEmpty else { return }
    for sql in ["SELECT id, payload FROM reference", "SELECT reference_id, payload FROM merged_record"] {
      let rows = try Row.fetchCursor(db.cachedStatement(sql: sql))
      while let row = try rows.next() {
        guard let location = try PackedReader.head(in: row, at: 1).location, names.contains(location.file)
        else { continue }
        filesOfRow[row[0], default: []].insert(location.file)
        places[location.file, default: []].insert(location)
      }
    }
  }

  func add(to reviews: inout [CataloguedReview], in db: Database) throws {
    let addition = Addition(db)
    for index in reviews.indices {
      let review = reviews[index].review
      reviews[index].recordCounts = review.searches.map { search in
        search.files.isEmpty ? nil : search.files.reduce(0) { $0 + (places[$1.value]?.count ?? 0) }
      }
      var documents: [Int64: (searches: [Int], decisions: [Int])] = [:]
      for (row, files) in filesOfRow {
        let searches = review.searches.indices.filter { position in
          review.searches[position].files.contains { files.contains($0.value) }
        }
        if !searches.isEmpty { documents[row] = (searches, []) }
      }
      for (position, decision) in review.decisions.enumerated() {
        for record in decision.records {
          guard let row = try addition.rows(with: record.value).first else { continue }
          if documents[row]?.decisions.last == position { continue }
          documents[row, default: ([], [])].decisions.append(position)
        }
      }
      reviews[index].documents = try documents.sorted { $0.key < $1.key }.compactMap { row, found in
        let isRead = found.decisions.contains { review.decisions[$0].stage == .fullText }
        return try document(row, found.searches, found.decisions, isRead: isRead, addition)
      }
    }
  }

  private func document(
    _ row: Int64, _ searches: [Int], _ decisions: [Int], isRead: Bool, _ addition: Addition
  ) throws -> CataloguedReview.Document? {
    guard
      let stored = try Row.fetchOne(
        addition.db.cachedStatement(sql: "SELECT payload FROM reference WHERE id = ?"), arguments: [row])
    else { return nil }
    let studies = try String.fetchAll(
      addition.db.cachedStatement(
        sql: """
          SELECT study.key FROM study_report JOIN study ON study.id = study_report.study_id
          WHERE study_report.reference_id = ? ORDER BY study.id
          """), arguments: [row])
    return CataloguedReview.Document(
      identifiers: try PackedReader.head(in: stored, at: 0).identifiers,
      reference: isRead ? try addition.reference(row) : nil, studies: studies.map { Study.ID($0) },
      searches: searches, decisions: decisions)
  }
}

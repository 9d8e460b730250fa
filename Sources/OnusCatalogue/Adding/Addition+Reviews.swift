internal import GRDB
internal import OnusModel

extension Addition {
  /// Adds reviews, and looks up the records that were decided upon.
  mutating func add(_ reviews: [Review]) throws {
    for review in reviews {
      let key = review.id.rawValue
      guard try !reportsDuplicate(key, at: review.location, in: "review", first: \Review.location) else {
        continue
      }
      try execute(
        "INSERT INTO review (key, payload) VALUES (?, ?)", [key, try payload.encode(review)])
      try link(review.conditions, in: .conditions, to: "review", db.lastInsertedRowID)
      for record in review.decisions.flatMap(\.records) where try rows(with: record.value).isEmpty {
        diagnostics.append(.unknownReference(record.value, at: record.location))
      }
    }
  }
}

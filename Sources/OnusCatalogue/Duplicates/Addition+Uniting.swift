internal import GRDB
internal import OnusModel

extension Addition {
  /// Unites references into the first of them, with the preferred value of each field; every record stays
  /// beside it as it was.
  mutating func unite(_ rows: [Int64]) throws {
    let members = try rows.compactMap { row in try reference(row).map { (row: row, reference: $0) } }
    guard members.count > 1, let oldest = members.first else { return }
    let records = members.map(\.reference)
    var merged = MergedReference(Array(records.indices), of: records).reference
    merged.location = oldest.reference.location
    try execute(
      "INSERT INTO merged_record (reference_id, payload) VALUES (?, ?)",
      [oldest.row, payload.encode(oldest.reference)])
    for member in members.dropFirst() { try replace(member.reference, in: member.row, by: oldest.row) }
    try write(merged, over: oldest.reference, in: oldest.row)
  }
}

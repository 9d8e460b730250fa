internal import GRDB

/// Which references stand for one document, after people have had their say.
struct DuplicateGroups {
  private var groups: [Int64: [Int64]] = [:]
  private var groupOf: [Int64: Int64] = [:]

  /// Reads what was found.
  init(in db: Database) throws {
    for row in try Row.fetchAll(
      db, sql: "SELECT first_id, reference_id FROM duplicate_group ORDER BY first_id, reference_id")
    {
      groups[row[0], default: []].append(row[1])
      groupOf[row[1]] = row[0]
    }
  }

  /// The groups of two and more, each with the reference that was added first at its start.
  var all: [[Int64]] {
    groups.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Makes one group of references and of all that is in their groups.
  mutating func unite(_ rows: [Int64]) {
    var members: Set<Int64> = []
    for row in rows { members.formUnion(groupOf[row].flatMap { groups.removeValue(forKey: $0) } ?? [row]) }
    guard let first = members.min() else { return }
    groups[first] = Array(members)
    for member in members { groupOf[member] = first }
  }

  /// Takes all but the first of some references that are in one group out of it.
  mutating func separate(_ rows: [Int64]) {
    var seen: Set<Int64> = []
    for row in rows.sorted() {
      guard let group = groupOf[row], !seen.insert(group).inserted else { continue }
      groups[group]?.removeAll { $0 == row }
      groupOf[row] = nil
    }
  }
}

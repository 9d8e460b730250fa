internal import GRDB

/// The references under some headings, read from the index of headings alone.
///
/// The index is ordered by heading, then by year, then by reference. What SQL would sort or make unique in a
/// table of its own is done here while the rows go by, in a tenth of the time.
struct HeadingIndex {
  let db: Database
  /// The rows of the headings.
  let headings: [Int64]

  /// The SQL that reads the references with a heading.
  static let membersSQL = "SELECT reference_id FROM reference_heading WHERE heading_id = ?"

  /// The SQL that reads the references with a heading, the latest year first.
  static let newestSQL = """
    SELECT year, reference_id FROM reference_heading WHERE heading_id = ? ORDER BY year DESC, reference_id DESC
    """

  /// How many references have one of the headings.
  func count() throws -> Int {
    var words: [UInt64] = []
    var count = 0
    let statement = try RawStatement(Self.membersSQL, in: db)
    for heading in headings {
      try statement.bind(heading, at: 1)
      defer { statement.reset() }
      while try statement.step() {
        let row = Int(statement.number(0))
        if row >> 6 >= words.count {
          words.append(contentsOf: repeatElement(0, count: max(words.count, row >> 6 + 1 - words.count)))
        }
        let bit: UInt64 = 1 << UInt64(row & 63)
        if words[row >> 6] & bit == 0 {
          words[row >> 6] |= bit
          count += 1
        }
      }
    }
    return count
  }

  /// The references with one of the headings of which the years are the latest, the latest first.
  func newest(_ limit: Int) throws -> [Int64] {
    guard limit > 0 else { return [] }
    var best: [Entry] = []
    let statement = try RawStatement(Self.newestSQL, in: db)
    for heading in headings {
      try statement.bind(heading, at: 1)
      defer { statement.reset() }
      while try statement.step() {
        let entry = Entry(year: statement.number(0), row: statement.number(1))
        // All that follow under this heading are older still.
        if best.count == limit, let last = best.last, !entry.isNewer(than: last) { break }
        let place = best.firstIndex { !$0.isNewer(than: entry) } ?? best.count
        if place < best.count, best[place] == entry { continue }
        best.insert(entry, at: place)
        if best.count > limit { best.removeLast() }
      }
    }
    return best.map(\.row)
  }

  private struct Entry: Equatable {
    var year: Int64
    var row: Int64

    func isNewer(than other: Entry) -> Bool { year == other.year ? row > other.row : year > other.year }
  }
}

extension Question {
  /// The headings that the question reaches.
  static func headingSQL(of condition: ConditionQuery) -> SQLFragment {
    condition.tables
      + SQLFragment(
        """
        SELECT DISTINCT condition_heading.heading_id FROM asked
        CROSS JOIN condition_heading ON condition_heading.condition_id = asked.condition_id
        """)
  }

  /// The index that answers the question alone; `nil` when it is about no condition or has a filter.
  private func index(in db: Database) throws -> HeadingIndex? {
    guard let condition, filter == .all else { return nil }
    return HeadingIndex(
      db: db, headings: try Int64.fetchAll(Self.headingSQL(of: condition).statement(in: db)))
  }

  /// How many references answer the question.
  func referenceCount(in db: Database) throws -> Int {
    if let index = try index(in: db) { return try index.count() }
    return try Int.fetchOne(countSQL.statement(in: db)) ?? 0
  }

  /// The first references when the latest years come first.
  func newestReferences(_ limit: Int, in db: Database) throws -> [Int64] {
    if let index = try index(in: db) { return try index.newest(limit) }
    return try Int64.fetchAll(newestSQL(limit).statement(in: db))
  }
}

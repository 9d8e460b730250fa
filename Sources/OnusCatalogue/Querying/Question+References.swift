internal import GRDB
internal import OnusModel

/// Questions about references, which go from the conditions through their headings to the rows.
///
/// The order of the tables is fixed by CROSS JOIN: the closure of a condition is small, the headings are a
/// million rows and the references themselves the largest of all.
extension Question {
  /// The rows that answer the question, each once.
  var rowSQL: SQLFragment {
    let test = filterTest
    guard let condition else {
      return SQLFragment("SELECT id FROM reference") + test.wrapped("WHERE ", "")
    }
    return condition.tables + SQLFragment("SELECT DISTINCT reference_heading.reference_id AS id FROM asked")
      + Self.headings + (filter == .all ? SQLFragment("") : Self.references + test.wrapped("WHERE ", ""))
  }

  /// How many rows answer the question.
  var countSQL: SQLFragment {
    guard let condition else {
      return SQLFragment("SELECT COUNT(*) FROM reference") + filterTest.wrapped("WHERE ", "")
    }
    return condition.tables + SQLFragment("SELECT COUNT(DISTINCT reference_heading.reference_id) FROM asked")
      + Self.headings
      + (filter == .all ? SQLFragment("") : Self.references + filterTest.wrapped("WHERE ", ""))
  }

  /// The rows that answer a question about no condition, the latest year first.
  func newestSQL(_ limit: Int) -> SQLFragment {
    SQLFragment("SELECT id FROM reference") + filterTest.wrapped("WHERE ", "")
      + SQLFragment("ORDER BY year DESC, id DESC LIMIT ?", [limit])
  }

  /// The headings that the question reaches; `nil` when it is about no condition.
  var headingSQL: SQLFragment? {
    condition.map { condition in
      condition.tables
        + SQLFragment(
          """
          SELECT DISTINCT condition_heading.heading_id FROM asked
          CROSS JOIN condition_heading ON condition_heading.condition_id = asked.condition_id
          """)
    }
  }

  /// The first rows when the latest years come first.
  ///
  /// The index is by heading and then by year, so a few years are asked at a time, and more and more of them
  /// until there is enough.
  func newestRows(_ limit: Int, in db: Database) throws -> [Int64] {
    guard let headingSQL else { return try Int64.fetchAll(newestSQL(limit).statement(in: db)) }
    let headings = try Int64.fetchAll(headingSQL.statement(in: db))
    guard limit > 0, let years = try Self.years(of: headings, in: db) else { return [] }
    var rows: [Int64] = []
    var last = years.upperBound
    var span: Int64 = 1
    while rows.count < limit, last >= years.lowerBound {
      let first = max(years.lowerBound, last - span + 1)
      let found = try Self.rows(with: headings, in: first...last, db)
      for row in found where rows.count < limit {
        if try filter == .all || passes(row, in: db) { rows.append(row) }
      }
      last = first - 1
      span *= 2
    }
    return rows
  }

  /// The SQL that reads the rows with a heading that were published within years, from the index alone.
  static let windowSQL =
    "SELECT reference_id, year FROM reference_heading WHERE heading_id = ? AND year BETWEEN ? AND ?"

  /// The SQL that reads the earliest and the latest year of the rows with a heading.
  static let yearSQL = """
    SELECT (SELECT MIN(year) FROM reference_heading WHERE heading_id = ?1),
      (SELECT MAX(year) FROM reference_heading WHERE heading_id = ?1)
    """

  private static func years(of headings: [Int64], in db: Database) throws -> ClosedRange<Int64>? {
    let statement = try RawStatement(yearSQL, in: db)
    var years: ClosedRange<Int64>?
    for heading in headings {
      try statement.bind(heading, at: 1)
      defer { statement.reset() }
      guard try statement.step(), !statement.isNull(0) else { continue }
      let (earliest, latest) = (statement.number(0), statement.number(1))
      years = min(earliest, years?.lowerBound ?? earliest)...max(latest, years?.upperBound ?? latest)
    }
    return years
  }

  private static func rows(
    with headings: [Int64], in years: ClosedRange<Int64>, _ db: Database
  ) throws -> [Int64] {
    let statement = try RawStatement(windowSQL, in: db)
    try statement.bind(years.lowerBound, at: 2)
    try statement.bind(years.upperBound, at: 3)
    var found: [(year: Int64, row: Int64)] = []
    for heading in headings {
      try statement.bind(heading, at: 1)
      while try statement.step() { found.append((statement.number(1), statement.number(0))) }
      statement.reset()
    }
    found.sort { $0 > $1 }
    var rows: [Int64] = []
    for entry in found where rows.last != entry.row { rows.append(entry.row) }
    return rows
  }

  /// Whether a row passes the filter.
  private func passes(_ row: Int64, in db: Database) throws -> Bool {
    let sql = SQLFragment("SELECT 1 FROM reference WHERE id = ?", [row]) + filterTest.wrapped("AND ", "")
    return try Row.fetchOne(sql.statement(in: db)) != nil
  }

  /// The headings of the conditions asked for and the rows that have them.
  private static let headings = SQLFragment(
    """
    CROSS JOIN condition_heading ON condition_heading.condition_id = asked.condition_id
    CROSS JOIN reference_heading ON reference_heading.heading_id = condition_heading.heading_id
    """)

  private static let references = SQLFragment(
    "CROSS JOIN reference ON reference.id = reference_heading.reference_id")
}

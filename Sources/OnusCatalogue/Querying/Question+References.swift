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

  /// The rows that answer the question and were published within years, the latest first.
  func newestSQL(_ years: ClosedRange<Int>, limit: Int) -> SQLFragment {
    let page = SQLFragment("ORDER BY year DESC, id DESC LIMIT ?", [limit])
    let window = [years.lowerBound, years.upperBound]
    guard let condition else {
      return SQLFragment("SELECT id FROM reference") + filterTest.wrapped("WHERE ", "") + page
    }
    return condition.tables
      + SQLFragment(
        "SELECT DISTINCT reference_heading.reference_id AS id, reference_heading.year AS year FROM asked")
      + Self.headings
      + SQLFragment("AND reference_heading.year BETWEEN ? AND ?", window)
      + (filter == .all ? SQLFragment("") : Self.references + filterTest.wrapped("WHERE ", "")) + page
  }

  /// The latest and the earliest year of the rows with a heading that the question reaches.
  var yearsSQL: SQLFragment? {
    guard let condition else { return nil }
    let years = ["MAX", "MIN"].map { function in
      """
      \(function)((SELECT \(function)(year) FROM reference_heading
        WHERE reference_heading.heading_id = condition_heading.heading_id))
      """
    }
    return condition.tables
      + SQLFragment(
        """
        SELECT \(years.joined(separator: ", ")) FROM asked
        CROSS JOIN condition_heading ON condition_heading.condition_id = asked.condition_id
        """)
  }

  /// The first rows when the latest years come first.
  ///
  /// The index is by heading and then by year, so a few years are asked at a time, and more and more of them
  /// until there is enough.
  func newestRows(_ limit: Int, in db: Database) throws -> [Int64] {
    guard let yearsSQL else {
      return try Int64.fetchAll(newestSQL(0...0, limit: limit).statement(in: db))
    }
    guard let years = try Row.fetchOne(yearsSQL.statement(in: db)), let latest: Int = years[0],
      let earliest: Int = years[1]
    else { return [] }
    var rows: [Int64] = []
    var last = latest
    var span = 1
    while rows.count < limit, last >= earliest {
      let first = max(earliest, last - span + 1)
      rows += try Int64.fetchAll(newestSQL(first...last, limit: limit - rows.count).statement(in: db))
      last = first - 1
      span *= 2
    }
    return rows
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

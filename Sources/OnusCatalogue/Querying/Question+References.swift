internal import GRDB
internal import OnusModel

/// Questions about references, which go from the conditions through their headings to the rows.
///
/// The order of the tables is fixed by CROSS JOIN: the closure of a condition is small, the headings are a
/// million rows and the references themselves the largest of all.
extension Question {
  /// The rows that answer the question, each once.
  var rowSQL: SQLFragment { rowSQL(selecting: "SELECT DISTINCT") }

  /// The rows that answer the question, those with several of the headings several times: what stands behind
  /// IN need not be made unique first.
  var memberSQL: SQLFragment { rowSQL(selecting: "SELECT") }

  private func rowSQL(selecting select: String) -> SQLFragment {
    let test = filterTest
    guard let condition else {
      return SQLFragment("SELECT id FROM reference") + test.wrapped("WHERE ", "")
    }
    return condition.tables + SQLFragment("\(select) reference_heading.reference_id AS id FROM asked")
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

  /// The rows that answer the question, the latest year first.
  func newestSQL(_ limit: Int) -> SQLFragment {
    let page = SQLFragment("ORDER BY year DESC, id DESC LIMIT ?", [limit])
    guard let condition else {
      return SQLFragment("SELECT id FROM reference") + filterTest.wrapped("WHERE ", "") + page
    }
    return condition.tables
      + SQLFragment(
        "SELECT DISTINCT reference_heading.reference_id AS id, reference_heading.year AS year FROM asked")
      + Self.headings + Self.references + filterTest.wrapped("WHERE ", "") + page
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

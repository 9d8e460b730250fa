internal import GRDB

/// A piece of SQL with the values bound to its question marks.
struct SQLFragment {
  var text: String
  var arguments: [DatabaseValue] = []

  init(_ text: String, _ arguments: [(any DatabaseValueConvertible)?] = []) {
    self.text = text
    self.arguments = arguments.map { $0?.databaseValue ?? .null }
  }

  /// Puts fragments behind each other, one a line.
  static func + (left: SQLFragment, right: SQLFragment) -> SQLFragment {
    var sum = left
    sum.text += "\n" + right.text
    sum.arguments += right.arguments
    return sum
  }

  /// Puts text around the fragment.
  func wrapped(_ opening: String, _ closing: String) -> SQLFragment {
    var wrapped = self
    wrapped.text = opening + text + closing
    return wrapped
  }

  /// Joins tests by AND or OR, in parentheses when there are several.
  static func joined(_ fragments: [SQLFragment], by word: String) -> SQLFragment {
    guard fragments.count > 1 else { return fragments.first ?? SQLFragment(word == "AND" ? "TRUE" : "FALSE") }
    var joined = SQLFragment("(" + fragments.map(\.text).joined(separator: " \(word) ") + ")")
    joined.arguments = fragments.flatMap(\.arguments)
    return joined
  }

  func statement(in db: Database) throws -> Statement {
    let statement = try db.cachedStatement(sql: text)
    try statement.setArguments(StatementArguments(arguments))
    return statement
  }
}

internal import GRDB
internal import OnusModel

/// What is asked of a catalogue: a condition, if any, and a filter.
struct Question {
  let subject: FilterCompiler.Subject
  let condition: ConditionQuery?
  let filter: Filter
  /// The rows of the interventions that the filter names.
  let interventions: [String: Int64]

  /// The SQL that gives the rows and how each relates to the condition: exact ones first, then by place.
  var sql: SQLFragment {
    let test = filterTest.wrapped("WHERE ", "")
    let table = subject.rawValue
    guard let condition else {
      return SQLFragment("SELECT id, NULL FROM \(table)") + test + SQLFragment("ORDER BY id")
    }
    return condition.tables
      + SQLFragment(
        """
        SELECT \(table).id, MIN(asked.match) AS match FROM asked
        JOIN \(table)_condition ON \(table)_condition.condition_id = asked.condition_id
        JOIN \(table) ON \(table).id = \(table)_condition.\(table)_id
        """)
      + test
      + SQLFragment("GROUP BY \(table).id ORDER BY match, \(table).id")
  }

  /// The filter as a test in SQL.
  var filterTest: SQLFragment {
    FilterCompiler(subject: subject, interventions: interventions).fragment(for: filter)
  }

  /// Makes a question of words.
  ///
  /// - Throws: A diagnostic when the condition, an intervention or a source of the filter is not known.
  init(
    _ subject: FilterCompiler.Subject, about name: String?, matching filter: Filter, exact: Bool,
    in db: Database
  ) throws {
    self.subject = subject
    self.filter = filter
    condition = try name.map { name in
      ConditionQuery(
        id: try Vocabulary.conditions.resolve(Located(name), in: db).get(), findsNarrower: !exact,
        findsCovering: !exact && subject == .claim)
    }
    var interventions: [String: Int64] = [:]
    for predicate in filter.expression.predicates {
      switch predicate {
      case .intervention(let name):
        interventions[name] = try Vocabulary.interventions.resolve(Located(name), in: db).get()
      case .source(let id): _ = try resolvedRow(of: Located(id.rawValue), in: "source", db).get()
      default: break
      }
    }
    self.interventions = interventions
  }

  /// The rows that answer the question.
  func rows(in db: Database) throws -> [(id: Int64, match: ConditionMatch?)] {
    try Row.fetchAll(sql.statement(in: db)).map { row in
      let match: Int? = row[1]
      return (row[0], match.map { ConditionMatch.allCases[$0] })
    }
  }
}

import GRDB
import OnusModel
import Testing

@testable import OnusCatalogue

/// How SQLite means to answer: no question may read a table from its first row to its last.
struct PlanTests {
  let catalogue: Catalogue

  init() throws { catalogue = try World.catalogue() }

  @Test(arguments: [FilterCompiler.Subject.claim, .study])
  func aQuestionAboutAConditionScansNoTable(_ subject: FilterCompiler.Subject) throws {
    let plan = try plan { try Question(subject, about: "MS", matching: .all, exact: false, in: $0).sql }
    #expect(scans(plan) == [])
    #expect(plan.contains { $0.hasPrefix("SEARCH \(subject.rawValue) USING INTEGER PRIMARY KEY (rowid=?)") })
  }

  @Test(arguments: [Filter.all, .year(2000...2010), .design(.randomizedCrossover) && .text("naltrexone")])
  func referencesOfAConditionAreSearchedByTheirHeadings(_ filter: Filter) throws {
    for sql in [\Question.rowSQL, \.countSQL] {
      let plan = try plan { try question("MS", filter, in: $0)[keyPath: sql] }
      #expect(scans(plan) == [])
      let heading = "SEARCH reference_heading USING PRIMARY KEY (heading_id=?"
      #expect(plan.contains { $0.hasPrefix(heading) })
      let reads = plan.contains { $0.hasPrefix("SEARCH reference USING INTEGER PRIMARY KEY (rowid=?)") }
      #expect(reads == (filter != .all))
    }
  }

  @Test(arguments: [Filter.year(2000...2010), .text("naltrexone"), .design(.randomizedCrossover)])
  func referencesThatPassAFilterAreSearched(_ filter: Filter) throws {
    for sql in [\Question.rowSQL, \.countSQL] {
      let plan = try plan { try question(nil, filter, in: $0)[keyPath: sql] }
      #expect(scans(plan) == [])
      #expect(plan.contains { $0.hasPrefix("SEARCH reference USING ") })
    }
  }

  @Test func theNewestReferencesAreReadBackwardsFromTheIndexOfYears() throws {
    let plan = try plan { try question(nil, .all, in: $0).newestSQL(50) }
    #expect(plan == ["SCAN reference USING COVERING INDEX reference_by_year"])
  }

  @Test func referencesOfAConditionAreCountedAndOrderedByTheIndexOfHeadingsAlone() throws {
    let headings = try plan { db in
      Question.headingSQL(of: try #require(try question("MS", .all, in: db).condition))
    }
    #expect(scans(headings) == [])
    for sql in [HeadingIndex.membersSQL, HeadingIndex.newestSQL] {
      #expect(
        try plan { _ in SQLFragment(sql, [1]) } == [
          "SEARCH reference_heading USING PRIMARY KEY (heading_id=?)"
        ])
    }
    let filtered = try plan { try question("MS", .year(2000...2010), in: $0).newestSQL(50) }
    #expect(scans(filtered) == [])
  }

  @Test(arguments: [nil, "MS"])
  func aSearchForWordsStartsFromTheFullTextIndex(_ condition: String?) throws {
    let plan = try plan { db in
      let search = TextSearch(pattern: "\"pilot\"", question: try question(condition, .all, in: db))
      return search.hits(of: search.pattern, selecting: "rowid") + SQLFragment("ORDER BY 1 LIMIT 20")
    }
    #expect(plan.first?.hasPrefix("SCAN reference_text VIRTUAL TABLE INDEX") == true)
    #expect(plan.first?.contains("=") == false, "the rows of the condition must not drive the search")
    #expect(scans(plan) == [])
  }

  private func question(_ condition: String?, _ filter: Filter, in db: Database) throws -> Question {
    try Question(.reference, about: condition, matching: filter, exact: false, in: db)
  }

  /// The lines of SQLite's plan.
  private func plan(_ sql: (Database) throws -> SQLFragment) throws -> [String] {
    try catalogue.database.read { db in
      try Row.fetchAll(sql(db).wrapped("EXPLAIN QUERY PLAN ", "").statement(in: db)).map { $0["detail"] }
    }
  }

  /// The tables that a plan reads from end to end; the closure of a condition is not a table, an index of full
  /// text is always "scanned", and few references are tied to studies.
  private func scans(_ plan: [String]) -> [String] {
    let others: Set = [
      "asked", "asked_condition", "narrower", "covering", "CONSTANT", "reference_text", "study_report",
    ]
    return plan.filter { $0.hasPrefix("SCAN ") }.compactMap {
      $0.split(separator: " ").dropFirst().first.map(String.init)
    }.filter { !others.contains($0) && !$0.hasPrefix("(subquery") }
  }
}

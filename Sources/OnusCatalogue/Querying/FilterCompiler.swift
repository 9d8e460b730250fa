internal import GRDB
internal import OnusModel

/// Turns a filter into a test in SQL about one kind of subject.
struct FilterCompiler {
  /// What is filtered.
  enum Subject: String, CaseIterable {
    case claim
    case study
    case reference
  }

  let subject: Subject
  /// The rows of the interventions that the filter names.
  var interventions: [String: Int64] = [:]

  func fragment(for filter: Filter) -> SQLFragment { fragment(for: filter.expression) }

  private func fragment(for expression: Filter.Expression) -> SQLFragment {
    switch expression {
    case .everything: return SQLFragment("TRUE")
    case .predicate: return conjunction([expression])
    case .conjunction(let parts): return conjunction(parts.flatMap(\.conjuncts))
    case .disjunction(let parts):
      if isAboutRelated(expression) { return conjunction([expression]) }
      return .joined(parts.map { fragment(for: $0) }, by: "OR")
    case .negation(let part):
      // A test of a column without a value is NULL, and so would be its NOT.
      return fragment(for: part).wrapped("(", ") IS NOT TRUE")
    }
  }

  /// Tests about related rows go into one EXISTS, so that they hold for one and the same row.
  private func conjunction(_ parts: [Filter.Expression]) -> SQLFragment {
    var tests: [SQLFragment] = []
    for part in parts where !isAboutRelated(part) {
      if case .predicate(let predicate) = part {
        tests.append(test(predicate))
      } else {
        tests.append(fragment(for: part))
      }
    }
    let related = parts.filter { isAboutRelated($0) }
    if !related.isEmpty {
      let (opening, closing) = relation
      tests.append(.joined(related.map { relatedTest($0) }, by: "AND").wrapped(opening, closing))
    }
    return .joined(tests, by: "AND")
  }

  private func relatedTest(_ expression: Filter.Expression) -> SQLFragment {
    switch expression {
    case .predicate(let predicate): test(predicate)
    case .conjunction(let parts): .joined(parts.map { relatedTest($0) }, by: "AND")
    case .disjunction(let parts): .joined(parts.map { relatedTest($0) }, by: "OR")
    case .everything, .negation: SQLFragment("TRUE")
    }
  }

  /// Whether an expression is wholly about one related row; a negation is about all of them.
  private func isAboutRelated(_ expression: Filter.Expression) -> Bool {
    switch expression {
    case .predicate(let predicate): isAboutRelated(predicate)
    case .conjunction(let parts), .disjunction(let parts): parts.allSatisfy { isAboutRelated($0) }
    case .everything, .negation: false
    }
  }

  private func isAboutRelated(_ predicate: Filter.Predicate) -> Bool {
    switch (subject, predicate) {
    case (_, .text), (.reference, .year), (.study, .year): false
    case (.claim, .kind), (.claim, .wordingAtLeast), (.claim, .source), (.claim, .intervention): false
    case (.study, .designAtLeast), (.study, .design), (.study, .sampleAtLeast), (.study, .durationAtLeast),
      (.study, .followUpAtLeast), (.study, .intervention):
      false
    default: true
    }
  }

  /// What stands around a test of a related row.
  private var relation: (opening: String, closing: String) {
    switch subject {
    case .claim:
      (
        """
        EXISTS (SELECT 1 FROM evidence_link JOIN study ON study.id = evidence_link.study_id \
        WHERE evidence_link.claim_id = claim.id AND
        """ + " ", ")"
      )
    case .study:
      (
        """
        EXISTS (SELECT 1 FROM evidence_link JOIN claim ON claim.id = evidence_link.claim_id \
        WHERE evidence_link.study_id = study.id AND
        """ + " ", ")"
      )
    case .reference:
      // There may be a million references, and few of them report a study.
      (
        """
        reference.id IN (SELECT study_report.reference_id FROM study_report \
        JOIN study ON study.id = study_report.study_id \
        LEFT JOIN evidence_link ON evidence_link.study_id = study.id \
        LEFT JOIN claim ON claim.id = evidence_link.claim_id WHERE
        """ + " ", ")"
      )
    }
  }

  private func test(_ predicate: Filter.Predicate) -> SQLFragment {
    switch predicate {
    case .designAtLeast(let design): SQLFragment("study.design_rank <= ?", [design.rank])
    case .design(let design): SQLFragment("study.design = ?", [design.id])
    case .sampleAtLeast(let count): SQLFragment("study.sample >= ?", [count])
    case .durationAtLeast(let duration): SQLFragment("study.treatment_days >= ?", [duration.sortKey])
    case .followUpAtLeast(let duration): SQLFragment("study.follow_up_days >= ?", [duration.sortKey])
    case .stance(let stance): SQLFragment("evidence_link.stance = ?", [stance.rawValue])
    case .kind(let kind): SQLFragment("claim.kind = ?", [kind.rawValue])
    case .wordingAtLeast(let wording): SQLFragment("claim.wording_rank >= ?", [wording.rank])
    case .intervention(let name): interventionTest(name)
    case .source(let id):
      SQLFragment(
        """
        claim.id IN (SELECT claim_appearance.claim_id FROM source \
        JOIN claim_appearance ON claim_appearance.source_id = source.id WHERE source.key = ?)
        """, [id.rawValue])
    case .year(let years):
      SQLFragment(
        "\(subject == .reference ? "reference" : "study").year BETWEEN ? AND ?",
        [years.lowerBound, years.upperBound])
    case .text(let words):
      SQLFragment(
        """
        \(subject.rawValue).id IN (SELECT rowid FROM \(subject.rawValue)_text \
        WHERE \(subject.rawValue)_text MATCH ?)
        """, [Self.pattern(words)])
    }
  }

  private func interventionTest(_ name: String) -> SQLFragment {
    let table = subject == .claim ? "claim" : "study"
    return SQLFragment(
      """
      \(table).id IN (SELECT \(table)_id FROM \(table)_intervention WHERE intervention_id IN (\
      WITH RECURSIVE included (id) AS (SELECT ? \
      UNION SELECT intervention_broader.intervention_id FROM included \
      JOIN intervention_broader ON intervention_broader.broader_id = included.id) SELECT id FROM included))
      """, [interventions[name]])
  }

  /// A full-text pattern that finds all the words, whatever signs they contain.
  static func pattern(_ words: String) -> String {
    words.split(whereSeparator: \.isWhitespace)
      .map { word in "\"" + word.filter { $0 != "\"" } + "\"" }
      .joined(separator: " ")
  }
}

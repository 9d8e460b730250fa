internal import OnusModel

/// A study as the explorer's page keeps it: what is seen at a glance, then facts, results and references.
extension CataloguedStudy {
  /// The study with the places of its terms.
  func explorerJSON(conditions: ExplorerTerms, interventions: ExplorerTerms) -> JSONValue {
    let sample = study.sample?.headline
    let duration = study.durations.headline
    return [
      "id": .string(study.id.rawValue),
      "name": .string(study.name),
      "title": .text(study.title),
      "design": .string(study.design.value.id),
      "designText": .string(designText),
      "n": sample.map { .integer($0.count) },
      "of": (study.sample?.studies?.value.stated).map { .integer($0) },
      "stage": sample.flatMap { $0.stage == .enrolled ? nil : .string($0.stage.rawValue) },
      "sample": .text(study.sample?.text),
      "duration": duration.map { .string($0.stated?.printed ?? EvidenceTable.Value.notReportedWords) },
      "durationOf": .text(durationKind),
      "days": duration?.stated.map { .number($0.sortKey) },
      "comparator": .text(comparatorText),
      "year": year.map { .integer($0) },
      "retracted": isRetracted ? .bool(true) : nil,
      "address": .text(primaryAddress?.webAddress),
      "conditions": .list(conditions.places(of: self.conditions.map(\.id.rawValue))),
      "interventions": .list(interventions.places(of: self.interventions.map(\.id.rawValue))),
      "facts": .list(facts),
      "results": .list(study.results.map(\.explorerJSON)),
      "harms": .texts(study.harms.map(\.value)),
      "limitations": .texts(study.limitations.map(\.value)),
      "notes": .texts(study.notes.map(\.value)),
      "reports": .list(reportList),
    ]
  }

  private var durationKind: String? {
    if study.durations.treatment != nil { return nil }
    if study.durations.followUp != nil { return "follow-up" }
    return study.durations.study == nil ? nil : "whole study"
  }

  private var comparatorText: String? {
    switch study.comparator?.value {
    case .value(let text): study.hasControl == false ? "none" : text
    case .notReported: EvidenceTable.Value.notReportedWords
    case nil: study.hasControl == false ? "none" : nil
    }
  }

  /// Label, value and, where somebody inferred the value, how.
  private var facts: [JSONValue] {
    let arms = (study.sample?.arms ?? []).map { "\($0.name): \(SampleSize(counts: $0.counts).text ?? "–")" }
    let tested = interventions.isEmpty ? study.interventions.map(\.value) : interventions.map(\.name)
    let rows: [(label: String, value: String?, path: String)] = [
      ("Who took part", Self.words(study.participants), "participants"),
      ("People", study.sample?.text, "sample"),
      ("Arms", arms.isEmpty ? nil : arms.joined(separator: "; "), "sample.arms"),
      ("Where", Self.words(study.setting), "setting"),
      ("Tested", Self.line(tested), "interventions"),
      ("Dose", Self.words(study.dose), "dose"),
      ("Compared with", comparatorText, "comparator"),
      ("Lasted", study.durations.text, "duration"),
      ("Primary outcomes", Self.line(of: study.primaryOutcomes), "outcomes"),
      ("Secondary outcomes", Self.line(of: study.secondaryOutcomes), "outcomes"),
      ("Paid by", Self.words(study.funding), "funding"),
      ("Interests declared", Self.words(study.interests), "interests"),
      ("Registered as", Self.line(study.registrations.map(\.value.description)), "registrations"),
      ("How it is known", study.bases[""]?.value.description, "\u{0}"),
    ]
    return rows.compactMap { row -> JSONValue? in
      row.value.map { value in
        .array([row.label, value, inference(of: row.path)].compactMap { $0.map { .string($0) } })
      }
    }
  }

  /// How a fact, or one of its parts, was inferred.
  private func inference(of path: String) -> String? {
    let parts = study.bases.sorted { $0.key < $1.key }.compactMap { key, basis -> String? in
      guard key == path || key.hasPrefix(path + "."), case .inferred = basis.value else { return nil }
      return basis.value.description
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Each report: its citation as pieces of text, some with an address, and its status where there is one.
  private var reportList: [JSONValue] {
    guard reports.isEmpty else {
      return reports.map { report in
        let standing = report.status.standing
        return [
          "cite": .array(Citation(report).spans.map(\.explorerJSON)),
          "status": standing == .noneKnown ? nil : .string(standing.rawValue),
        ]
      }
    }
    return study.reports.map { report in
      let span = EvidenceTable.Span(Citation.label(of: report.value), link: report.value.address)
      return ["cite": .array([span.explorerJSON])]
    }
  }

  private static func words(_ fact: Located<Reported<String>>?) -> String? {
    switch fact?.value {
    case .value(let text): text
    case .notReported: EvidenceTable.Value.notReportedWords
    case nil: nil
    }
  }

  private static func line(of items: [Located<String>]) -> String? { line(items.map(\.value)) }

  private static func line(_ items: [String]) -> String? {
    items.isEmpty ? nil : items.joined(separator: "; ")
  }
}

extension EvidenceTable.Span {
  /// The words alone, or words with an address that is safe to follow.
  var explorerJSON: JSONValue {
    guard let address = link?.webAddress else { return .string(text) }
    return .array([.string(text), .string(address)])
  }
}

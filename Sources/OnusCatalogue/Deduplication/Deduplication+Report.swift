public import OnusModel

extension Deduplication.Outcome {
  /// The name of a record in reports: its file's own key, else its best identifier.
  public static func name(of reference: Reference) -> String {
    reference.identifier(.key) ?? reference.id.rawValue
  }

  /// The groups as lines of JSON: an array of the names of a group's records each.
  ///
  /// - Parameter references: The input of ``Deduplication/groups(of:)``.
  public func lines(_ references: [Reference]) -> String {
    groups.map { group in
      JSONValue.array(group.map { .string(Self.name(of: references[$0])) }).compact + "\n"
    }.joined()
  }

  /// The records with those of one document merged, in the order of the input.
  ///
  /// - Parameter references: The input of ``Deduplication/groups(of:)``.
  public func merged(_ references: [Reference]) -> [Reference] {
    var merged = references.map(Optional.some)
    for group in groups {
      guard let first = group.first else { continue }
      for record in group { merged[record] = nil }
      merged[first] = MergedReference(group, of: references).reference
    }
    return merged.compactMap { $0 }
  }

  /// Groups, relations and questions with their rules and facts, for people.
  ///
  /// - Parameter references: The input of ``Deduplication/groups(of:)``.
  public func text(_ references: [Reference]) -> String {
    let removed = groups.reduce(0) { $0 + $1.count - 1 }
    var text = "records: \(references.count), surplus: \(removed) in \(groups.count) groups, "
    text += "related pairs: \(relations.count), for a person: \(questions.count)\n"
    var reasons: [Int: Deduplication.Decision] = [:]
    for decision in decisions where decision.grade == .same {
      // One reason a record: the pair that ties it to an earlier one.
      let later = Swift.max(decision.first, decision.second)
      if reasons[later] == nil { reasons[later] = decision }
    }
    for (number, group) in groups.enumerated() {
      text += "\nDocument \(number + 1)\n"
      for record in group {
        text += "  " + Self.line(of: references[record]) + "\n"
        guard record != group.first, let reason = reasons[record] else { continue }
        let other = reason.first == record ? reason.second : reason.first
        text += "    \(reason.rule.rawValue) with \(Self.name(of: references[other])): "
        text += reason.facts.joined(separator: ", ") + "\n"
      }
      for conflict in MergedReference(group, of: references).conflicts where conflict.field != "abstract" {
        let values = conflict.values.map { "\($0.text) (\(Self.names($0.records, references)))" }
        text += "    \(conflict.field): " + values.joined(separator: " | ") + "\n"
      }
    }
    text += Self.section("Related, not the same", relations, references)
    text += Self.section("For a person to decide", questions, references)
    return text
  }

  private static func section(
    _ title: String, _ decisions: [Deduplication.Decision], _ references: [Reference]
  ) -> String {
    guard !decisions.isEmpty else { return "" }
    var text = "\n\(title)\n"
    for decision in decisions {
      var relation = "or"
      if case .related(let kind) = decision.grade { relation = kind.rawValue }
      text += "  " + line(of: references[decision.first]) + "\n"
      text += "  \(relation)\n"
      text += "  " + line(of: references[decision.second]) + "\n"
      text += "    \(decision.rule.rawValue): " + decision.facts.joined(separator: ", ") + "\n"
    }
    return text
  }

  private static func names(_ records: [Int], _ references: [Reference]) -> String {
    records.map { name(of: references[$0]) }.joined(separator: ", ")
  }

  private static func line(of reference: Reference) -> String {
    let author = reference.contributors.first?.citationName
    let place = [
      reference.container?.title ?? reference.container?.abbreviation, reference.volume,
      reference.pages?.printed,
    ]
    let parts = [author, reference.year.map(String.init), reference.title] + place
    let name = name(of: reference)
    let location = reference.location.map { "\($0.file):\($0.line)" }
    return ([name] + parts.compactMap { $0 }.filter { !$0.isEmpty }).joined(separator: ". ")
      + (location.map { " [\($0)]" } ?? "")
  }
}

extension Deduplication.Outcome {
  /// Everything that was found, for programs.
  ///
  /// - Parameter references: The input of ``Deduplication/groups(of:)``.
  public func json(_ references: [Reference]) -> JSONValue {
    func record(_ index: Int) -> JSONValue {
      let reference = references[index]
      return [
        "index": .integer(index), "name": .string(Self.name(of: reference)),
        "file": .text(reference.location?.file), "line": reference.location.map { .integer($0.line) },
        "title": .text(reference.title),
      ]
    }
    func value(_ decision: Deduplication.Decision) -> JSONValue {
      var relation: String?
      if case .related(let kind) = decision.grade { relation = kind.rawValue }
      return [
        "first": record(decision.first), "second": record(decision.second), "relation": .text(relation),
        "rule": .string(decision.rule.rawValue), "facts": .array(decision.facts.map { .string($0) }),
      ]
    }
    var places: [Int: Int] = [:]
    for (number, group) in groups.enumerated() { for record in group { places[record] = number } }
    var reasons = groups.map { _ in [JSONValue]() }
    for decision in decisions where decision.grade == .same {
      if let place = places[decision.first], place == places[decision.second] {
        reasons[place].append(
          [
            "first": .integer(decision.first), "second": .integer(decision.second),
            "rule": .string(decision.rule.rawValue), "facts": .array(decision.facts.map { .string($0) }),
          ])
      }
    }
    return [
      "records": .integer(references.count),
      "groups": .array(
        groups.enumerated().map { number, group in
          [
            "records": .array(group.map(record)), "decisions": .array(reasons[number]),
            "conflicts": .array(MergedReference(group, of: references).conflicts.map(Self.value)),
          ]
        }),
      "relations": .array(relations.map(value)), "questions": .array(questions.map(value)),
      "rules": .array(
        Deduplication.rules.map { ["name": .string($0.name.rawValue), "text": .string($0.text)] }),
      "preferences": .array(
        MergedReference.rules.map { ["field": .string($0.field), "rule": .string($0.preference.rawValue)] }),
    ]
  }

  private static func value(_ conflict: MergedReference.Conflict) -> JSONValue {
    [
      "field": .string(conflict.field),
      "values": .array(
        conflict.values.map {
          ["value": .string($0.text), "records": .array($0.records.map { .integer($0) })]
        }),
    ]
  }
}

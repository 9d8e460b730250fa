public import OnusModel

extension EvidenceSummary {
  /// What is claimed and what has been studied about a condition, for people without medical training.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - claims: The claims about it, with their evidence.
  ///   - studies: Studies of it beside those linked from the claims.
  public init(condition: Condition, claims: [CataloguedClaim], studies: [CataloguedStudy] = []) {
    var all: [CataloguedStudy] = []
    var seen: Set<Study.ID> = []
    for study in claims.flatMap({ $0.evidence.map(\.study) }) + studies
    where seen.insert(study.study.id).inserted {
      all.append(study)
    }
    let content = ConditionContent(
      condition: condition, claims: claims, studies: all.sorted(by: CataloguedStudy.isStronger))
    self.init(
      title: "\(condition.name): what is claimed and what has been studied", sections: content.sections)
  }
}

/// The sections of a summary about one condition.
private struct ConditionContent {
  var condition: Condition
  var claims: [CataloguedClaim]
  var studies: [CataloguedStudy]

  var sections: [EvidenceSummary.Section] {
    [
      EvidenceSummary.Section("What is claimed, and by whom", claimed),
      EvidenceSummary.Section("What has been studied", studied),
      EvidenceSummary.Section("What the studies found for and against", found),
      EvidenceSummary.Section("What the checks say", checked),
      EvidenceSummary.Section("What nobody has studied", missing),
    ].filter { !$0.blocks.isEmpty }
  }

  /// What a sentence about an empty catalogue rests on: that this condition was asked for.
  private var asked: EvidenceSummary.Trace {
    .init(id: "condition:\(condition.id)", description: "The catalogue, asked for \(name).")
  }

  private var name: String { condition.name }

  private var claimed: [EvidenceSummary.Block] {
    guard !claims.isEmpty else {
      return [.paragraph([.init("The catalogue has no claim about \(name).", traces: [asked])])]
    }
    var blocks: [EvidenceSummary.Block] = []
    let sources = Dictionary(grouping: claims.flatMap(\.appearances).map(\.source), by: \.id)
    let count = Counted.text(claims.count, "claim", "claims")
    let places = sources.isEmpty ? "" : ", made in \(Counted.text(sources.count, "source", "sources"))"
    let total = "The catalogue has \(count) about \(name)\(places)."
    blocks.append(.paragraph([.init(total, traces: claims.map(\.trace))]))
    for source in sources.values.compactMap(\.first).sorted(by: { $0.id < $1.id }) {
      let made = claims.filter { claim in claim.appearances.contains { $0.source.id == source.id } }
      let author = source.authors.isEmpty ? "“\(source.title)”" : source.authors.joined(separator: " and ")
      let place = source.authors.isEmpty ? "" : " in “\(source.title)”"
      let traces = made.map(\.trace)
      blocks.append(.paragraph([.init("\(author) says\(place):", traces: traces)]))
      blocks.append(.bullets(made.map(point(for:))))
      if let interests = source.interests {
        let stake = "What \(author) may have to gain: \(interests.asSentence)"
        blocks.append(.paragraph([.init(stake, traces: traces)]))
      }
    }
    let unplaced = claims.filter(\.appearances.isEmpty)
    if !unplaced.isEmpty { blocks.append(.bullets(unplaced.map(point(for:)))) }
    return blocks
  }

  private func point(for claim: CataloguedClaim) -> [EvidenceSummary.Sentence] {
    let statement = EvidenceSummary.Sentence(claim.sentence, traces: [claim.trace])
    return switch claim.match {
    case .covering:
      [statement, .init("This is about a broader group that includes \(name).", traces: [claim.trace])]
    case .narrower: [statement, .init("This is about a special form of it.", traces: [claim.trace])]
    case .exact, nil: [statement]
    }
  }

  private var studied: [EvidenceSummary.Block] {
    guard !studies.isEmpty else {
      let traces = claims.map(\.trace) + [asked]
      return [.paragraph([.init("The catalogue has no study of \(name).", traces: traces)])]
    }
    let count = Counted.text(studies.count, "study or document", "studies and documents")
    let points = StudyGroup.allCases.compactMap { group in
      point(for: group, studies.filter { StudyGroup($0.study.design.value.family) == group })
    }
    return [
      .paragraph([.init("The catalogue has \(count) that bear on this.", traces: studies.map(\.trace))]),
      .bullets(points),
    ]
  }

  private func point(for group: StudyGroup, _ all: [CataloguedStudy]) -> [EvidenceSummary.Sentence]? {
    let withdrawn = all.filter(\.isRetracted).map { study in
      EvidenceSummary.Sentence(
        "The report of \(study.study.name) has been retracted, so it is not counted here.",
        traces: [study.trace])
    }
    let members = all.filter { !$0.isRetracted }
    guard !members.isEmpty else { return withdrawn.isEmpty ? nil : withdrawn }
    let traces = members.map(\.trace)
    var sentences = [EvidenceSummary.Sentence("\(group.plainCount(members.count)).", traces: traces)]
    if let explanation = group.explanation { sentences.append(.init(explanation, traces: traces)) }
    let sized = members.filter { $0.study.sample?.headline != nil }
    let people = sized.compactMap { $0.study.sample?.headline?.count }.reduce(0, +)
    if group.countsPeople, people > 0 {
      let rest = members.count - sized.count
      let unknown = rest > 0 ? " (\(Counted.text(rest, "does", "do")) not say how many)" : ""
      let total = "In all, \(Counted.text(people, "person", "people")) took part\(unknown)."
      sentences.append(.init(total, traces: sized.map(\.trace)))
    }
    let timed = members.filter { $0.study.durations.headline?.stated != nil }
    let longest = timed.compactMap { $0.study.durations.headline?.stated }.max()
    if group.countsPeople, let longest {
      let subject = members.count == 1 ? "It" : timed.count == 1 ? "One of them" : "The longest"
      sentences.append(.init("\(subject) lasted \(longest.printed).", traces: timed.map(\.trace)))
    }
    return sentences + withdrawn
  }

  private var found: [EvidenceSummary.Block] {
    let points = claims.filter { !$0.evidence.isEmpty }.map { claim -> [EvidenceSummary.Sentence] in
      let all = [claim.trace] + claim.evidence.map(\.study.trace)
      let lead = EvidenceSummary.Sentence("\(claim.quotation) \(claim.tally)", traces: all)
      let details = EvidenceLink.Stance.allCases.flatMap { stance in
        claim.evidence.filter { $0.link.stance == stance }.map { evidence in
          let words =
            "\(stance.plainLead): \(evidence.study.plainName). \(evidence.link.rationale.asSentence)"
          return EvidenceSummary.Sentence(words, traces: [evidence.study.trace])
        }
      }
      return [lead] + details
    }
    return points.isEmpty ? [] : [.bullets(points)]
  }

  private var checked: [EvidenceSummary.Block] {
    let points = claims.filter { !$0.weightyFindings.isEmpty }.map { claim -> [EvidenceSummary.Sentence] in
      let standing = claim.standing.map { " By what is linked it is \($0.standing.rawValue): \($0.reason)." }
      let lead = EvidenceSummary.Sentence(claim.quotation + (standing ?? ""), traces: [claim.trace])
      return [lead]
        + claim.weightyFindings.map { finding in
          .init(finding.message.capitalizedSentence, traces: [claim.trace(of: finding)])
        }
    }
    return points.isEmpty ? [] : [.bullets(points)]
  }

  private var missing: [EvidenceSummary.Block] {
    var points: [[EvidenceSummary.Sentence]] = []
    for claim in claims where claim.evidence.isEmpty {
      let searches = claim.claim.searches.map { EvidenceSummary.Sentence($0.sentence, traces: [claim.trace]) }
      points.append([.init("No study is linked to \(claim.quotation)", traces: [claim.trace])] + searches)
    }
    for claim in claims where !claim.evidence.isEmpty {
      for search in claim.claim.searches where search.isEmpty {
        points.append([.init(search.sentence, traces: [claim.trace])])
      }
    }
    let people = studies.filter { StudyGroup($0.study.design.value.family).countsPeople }
    if !people.isEmpty, !people.contains(where: { $0.study.design.value.isRandomized }) {
      points.append([
        .init("None of the studies in people is a randomized trial.", traces: people.map(\.trace))
      ])
    }
    return points.isEmpty ? [] : [.bullets(points)]
  }
}

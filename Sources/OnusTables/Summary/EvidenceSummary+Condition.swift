public import OnusModel

extension EvidenceSummary {
  /// What is claimed and what has been studied about a condition, for people without medical training.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - claims: The claims about it, with their evidence.
  ///   - studies: Studies of people who have it, whether a claim is linked to them or not.
  ///   - outcomes: What was found for each outcome, with the certainty of it.
  ///   - safety: Claims about harms of the same interventions that name no condition or another one.
  public init(
    condition: Condition, claims: [CataloguedClaim], studies: [CataloguedStudy] = [],
    outcomes: [GradedOutcome] = [], safety: [CataloguedClaim] = []
  ) {
    let content = ConditionSummary(
      condition: condition, claims: claims, studies: studies, outcomes: outcomes, safety: safety)
    self.init(
      title: "\(condition.name): what is claimed and what has been studied", sections: content.sections)
  }
}

/// The sections of a summary about one condition.
struct ConditionSummary {
  var condition: Condition
  var claims: [CataloguedClaim]
  /// Studies of people who have the condition, the strongest first.
  var own: [CataloguedStudy]
  /// Studies of other people and documents that claims are linked to, the strongest first.
  var others: [CataloguedStudy]
  var outcomes: [GradedOutcome]
  var safety: [CataloguedClaim]

  init(
    condition: Condition, claims: [CataloguedClaim], studies: [CataloguedStudy], outcomes: [GradedOutcome],
    safety: [CataloguedClaim]
  ) {
    self.condition = condition
    self.claims = claims
    self.outcomes = outcomes
    let known = Set(claims.map(\.claim.id))
    self.safety = safety.filter { !known.contains($0.claim.id) }
    var seen: Set<Study.ID> = []
    own = studies.filter { seen.insert($0.study.id).inserted }.sorted(by: CataloguedStudy.isStronger)
    others = claims.flatMap { $0.evidence.map(\.study) }.filter { seen.insert($0.study.id).inserted }
      .sorted(by: CataloguedStudy.isStronger)
  }

  var name: String { condition.name }

  /// What a sentence about an empty catalogue rests on: that this condition was asked for.
  var asked: EvidenceSummary.Trace {
    .init(id: "condition:\(condition.id)", description: "The catalogue, asked for \(name).")
  }

  var sections: [EvidenceSummary.Section] {
    [
      EvidenceSummary.Section("In short", inShort),
      EvidenceSummary.Section("What is claimed, and by whom", claimed),
      EvidenceSummary.Section("What has been studied", studied),
      EvidenceSummary.Section("What the studies found", found),
      EvidenceSummary.Section("What is out of date or goes too far", overstated),
      EvidenceSummary.Section("Harms and warnings", harms),
      EvidenceSummary.Section("What nobody has studied", missing),
      EvidenceSummary.Section("How to read this", reading),
    ].filter { !$0.blocks.isEmpty }
  }

  /// How much there is, and how many of the claims hold up.
  private var inShort: [EvidenceSummary.Block] {
    guard !claims.isEmpty else {
      return [.paragraph([.init("The catalogue has no claim about \(name).", traces: [asked])])]
    }
    let sources = Set(claims.flatMap { $0.appearances.map(\.source.id) })
    let places = sources.isEmpty ? "" : ", made in \(Counted.text(sources.count, "source", "sources"))"
    let total = "The catalogue has \(Counted.text(claims.count, "claim", "claims")) about \(name)\(places)."
    var sentences = [EvidenceSummary.Sentence(total, traces: claims.map(\.trace))]
    let audited = claims.filter { $0.standing != nil }
    let parts = StandingGroup.allCases.compactMap { group -> String? in
      let count = audited.count { $0.standing.map { StandingGroup($0.standing) } == group }
      return count == 0 ? nil : group.plainCount(count)
    }
    if !parts.isEmpty {
      let traces = audited.map(\.trace) + [.standings]
      sentences.append(.init("By the studies linked to them, \(parts.joinedByAnd).", traces: traces))
    }
    if !own.isEmpty {
      let count = Counted.text(own.count, "study or document", "studies and documents")
      sentences.append(
        .init("The catalogue has \(count) about people with it.", traces: own.map(\.trace)))
    }
    return [.paragraph(sentences)]
  }
}

extension [String] {
  /// The texts with commas between them, and "and" before the last.
  var joinedByAnd: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

internal import OnusModel

extension ConditionSummary {
  /// The claims of each source, and what it may have to gain.
  var claimed: [EvidenceSummary.Block] {
    var blocks: [EvidenceSummary.Block] = []
    let sources = Dictionary(grouping: claims.flatMap(\.appearances).map(\.source), by: \.id)
    for source in sources.values.compactMap(\.first).sorted(by: { $0.id < $1.id }) {
      let made = claims.filter { claim in claim.appearances.contains { $0.source.id == source.id } }
      let author = source.authors.isEmpty ? "“\(source.title)”" : source.authors.joined(separator: " and ")
      let place = source.authors.isEmpty ? "" : " in “\(source.title)”"
      blocks += list(made, lead: "\(author) says\(place):")
      if let interests = source.interests {
        let stake = "What \(author) may have to gain: \(interests.asSentence)"
        blocks.append(.paragraph([.init(stake, traces: made.map(\.trace))]))
      }
    }
    return blocks + list(claims.filter(\.appearances.isEmpty), lead: "No source is named for:")
  }

  /// Claims about the condition itself, then about its forms, then about wider groups.
  private func list(_ claims: [CataloguedClaim], lead: String) -> [EvidenceSummary.Block] {
    let about: [(ConditionMatch, String)] = [
      (.exact, lead), (.narrower, "About a special form of it:"),
      (.covering, "About a wider group that \(name) is part of:"),
    ]
    return about.flatMap { match, words -> [EvidenceSummary.Block] in
      let members = claims.filter { ($0.match ?? .exact) == match }
      guard !members.isEmpty else { return [] }
      return [
        .paragraph([.init(words, traces: members.map(\.trace))]),
        .bullets(members.map { [.init($0.sentence, traces: [$0.trace])] }),
      ]
    }
  }

  /// What claims say that was true once, or that goes further than the studies.
  var overstated: [EvidenceSummary.Block] {
    let order = StandingGroup.allCases
    let found = claims.filter { !$0.plainProblems.isEmpty }
    let sorted = found.indices.sorted { left, right in
      let ranks = [left, right].map { index in
        found[index].standing.flatMap { order.firstIndex(of: StandingGroup($0.standing)) } ?? order.count
      }
      return ranks[0] == ranks[1] ? left < right : ranks[0] > ranks[1]
    }
    let points = sorted.map { index -> [EvidenceSummary.Sentence] in
      [.init(found[index].quotation, traces: [found[index].trace])] + found[index].plainProblems
    }
    return points.isEmpty ? [] : [.bullets(points)]
  }
}

extension CataloguedClaim {
  /// Where the claim stands, with the reason; empty before an audit.
  var plainStanding: [EvidenceSummary.Sentence] {
    standing.map {
      let words = "\($0.standing.plainWords) Why: \($0.reason.asSentence)"
      return [.init(words, traces: [trace, .standings])]
    } ?? []
  }

  /// What the checks say, each kind of problem once, in plain words where there are some.
  var plainProblems: [EvidenceSummary.Sentence] {
    var seen: Set<String> = []
    return weightyFindings.compactMap { finding in
      let words = PlainProblem.words[finding.code.rawValue] ?? finding.message.capitalizedSentence
      guard !words.isEmpty, seen.insert(words).inserted else { return nil }
      return .init(words, traces: [trace(of: finding)])
    }
  }
}

/// What standings come down to for a reader, from good to bad.
enum StandingGroup: CaseIterable {
  case holds, inPart, unknown, tooFar, outdated, fails

  init(_ standing: Standing) {
    self =
      switch standing {
      case .supported: .holds
      case .partlySupported: .inPart
      case .notCheckable: .unknown
      case .overstated: .tooFar
      case .outdated: .outdated
      case .contradicted, .unsupported: .fails
      }
  }

  /// "1 holds up", "3 hold up".
  func plainCount(_ count: Int) -> String {
    switch self {
    case .holds: Counted.text(count, "holds up", "hold up")
    case .inPart: Counted.text(count, "holds in part", "hold in part")
    case .unknown: "\(count) could not be checked"
    case .tooFar: Counted.text(count, "goes too far", "go too far")
    case .outdated: Counted.text(count, "is out of date", "are out of date")
    case .fails: Counted.text(count, "does not hold up", "do not hold up")
    }
  }
}

extension Standing {
  /// The standing as a short sentence.
  var plainWords: String {
    switch self {
    case .supported: "The studies back this."
    case .partlySupported: "The studies back a part of this."
    case .overstated: "This goes further than the studies."
    case .contradicted: "The studies speak against this."
    case .unsupported: "No good study backs this."
    case .outdated: "This is out of date."
    case .notCheckable: "Nobody has found a study of this."
    }
  }
}

extension EvidenceSummary.Trace {
  /// The table by which a claim's standing follows from its links.
  static let standings = EvidenceSummary.Trace(
    id: "rule:standings", description: "Rule: where a claim stands follows from its links (onus standings).")

  /// The table by which words follow from the certainty.
  static let informativeStatements = EvidenceSummary.Trace(
    id: "rule:informative-statements",
    description: "Rule: words for certainty (Santesso 2020, J Clin Epidemiol 119:126-35).")

  /// That three divided by the number of people bounds a risk that was not seen.
  static let ruleOfThree = EvidenceSummary.Trace(
    id: "rule:of-three",
    description: "Rule of three (Hanley and Lippman-Hand 1983, JAMA 249:1743-5).")
}

/// What findings of checks mean, in words that need no training.
enum PlainProblem {
  /// The words by the code of the check; a code that is not here is told in the check's own words, and an empty
  /// text is one that only editors need.
  static let words: [String: String] = [
    "animal-evidence": "It rests on tests in animals or cells, not in people.",
    "benefit-not-shown": "The study named for it does not show a benefit.",
    "causal-wording": "It says that one thing makes the other happen, but no fair test has shown that.",
    "claim-contradicted": "Other studies point the other way.",
    "claim-not-supported": "None of the studies named for it can carry it.",
    "contrary-study-not-cited": "The source leaves out a study that says otherwise.",
    "contrary-study-not-linked": "",
    "harm-not-excluded": "The studies are too small to rule out a rare harm.",
    "harms-left-out": "The source leaves out harms that its own study reports.",
    "no-effect-not-shown": "The study could have missed an effect.",
    "no-source-cited": "The source names no study for it.",
    "outcome-not-primary": "It rests on a result that the study was not made for, which may be chance.",
    "short-follow-up": "The study was too short to see this.",
    "single-study": "It rests on one study alone.",
    "source-contradicts-itself": "The same source says something that does not fit this.",
    "strong-words-partial-support": "The words are strong, but the study backs only a part.",
    "surrogate-outcome": "It rests on a sign of the illness, not on how people feel or fare.",
    "thin-advice": "It gives advice without good studies behind it.",
    "uncontrolled-evidence": "The study had nobody to compare with.",
    "universal-wording": "It allows no exception, but studies found some.",
    "within-group-change": "People got better over time, but that may have happened anyway.",
    "wording-exceeds-design": "The words are stronger than the kind of study allows.",
  ]
}

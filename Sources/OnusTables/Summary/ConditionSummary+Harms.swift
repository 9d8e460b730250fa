internal import OnusModel

extension ConditionSummary {
  /// What is claimed of harms and of who must not take it, and what harms studies report.
  var harms: [EvidenceSummary.Block] {
    let kinds: [Claim.Kind] = [.safety, .contraindication, .interaction]
    let warnings = (claims + safety).filter { kinds.contains($0.claim.kind) }
    var blocks: [EvidenceSummary.Block] = []
    if !warnings.isEmpty {
      blocks.append(.paragraph([.init("What is claimed:", traces: warnings.map(\.trace))]))
      blocks.append(
        .bullets(
          warnings.map { [.init($0.quotation, traces: [$0.trace])] + $0.plainStanding }))
    }
    let reported = reporting
    guard !reported.isEmpty else {
      let traces = own.isEmpty ? [asked] : own.map(\.trace)
      let words = "None of the studies in the catalogue reports harms in people with \(name)."
      return blocks + [.paragraph([.init(words, traces: traces)])]
    }
    blocks.append(.paragraph([.init("What studies report:", traces: reported.map(\.trace))]))
    blocks.append(
      .bullets(
        reported.map { study in
          let harms = study.study.harms.map(\.value.asSentence).joined(separator: " ")
          return [.init("\(study.plainName): \(harms)", traces: [study.trace])]
        }))
    let largest = reported.filter { StudyGroup($0.study.design.value.family) == .randomized }
      .compactMap { $0.study.sample?.headline?.count }.max()
    if let largest, largest < 300 {
      let words =
        "The largest of the randomized trials here has \(Counted.text(largest, "person", "people")), so a harm "
        + "that strikes one in 100 could have been missed."
      blocks.append(.paragraph([.init(words, traces: reported.map(\.trace) + [.ruleOfThree])]))
    }
    return blocks
  }

  /// The studies that report harms of what claims are about, the strongest first.
  private var reporting: [CataloguedStudy] {
    let interventions = Set((claims + safety).flatMap { $0.interventions.map(\.id) })
    var seen: Set<Study.ID> = []
    let linked = safety.flatMap { $0.evidence.map(\.study) }
    return (own + others + linked).filter { study in
      let isAsked =
        study.interventions.isEmpty || study.interventions.contains { interventions.contains($0.id) }
      let isOwn = own.contains { $0.study.id == study.study.id }
      return !study.study.harms.isEmpty && !study.isRetracted && (isAsked || isOwn)
        && StudyGroup(study.study.design.value.family) != .preclinical && seen.insert(study.study.id).inserted
    }.sorted(by: CataloguedStudy.isStronger)
  }

  /// Outcomes that nobody has measured, searches that found nothing, and what no trial was long enough for.
  var missing: [EvidenceSummary.Block] {
    var points: [[EvidenceSummary.Sentence]] = []
    for outcome in outcomes where outcome.estimate.studies == 0 {
      let reason = outcome.entry.reason.map { " " + $0.asSentence } ?? ""
      let words = "No fair test of \(outcome.synthesis.interventionName) for \(outcome.entry.outcome.value)."
      points.append([.init(words + reason, traces: [outcome.trace])])
    }
    for claim in claims where claim.evidence.isEmpty {
      let searches = claim.claim.searches.map { EvidenceSummary.Sentence($0.sentence, traces: [claim.trace]) }
      points.append([.init("No study is linked to \(claim.quotation)", traces: [claim.trace])] + searches)
    }
    for claim in claims where !claim.evidence.isEmpty {
      for search in claim.claim.searches where search.isEmpty {
        points.append([.init(search.sentence, traces: [claim.trace])])
      }
    }
    return (points + gapsInTrials).isEmpty ? [] : [.bullets(points + gapsInTrials)]
  }

  /// For what claims are about: that there is no randomized trial, or how long the longest was.
  private var gapsInTrials: [[EvidenceSummary.Sentence]] {
    let people = own.filter { StudyGroup($0.study.design.value.family).countsPeople && !$0.isRetracted }
    guard !people.isEmpty else { return [] }
    let trials = people.filter { $0.study.design.value.isRandomized }
    guard !trials.isEmpty else {
      return [[.init("None of the studies in people is a randomized trial.", traces: people.map(\.trace))]]
    }
    var seen: Set<Key<Intervention>> = []
    return claims.flatMap(\.interventions).filter { seen.insert($0.id).inserted }.compactMap { intervention in
      let tested = trials.filter { $0.interventions.contains { $0.id == intervention.id } }
      let lengths = tested.compactMap { $0.study.durations.headline?.stated }
      guard !tested.isEmpty, lengths.count == tested.count, let longest = lengths.max() else { return nil }
      let words = "No randomized trial of \(intervention.name) in people with it lasted longer than "
      return [.init("\(words)\(longest.printed).", traces: tested.map(\.trace))]
    }
  }
}

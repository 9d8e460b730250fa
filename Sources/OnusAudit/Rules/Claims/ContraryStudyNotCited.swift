internal import OnusModel

extension Check {
  /// A source that cites studies of a subject and leaves out one that says otherwise.
  public static let contraryStudyNotCited = Check(
    "contrary-study-not-cited",
    documentation: Documentation(
      title: "The source cites studies of the subject and leaves out one that says otherwise",
      explanation: """
        Who cites only what agrees makes a question look settled. The citations of all claims of one source are \
        taken together: where they include a study of the claim's condition or intervention, and a study that \
        is linked as contradicting the claim directly, with no difference or harm as its result, is not among \
        them, that is reported. A study that appeared after the claim was made is not held against the \
        source; a source without a date is at least as young as the newest study that it cites.
        """,
      sources: [
        "Duyx B et al. Scientific citations favor positive results. J Clin Epidemiol 2017;88:92-101",
        "Greenberg SA. BMJ 2009;339:b2680",
      ],
      needs: "What the source cites, links that contradict the claim, dates of the claim and of the study.",
      falsePositives: "A study that appeared in the year of the source, but after it."),
    examples: Examples(
      firing: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column, published: 2020 }
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            conditions: [Back Pain]
            interventions: [willow-tea]
            appears: { in: newsletter }
            cites: [tea-2017]
            evidence:
              - { study: tea-2017, stance: supports, because: Pain fell. }
              - { study: tea-2019, result: pain, stance: contradicts, because: No difference. }
        conditions:
          back-pain: { name: Back Pain }
        interventions:
          willow-tea: { name: willow tea }
        studies:
          tea-2017: { name: Tea 2017, design: case series, conditions: [Back Pain] }
          tea-2019:
            name: Tea 2019
            design: rct
            conditions: [Back Pain]
            published: 2019
            results:
              pain: { outcome: pain, direction: no difference }
        """,
      quiet: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column, published: 2018 }
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            conditions: [Back Pain]
            interventions: [willow-tea]
            appears: { in: newsletter }
            cites: [tea-2017]
            evidence:
              - { study: tea-2017, stance: supports, because: Pain fell. }
              - { study: tea-2019, result: pain, stance: contradicts, because: No difference. }
        conditions:
          back-pain: { name: Back Pain }
        interventions:
          willow-tea: { name: willow tea }
        studies:
          tea-2017: { name: Tea 2017, design: case series, conditions: [Back Pain] }
          tea-2019:
            name: Tea 2019
            design: rct
            conditions: [Back Pain]
            published: 2019
            results:
              pain: { outcome: pain, direction: no difference }
        """)
  ) { input in
    var cited: [Source.ID: [Study.ID: CataloguedStudy]] = [:]
    for entry in input.claims {
      for appearing in entry.appearances {
        for study in entry.cited { cited[appearing.source.id, default: [:]][study.study.id] = study }
      }
    }
    return input.claims.flatMap { entry -> [Finding] in
      guard [.efficacy, .safety].contains(entry.claim.kind), entry.claim.direction != .harm else { return [] }
      let contrary = entry.contrary.filter { evidence in
        evidence.link.directness == .direct
          && [.noDifference, .harm].contains(evidence.result?.direction)
      }
      guard !contrary.isEmpty else { return [] }
      return entry.appearances.prefix(1).flatMap { appearing -> [Finding] in
        let citations = cited[appearing.source.id] ?? [:]
        guard citations.values.contains(where: { entry.isOfTheSubject($0, in: input) }) else { return [] }
        // A source without a date is at least as young as the newest study that it cites.
        let date = (appearing.appearance.date ?? appearing.source.published?.stated)?.year
        guard let known = date ?? citations.values.compactMap(\.year).max() else { return [] }
        let left = contrary.filter { evidence in
          citations[evidence.study.study.id] == nil && entry.isOfTheSubject(evidence.study, in: input)
            && evidence.study.year.map { $0 <= known } ?? false
        }
        guard !left.isEmpty else { return [] }
        let remark = Remark(
          """
          the source cites studies of this subject, but not \(left.names), which \
          \(left.isOneStudy ? "says" : "say") otherwise
          """, at: entry.statementPlace, notes: left.map(\.note),
          remedy: "judge the claim by all studies of the subject, not by those that the source chose")
        return [
          Finding(remark.diagnostic(.warning, "contrary-study-not-cited"), claim: entry.claim.id)
        ]
      }
    }
  }
}

extension CataloguedClaim {
  /// Whether a study is of the claim's condition, or of one that it includes; of its intervention where the
  /// claim names no condition.
  fileprivate func isOfTheSubject(_ study: CataloguedStudy, in input: Check.Input) -> Bool {
    if conditions.isEmpty {
      return interventions.contains { asked in
        study.interventions.contains { input.interventions.includes($0.id, in: asked.id) }
      }
    }
    return conditions.contains { asked in
      study.conditions.contains { input.conditions.includes($0.id, in: asked.id) }
    }
  }
}

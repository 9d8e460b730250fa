internal import OnusModel

extension Check {
  /// A study in the catalogue that speaks to a claim, points the other way and is not linked to it.
  public static let contraryStudyNotLinked = Check(
    ofEachClaim: "contrary-study-not-linked", severity: .note,
    documentation: Documentation(
      title: "The catalogue holds a contrary study that is not linked to the claim",
      explanation: """
        A claim of benefit that is held against some studies only may have been held against those that \
        agree. Reported are randomized trials and syntheses of the claim's very condition and intervention, \
        whose primary result, on the outcome of the claim, shows no difference or harm, and that are not linked \
        to the claim.
        """,
      sources: ["Cochrane Handbook, version 6.5, chapter 7 (bias from selective use of studies)"],
      needs: "Conditions and interventions of claims and studies, and the role and direction of results.",
      falsePositives: "A trial of another outcome than the one that the claim speaks of."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            direction: benefit
            conditions: [Back Pain]
            interventions: [willow-tea]
            evidence: { study: tea-2017, stance: supports, because: Pain fell. }
        conditions:
          back-pain: { name: Back Pain }
        interventions:
          willow-tea: { name: willow tea }
        studies:
          tea-2017: { name: Tea 2017, design: case series }
          tea-2019:
            name: Tea 2019
            design: rct
            conditions: [Back Pain]
            interventions: [willow-tea]
            results:
              pain: { outcome: pain, role: primary, direction: no difference }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            direction: benefit
            conditions: [Back Pain]
            interventions: [willow-tea]
            evidence:
              - { study: tea-2017, stance: supports, because: Pain fell. }
              - { study: tea-2019, result: pain, stance: contradicts, because: No difference. }
        conditions:
          back-pain: { name: Back Pain }
        interventions:
          willow-tea: { name: willow tea }
        studies:
          tea-2017: { name: Tea 2017, design: case series }
          tea-2019:
            name: Tea 2019
            design: rct
            conditions: [Back Pain]
            interventions: [willow-tea]
            results:
              pain: { outcome: pain, role: primary, direction: no difference }
        """)
  ) { entry, input in
    guard entry.claim.kind == .efficacy, entry.claim.direction == .benefit, !entry.evidence.isEmpty else {
      return []
    }
    let linked = Set(entry.claim.evidence.map(\.study.value))
    var missing: [CataloguedStudy] = []
    for condition in entry.conditions {
      for intervention in entry.interventions {
        for study in input.studies(of: intervention.id, in: condition.id)
        where !linked.contains(study.study.id) && study.isContrary(toBenefitIn: entry.claim.outcome)
          && study.conditions.contains(where: { $0.id == condition.id })
          && !missing.contains(where: { $0.study.id == study.study.id })
        {
          missing.append(study)
        }
      }
    }
    return missing.map { study in
      Remark(
        """
        \(study.study.name), a \(study.study.design.value.label) of the same condition and intervention that \
        found no benefit, is not linked to this claim
        """, at: entry.statementPlace,
        notes: [Diagnostic.Note("the study is here", at: study.study.location)],
        remedy: "link it with its stance")
    }
  }
}

extension CataloguedStudy {
  /// Whether it is a trial or synthesis whose primary results show no difference or harm in an outcome.
  ///
  /// - Parameter outcome: The outcome, which shares a word with a primary one; any when it is `nil` or unspecified.
  fileprivate func isContrary(toBenefitIn outcome: String?) -> Bool {
    let design = study.design.value
    guard !isRetracted, design.isRandomized || design.family == .synthesis && design.ocebmLevel != nil else {
      return false
    }
    let primary = study.results.filter { $0.role == .primary }
    let words = (outcome ?? "").longWords
    let isMeant =
      words.isEmpty || words.contains("unspecified")
      || primary.contains { !words.isDisjoint(with: $0.outcome.value.longWords) }
    return isMeant && !primary.isEmpty
      && primary.allSatisfy { [.noDifference, .harm].contains($0.direction) }
  }
}

extension String {
  /// The words of four letters or more, in lower case.
  fileprivate var longWords: Set<String> {
    Set(lowercased().split { !$0.isLetter }.filter { $0.count > 3 }.map(String.init))
  }
}

internal import OnusModel

extension Check {
  /// A review that carries a claim and is older than trials of the same subject.
  public static let reviewOlderThanStudies = Check(
    ofEachClaim: "review-older-than-studies", severity: .note,
    documentation: Documentation(
      title: "A claim rests on a review that is older than trials of the same subject",
      explanation: """
        A review can only know what was there when its authors searched. Reported is a synthesis that supports \
        a claim while the catalogue holds a randomized trial or a newer synthesis of the same condition and \
        intervention that appeared in a later year and is not linked to the claim.
        """,
      sources: [
        "Shojania KG et al. Ann Intern Med 2007;147:224-33", "Cochrane Handbook, version 6.5, chapter IV",
      ],
      needs: "Conditions, interventions and dates of the studies.",
      falsePositives: "A later trial of another outcome."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            conditions: [Back Pain]
            interventions: [willow-tea]
            evidence: { study: review-2010, stance: supports, because: Pools three trials. }
        conditions:
          back-pain: { name: Back Pain }
        interventions:
          willow-tea: { name: willow tea }
        studies:
          review-2010: { name: Review 2010, design: systematic review, published: 2010 }
          tea-2019:
            name: Tea 2019
            design: rct
            published: 2019
            conditions: [Back Pain]
            interventions: [willow-tea]
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            conditions: [Back Pain]
            interventions: [willow-tea]
            evidence: { study: review-2010, stance: supports, because: Pools three trials. }
        conditions:
          back-pain: { name: Back Pain }
        interventions:
          willow-tea: { name: willow tea }
        studies:
          review-2010: { name: Review 2010, design: systematic review, published: 2010 }
          tea-2009:
            name: Tea 2009
            design: rct
            published: 2009
            conditions: [Back Pain]
            interventions: [willow-tea]
        """)
  ) { entry, input in
    guard [.efficacy, .safety].contains(entry.claim.kind) else { return [] }
    let linked = Set(entry.claim.evidence.map(\.study.value))
    let reviews = entry.supporting.filter { $0.study.study.design.value.family == .synthesis }
    guard !reviews.isEmpty, !entry.conditions.isEmpty, !entry.interventions.isEmpty else { return [] }
    return reviews.compactMap { review in
      guard let year = review.study.year else { return nil }
      var seen: Set<Study.ID> = []
      var later: [CataloguedStudy] = []
      for condition in entry.conditions {
        for intervention in entry.interventions {
          for study in input.studies(of: intervention.id, in: condition.id)
          where !linked.contains(study.study.id) && study.study.design.value.isRandomized
            && study.year.map({ $0 > year }) ?? false && !study.isRetracted
            && seen.insert(study.study.id).inserted
          {
            later.append(study)
          }
        }
      }
      guard !later.isEmpty else { return nil }
      let names = later.map { "\($0.study.name)" }.joined(separator: ", ")
      return Remark(
        "\(review.study.study.name) appeared in \(year) and cannot know \(names)", at: review.place,
        notes: later.map { Diagnostic.Note("\($0.study.name) is here", at: $0.study.location) },
        remedy: "link the later studies, or a newer review")
    }
  }
}

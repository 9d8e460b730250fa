internal import OnusModel

extension Check {
  /// A study that is linked to a claim beside a review that includes it.
  public static let countedWithItsReview = Check(
    ofEachClaim: "counted-with-its-review", severity: .note,
    documentation: Documentation(
      title: "A study and a review that cites it are both counted for a claim",
      explanation: """
        A review that pools a study has counted it already. Both may be linked, but they are not two pieces of \
        evidence.
        """,
      sources: ["Cochrane Handbook, version 6.5, section 23.3.4 (double counting)"],
      needs: "The reference list of the review's report, and identifiers of the study's reports.",
      falsePositives: "A review that cites the study without including it."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence:
              - { study: tea-2017, stance: supports, because: Pain fell. }
              - { study: tea-pooled, stance: supports, because: Pools Tea 2017. }
        studies:
          tea-2017: { name: Tea 2017, design: rct, reports: ["pmid:1"] }
          tea-pooled: { name: Tea pooled, design: meta-analysis, includes: [tea-2017] }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence:
              - { study: tea-2017, stance: supports, because: Pain fell. }
              - { study: tea-pooled, stance: supports, because: Pools other trials. }
        studies:
          tea-2017: { name: Tea 2017, design: rct, reports: ["pmid:1"] }
          tea-pooled: { name: Tea pooled, design: meta-analysis }
        """)
  ) { entry, _ in
    guard entry.evidence.contains(where: { $0.study.study.design.value.family == .synthesis }) else {
      return []
    }
    let reviews = entry.evidence.filter { $0.study.study.design.value.family == .synthesis }
    return entry.evidence.filter { $0.study.study.design.value.family != .synthesis }.compactMap { evidence in
      guard
        let review = reviews.first(where: {
          $0.link.stance == evidence.link.stance && $0.study.includes(evidence.study)
        })
      else { return nil }
      return Remark(
        """
        \(review.study.study.name) already counts \(evidence.study.study.name), so the two are not two pieces of \
        evidence
        """, at: evidence.place, notes: [review.note],
        remedy: "keep both links, and count the review alone")
    }
  }
}

extension CataloguedStudy {
  /// Whether a review says that it includes a study, or its report cites one of the study's reports.
  func includes(_ other: CataloguedStudy) -> Bool {
    if study.includes?.contains(where: { $0.value == other.study.id }) == true { return true }
    let identifiers = Set(other.study.reports.map(\.value) + other.reports.flatMap(\.identifiers))
      .filter { $0.scheme != .key }
    guard !identifiers.isEmpty else { return false }
    return reports.contains { report in
      report.citations.contains { !identifiers.isDisjoint(with: $0.identifiers) }
    }
  }
}

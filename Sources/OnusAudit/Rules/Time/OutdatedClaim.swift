internal import OnusModel

extension Check {
  /// A claim that was in order when it was made and is not now.
  public static let outdatedClaim = Check(
    ofEachClaim: "outdated-claim",
    documentation: Documentation(
      title: "A claim was in order once, and later evidence contradicts it",
      explanation: """
        A claim is outdated when everything that contradicts it directly is later than the claim. Of a claim \
        without a date the same is concluded where an authority has decided otherwise and all that \
        contradicts the claim is later than what supports it. The date until which it held is named.
        """,
      sources: [
        "Shojania KG et al. How quickly do systematic reviews go out of date? Ann Intern Med 2007;147:224-33"
      ],
      needs: "Dates of the studies, and of the claim or of what supports it.",
      falsePositives: "A claim that was already wrong by evidence that the catalogue does not hold."),
    examples: Examples(
      firing: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column, published: 2010-05 }
        claims:
          no-treatment:
            statement: There is no licensed treatment for the shivers.
            kind: regulatory
            appears: { in: newsletter }
            evidence:
              study: agency-2017
              stance: contradicts
              directness: regulatory
              because: Licensed one in 2017.
        studies:
          agency-2017: { name: Agency 2017, design: other, published: 2017-03-28 }
        """,
      quiet: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column, published: 2018-05 }
        claims:
          no-treatment:
            statement: There is no licensed treatment for the shivers.
            kind: regulatory
            appears: { in: newsletter }
            evidence:
              study: agency-2017
              stance: contradicts
              directness: regulatory
              because: Licensed one in 2017.
        studies:
          agency-2017: { name: Agency 2017, design: other, published: 2017-03-28 }
        """)
  ) { entry, _ in
    guard entry.claim.evidence.contains(where: { $0.stance == .contradicts }) else { return [] }
    let contrary = entry.contrary.filter { $0.contrariness(to: entry.claim) >= .close }
    let dates = contrary.compactMap { evidence in evidence.study.date.map { (date: $0, evidence: evidence) } }
    guard !contrary.isEmpty, dates.count == contrary.count, let first = dates.min(by: { $0.date < $1.date })
    else { return [] }
    let made = entry.appearances.compactMap { $0.appearance.date ?? $0.source.published?.stated }
      .filter { $0.year != nil }.min()
    if let made {
      guard made < first.date, made.year != first.date.year || made.month != nil else { return [] }
    } else {
      let supporting = entry.carrying.compactMap { $0.study.date }
      guard entry.claim.kind == .regulatory, contrary.contains(where: { $0.link.directness == .regulatory }),
        let last = supporting.max(), supporting.count == entry.carrying.count,
        (last.year ?? 0) < (first.date.year ?? 0)
      else { return [] }
    }
    // Where an authority decided, its decision is what ended the claim.
    let decided = dates.filter { $0.evidence.link.directness == .regulatory }.min { $0.date < $1.date }
    let end = entry.claim.kind == .regulatory ? decided ?? first : first
    let day = end.date.iso8601 ?? ""
    return [
      Remark(
        """
        the claim may have held until \(day), when \(end.evidence.study.study.name) appeared; since then it \
        does not
        """, at: entry.statementPlace, notes: contrary.map(\.note),
        remedy: "say until when it held, or correct it")
    ]
  }
}

extension CataloguedStudy {
  /// When its primary report appeared, as exactly as is known, else the study's own date.
  var date: PartialDate? {
    let dates =
      reports.prefix(1).flatMap { [$0.issued, $0.published] }.compactMap { $0 }
      + [study.published]
      .compactMap { $0 }
    return dates.filter { $0.year != nil }.min()
  }
}

internal import OnusModel

extension Check {
  /// A link that supports a benefit by a result that shows none.
  public static let benefitNotShown = Check(
    ofEachClaim: "benefit-not-shown",
    documentation: Documentation(
      title: "A study is said to support a benefit, and its result shows none",
      explanation: """
        A link says that a study supports a claim of benefit, while the result that it names points nowhere: \
        its direction is unclear, no difference or harm, its interval includes no effect, or its p value is \
        0.05 or above.
        """,
      sources: [
        "Boutron I et al. JAMA 2010;303:2058-64 (claiming effectiveness despite a nonsignificant outcome)",
        "Lazarus C et al. BMC Med Res Methodol 2015;15:85",
      ],
      needs: "The result that the link names, with direction, interval or p value.",
      falsePositives: "A result recorded as unclear for a reason that does not bear on the claim."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2019, result: pain, stance: supports, because: Pain was lower. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: pain, effect: MD -0.3, interval: -0.9 to 0.3 }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2019, result: pain, stance: supports, because: Pain was lower. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: pain, effect: MD -0.9, interval: -1.5 to -0.3 }
        """)
  ) { entry, _ in
    guard entry.claim.kind == .efficacy, entry.claim.direction == .benefit else { return [] }
    return entry.supporting.filter { $0.weakness(for: entry.claim) == .notInFavour }.map { evidence in
      let partly = evidence.link.stance == .partlySupports ? "in part " : ""
      return Remark(
        """
        \(evidence.study.study.name) is said to support this benefit \(partly)by a result that shows none: \
        \(evidence.result?.verdictWords ?? "")
        """, at: evidence.link.result?.location ?? evidence.place,
        notes: [Diagnostic.Note("the result is here", at: evidence.result?.location)],
        remedy: "change the stance to inconclusive, or link the result that shows the benefit")
    }
  }
}

extension StudyResult {
  /// What the result shows, in words: "no difference", "MD -0.3 with an interval of -0.9 to 0.3".
  fileprivate var verdictWords: String {
    if crossesNoEffect == true, let effect = effect?.value, let interval = interval?.value {
      return
        """
        \(effect.measure) \(effect.printed) with an interval of \(interval.printedLower) to \
        \(interval.printedUpper), which includes no effect
        """
    }
    if isNotSignificant == true, let p = p?.value { return "\(p), which chance explains" }
    return direction == .unclear ? "its direction is unclear" : direction?.rawValue ?? ""
  }
}

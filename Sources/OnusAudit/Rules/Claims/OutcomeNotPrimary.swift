internal import OnusModel

extension Check {
  /// A claim of efficacy that rests on results a study was not made for.
  public static let outcomeNotPrimary = Check(
    ofEachClaim: "outcome-not-primary",
    documentation: Documentation(
      title: "A claim of efficacy rests on results that were not the study's primary outcome",
      explanation: """
        A study is made large enough for its primary outcome. Among many others one differs by chance sooner \
        or later, and reports dwell on the one that did. A claim is reported when every result that carries it \
        is secondary, of a subgroup, exploratory, not planned, or of a standing that the report does not give.
        """,
      sources: [
        "Boutron I et al. Reporting and interpretation of randomized controlled trials with nonsignificant results. "
          + "JAMA 2010;303:2058-64",
        "Yavchitz A et al. J Clin Epidemiol 2016;75:56-65",
      ],
      needs: "The result that each link names, and its role in the study.",
      falsePositives: "A secondary outcome that the study was also made large enough for."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea improved sleep in people with back pain.
            kind: efficacy
            evidence: { study: tea-2019, result: sleep, stance: supports, because: They slept longer. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            outcomes: { primary: [pain] }
            results:
              sleep: { outcome: hours of sleep, role: secondary, direction: benefit }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea improved pain and sleep in people with back pain.
            kind: efficacy
            evidence:
              - { study: tea-2019, result: sleep, stance: supports, because: They slept longer. }
              - { study: tea-2019, result: pain, stance: supports, because: They had less pain. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            outcomes: { primary: [pain] }
            results:
              pain: { outcome: pain, role: primary, direction: benefit }
              sleep: { outcome: hours of sleep, role: secondary, direction: benefit }
        """)
  ) { entry, _ in
    guard entry.claim.kind == .efficacy || entry.claim.kind == .mechanism && entry.saysEffect else {
      return []
    }
    let carrying = entry.supporting.filter { !$0.isPreclinical && $0.link.directness != .mechanistic }
    let named = carrying.filter { $0.result?.role != nil }
    guard !named.isEmpty, named.allSatisfy({ $0.result?.role != .primary }) else { return [] }
    // A study whose result the link does not name may support the claim by its primary outcome.
    let others = carrying.filter { $0.result?.role == nil && $0.isComparison }
    guard others.isEmpty else { return [] }
    let notes = named.map { evidence in
      let role = evidence.result?.role.map(Self.words) ?? ""
      let primary = evidence.study.study.primaryOutcomes.map(\.value).joined(separator: "; ")
      return Diagnostic.Note(
        "\(evidence.study.study.name): \(evidence.result?.outcome.value ?? "") \(role)"
          + (primary.isEmpty ? "" : "; the primary outcome was \(primary)"),
        at: evidence.result?.location ?? evidence.place)
    }
    return [
      Remark(
        """
        the claim rests on \(named.names) by \(named.count == 1 ? "a result that is" : "results that are") not \
        known to be the primary outcome, and one of many outcomes differs by chance sooner or later
        """, at: entry.statementPlace, notes: notes,
        remedy: "hold the claim against the primary outcome, or name the outcome in the claim")
    ]
  }

  private static func words(for role: StudyResult.Role) -> String {
    switch role {
    case .primary: "was the primary outcome"
    case .secondary: "was a secondary outcome"
    case .subgroup: "was found in a subgroup"
    case .exploratory: "was exploratory"
    case .notPrespecified: "was not among the planned outcomes"
    case .notReported: "has no standing that the report gives"
    }
  }
}

internal import OnusModel

extension Check {
  /// A claim whose wording is stronger than the studies behind it.
  ///
  /// Strong and universal claims of efficacy, safety and interaction need a randomized trial or a synthesis.
  /// A plain statement about a small study is no fault.
  public static let wordingExceedsDesign = Check(
    ofEachClaim: "wording-exceeds-design",
    documentation: Documentation(
      title: "The wording is stronger than the designs behind it carry",
      explanation: """
        Without a comparison made by chance nobody can tell an effect from the course of the illness. Strong and universal claims of efficacy, safety and interaction need \
        a randomized trial or a synthesis that supports them directly; OCEBM 2011 puts these first for \
        questions of benefit. Claims that outrun the design are the commonest spin in reports of \
        non-randomized studies.
        """,
      sources: [
        "OCEBM Levels of Evidence Working Group. The Oxford 2011 Levels of Evidence",
        "Lazarus C et al. Classification and prevalence of spin. BMC Med Res Methodol 2015;15:85",
      ],
      needs: "The wording and kind of the claim, and the stance, directness and design of its studies.",
      falsePositives: "An effect so large and immediate that no trial is needed to see it."),
    examples: Examples(
      firing: """
        claims:
          tea-always-helps:
            statement: Willow tea always relieves back pain.
            kind: efficacy
            wording: universal
            evidence: { study: tea-2017, stance: supports, because: Pain fell. }
        studies:
          tea-2017: { name: Tea 2017, design: single-arm trial }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea greatly relieves back pain.
            kind: efficacy
            wording: strong
            evidence: { study: tea-2019, stance: supports, because: Pain fell more than with placebo. }
        studies:
          tea-2019: { name: Tea 2019, design: rct }
        """)
  ) { entry, _ in
    let wording = entry.claim.wording.value
    let isAboutEffect = [.efficacy, .safety, .interaction].contains(entry.claim.kind)
    guard wording >= .strong, isAboutEffect, entry.isExamined,
      !entry.supporting.contains(where: \.carriesEffect)
    else { return [] }
    let notes = entry.supporting.map(\.note)
    return [
      Remark(
        """
        the wording is \(wording.rawValue), but no randomized trial in people and no synthesis of \
        studies supports the claim directly; without one an effect cannot be told from the course of the illness
        """, at: entry.wordingPlace,
        notes: notes.isEmpty ? [Diagnostic.Note("no linked study supports the claim")] : notes,
        remedy: "a randomized trial of the same people, treatment and outcome, or weaker words")
    ]
  }
}

extension CataloguedEvidence {
  /// Whether the evidence can carry a strongly worded claim of effect: a randomized trial of the same people,
  /// intervention and outcome, or a synthesis of such studies, that has not been retracted.
  fileprivate var carriesEffect: Bool {
    guard !study.isRetracted else { return false }
    let design = study.study.design.value
    return switch design.family {
    case .randomized: link.directness == .direct
    case .synthesis: design.ocebmLevel != nil && [.direct, .review].contains(link.directness)
    default: false
    }
  }
}

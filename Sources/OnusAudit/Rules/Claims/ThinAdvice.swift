internal import OnusModel

extension Check {
  /// Advice that rests on one study, or on weak ones.
  public static let thinAdvice = Check(
    ofEachClaim: "thin-advice",
    documentation: Documentation(
      title: "Advice rests on a single study, on weak studies, or goes against a guideline",
      explanation: """
        Advice weighs benefit, harm and what else could be done, and needs the whole of the evidence: a \
        guideline or a systematic review, or several trials. Advice is reported when what supports it is less, \
        or when a linked guideline or authority contradicts it.
        """,
      sources: [
        "Yavchitz A et al. J Clin Epidemiol 2016;75:56-65 (type 1, recommendations for practice)",
        "Sumner P et al. BMJ 2014;349:g7015 (advice)",
        "Guyatt GH et al. GRADE. BMJ 2008;336:924-6",
      ],
      needs: "A claim of the kind recommendation, or one that says should or must, and its links.",
      falsePositives: "Advice that follows from a law or from plain prudence."),
    examples: Examples(
      firing: """
        claims:
          drink-tea:
            statement: People with back pain should drink willow tea.
            kind: recommendation
            evidence: { study: tea-2019, stance: supports, because: Pain fell more than with placebo. }
        studies:
          tea-2019: { name: Tea 2019, design: rct }
        """,
      quiet: """
        claims:
          drink-tea:
            statement: People with back pain should drink willow tea.
            kind: recommendation
            evidence: { study: guide-2021, stance: supports, directness: guideline, because: Advises it. }
        studies:
          guide-2021: { name: Guide 2021, design: guideline }
        """)
  ) { entry, _ in
    guard entry.claim.kind == .recommendation, entry.isExamined else { return [] }
    let against = entry.contrary.filter { [.guideline, .regulatory].contains($0.link.directness) }
    if !against.isEmpty {
      return [
        Remark(
          "\(against.names) \(against.isOneStudy ? "advises" : "advise") otherwise", at: entry.statementPlace,
          notes: against.map(\.note), remedy: "follow the guideline, or say why the advice departs from it")
      ]
    }
    let supporting = entry.carrying
    let isWhole = supporting.contains { evidence in
      let design = evidence.study.study.design.value
      return [.guideline, .regulatory].contains(evidence.link.directness)
        || design.id == StudyDesign.guideline.id || design.family == .synthesis && design.ocebmLevel != nil
    }
    let trials = supporting.filter { $0.study.study.design.value.isRandomized }
    guard !isWhole, trials.isEmpty || trials.isOneStudy else { return [] }
    let rests = supporting.isEmpty ? "on nothing that is linked" : "on \(supporting.names) alone"
    return [
      Remark(
        "this advice rests \(rests), too little to weigh benefit, harm and what else could be done",
        at: entry.statementPlace, notes: supporting.map(\.note),
        remedy: "a guideline, a systematic review or several trials")
    ]
  }
}

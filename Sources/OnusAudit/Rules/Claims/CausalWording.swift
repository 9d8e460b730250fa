internal import OnusModel

extension Check {
  /// A claim that says "makes" where no study behind it can tell causes.
  public static let causalWording = Check(
    ofEachClaim: "causal-wording",
    documentation: Documentation(
      title: "A claim says that something causes an effect, and no study behind it can show causes",
      explanation: """
        Readers take "improves", "stops" and "makes" as cause and effect. Only a comparison that rules out \
        other reasons shows that: a randomized trial or a synthesis of trials. Studies that observe, and \
        studies of one group, show what happened together. Hedged words (may, might, seems) are not reported.
        """,
      sources: [
        "Adams RC et al. How readers understand causal and correlational expressions. J Exp Psychol Appl 2017;23:1-14",
        "Haber NA et al. Causal and associational language in observational health research. "
          + "Am J Epidemiol 2022;191:2084-97",
        "Lazarus C et al. Classification and prevalence of spin. BMC Med Res Methodol 2015;15:85",
      ],
      needs: "The statement, and the designs of the studies that support it.",
      falsePositives: "A mechanism that chemistry or anatomy makes plain without a trial."),
    examples: Examples(
      firing: """
        claims:
          tea-improves:
            statement: Willow tea improves back pain.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2017, stance: supports, because: Drinkers had less pain. }
        studies:
          tea-2017: { name: Tea 2017, design: cross-sectional }
        """,
      quiet: """
        claims:
          tea-linked:
            statement: People who drink willow tea may have less back pain.
            kind: efficacy
            direction: benefit
            evidence: { study: tea-2017, stance: supports, because: Drinkers had less pain. }
        studies:
          tea-2017: { name: Tea 2017, design: cross-sectional }
        """)
  ) { entry, _ in
    guard entry.saysEffect,
      // What is wrong with animals and with authorities is said elsewhere or is not a matter of design.
      entry.evidence.contains(where: {
        $0.isSupporting && !$0.isPreclinical && $0.link.directness != .regulatory
      }),
      !entry.evidence.contains(where: {
        $0.isSupporting && [.randomized, .synthesis].contains($0.study.study.design.value.family)
      }),
      let language = CausalLanguage.strongest(in: entry.claim.statement.value), language.level >= .able
    else { return [] }
    let supporting = entry.supporting
    return [
      Remark(
        """
        "\(language.words)" says that one thing makes the other happen, but \(supporting.names) did not \
        compare groups made by chance, so other reasons for what was seen are not ruled out
        """, at: entry.statementPlace, notes: supporting.map(\.note),
        remedy: "words for what was seen (after, with, in those who), or a randomized trial")
    ]
  }
}

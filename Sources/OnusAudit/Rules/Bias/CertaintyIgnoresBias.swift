internal import OnusModel

extension Check {
  /// A certainty that is not lowered for risk of bias, though most studies are at high risk.
  public static let certaintyIgnoresBias = Check(
    ofEachSynthesis: "certainty-ignores-bias",
    documentation: Documentation(
      title: "Certainty is not lowered, though most studies are at high risk of bias",
      explanation: """
        When most of the evidence comes from studies at high risk of bias, GRADE lowers the certainty by one level or \
        two, or says why it does not.
        """,
      sources: [
        "Guyatt GH et al. J Clin Epidemiol 2011;64:407-15 (GRADE guidelines 4)",
        "Schünemann HJ et al. Cochrane Handbook 6.5, section 14.2.2",
      ],
      needs: """
        An overall judgement of risk of bias of every study of the synthesis, of this outcome or of the whole study.
        """,
      falsePositives: "The few studies at low risk carry most of the weight."),
    examples: Examples(
      firing: Self.corpus(riskOfBias: ""),
      quiet: Self.corpus(riskOfBias: "risk-of-bias: { level: serious, because: Much is missing. }"))
  ) { entry, _ in
    guard let certainty = entry.synthesis.certainty, (certainty[.riskOfBias]?.steps ?? 0) == 0,
      certainty[.riskOfBias]?.reason == nil
    else { return [] }
    let outcome = entry.synthesis.outcome.value.lowercased()
    let tones = entry.studies.map { study -> BiasLevel.Tone? in
      // A judgement of this outcome goes before one of the study as a whole; one of another outcome says nothing.
      let all = study.study.allRiskOfBias
      let own = all.filter { $0.outcome?.lowercased() == outcome }
      return (own.isEmpty ? all.filter { $0.outcome == nil } : own).compactMap { judged in
        judged.overall.flatMap { judged.level(of: $0)?.tone }
      }.filter { $0 <= .extreme }.max()
    }
    let high = tones.count { $0 == .high || $0 == .extreme }
    guard !tones.isEmpty, !tones.contains(nil), high * 2 > tones.count else { return [] }
    return [
      Remark(
        """
        the certainty of “\(entry.synthesis.outcome.value)” is not lowered for risk of bias, though \
        \(high) of \(tones.count) \(tones.count == 1 ? "study is" : "studies are") at high risk
        """, at: certainty.location ?? entry.synthesis.location,
        remedy: "risk-of-bias: { level: serious, because: … }, or not serious with the reason")
    ]
  }

  private static func corpus(riskOfBias: String) -> Example {
    Example(
      corpus: """
        conditions: { back-pain: { name: Back Pain } }
        interventions: { tea: { name: willow tea } }
        studies:
          tea-2019:
            name: Tea 2019
            design: randomized trial
            results: { pain: { outcome: pain, direction: benefit } }
            risk-of-bias: { tool: RoB 2, domains: { D3: high }, overall: high }
        syntheses:
          pain:
            conditions: [Back Pain]
            intervention: tea
            comparator: water
            outcome: pain
            results: tea-2019/pain
            certainty:
              start: high
              rating: high
              \(riskOfBias)
        """)
  }
}

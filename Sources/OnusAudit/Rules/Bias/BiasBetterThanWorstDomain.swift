internal import OnusModel

extension Check {
  /// An overall judgement that is better than that of the worst domain.
  public static let biasBetterThanWorstDomain = Check(
    ofEachStudy: "bias-better-than-worst-domain",
    documentation: Documentation(
      title: "The overall risk of bias is better than that of the worst domain",
      explanation: """
        In RoB 2, ROBINS-I and ROBINS-E a result is at least as much at risk of bias as its worst domain; several \
        domains with concerns may make it worse, and none makes it better.
        """,
      sources: [
        "Sterne JAC et al. BMJ 2019;366:l4898, table 1 (RoB 2)",
        "Sterne JAC et al. BMJ 2016;355:i4919, table 2 (ROBINS-I)",
        "Higgins JPT et al. Environ Int 2024;186:108602 (ROBINS-E)",
      ],
      needs: "An overall judgement and those of domains, with one of the three instruments.",
      falsePositives: "Earlier versions of the instruments that left the overall judgement to the rater."),
    examples: Examples(
      firing: Self.corpus(overall: "some concerns"), quiet: Self.corpus(overall: "high"))
  ) { entry, _ in
    entry.study.allRiskOfBias.compactMap { judged in
      guard let instrument = judged.instrument, instrument.worstDomainRules, let overall = judged.overall,
        let level = judged.level(of: overall), level.tone <= .extreme
      else { return nil }
      let levels = judged.domains.compactMap { domain in judged.level(of: domain).map { (domain, $0) } }
      guard let worst = levels.filter({ $0.1.tone <= .extreme }).max(by: { $0.1.tone < $1.1.tone }),
        worst.1.tone > level.tone
      else { return nil }
      let domain = instrument.domain(named: worst.0.domain)
      return Remark(
        """
        the overall risk of bias by \(instrument.name) is “\(level.name)”, though \(domain?.id ?? worst.0.domain) \
        (\(domain?.label.lowercased() ?? "a domain")) is “\(worst.1.name)”
        """, at: overall.location ?? entry.study.location,
        notes: [Diagnostic.Note("judged here", at: worst.0.location)],
        remedy: "“\(worst.1.name)” or worse as the overall judgement, or another judgement of the domain")
    }
  }

  private static func corpus(overall: String) -> Example {
    Example(
      corpus: """
        studies:
          tea-2019:
            name: Tea 2019
            design: randomized trial
            risk-of-bias:
              tool: RoB 2
              domains: { D1: low, D2: low, D3: high, D4: low, D5: low }
              overall: \(overall)
        """)
  }
}

internal import OnusModel

extension Check {
  /// An instrument that is not made for the design of the study.
  public static let biasInstrumentForOtherDesign = Check(
    ofEachStudy: "bias-instrument-for-other-design",
    documentation: Documentation(
      title: "The instrument is not made for this study design",
      explanation: """
        Instruments ask about the ways in which one kind of study can be biased. One made for randomized trials has \
        no question about confounding, so that a study without random allocation looks better than it is.
        """,
      sources: [
        "Boutron I et al. Cochrane Handbook 6.5, section 7.3",
        "Sterne JAC et al. Cochrane Handbook 6.5, chapter 25 (non-randomized studies)",
      ],
      needs: "An instrument that Onus knows, and the study's design.",
      falsePositives: "A trial of which a comparison that was not randomized was judged."),
    examples: Examples(
      firing: Self.corpus(design: "single-arm trial"), quiet: Self.corpus(design: "randomized trial"))
  ) { entry, _ in
    let design = entry.study.design.value
    guard design.family != .other else { return [] }
    return entry.study.allRiskOfBias.compactMap { judged in
      guard let instrument = judged.instrument, !instrument.families.contains(design.family) else {
        return nil
      }
      let tools = design.riskOfBiasTools
      return Remark(
        "\(instrument.name) is not made for a \(design.label)",
        at: judged.tool.location ?? entry.study.location,
        notes: [Diagnostic.Note("it is for: \(instrument.title)")],
        remedy: tools.isEmpty
          ? "an instrument for this design"
          : "an instrument for this design, such as \(tools.joined(separator: " or "))")
    }
  }

  private static func corpus(design: String) -> Example {
    Example(
      corpus: """
        studies:
          tea-2019:
            name: Tea 2019
            design: \(design)
            risk-of-bias: { tool: RoB 2, domains: { D1: low }, overall: low }
        """)
  }
}

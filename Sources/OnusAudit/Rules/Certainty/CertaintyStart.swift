internal import OnusModel

extension Check {
  /// A start that does not fit the designs of the studies.
  public static let certaintyStart = Check(
    ofEachSynthesis: "certainty-start",
    documentation: Documentation(
      title: "Certainty starts high without randomized trials, or low with them",
      explanation: """
        Bodies of randomized trials start at high certainty and all others at low. Others may start high where \
        risk of bias was judged by ROBINS-I, which must then be said in the reason for risk of bias.
        """,
      sources: [
        "Schünemann HJ et al. J Clin Epidemiol 2019;111:105-14 (ROBINS-I within GRADE)",
        "Schünemann HJ et al. Cochrane Handbook 6.5, section 14.2.2",
      ],
      needs: "The designs of the studies whose results are named.",
      falsePositives: "Randomized trials of which only a comparison that was not randomized is used."),
    examples: Examples(
      firing: Self.corpus(design: "prospective cohort"), quiet: Self.corpus(design: "randomized trial"))
  ) { entry, _ in
    guard let certainty = entry.synthesis.certainty else { return [] }
    let designs = entry.studies.map(\.study.design.value).filter { $0.family != .synthesis }
    guard !designs.isEmpty, designs.count == entry.studies.count else { return [] }
    let isHigh = certainty.start.value == .high
    let namesTool = certainty[.riskOfBias]?.reason?.lowercased().contains("robins") == true
    let message: String? =
      if isHigh, !designs.contains(where: \.isRandomized), !namesTool {
        "starts high, though none of its studies is randomized"
      } else if !isHigh, designs.allSatisfy(\.isRandomized) {
        "starts \(certainty.start.value.rawValue), though all of its studies are randomized"
      } else {
        nil
      }
    return message.map {
      [
        Remark(
          "the certainty of “\(entry.synthesis.outcome.value)” \($0)",
          at: certainty.start.location ?? entry.synthesis.location,
          notes: entry.studies.map {
            Diagnostic.Note("\($0.study.name) is a \($0.study.design.value.label)", at: $0.study.location)
          }, remedy: "the start that fits the designs, or the tool that allows another one")
      ]
    } ?? []
  }

  private static func corpus(design: String) -> Example {
    Example(
      corpus: """
        conditions: { back-pain: { name: Back Pain } }
        interventions: { tea: { name: willow tea } }
        studies:
          tea-2019:
            name: Tea 2019
            design: \(design)
            results: { pain: { outcome: pain, direction: benefit } }
        syntheses:
          pain:
            conditions: [Back Pain]
            intervention: tea
            comparator: water
            outcome: pain
            results: tea-2019/pain
            certainty: { start: high, rating: high }
        """)
  }
}

internal import OnusModel

extension Check {
  /// Arms whose people are not those of the whole study.
  public static let armsDoNotAddUp = Check(
    ofEachStudy: "arms-do-not-add-up",
    documentation: Documentation(
      title: "The arms of a study do not add up to its people",
      explanation: """
        Everybody who is counted at a stage is in one arm. Arms that add up to more count somebody twice or \
        belong to another stage; in a controlled study arms that add up to less leave an arm or some people \
        out. Crossover studies, in which everybody is in each arm, are left alone.
        """,
      sources: ["CONSORT 2010, item 13a (flow of participants)"],
      needs: "The count of a stage for the whole study and for every arm.",
      falsePositives: "Arms that overlap because people changed over."),
    examples: Examples(
      firing: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            sample:
              randomized: 60
              arms: { tea: { randomized: 30 }, water: { randomized: 32 } }
        """,
      quiet: """
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            sample:
              randomized: 62
              arms: { tea: { randomized: 30 }, water: { randomized: 32 } }
        """)
  ) { entry, _ in
    let design = entry.study.design.value
    guard let sample = entry.study.sample, sample.arms.count > 1, !design.comparesPeopleWithThemselves,
      design.family != .synthesis
    else { return [] }
    return SampleSize.Stage.allCases.compactMap { stage in
      let counts = sample.arms.compactMap { $0.counts[stage]?.value.stated }
      guard counts.count == sample.arms.count else { return nil }
      let sum = counts.reduce(0, +)
      // An arm with one number does not say at which stage it was counted.
      let others: [SampleSize.Stage] = stage == .enrolled ? [.randomized, .completed, .analysed] : []
      let own = sample[stage] ?? others.compactMap { sample[$0] }.first
      guard let total = own, !others.contains(where: { sample[$0] == sum }) else { return nil }
      let isComparison = [.randomized, .controlled].contains(design.family)
      guard sum > total || (sum < total && isComparison) else { return nil }
      let difference = abs(sum - total)
      return Remark(
        """
        the arms of \(entry.study.name) do not add up: \(counts.map(String.init).joined(separator: " + ")) = \
        \(sum) \(stage.rawValue), and the whole study has \(total), \(difference) \
        \(sum > total ? "fewer" : "more")
        """, at: sample.arms.first?.counts[stage]?.location ?? entry.study.location,
        notes: [Diagnostic.Note("the whole study is here", at: sample.counts[stage]?.location)],
        remedy: "the flow of participants: every arm, and the whole, counted at the same stage")
    }
  }
}

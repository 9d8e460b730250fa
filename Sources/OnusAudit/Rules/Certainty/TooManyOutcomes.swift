internal import OnusModel

extension Check {
  /// A Summary of Findings table with more outcomes than people take in.
  public static let tooManyOutcomes = Check(
    "more-than-seven-outcomes", severity: .note,
    documentation: Documentation(
      title: "A Summary of Findings table has more than seven outcomes",
      explanation: """
        A Summary of Findings table shows at most seven outcomes, those that matter most for a decision, \
        benefits and harms alike; the others belong into an evidence profile.
        """,
      sources: ["Schünemann HJ et al. Cochrane Handbook 6.5, section 14.1.3"],
      needs: "More than seven syntheses of one intervention, comparator and set of conditions.",
      falsePositives: "A corpus that prints only evidence profiles."),
    examples: Examples(firing: Self.corpus(outcomes: 8), quiet: Self.corpus(outcomes: 7))
  ) { input in
    var questions: [[String]] = []
    var members: [[String]: [CataloguedSynthesis]] = [:]
    for entry in input.syntheses {
      let key =
        [entry.interventionName, entry.synthesis.comparator] + entry.synthesis.conditions.map(\.value)
      if members[key] == nil { questions.append(key) }
      members[key, default: []].append(entry)
    }
    return questions.compactMap { members[$0] }.filter { $0.count > 7 }.map { entries in
      let remark = Remark(
        "\(entries.count) outcomes of one comparison are more than the seven that a table may show",
        at: entries[7].synthesis.location,
        notes: [Diagnostic.Note("the first of them is here", at: entries[0].synthesis.location)],
        remedy: "the seven outcomes that matter most for a decision")
      return Finding(
        remark.diagnostic(.note, "more-than-seven-outcomes"), synthesis: entries[7].synthesis.id)
    }
  }

  private static func corpus(outcomes: Int) -> Example {
    Example(
      corpus: """
        conditions: { back-pain: { name: Back Pain } }
        interventions: { tea: { name: willow tea } }
        syntheses:

        """
          + (1...outcomes).map { number in
            """
              outcome-\(number):
                { conditions: [Back Pain], intervention: tea, comparator: water, outcome: outcome \(number) }

            """
          }.joined())
  }
}

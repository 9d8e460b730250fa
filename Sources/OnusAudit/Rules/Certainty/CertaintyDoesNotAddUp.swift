internal import OnusModel

extension Check {
  /// A rating that its own domains do not add up to.
  public static let certaintyDoesNotAddUp = Check(
    ofEachSynthesis: "certainty-does-not-add-up",
    documentation: Documentation(
      title: "A rating of certainty is not what its domains add up to",
      explanation: """
        GRADE starts at high or low, goes down one level for each serious limitation and two for a very serious \
        one, and may go up for a large effect, a dose response or opposing confounding. The rating remains a \
        judgement: where it differs on purpose, say why under because, and this check is silent.
        """,
      sources: [
        "Schünemann HJ et al. Cochrane Handbook 6.5, chapter 14",
        "Balshem H et al. J Clin Epidemiol 2011;64:401-6",
      ],
      needs: "A start, a rating, and levels for the domains that change it.",
      falsePositives: "Borderline judgements that were put together across domains without saying so."),
    examples: Examples(firing: Self.corpus(rating: "high"), quiet: Self.corpus(rating: "low"))
  ) { entry, _ in
    guard let certainty = entry.synthesis.certainty, certainty.explanation == nil,
      certainty.sum != certainty.rating.value
    else { return [] }
    let steps = certainty.assessments.filter { $0.steps != 0 }
    let list = steps.map { "\($0.domain.title) \($0.steps < 0 ? "−" : "+")\(abs($0.steps))" }
    let sum = list.isEmpty ? "nothing changes it" : list.joined(separator: ", ")
    return [
      Remark(
        """
        the certainty of “\(entry.synthesis.outcome.value)” is rated \(certainty.rating.value.rawValue), but it \
        starts \(certainty.start.value.rawValue) and \(list.isEmpty ? sum : "with \(sum)") comes to \
        \(certainty.sum.rawValue)
        """, at: certainty.rating.location ?? entry.synthesis.location,
        notes: steps.map { Diagnostic.Note("\($0.domain.title): \($0.level)", at: $0.location) },
        remedy: "another rating, another level of a domain, or the reason for the difference under because")
    ]
  }

  private static func corpus(rating: String) -> Example {
    Example(
      corpus: """
        conditions: { back-pain: { name: Back Pain } }
        interventions: { tea: { name: willow tea } }
        syntheses:
          pain:
            conditions: [Back Pain]
            intervention: tea
            comparator: water
            outcome: pain
            certainty:
              start: high
              risk-of-bias: { level: serious, because: Nobody was blinded. }
              imprecision: { level: serious, because: Sixty people. }
              rating: \(rating)
        """)
  }
}

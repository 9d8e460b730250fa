internal import OnusModel

extension Check {
  /// A body of evidence that is rated up and down at once.
  public static let raisedThoughLowered = Check(
    ofEachSynthesis: "raised-though-lowered", severity: .note,
    documentation: Documentation(
      title: "Certainty is raised although something lowers it",
      explanation: """
        Rating up is meant for studies without important limitations: a large effect, a dose response or \
        opposing confounding of flawed studies may be the work of the flaws.
        """,
      sources: ["Guyatt GH et al. J Clin Epidemiol 2011;64:1311-6 (rating up the quality of evidence)"],
      needs: "A domain that raises the certainty and one that lowers it.",
      falsePositives: "Limitations that cannot explain so large an effect."),
    examples: Examples(firing: Self.corpus("serious"), quiet: Self.corpus("not serious"))
  ) { entry, _ in
    guard let certainty = entry.synthesis.certainty else { return [] }
    let lowered = certainty.assessments.filter { $0.steps < 0 }
    guard !lowered.isEmpty else { return [] }
    return certainty.assessments.filter { $0.steps > 0 }.map { raised in
      Remark(
        """
        the certainty of “\(entry.synthesis.outcome.value)” is raised for \(raised.domain.title) although it is \
        lowered for \(lowered.map(\.domain.title).joined(separator: " and "))
        """, at: raised.location ?? entry.synthesis.location,
        notes: lowered.map { Diagnostic.Note("\($0.domain.title): \($0.level)", at: $0.location) },
        remedy: "no rating up, or the reason why the limitation cannot explain the effect")
    }
  }

  private static func corpus(_ level: String) -> Example {
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
              start: low
              risk-of-bias: { level: \(level), because: People chose the tea themselves. }
              large-effect: { level: strong association, because: The ratio is 0.3. }
              rating: low
        """)
  }
}

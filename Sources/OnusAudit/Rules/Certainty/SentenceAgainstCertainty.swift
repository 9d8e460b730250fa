internal import OnusModel

extension Check {
  /// A plain sentence that sounds surer, less sure, larger or smaller than what is judged.
  public static let sentenceAgainstCertainty = Check(
    ofEachSynthesis: "sentence-against-certainty",
    documentation: Documentation(
      title: "A plain sentence does not fit the certainty or the size of its effect",
      explanation: """
        Plain sentences say how sure one is in fixed words: none at high certainty, probably or likely at \
        moderate, may or the evidence suggests at low, and at very low that the evidence is very uncertain. The \
        size goes with large, with slightly, and with little to no difference.
        """,
      sources: [
        "Santesso N et al. J Clin Epidemiol 2020;119:126-35 (informative statements)",
        "Schünemann HJ et al. Cochrane Handbook 6.5, table 15.6.b",
      ],
      needs: "A statement and a rating; for the size, a judged one.",
      falsePositives: "Sentences that state the certainty in other words, for example in a second language."),
    examples: Examples(
      firing: Self.corpus("Willow tea reduces pain."),
      quiet: Self.corpus("Willow tea may reduce pain slightly."))
  ) { entry, _ in
    guard let statement = entry.synthesis.statement, let rating = entry.synthesis.certainty?.rating else {
      return []
    }
    let reading = InformativeStatement.reading(of: statement.value)
    let judged = entry.synthesis.size?.value
    let plain = InformativeStatement.sentence(
      intervention: entry.interventionName, outcome: entry.synthesis.outcome.value, rating: rating.value,
      size: judged, direction: entry.synthesis.direction?.value)
    let remedy = plain.map { "words such as “\($0)”" } ?? "the size and direction as judged"
    var remarks: [Remark] = []
    if reading.rating != rating.value {
      remarks.append(
        Remark(
          """
          the sentence on “\(entry.synthesis.outcome.value)” sounds as if the certainty were \
          \(reading.rating.rawValue), and it is rated \(rating.value.rawValue)
          """, at: statement.location, notes: [Diagnostic.Note("the rating is here", at: rating.location)],
          remedy: remedy))
    }
    let isNone = { (size: Synthesis.EffectSize) in size == .trivial || size == .none }
    if let judged, let said = reading.size, rating.value != .veryLow, said != judged,
      !(isNone(said) && isNone(judged))
    {
      remarks.append(
        Remark(
          """
          the sentence on “\(entry.synthesis.outcome.value)” speaks of a \(said.rawValue) effect, and it is \
          judged \(judged.rawValue)
          """, at: statement.location,
          notes: [Diagnostic.Note("the size is here", at: entry.synthesis.size?.location)], remedy: remedy))
    }
    return remarks
  }

  private static func corpus(_ statement: String) -> Example {
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
              risk-of-bias: { level: very serious, because: Nobody was blinded. }
              rating: low
            size: small
            direction: reduction
            statement: \(statement)
        """)
  }
}

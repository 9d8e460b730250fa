internal import OnusModel

extension CorpusGrammar {
  static let synthesis = Shape.mapping([
    .init("conditions", .list(.text), required: true, "The conditions that people have."),
    .init("population", .text, "The people, where the conditions do not say enough."),
    .init("setting", .text, "Where they are cared for."),
    .init("intervention", .text, required: true, "The intervention."),
    .init("comparator", .text, required: true, "What it is compared with."),
    .init("outcome", .text, required: true, "The outcome."),
    .init("scale", .text, "The scale of the outcome, and which end of it is better."),
    .init("follow-up", .text, "How long people were followed, for example 8 to 17 weeks."),
    .init("importance", importance, "How much the outcome matters for a decision."),
    .init("measure", words(Synthesis.Measure.self), "What a pooled estimate measures."),
    .init("model", words(Synthesis.Model.self), "Whether one effect is assumed for all studies."),
    .init("method", words(Synthesis.Method.self), "How the results are combined."),
    .init("interval", words(Synthesis.IntervalMethod.self), "How the interval is computed."),
    .init(
      "results", .list(resultReference), "The results that answer the question, for example cree-2010/pain."),
    .init("pooled", .word(["yes", "no"]), "Whether the results are combined; yes when not given."),
    .init("because", .text, "Why they are not combined, or why in this way."),
    .init("assumed-risk", assumedRisk, "The risk without the intervention."),
    .init("assumed-mean", assumedMean, "The mean without the intervention."),
    .init(
      "important-difference", number, "The smallest difference that people notice, in the measure's units."),
    .init("certainty", certainty, "How sure people are of the estimate, by GRADE."),
    .init("size", words(Synthesis.EffectSize.self), "How large the effect is judged to be."),
    .init(
      "direction", words(Synthesis.EffectDirection.self), "Whether there is less or more of the outcome."),
    .init("statement", .text, "What was found, in a plain sentence of your own."),
    .init("notes", .list(.text), "Further explanations, printed as footnotes."),
  ])

  private static let certainty = Shape.mapping(
    [
      .init(
        "start", words(Certainty.Rating.self), required: true,
        "Where it starts: high for randomized trials, low for other studies.")
    ]
      + Certainty.Domain.allCases.map { domain in
        let level = Shape.word(domain.levels.map(\.word))
        let assessment = Shape.mapping([
          .init("level", level, required: true, "How much it changes the certainty."),
          .init("because", .text, required: true, "Why."),
        ])
        let change = domain.isDowngrading ? "lowers" : "raises"
        return .init(
          domain.rawValue, .scalarOr(level, assessment),
          "How much \(domain.title) \(change) the certainty.")
      } + [
        .init("rating", words(Certainty.Rating.self), required: true, "The rating, which a person gives."),
        .init("by", .text, "Who rated it."),
        .init("because", .text, "What else explains the rating."),
      ])

  private static let assumedRisk = Shape.mapping([
    .init("risk", risk, required: true, "The risk, for example 112 per 1000."),
    .init(
      "from", .text, required: true, "Where it comes from, for example the median of the comparison groups."),
  ])

  private static let assumedMean = Shape.mapping([
    .init("mean", number, required: true, "The mean, as printed."),
    .init("from", .text, required: true, "Where it comes from."),
  ])

  private static let importance = Shape.form(
    "critical, important, not important, or a number from 1 to 9",
    pattern: "^(critical|important|not important|[1-9])$"
  ) { Synthesis.Importance(parsing: $0) != nil }

  private static let resultReference = Shape.form(
    "a study and one of its results, such as cree-2010/pain", pattern: "^[^/]+/[^/]+$"
  ) { Synthesis.ResultReference(parsing: $0) != nil }

  private static let risk = Shape.form(
    "a risk such as \"112 per 1000\", \"24 of 214\" or \"11.2%\"", pattern: "(per|of|in|%)"
  ) { Synthesis.AssumedRisk(parsing: $0) != nil }
}

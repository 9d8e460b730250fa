internal import OnusModel

extension Check {
  /// A stage at which more people are counted than at the one before.
  public static let moreAnalysedThanRandomized = Check(
    ofEachStudy: "more-analysed-than-randomized",
    documentation: Documentation(
      title: "More people are counted at a stage than at the one before it",
      explanation: """
        People are screened, enter, are randomised, stay to the end and are analysed; nobody joins on the \
        way. More at a later stage means that one figure is of other people, for example of periods or eyes, \
        or is wrong. Asked of the study, of each arm, and of the people behind each result.
        """,
      sources: ["CONSORT 2010, item 13a and 16 (numbers analysed)"],
      needs: "Counts of two stages, or the n of a result.",
      falsePositives: "Results that count something else than people, such as knees or visits."),
    examples: Examples(
      firing: """
        studies:
          tea-2019: { name: Tea 2019, design: rct, sample: { randomized: 60, analysed: 64 } }
        """,
      quiet: """
        studies:
          tea-2019: { name: Tea 2019, design: rct, sample: { randomized: 64, analysed: 60 } }
        """)
  ) { entry, _ in
    guard let sample = entry.study.sample, entry.study.design.value.family != .synthesis else { return [] }
    let whole = remarks(sample.counts, of: entry.study.name, at: entry.study.location)
    let arms = sample.arms.flatMap { arm in
      remarks(arm.counts, of: "\(arm.name) in \(entry.study.name)", at: entry.study.location)
    }
    return whole + arms + (entry.study.isImported ? [] : resultRemarks(entry.study, sample))
  }

  private static func remarks(
    _ counts: [SampleSize.Stage: Located<Reported<Int>>], of name: String, at place: SourceLocation?
  ) -> [Remark] {
    let order: [(SampleSize.Stage, [SampleSize.Stage])] = [
      (.enrolled, [.screened]), (.randomized, [.enrolled, .screened]),
      (.completed, [.randomized, .enrolled, .screened]), (.analysed, [.randomized, .enrolled, .screened]),
    ]
    return order.compactMap { stage, earlier in
      guard let later = counts[stage], let count = later.value.stated,
        let before = earlier.first(where: { counts[$0]?.value.stated != nil }),
        let most = counts[before]?.value.stated, count > most
      else { return nil }
      return Remark(
        """
        \(name) counts \(count) \(stage.rawValue) and only \(most) \(before.rawValue), though nobody joins on \
        the way
        """,
        at: later.location ?? place,
        notes: [Diagnostic.Note("the earlier count is here", at: counts[before]?.location)],
        remedy: "both figures from the flow of participants")
    }
  }

  /// Results of more people than the study, or their own arm, ever had.
  private static func resultRemarks(_ study: Study, _ sample: SampleSize) -> [Remark] {
    let stages: [SampleSize.Stage] = [.screened, .enrolled, .randomized, .completed, .analysed]
    guard let most = stages.compactMap({ sample[$0] }).max(),
      !study.otherValues.contains(where: { $0.fact.value.hasPrefix("sample") })
    else { return [] }
    return study.results.flatMap { result in
      result.arms.compactMap { arm in
        let own = sample.arms.first { $0.name == arm.name }
        let limit = own.flatMap { own in stages.compactMap { own.counts[$0]?.value.stated }.max() } ?? most
        guard let count = arm.count, count > limit else { return nil }
        return Remark(
          """
          \(result.outcome.value) is given for \(count) people on \(arm.name), and \(study.name) has only \
          \(limit)\(own == nil ? "" : " there")
          """, at: result.location ?? study.location,
          notes: [
            Diagnostic.Note("the study's size is here", at: sample.counts.values.compactMap(\.location).min())
          ],
          remedy: "the number of people behind this result, or what is counted if not people")
      }
    }
  }
}

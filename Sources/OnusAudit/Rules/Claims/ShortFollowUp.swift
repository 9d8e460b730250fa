internal import OnusModel

extension Check {
  /// A claim about what lasts, from studies that ended soon.
  public static let shortFollowUp = Check(
    ofEachClaim: "short-follow-up",
    documentation: Documentation(
      title: "A claim about the long run rests on studies that ended soon",
      explanation: """
        Claims of progression, prevention, cure, survival or lasting effect need time to be seen. They are \
        reported when no study that supports them treated or followed people for a year, claims of long-term \
        safety when none did so for six months, the exposure that regulators ask for of medicines taken for \
        long.
        """,
      sources: [
        "OCEBM 2011 Levels of Evidence, notes on harms",
        "ICH E1, The extent of population exposure to assess clinical safety, 1994: six months and one year",
      ],
      needs: "The statement or outcome of the claim, and the durations of the studies that support it.",
      falsePositives: "An illness that runs its course within weeks."),
    examples: Examples(
      firing: """
        claims:
          tea-stops:
            statement: Willow tea stops the progression of arthritis.
            kind: efficacy
            evidence: { study: tea-2019, stance: supports, because: No progression in 8 weeks. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, duration: 8 weeks }
        """,
      quiet: """
        claims:
          tea-stops:
            statement: Willow tea stops the progression of arthritis.
            kind: efficacy
            evidence: { study: tea-2019, stance: supports, because: No progression in 2 years. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, duration: { treatment: 8 weeks, follow-up: 2 years } }
        """)
  ) { entry, _ in
    let isSafety = entry.claim.kind == .safety
    guard isSafety || entry.claim.kind == .efficacy else { return [] }
    let text = entry.claim.statement.value + " " + (entry.claim.outcome ?? "")
    let words = Set(text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init))
    guard let word = (isSafety ? lasting : lasting + slow).first(where: words.contains) else { return [] }
    let least = isSafety ? StudyDuration.months(6) : StudyDuration.months(12)
    let studies = entry.supporting.filter { !$0.isPreclinical }
    let lengths = studies.compactMap { evidence in
      evidence.study.study.longest.map { (length: $0, evidence: evidence) }
    }
    // 26 weeks are six months and 52 weeks a year, within a tenth.
    guard lengths.count == studies.count, let longest = lengths.max(by: { $0.length < $1.length }),
      longest.length.sortKey < 0.9 * least.sortKey
    else { return [] }
    return [
      Remark(
        """
        "\(word)" takes time to be seen, but the longest study behind this claim, \
        \(longest.evidence.study.study.name), lasted \(longest.length.printed)
        """, at: entry.statementPlace, notes: studies.map(\.note),
        remedy:
          "a study of \(isSafety ? "six months" : "a year") or longer, or words that say how long people were seen"
      )
    ]
  }

  private static let lasting = [
    "long-term", "lasting", "permanent", "permanently", "lifelong", "indefinitely",
  ]
  private static let slow = [
    "progression", "progress", "progressing", "prevents", "prevention", "cure", "cures", "survival",
    "relapse",
    "relapses", "remission", "lifespan", "mortality",
  ]
}

extension Study {
  /// The longest time over which the study saw its people; `nil` when it states none.
  fileprivate var longest: StudyDuration? {
    [durations.treatment, durations.followUp, durations.study].compactMap { $0?.value.stated }.max()
  }
}

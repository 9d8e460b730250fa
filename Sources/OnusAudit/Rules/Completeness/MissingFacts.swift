internal import OnusModel

extension Check {
  /// A study that carries a claim and of which basic facts are neither given nor marked as not reported.
  public static let missingFacts = Check(
    "missing-facts", severity: .note,
    documentation: Documentation(
      title: "A study behind a claim lacks basic facts",
      explanation: """
        Without its size, length, comparison and outcomes nobody can judge a study. What a report does not \
        give is marked "not reported"; an empty place means that nobody has looked. Asked of studies in people \
        that are linked to a claim: how many took part, how long it lasted, and, of those that compare \
        groups, with what. Reviews are asked how many studies they include.
        """,
      sources: [
        "Cochrane Handbook, version 6.5, section 5.3 (data to collect)",
        "PRISMA 2020, items 10 and 17",
      ],
      needs: "A link to the study, and its design.",
      falsePositives: "Facts that make no sense for this study."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, sample: { randomized: 60 } }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            sample: { randomized: 60 }
            comparator: placebo
            duration: not reported
        """)
  ) { input in
    input.studies.compactMap { entry -> Finding? in
      let study = entry.study
      guard !study.isImported, input.hasLink(to: study.id) else { return nil }
      let missing = study.missingFacts
      guard !missing.isEmpty else { return nil }
      let remark = Remark(
        "\(study.name) does not give \(missing.joined(separator: ", ")), so it is hard to judge",
        at: study.location,
        remedy: "look into the report; give the fact, or write \"not reported\"")
      return Finding(remark.diagnostic(.note, "missing-facts"), study: study.id)
    }
  }
}

extension Study {
  /// The basic facts that are neither given nor marked as not reported, in words.
  fileprivate var missingFacts: [String] {
    let family = design.value.family
    var missing: [String] = []
    switch family {
    case .randomized, .controlled, .uncontrolled:
      if sample == nil { missing.append("how many people took part") }
      if durations.treatment == nil && durations.followUp == nil && durations.study == nil,
        ![StudyDesign.crossSectional.id, StudyDesign.caseReport.id, StudyDesign.caseSeries.id].contains(
          design.value.id)
      {
        missing.append("how long it lasted")
      }
      if family == .randomized, comparator == nil { missing.append("what the treatment was compared with") }
    case .synthesis:
      if sample?.studies == nil && sample?.isNotReported != true {
        missing.append("how many studies it includes")
      }
    case .preclinical, .secondary, .other: break
    }
    return missing
  }
}

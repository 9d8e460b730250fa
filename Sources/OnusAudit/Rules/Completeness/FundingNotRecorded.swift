internal import OnusModel

extension Check {
  /// A study behind a claim of which neither money nor interests are recorded.
  public static let fundingNotRecorded = Check(
    "funding-not-recorded", severity: .note,
    documentation: Documentation(
      title: "Nobody has recorded who paid for a study behind a claim, and what its authors have to gain",
      explanation: """
        Studies paid for by who sells the treatment find it better more often. Where a report says nothing, \
        "not reported" is the record. Asked of studies in people and reviews that support or contradict a \
        claim of efficacy or safety.
        """,
      sources: [
        "Lundh A et al. Cochrane Database Syst Rev 2017;2:MR000033", "AMSTAR 2, items 10 and 16",
        "PRISMA 2020, items 25 and 26",
      ],
      needs: "A link to the study.",
      falsePositives: "Studies whose funding is plain from who made them."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        studies:
          tea-2019: { name: Tea 2019, design: rct }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, funding: not reported }
        """)
  ) { input in
    let families: Set<StudyDesign.Family> = [.randomized, .controlled, .uncontrolled, .synthesis]
    return input.studies.compactMap { entry -> Finding? in
      let study = entry.study
      guard families.contains(study.design.value.family), !study.isImported, study.funding == nil,
        study.interests == nil, entry.reports.allSatisfy({ $0.grants.isEmpty }),
        input.hasLink(
          to: study.id,
          where: { [.efficacy, .safety].contains($0.kind) && $1.stance != .inconclusive })
      else { return nil }
      let remark = Remark(
        "who paid for \(study.name), and what its authors have to gain, is not recorded", at: study.location,
        remedy: "add funding: and interests:, or write \"not reported\"")
      return Finding(remark.diagnostic(.note, "funding-not-recorded"), study: study.id)
    }
  }
}

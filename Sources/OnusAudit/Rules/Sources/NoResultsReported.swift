internal import OnusModel

extension Check {
  /// A plan, an editorial or a comment that is said to support what was found.
  public static let noResultsReported = Check(
    ofEachClaim: "no-results-reported",
    documentation: Documentation(
      title: "A plan or an opinion is said to support what was found",
      explanation: """
        A protocol says what will be measured, an editorial or comment what somebody thinks. A claim of \
        efficacy, safety or frequency cannot rest on them; reported are supporting links that are marked as \
        direct or as evidence of other people, doses or outcomes.
        """,
      sources: ["PRISMA 2020, items 8 and 16", "OCEBM 2011 Levels of Evidence"],
      needs: "The design of the study, or publication types of its reports.",
      falsePositives: "A protocol that reports results of a pilot, or a letter that reports data."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence: { study: tea-plan, stance: supports, because: A trial is under way. }
        studies:
          tea-plan: { name: Tea plan, design: protocol }
        """,
      quiet: """
        claims:
          tea-tested:
            statement: Willow tea is being tested in back pain.
            kind: other
            evidence: { study: tea-plan, stance: supports, because: A trial is under way. }
        studies:
          tea-plan: { name: Tea plan, design: protocol }
        """)
  ) { entry, _ in
    guard [.efficacy, .safety, .prevalence].contains(entry.claim.kind) else { return [] }
    let measured: Set<EvidenceLink.Directness> = [.direct, .indirect, .otherDose, .otherPopulation]
    return entry.supporting.filter { measured.contains($0.link.directness) }.compactMap { evidence in
      let design = evidence.study.study.design.value
      let types = evidence.study.reports.first?.publicationTypes.map(\.name) ?? []
      let what: String
      if design.id == StudyDesign.studyProtocol.id || types.contains("Clinical Trial Protocol") {
        what = "a plan and has no results"
      } else if design.id == StudyDesign.opinion.id
        || types.contains(where: { ["Editorial", "Comment", "News"].contains($0) })
      {
        what = "an opinion and measured nothing"
      } else {
        return nil
      }
      return Remark(
        "\(evidence.study.study.name) is \(what), so it cannot support what was found",
        at: evidence.link.study.location ?? evidence.place,
        notes: [Diagnostic.Note("the study is here", at: evidence.study.study.location)],
        remedy: "link the report of the results, or the studies that the author speaks of")
    }
  }
}

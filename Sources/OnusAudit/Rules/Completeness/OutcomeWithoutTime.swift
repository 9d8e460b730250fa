internal import OnusModel

extension Check {
  /// A result behind a claim of which nobody says when it was measured.
  public static let outcomeWithoutTime = Check(
    "outcome-without-time", severity: .note,
    documentation: Documentation(
      title: "A result behind a claim does not say when it was measured",
      explanation: """
        Pain after an hour and pain after a year are two outcomes. Asked of results of trials and cohorts that \
        a claim's link names, where the study does not give one length for all.
        """,
      sources: [
        "CONSORT 2025, item 14",
        "Zarin DA et al. The ClinicalTrials.gov results database. NEJM 2011;364:852-60",
      ],
      needs: "A link that names the result.",
      falsePositives: "An outcome that has no time, such as a price."),
    examples: Examples(
      firing: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence: { study: tea-2019, result: pain, stance: supports, because: Pain fell. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: pain, direction: benefit }
        """,
      quiet: """
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            evidence: { study: tea-2019, result: pain, stance: supports, because: Pain fell. }
        studies:
          tea-2019:
            name: Tea 2019
            design: rct
            results:
              pain: { outcome: pain, at: 8 weeks, direction: benefit }
        """)
  ) { input in
    input.studies.flatMap { entry -> [Finding] in
      let study = entry.study
      guard [.randomized, .controlled, .uncontrolled].contains(study.design.value.family), !study.isImported,
        ![StudyDesign.caseReport.id, StudyDesign.caseSeries.id, StudyDesign.crossSectional.id]
          .contains(study.design.value.id), study.durations.text == nil
      else { return [] }
      var named: Set<String> = []
      for (claim, link) in input.links(to: study.id) where [.efficacy, .safety].contains(claim.claim.kind) {
        if let result = link.result?.value { named.insert(result) }
      }
      return study.results.filter { named.contains($0.id) && $0.timePoint == nil }.map { result in
        let remark = Remark(
          "\(study.name) does not say when \(result.outcome.value) was measured",
          at: result.location ?? study.location,
          remedy: "add at: with the time, or give the study's duration")
        return Finding(remark.diagnostic(.note, "outcome-without-time"), study: study.id)
      }
    }
  }
}

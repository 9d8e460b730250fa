internal import OnusModel

extension Check {
  /// A study whose report was retracted or is under an expression of concern.
  public static let retractedReport = Check(
    "retracted-report",
    documentation: Documentation(
      title: "A study's report was retracted or is under an expression of concern",
      explanation: """
        Retracted work goes on being cited as if it stood. A study whose report was retracted, or of which \
        the editors have said that they are concerned, should not carry a claim without saying so. A notice \
        is never taken for the article that it is about.
        """,
      sources: [
        "NISO RP-45-2024. Communication of Retractions, Removals, and Expressions of Concern",
        "NLM. Errata, Retractions, and Other Linked Citations in PubMed",
      ],
      needs: """
        The study's reports in the bibliographies, with PubMed's CommentsCorrections and publication types, \
        or Retraction Watch's list.
        """,
      falsePositives: "A claim about the retraction itself."),
    examples: Examples(
      firing: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain: a trial
          PT  - Journal Article
          RIN - J Examples. 2019;3:4. PMID: 2
          """),
      quiet: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain: a trial
          PT  - Journal Article
          EIN - J Examples. 2019;3:4. PMID: 2
          """))
  ) { input in
    let studies = input.studies.flatMap { entry in
      entry.retractions.map { retraction in
        Finding(
          Diagnostic(
            .warning, "retracted-report", "\(entry.study.name) has a report that \(retraction.text)",
            at: entry.study.location, notes: retraction.notes,
            remedy: "read the notice; keep the study only with a word on why"), study: entry.study.id)
      }
    }
    let claims = input.claims.flatMap { entry in
      entry.evidence.flatMap { evidence in
        evidence.study.retractions.map { retraction in
          Finding(
            Diagnostic(
              .warning, "retracted-report",
              "\(evidence.study.study.name) is linked to this claim, and its report \(retraction.text)",
              at: evidence.link.location ?? entry.claim.location, notes: retraction.notes,
              remedy: "judge the claim without this study"),
            claim: entry.claim.id, study: evidence.study.study.id)
        }
      }
    }
    return studies + claims
  }
}

extension CataloguedStudy {
  /// What became of the study's reports, in words, with the notices.
  fileprivate var retractions: [(text: String, notes: [Diagnostic.Note])] {
    reports.compactMap { report in
      let status = report.status
      guard status.standing >= .expressionOfConcern else { return nil }
      let what = status.standing == .retracted ? "was retracted" : "is under an expression of concern"
      let notice = status.relation?.citation.map { [Diagnostic.Note("the notice is \($0)")] } ?? []
      return ("\(what): \(report.id)", notice)
    }
  }
}

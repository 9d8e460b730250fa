internal import OnusModel

extension Check {
  /// A study whose report was retracted.
  public static let retractedReport = Check(
    "retracted-report",
    documentation: Documentation(
      title: "A study's report was retracted",
      explanation: """
        Retracted work goes on being cited as if it stood. A study whose report was retracted, wholly or in \
        part, withdrawn or replaced, should not carry a claim without saying so. It is reported at the study \
        and at every claim that it is linked to. A notice is never taken for the article that it is about, a \
        correction never for a retraction, and a reinstated article is retracted no more.
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
    input.findings(
      "retracted-report", .warning, standing: [.retracted], remedy: "judge the claim without this study"
    ) { status in
      let text = [status.relation?.note, status.relation?.citation].compactMap { $0?.lowercased() }.joined()
      if status.relation?.type == "RetractedandRepublishedIn" { return "was retracted and replaced" }
      return text.contains("partial") ? "was retracted in part" : "was retracted"
    }
  }
}

extension Check.Input {
  /// Findings at studies, and at the claims that rest on them, of whose reports the records tell something.
  ///
  /// - Parameters:
  ///   - code: The code of the findings.
  ///   - severity: Their severity.
  ///   - standing: The standings that are reported.
  ///   - remedy: What would settle it, at a claim.
  ///   - words: What became of the report, for example "was retracted".
  func findings(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, standing: Set<ReferenceStatus.Standing>,
    remedy: String, words: (ReferenceStatus) -> String
  ) -> [Finding] {
    func reports(of entry: CataloguedStudy) -> [(text: String, notes: [Diagnostic.Note])] {
      entry.reports.compactMap { report in
        let status = report.status
        guard standing.contains(status.standing) else { return nil }
        var notes = status.relation?.citation.map { [Diagnostic.Note("the notice is \($0)")] } ?? []
        if let note = status.relation?.note { notes.append(Diagnostic.Note(note)) }
        notes.append(Diagnostic.Note("the record that says so is here", at: report.location))
        return ("\(words(status)): \(report.id)", notes)
      }
    }
    var affected: [Study.ID: [(text: String, notes: [Diagnostic.Note])]] = [:]
    var atStudies: [Finding] = []
    for entry in studies {
      let reports = reports(of: entry)
      guard !reports.isEmpty else { continue }
      affected[entry.study.id] = reports
      atStudies += reports.map { report in
        Finding(
          Diagnostic(
            severity, code, "\(entry.study.name) has a report that \(report.text)", at: entry.study.location,
            notes: report.notes, remedy: "read the notice; keep the study only with a word on why"),
          study: entry.study.id)
      }
    }
    if affected.isEmpty { return [] }
    let atClaims = claims.flatMap { entry in
      entry.evidence.flatMap { evidence in
        (affected[evidence.link.study.value] ?? []).map { report in
          Finding(
            Diagnostic(
              severity, code,
              "\(evidence.study.study.name) is linked to this claim, and its report \(report.text)",
              at: evidence.place ?? entry.claim.location, notes: report.notes, remedy: remedy),
            claim: entry.claim.id, study: evidence.study.study.id)
        }
      }
    }
    return atStudies + atClaims
  }
}

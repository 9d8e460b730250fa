internal import OnusModel

extension Check {
  /// A study whose report was retracted or is under an expression of concern.
  public static let retractedReport = Check(
    "retracted-report", title: "Study with a retracted report",
    explanation: """
      Retracted work goes on being cited as if it stood. A study whose report was retracted, or of which the \
      editors have said that they are concerned, should not carry a claim without saying so (NISO RP-45-2024).
      """
  ) { input in
    let studies = input.studies.flatMap { entry in
      entry.retractions.map { retraction in
        Finding(
          Diagnostic(
            .warning, "retracted-report", "\(entry.study.name) has a report that \(retraction.text)",
            at: entry.study.location, notes: retraction.notes), study: entry.study.id)
      }
    }
    let claims = input.claims.flatMap { entry in
      entry.evidence.flatMap { evidence in
        evidence.study.retractions.map { retraction in
          Finding(
            Diagnostic(
              .warning, "retracted-report",
              "\(evidence.study.study.name) is linked to this claim, and its report \(retraction.text)",
              at: evidence.link.location ?? entry.claim.location, notes: retraction.notes),
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

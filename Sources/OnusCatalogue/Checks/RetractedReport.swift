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
    input.studies.flatMap { entry in
      entry.reports.compactMap { report in
        let status = report.status
        guard status.standing >= .expressionOfConcern else { return nil }
        let notice = status.relation?.citation.map { [Diagnostic.Note("the notice is \($0)")] } ?? []
        let what =
          status.standing == .retracted
          ? "was retracted" : "is under an expression of concern"
        return Finding(
          Diagnostic(
            .warning, "retracted-report", "\(entry.study.name) has a report that \(what): \(report.id)",
            at: entry.study.location, notes: notice), study: entry.study.id)
      }
    }
  }
}

internal import OnusModel

extension Check {
  /// An identifier whose form cannot be right.
  public static let malformedIdentifier = Check(
    "malformed-identifier", severity: .error,
    documentation: Documentation(
      title: "An identifier cannot be right as it is written",
      explanation: """
        An identifier with a slip in it leads nowhere, or to another document. Lengths, prefixes and, for \
        ISSN and ISBN, check digits are tested.
        """,
      sources: ["ISO 3297 (ISSN)", "ISO 2108 (ISBN)", "DOI Handbook, section 2"],
      needs: "The identifiers of references and studies.",
      falsePositives: "A number that a publisher printed wrong and that is known by it."),
    examples: Examples(
      firing: """
        studies:
          tea-2017: { name: Tea 2017, design: rct, registrations: [NCT1234] }
        """,
      quiet: """
        studies:
          tea-2017: { name: Tea 2017, design: rct, registrations: [NCT00001234] }
        """)
  ) { input in
    var findings: [Finding] = []
    for study in input.studies.map(\.study) {
      for report in study.reports {
        guard let fault = report.value.malformation else { continue }
        let diagnostic = finding(report.value.description, fault, at: report.location ?? study.location)
        findings.append(Finding(diagnostic, study: study.id))
      }
      for registration in study.registrations {
        guard let fault = registration.value.malformation else { continue }
        let place = registration.location ?? study.location
        findings.append(Finding(finding(registration.value.description, fault, at: place), study: study.id))
      }
    }
    try input.references.each { reference in
      for (text, fault) in reference.malformations {
        findings.append(Finding(finding(text, fault, at: reference.location)))
      }
    }
    return findings
  }

  private static func finding(_ text: String, _ fault: String, at place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      .error, "malformed-identifier", "\"\(text)\" is not well formed: \(fault)", at: place,
      remedy: "compare it with the document or its record")
  }
}

extension Reference {
  /// The identifiers of the document, its journal and its trials whose form is wrong, and what is wrong.
  fileprivate var malformations: [(text: String, fault: String)] {
    var identifiers = self.identifiers
    identifiers += container?.serialNumbers.map { Identifier(.issn, $0.issn) } ?? []
    var faults = identifiers.compactMap { identifier in
      identifier.malformation.map { (text: identifier.description, fault: $0) }
    }
    for accession in accessions where accession.bank == "ClinicalTrials.gov" && !accession.number.isEmpty {
      var registration = Registration(parsing: accession.number)
      registration.register = accession.bank
      if let fault = registration.malformation { faults.append((accession.number, fault)) }
    }
    return faults
  }
}

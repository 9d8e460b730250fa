internal import OnusModel

extension Check {
  /// A study whose registration differs from that in the record of its report.
  public static let registrationMismatch = Check(
    ofEachStudy: "registration-mismatch",
    documentation: Documentation(
      title: "A study's registration is not the one in the record of its report",
      explanation: """
        PubMed keeps the registrations that an article names. A study with another one of the same register \
        may have been tied to the wrong entry, or mistyped.
        """,
      sources: ["NLM. MEDLINE/PubMed Data Element Descriptions: Secondary Source ID"],
      needs: "Registrations of the study, and accession numbers of its reports.",
      falsePositives: "An article that names only the registration of a companion trial."),
    examples: Examples(
      firing: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct, registrations: [NCT00000017] }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain
          SI  - ClinicalTrials.gov/NCT00000071
          """),
      quiet: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct, registrations: [NCT00000017] }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain
          SI  - ClinicalTrials.gov/NCT00000017
          """))
  ) { entry, _ in
    let named = entry.reports.flatMap { report in
      report.accessions.filter { !$0.number.isEmpty }.map { (Registration(parsing: $0.number), report) }
    }
    return entry.study.registrations.compactMap { registration in
      let same = named.filter { $0.0.register == registration.value.register }
      guard registration.value.isCertain, !same.isEmpty,
        !same.contains(where: { $0.0.number.uppercased() == registration.value.number.uppercased() })
      else { return nil }
      let others = same.map { $0.0.number }.joined(separator: ", ")
      return Remark(
        "the study has the registration \(registration.value), but the record of its report names \(others)",
        at: registration.location ?? entry.study.location,
        notes: [Diagnostic.Note("the record is here", at: same[0].1.location)],
        remedy: "look both up in the register")
    }
  }
}

internal import OnusModel

extension Check {
  /// One trial registration in two studies.
  public static let sharedRegistration = Check(
    "shared-registration",
    documentation: Documentation(
      title: "Two studies have one trial registration",
      explanation: """
        Two studies with one registration are most likely two reports of one study, whose people would be \
        counted twice.
        """,
      sources: ["Cochrane Handbook for Systematic Reviews of Interventions, version 6.5, section 4.6.2"],
      needs: "The registrations of the studies.",
      falsePositives:
        "A main trial and its extension or substudy, registered together and kept apart on purpose."),
    examples: Examples(
      firing: """
        studies:
          tea-2017: { name: Tea 2017, design: rct, registrations: [NCT00000017] }
          tea-2018: { name: Tea 2018, design: rct, registrations: [NCT00000017] }
        """,
      quiet: """
        studies:
          tea-2017: { name: Tea 2017, design: rct, registrations: [NCT00000017] }
          tea-2018: { name: Tea 2018, design: rct, registrations: [NCT00000018] }
        """)
  ) { input in
    var first: [Registration: Study] = [:]
    var findings: [Finding] = []
    for entry in input.studies {
      let study = entry.study
      for registration in study.registrations {
        guard let other = first[registration.value] else {
          first[registration.value] = study
          continue
        }
        guard other.id != study.id else { continue }
        let remark = Remark(
          """
          \(study.name) and \(other.name) have the same registration, \(registration.value); if they are one \
          study, its people are counted twice
          """, at: registration.location ?? study.location,
          notes: [Diagnostic.Note("\(other.name) is here", at: other.location)],
          remedy: "if they are one study, make one entry with both reports")
        findings.append(Finding(remark.diagnostic(.warning, "shared-registration"), study: study.id))
      }
    }
    return findings
  }
}

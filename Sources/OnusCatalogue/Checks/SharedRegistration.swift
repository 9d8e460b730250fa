internal import OnusModel

extension Check {
  /// One trial registration in two studies.
  public static let sharedRegistration = Check(
    "shared-registration", title: "Registration shared by studies",
    explanation: """
      Two studies with one registration are most likely two reports of one study, whose people would be \
      counted twice (Cochrane Handbook, 4.6.2).
      """
  ) { input in
    var first: [Registration: Study] = [:]
    var findings: [Finding] = []
    for study in input.studies.map(\.study) {
      for registration in study.registrations {
        guard let other = first[registration.value] else {
          first[registration.value] = study
          continue
        }
        guard other.id != study.id else { continue }
        findings.append(
          Finding(
            Diagnostic(
              .warning, "shared-registration",
              """
              \(study.name) and \(other.name) have the same registration, \(registration.value); they may be \
              one study
              """,
              at: registration.location ?? study.location,
              notes: [Diagnostic.Note("\(other.name) is here", at: other.location)]), study: study.id))
      }
    }
    return findings
  }
}

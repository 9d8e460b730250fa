internal import OnusModel

extension RevMan {
  /// A study's references, and the study.
  func events(
    of element: XMLElement, standing: ReviewAppraisal.Standing, ids: inout Set<String>
  ) -> [ReadEvent] {
    let id = element.attribute("ID") ?? element.attribute("NAME") ?? "study"
    let slug = RevManText.unescaped(id.hasPrefix("STD-") ? String(id.dropFirst(4)) : id)
    var key = Study.key(slug)
    var number = 2
    while !ids.insert(key.rawValue).inserted {
      key = Study.ID("\(Study.key(slug))-\(number)")
      number += 1
    }
    // A reference that nobody has filled in is a line of a form.
    let filled = element.children("REFERENCE").filter { !$0.isBlank }
    let references = filled.enumerated().map { index, reference in
      (
        isPrimary: reference.attribute("PRIMARY") == "YES",
        self.reference(reference, key: "\(slug)/\(index + 1)")
      )
    }
    var study = Study(
      id: key, name: element.attribute("NAME") ?? slug, design: Located(.other, at: element.location),
      location: element.location)
    let ordered = references.filter(\.isPrimary) + references.filter { !$0.isPrimary }
    study.reports = ordered.compactMap { _, reference in
      reference.identifiers.first.map { Located($0, at: reference.location) }
    }
    study.published = element.attribute("YEAR").flatMap { $0.isEmpty ? nil : PartialDate(written: $0) }
    for (_, value, place) in Self.identifiers(of: element) {
      let registration = Registration(parsing: value)
      if registration.isCertain {
        study.registrations.append(Located(registration, at: place))
      } else {
        study.notes.append(Located(value, at: place))
      }
    }
    var appraisal = ReviewAppraisal(review: title, identifiers: identifiers, standing: standing)
    appraisal.dataSource = element.attribute("DATA_SOURCE").flatMap { Self.dataSources[$0] ?? $0 }
    appraisal.riskOfBias = judgements[id] ?? []
    study.appraisal = appraisal
    study.results = results[id] ?? []
    setBases(of: &study, standing: standing)
    readGroups(id, into: &study)
    if let table = characteristics[id] { readCharacteristics(table, into: &study) }
    return references.map { .record(.reference($0.1)) } + [.record(.study(study))]
  }

  private static let dataSources = [
    "PUB": "published data only", "UNPUB": "unpublished data only", "MIX": "published and unpublished data",
    "SOUGHT": "unpublished data sought but not used",
  ]

  private func setBases(of study: inout Study, standing: ReviewAppraisal.Standing) {
    study.bases[""] = Located(
      .stated("\(source), characteristics of \(standing.rawValue) studies"), at: record.location)
    if !study.results.isEmpty {
      study.bases["results"] = Located(.stated("\(source), data and analyses"), at: record.location)
    }
  }

  /// Takes treatment and control from the labels of the groups; a control only when all results share it.
  private func readGroups(_ id: String, into study: inout Study) {
    guard let labels = labels[id] else { return }
    study.interventions = labels.treatments.map { Located($0, at: study.location) }
    if labels.controls.count == 1 {
      study.comparator = Located(.value(labels.controls[0]), at: study.location)
    }
  }

  /// Reads the study's row in a table of characteristics.
  ///
  /// The design follows from the words under methods by the rules of ``TrialDesign``.
  private func readCharacteristics(_ table: XMLElement, into study: inout Study) {
    func fact(_ name: StaticString) -> Located<String>? {
      guard let element = table.child(name) else { return nil }
      return RevManText.lines(element).map { Located($0, at: element.location) }
    }
    if let methods = fact("CHAR_METHODS") {
      study.appraisal?.methods = methods
      let design = TrialDesign(words: methods.value)
      study.design = Located(design.studyDesign, at: methods.location)
      study.blinding = Study.Blinding(masking: methods.value).map {
        Located(.value($0), at: methods.location)
      }
      study.bases["design"] = Located(
        .inferred("from the review's words on the methods: \(methods.value)"), at: methods.location)
    }
    study.participants = fact("CHAR_PARTICIPANTS")?.map(Reported.value)
    study.dose = fact("CHAR_INTERVENTIONS")?.map(Reported.value)
    study.appraisal?.outcomes = fact("CHAR_OUTCOMES")
    study.appraisal?.exclusionReason = fact("CHAR_REASON_FOR_EXCLUSION")
    study.title = fact("CHAR_STUDY_NAME")?.value
    for name in [
      "CHAR_NOTES", "CHAR_STARTING_DATE", "CHAR_CONTACT_INFORMATION", "CHAR_USER_DEF_1", "CHAR_USER_DEF_2",
      "CHAR_USER_DEF_3", "CHAR_USER_DEF_4", "CHAR_USER_DEF_5",
    ] as [StaticString] {
      if let note = fact(name) { study.notes.append(note) }
    }
  }
}

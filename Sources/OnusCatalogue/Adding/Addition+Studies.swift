internal import GRDB
internal import OnusModel

extension Addition {
  /// Adds sources and ties them to their records in the bibliographies.
  mutating func add(_ sources: [Source]) throws {
    for source in sources {
      let key = source.id.rawValue
      guard try !reportsDuplicate(key, at: source.location, in: "source", first: \Source.location) else {
        continue
      }
      let reference = try source.reference.flatMap { try resolve($0) }
      try execute(
        "INSERT INTO source (key, reference_id, payload) VALUES (?, ?, ?)",
        [key, reference, try payload.encode(source)])
    }
  }

  /// Adds studies and ties them to their reports, conditions and interventions.
  mutating func add(_ studies: [Study]) throws {
    for study in studies {
      let first = diagnostics.count
      try add(study)
      guard study.isImported else { continue }
      // A register's word for a condition need not be in the vocabulary, and two files may tell of one trial:
      // nobody can mend that in a file that is kept as it came.
      for index in first..<diagnostics.count { diagnostics[index].severity = .note }
    }
    // A review may stand in front of the studies that it includes.
    for included in studies.flatMap({ $0.includes ?? [] }) {
      _ = try resolve(included.map(\.rawValue), in: "study")
    }
  }

  private mutating func add(_ study: Study) throws {
    let key = study.id.rawValue
    guard try !reportsDuplicate(key, at: study.location, in: "study", first: \Study.location) else { return }
    let reports = try study.reports.compactMap { try resolve($0) }
    let years = try reports.compactMap { try reference($0)?.year }
    try execute(
      """
      INSERT INTO study (key, name, design, design_rank, sample, enrolled, treatment_days, follow_up_days,
        year, payload)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        key, study.name, study.design.value.id, study.design.value.rank, study.sample?.headline?.count,
        study.sample?[.enrolled], study.durations.treatment?.value.stated?.sortKey,
        study.durations.followUp?.value.stated?.sortKey, years.min() ?? study.published?.year,
        try payload.encode(study),
      ])
    let id = db.lastInsertedRowID
    try link(study.conditions, in: .conditions, to: "study", id)
    try link(study.interventions, in: .interventions, to: "study", id)
    try insertDetails(of: study, id, reports: reports)
  }

  private func insertDetails(of study: Study, _ id: Int64, reports: [Int64]) throws {
    for (position, reference) in reports.enumerated() {
      try execute(
        "INSERT INTO study_report (study_id, position, reference_id) VALUES (?, ?, ?)",
        [id, position, reference])
    }
    for registration in study.registrations {
      try execute(
        "INSERT OR IGNORE INTO study_registration (register, number, study_id) VALUES (?, ?, ?)",
        [registration.value.register, registration.value.number, id])
    }
    for result in study.results {
      try execute(
        "INSERT OR IGNORE INTO study_result (study_id, key, outcome, direction) VALUES (?, ?, ?, ?)",
        [id, result.id, result.outcome.value, result.direction?.rawValue])
    }
    try execute("INSERT INTO study_text (rowid, text) VALUES (?, ?)", [id, study.searchableText])
  }

  /// The row of the reference with an identifier; an unknown one is reported.
  private mutating func resolve(_ identifier: Located<Identifier>) throws -> Int64? {
    if let id = try rows(with: identifier.value).first { return id }
    diagnostics.append(
      Diagnostic(
        .error, "unknown-reference", "no bibliography has a record with \(identifier.value)",
        at: identifier.location))
    return nil
  }
}

extension StudyDesign {
  /// The OCEBM 2011 level, with 6 for designs without one: the order in which designs are compared.
  var rank: Int { ocebmLevel ?? 6 }
}

extension Study {
  /// The words of a study that a search for text looks through.
  var searchableText: String {
    var texts: [String?] = [name, title, participants?.value.stated, setting?.value.stated]
    texts += (primaryOutcomes + secondaryOutcomes + harms + limitations + notes).map(\.value)
    for result in results { texts += [result.outcome.value, result.measure, result.finding] }
    return texts.compactMap { $0 }.joined(separator: "\n")
  }
}

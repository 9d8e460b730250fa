internal import GRDB
internal import OnusModel

extension Addition {
  /// Adds syntheses and ties them to their conditions, interventions and results.
  mutating func add(_ syntheses: [Synthesis]) throws {
    for synthesis in syntheses {
      let key = synthesis.id.rawValue
      guard
        try !reportsDuplicate(key, at: synthesis.location, in: "synthesis", first: \Synthesis.location)
      else { continue }
      try execute(
        "INSERT INTO synthesis (key, outcome, payload) VALUES (?, ?, ?)",
        [key, synthesis.outcome.value, try payload.encode(synthesis)])
      let id = db.lastInsertedRowID
      try link(synthesis.conditions, in: .conditions, to: "synthesis", id)
      try link([synthesis.intervention], in: .interventions, to: "synthesis", id)
      for (position, reference) in synthesis.results.enumerated() {
        let study = reference.map(\.study.rawValue)
        guard let row = try resolve(study, in: "study"),
          let result = try resolve(
            reference.map(\.result), ofStudy: row, named: reference.value.study)
        else { continue }
        try execute(
          "INSERT INTO synthesis_result (synthesis_id, position, study_id, result) VALUES (?, ?, ?, ?)",
          [id, position, row, result])
      }
    }
  }
}

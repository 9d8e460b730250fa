internal import GRDB
internal import OnusModel

extension Addition {
  /// Adds interventions with their names, then what includes them.
  mutating func add(_ interventions: [Intervention]) throws {
    var broader: [(id: Int64, names: [Located<String>])] = []
    for intervention in interventions {
      let key = intervention.id.rawValue
      guard
        try !reportsDuplicate(
          key, at: intervention.location, in: "intervention", first: \Intervention.location)
      else { continue }
      try execute(
        "INSERT INTO intervention (key, name, payload) VALUES (?, ?, ?)",
        [key, intervention.name, try payload.encode(intervention)])
      let id = db.lastInsertedRowID
      var names: [(text: String, kind: Vocabulary.NameKind)] = [
        (key, .identifier), (intervention.name, .preferred),
      ]
      names += intervention.synonyms.map { ($0, .other) }
      names += intervention.abbreviations.map { ($0, .abbreviation) }
      try Vocabulary.interventions.setNames(names, of: id, in: db)
      broader.append((id, intervention.broader))
    }
    for (id, names) in broader {
      for broaderID in try resolve(names, in: .interventions) where broaderID != id {
        try execute(
          "INSERT OR IGNORE INTO intervention_broader (broader_id, intervention_id) VALUES (?, ?)",
          [broaderID, id])
      }
    }
  }
}

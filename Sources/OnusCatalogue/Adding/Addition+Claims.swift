internal import GRDB
internal import OnusModel

extension Addition {
  /// Adds claims and ties them to their sources, conditions, interventions and studies.
  mutating func add(_ claims: [Claim]) throws {
    for claim in claims {
      let key = claim.id.rawValue
      guard try !reportsDuplicate(key, at: claim.location, in: "claim", first: \Claim.location) else {
        continue
      }
      try execute(
        """
        INSERT INTO claim (key, kind, wording_rank, direction, statement, payload) VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          key, claim.kind.rawValue, claim.wording.value.rank, claim.direction?.rawValue,
          claim.statement.value,
          try payload.encode(claim),
        ])
      let id = db.lastInsertedRowID
      try execute("INSERT INTO claim_text (rowid, statement) VALUES (?, ?)", [id, claim.statement.value])
      try link(claim.conditions, in: .conditions, to: "claim", id)
      try link(claim.interventions, in: .interventions, to: "claim", id)
      try addAppearances(of: claim, id)
      try addEvidence(of: claim, id)
    }
  }

  private mutating func addAppearances(of claim: Claim, _ id: Int64) throws {
    for (position, appearance) in claim.appearances.enumerated() {
      guard let source = try resolve(appearance.source.map(\.rawValue), in: "source") else { continue }
      try execute(
        "INSERT INTO claim_appearance (claim_id, position, source_id, paragraph) VALUES (?, ?, ?, ?)",
        [id, position, source, appearance.paragraph])
    }
  }

  private mutating func addEvidence(of claim: Claim, _ id: Int64) throws {
    for (position, cited) in claim.cites.enumerated() {
      guard let study = try resolve(cited.map(\.rawValue), in: "study") else { continue }
      try execute(
        "INSERT INTO claim_citation (claim_id, position, study_id) VALUES (?, ?, ?)", [id, position, study])
    }
    for (position, link) in claim.evidence.enumerated() {
      guard let study = try resolve(link.study.map(\.rawValue), in: "study") else { continue }
      let result = try link.result.flatMap { try resolve($0, ofStudy: study, named: link.study.value) }
      try execute(
        """
        INSERT INTO evidence_link (claim_id, position, study_id, result, stance, directness)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [id, position, study, result, link.stance.rawValue, link.directness.rawValue])
    }
  }

  /// The key of a result of a study, or an error that proposes the nearest ones.
  mutating func resolve(
    _ result: Located<String>, ofStudy study: Int64, named name: Study.ID
  ) throws -> String? {
    let keys = try String.fetchAll(
      db.cachedStatement(sql: "SELECT key FROM study_result WHERE study_id = ? ORDER BY key"),
      arguments: [study])
    if keys.contains(result.value) { return result.value }
    diagnostics.append(
      Diagnostic(
        .error, "unknown-result",
        "the study \"\(name)\" has no result with the id \"\(result.value)\""
          + suggestion(nearest(to: result.value, among: keys, count: 3)), at: result.location))
    return nil
  }
}

extension Claim.Wording {
  /// The place among the wordings, 0 for hedged.
  var rank: Int { Claim.Wording.allCases.firstIndex(of: self) ?? 0 }
}

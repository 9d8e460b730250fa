internal import GRDB
internal import OnusModel

/// One reading of the database that puts claims and studies together; what several share is decoded once.
struct Reading {
  let db: Database
  let payload = Payload()
  private var studies: [Int64: CataloguedStudy] = [:]
  private var references: [Int64: Reference] = [:]
  private var conditions: [Int64: Condition] = [:]
  private var interventions: [Int64: Intervention] = [:]
  private var sources: [Int64: Source] = [:]

  init(_ db: Database) { self.db = db }

  /// The claim in a row, with everything that it is tied to.
  mutating func claim(_ id: Int64) throws -> CataloguedClaim? {
    guard let claim = try value(Claim.self, from: "claim", id) else { return nil }
    var catalogued = CataloguedClaim(claim: claim)
    catalogued.conditions = try related("condition", to: "claim", id).compactMap { try condition($0) }
    catalogued.interventions = try related("intervention", to: "claim", id).compactMap {
      try intervention($0)
    }
    for row in try rows(
      "SELECT position, source_id FROM claim_appearance WHERE claim_id = ? ORDER BY position", id)
    {
      guard claim.appearances.indices.contains(row[0]), let source = try source(row[1]) else { continue }
      catalogued.appearances.append(
        CataloguedClaim.Appearing(appearance: claim.appearances[row[0]], source: source))
    }
    for row in try rows(
      "SELECT position, study_id FROM claim_citation WHERE claim_id = ? ORDER BY position", id)
    {
      guard let study = try study(row[1]) else { continue }
      catalogued.cited.append(study)
    }
    for row in try rows(
      "SELECT position, study_id, result FROM evidence_link WHERE claim_id = ? ORDER BY position", id)
    {
      guard claim.evidence.indices.contains(row[0]), let study = try study(row[1]) else { continue }
      let result: String? = row[2]
      catalogued.evidence.append(
        CataloguedEvidence(
          link: claim.evidence[row[0]], study: study,
          result: result.flatMap { key in study.study.results.first { $0.id == key } }))
    }
    return catalogued
  }

  /// The synthesis in a row, with its results and their studies.
  mutating func synthesis(_ id: Int64) throws -> CataloguedSynthesis? {
    guard let synthesis = try value(Synthesis.self, from: "synthesis", id) else { return nil }
    var catalogued = CataloguedSynthesis(synthesis: synthesis)
    catalogued.conditions = try related("condition", to: "synthesis", id).compactMap { try condition($0) }
    catalogued.intervention = try related("intervention", to: "synthesis", id).first.flatMap {
      try intervention($0)
    }
    for row in try rows(
      "SELECT study_id, result FROM synthesis_result WHERE synthesis_id = ? ORDER BY position", id)
    {
      let key: String = row[1]
      guard let study = try study(row[0]), let result = study.study.results.first(where: { $0.id == key })
      else { continue }
      catalogued.parts.append(CataloguedSynthesis.Part(study: study, result: result))
    }
    return catalogued
  }

  /// The review in a row, without its documents.
  mutating func review(_ id: Int64) throws -> CataloguedReview? {
    guard let review = try value(Review.self, from: "review", id) else { return nil }
    return CataloguedReview(
      review: review,
      conditions: try related("condition", to: "review", id).compactMap { try condition($0) })
  }

  /// The study in a row, with its reports, conditions and interventions.
  mutating func study(_ id: Int64) throws -> CataloguedStudy? {
    if let known = studies[id] { return known }
    guard let study = try value(Study.self, from: "study", id) else { return nil }
    let reports = try rows("SELECT reference_id FROM study_report WHERE study_id = ? ORDER BY position", id)
    let catalogued = CataloguedStudy(
      study: study, reports: try reports.compactMap { try reference($0[0]) },
      conditions: try related("condition", to: "study", id).compactMap { try condition($0) },
      interventions: try related("intervention", to: "study", id).compactMap { try intervention($0) })
    studies[id] = catalogued
    return catalogued
  }

  mutating func reference(_ id: Int64) throws -> Reference? {
    if let known = references[id] { return known }
    references[id] = try rows("SELECT \(Reference.columns) FROM reference WHERE id = ?", id).first.map {
      try Reference(columns: $0, from: 0)
    }
    return references[id]
  }

  mutating func condition(_ id: Int64) throws -> Condition? {
    if let known = conditions[id] { return known }
    conditions[id] = try value(Condition.self, from: "condition", id)
    return conditions[id]
  }

  private mutating func intervention(_ id: Int64) throws -> Intervention? {
    if let known = interventions[id] { return known }
    interventions[id] = try value(Intervention.self, from: "intervention", id)
    return interventions[id]
  }

  private mutating func source(_ id: Int64) throws -> Source? {
    if let known = sources[id] { return known }
    sources[id] = try value(Source.self, from: "source", id)
    return sources[id]
  }

  /// The value in the payload column of a row.
  func value<Value: Decodable>(_ type: Value.Type, from table: String, _ id: Int64) throws -> Value? {
    try rows("SELECT payload FROM \(table) WHERE id = ?", id).first.map {
      try payload.decode(type, from: $0[0])
    }
  }

  private func related(_ table: String, to subject: String, _ id: Int64) throws -> [Int64] {
    try rows(
      "SELECT \(table)_id FROM \(subject)_\(table) WHERE \(subject)_id = ? ORDER BY position", id
    ).map { $0[0] }
  }

  private func rows(_ sql: String, _ id: Int64) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
  }
}

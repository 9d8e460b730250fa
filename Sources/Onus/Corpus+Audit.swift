public import OnusAudit
public import OnusCatalogue
public import OnusModel

extension Catalogue {
  /// Holds the whole catalogue against checks.
  ///
  /// - Parameters:
  ///   - checks: The checks to run.
  ///   - settings: What people have settled for the checks.
  /// - Throws: A database error.
  public func audit(_ checks: [Check] = Check.all, settings: [CheckSetting] = []) throws -> Audit {
    try Audit(
      Check.Input(
        claims: try claims(), studies: try studies(), syntheses: try syntheses(),
        reviews: try reviews(), conditions: Hierarchy(try conditions(), broader: try broaderConditions()),
        interventions: Hierarchy(parents: try broaderInterventions()),
        references: Check.References(
          each: { [self] body in try forEachReference { try body($0) } },
          find: { [self] identifier in try reference(for: identifier) })), checks: checks,
      settings: settings)
  }
}

extension Corpus {
  /// What the checks say of the corpus with what it settles for them; ``problems`` are not repeated.
  ///
  /// A corpus that keeps what it has read keeps its audit as well, until a file changes.
  ///
  /// - Throws: An error when the catalogue cannot be read.
  public func audit() throws -> Audit {
    if let kept = keptAudit?.read() { return kept }
    let audit = try catalogue.audit(settings: settings)
    keptAudit?.write(audit)
    return audit
  }

  /// The claims about a condition that pass a filter, each with what the checks say of it.
  ///
  /// The whole catalogue is audited, because what is wrong with a claim may lie in another entry. Whoever
  /// asks often keeps the audit and calls `Audit.attached(to:)`.
  ///
  /// - Parameters:
  ///   - condition: A name, entry term, abbreviation or identifier of a condition; `nil` asks for all claims.
  ///   - filter: The test to pass.
  ///   - exact: Whether only claims about the condition itself count.
  /// - Throws: What `Catalogue.claims(about:matching:exact:)` throws.
  public func claims(
    about condition: String? = nil, matching filter: Filter = .all, exact: Bool = false
  ) throws -> [CataloguedClaim] {
    try audit().attached(to: catalogue.claims(about: condition, matching: filter, exact: exact))
  }
}

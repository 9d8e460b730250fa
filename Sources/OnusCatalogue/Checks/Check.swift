public import OnusModel

/// One rule that the entries of a catalogue are held against.
///
/// A new check is one file that makes a static member, and one line in ``all``.
public struct Check: Sendable {
  /// What checks look at.
  public struct Input: Sendable {
    /// The claims, with their sources and evidence.
    public var claims: [CataloguedClaim]
    /// The studies.
    public var studies: [CataloguedStudy]
    /// Gives one reference after the other.
    public var eachReference: @Sendable ((Reference) throws -> Void) throws -> Void

    /// Creates the input of a run.
    public init(
      claims: [CataloguedClaim], studies: [CataloguedStudy],
      eachReference: @escaping @Sendable ((Reference) throws -> Void) throws -> Void
    ) {
      self.claims = claims
      self.studies = studies
      self.eachReference = eachReference
    }
  }

  /// The code of its diagnostics.
  public var code: Diagnostic.Code
  /// What it looks for, in a few words.
  public var title: String
  /// Why it matters, with the published source of the rule where there is one.
  public var explanation: String
  /// How much its findings weigh.
  public var severity: Diagnostic.Severity
  /// Runs it: nothing is returned when nothing is wrong.
  public var run: @Sendable (Input) throws -> [Finding]

  /// Creates a check.
  public init(
    _ code: Diagnostic.Code, title: String, explanation: String, severity: Diagnostic.Severity = .warning,
    run: @escaping @Sendable (Input) throws -> [Finding]
  ) {
    self.code = code
    self.title = title
    self.explanation = explanation
    self.severity = severity
    self.run = run
  }
}

extension Check: CustomStringConvertible {
  /// The check's code.
  public var description: String { code.rawValue }
}

extension Check {
  /// Creates a check that looks at one claim at a time.
  init(
    ofEachClaim code: Diagnostic.Code, title: String, explanation: String,
    severity: Diagnostic.Severity = .warning,
    _ check: @escaping @Sendable (CataloguedClaim) -> [Diagnostic]
  ) {
    self.init(code, title: title, explanation: explanation, severity: severity) { input in
      input.claims.flatMap { claim in check(claim).map { Finding($0, claim: claim.claim.id) } }
    }
  }
}

extension Catalogue {
  /// What checks say of the catalogue, in the order of the places that must change.
  ///
  /// - Parameter checks: The checks to run.
  /// - Throws: A database error, or what a check throws.
  public func findings(of checks: [Check] = Check.all) throws -> [Finding] {
    let input = Check.Input(
      claims: try unchecked(), studies: try studies(),
      eachReference: { [self] body in try forEachReference { try body($0) } })
    return try checks.flatMap { try $0.run(input) }.enumerated().sorted { left, right in
      switch (left.element.diagnostic.location, right.element.diagnostic.location) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}

public import OnusModel

/// What the checks say of a whole catalogue.
public struct Audit: Sendable {
  /// Everything that was found, in the order of the places that must change.
  public let findings: [Finding]

  private let byClaim: [Claim.ID: [Diagnostic]]

  /// Holds a catalogue against checks.
  ///
  /// - Parameters:
  ///   - input: The entries of the catalogue.
  ///   - checks: The checks to run.
  /// - Throws: What a check throws, for example when the bibliographies cannot be read.
  public init(_ input: Check.Input, checks: [Check] = Check.all) throws {
    findings = try checks.flatMap { try $0.run(input) }.enumerated().sorted { left, right in
      switch (left.element.diagnostic.location, right.element.diagnostic.location) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: left.offset < right.offset
      }
    }.map(\.element)
    var byClaim: [Claim.ID: [Diagnostic]] = [:]
    for finding in findings {
      if let claim = finding.claim { byClaim[claim, default: []].append(finding.diagnostic) }
    }
    self.byClaim = byClaim
  }

  /// What the checks say of one claim, in the order of the places that must change.
  public func findings(of claim: Claim.ID) -> [Diagnostic] { byClaim[claim] ?? [] }

  /// Claims with what the checks say of them.
  public func attached(to claims: [CataloguedClaim]) -> [CataloguedClaim] {
    claims.map { claim in
      var claim = claim
      claim.findings = findings(of: claim.claim.id)
      return claim
    }
  }
}

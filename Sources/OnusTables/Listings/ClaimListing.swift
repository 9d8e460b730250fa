public import OnusModel

/// Claims as a list for a terminal: each with the studies that bear on it, one below the other.
public struct ClaimListing: Sendable {
  /// The claims, in the order in which they are listed.
  public var claims: [CataloguedClaim]

  /// The name of the condition that was asked for; `nil` when none was.
  public var condition: String?

  /// Creates a list.
  public init(_ claims: [CataloguedClaim], about condition: String? = nil) {
    self.claims = claims
    self.condition = condition
  }

  /// The list as text.
  ///
  /// - Parameter width: The longest line, in terminal columns; at least 40.
  public func text(width: Int) -> String {
    var lines: [String] = []
    var heading: String?
    for claim in claims {
      if let condition, let match = claim.match, heading != match.heading(condition) {
        heading = match.heading(condition)
        lines += [match.heading(condition).withoutControls, ""]
      }
      lines += Self.lines(of: claim, width: max(40, width)) + [""]
    }
    return ListingLines.text(of: lines)
  }

  private static func lines(of claim: CataloguedClaim, width: Int) -> [String] {
    var lines = claim.claim.statement.value.withoutControls.wrapped(to: width)
    let subject = claim.conditions.isEmpty ? claim.claim.topics : claim.conditions.map(\.name)
    let head = "\(claim.claim.wording.value.rawValue) \(claim.claim.kind.rawValue) claim"
    let about = subject.isEmpty ? [] : ["about \(subject.joined(separator: ", "))"]
    let sources = claim.appearances.map { appearing in
      ([appearing.source.authors.first, appearing.source.title].compactMap { $0 }
        + [appearing.appearance.place]).filter { !$0.isEmpty }.joined(separator: ", ")
    }
    lines += ListingLines.wrapped(
      [([head] + about).joined(separator: " ")] + sources + [claim.claim.id.rawValue], indent: 2,
      width: width)
    for evidence in claim.evidence { lines += self.lines(of: evidence, width: width) }
    for search in claim.claim.searches {
      lines += ListingLines.wrapped(["◇ \(search.sentence)"], indent: 2, width: width)
    }
    if let standing = claim.standing {
      lines += ListingLines.wrapped(
        ["stands: \(standing.standing.rawValue), because \(standing.reason)"], indent: 2, width: width)
    }
    for finding in claim.weightyFindings {
      lines += ListingLines.wrapped(
        ["\(finding.severity.rawValue): \(finding.message)"], indent: 2, width: width)
    }
    return lines
  }

  private static func lines(of evidence: CataloguedEvidence, width: Int) -> [String] {
    let study = evidence.study
    let facts = [study.designWithComparator, study.study.sample?.text, study.study.durations.text]
    let stance = "\(evidence.link.stance.symbol) \(evidence.link.stance.rawValue)"
    let directness = evidence.link.directness == .direct ? "" : " (\(evidence.link.directness.rawValue))"
    let head =
      "\(stance)\(directness): \(study.study.name): "
      + facts.compactMap { $0 }.joined(separator: "; ")
    return ListingLines.wrapped([head], indent: 2, width: width)
      + ListingLines.wrapped([evidence.link.rationale], indent: 6, width: width)
  }
}

extension ConditionMatch {
  /// A heading for claims that relate to a condition in this way.
  func heading(_ condition: String) -> String {
    switch self {
    case .exact: "About \(condition)"
    case .narrower: "About conditions narrower than \(condition)"
    case .covering: "About broader classes that cover \(condition)"
    }
  }

  /// A heading where the condition is not at hand.
  var heading: String {
    switch self {
    case .exact: "About the condition asked for"
    case .narrower: "About narrower conditions"
    case .covering: "About broader classes that cover it"
    }
  }
}

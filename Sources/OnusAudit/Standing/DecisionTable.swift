public import OnusModel

/// The published table by which the standing of a claim follows from its links and findings.
///
/// The rows are tried from the first; the first whose conditions all hold gives the standing. `onus standings`
/// prints the table, and the documentation is made from it.
public enum DecisionTable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// What must hold, all of it; nothing for the last row.
    public var conditions: [Condition]
    /// The standing.
    public var standing: Standing
    /// Why, one sentence.
    public var reason: String

    init(_ standing: Standing, if conditions: [Condition], because reason: String) {
      self.conditions = conditions
      self.standing = standing
      self.reason = reason
    }
  }

  /// What a row asks of a claim.
  public enum Condition: Hashable, Sendable {
    /// The claim is of a kind.
    case kind(Claim.Kind)
    /// Nothing is linked to the claim and no search is recorded.
    case notExamined
    /// A check has found something.
    case finding(Diagnostic.Code)
    /// The claim is worded at least so strongly.
    case wordedAtLeast(Claim.Wording)
    /// The claim says that something is done, or is not: it helps, harms, raises, lowers.
    case saysEffect
    /// So much of what carries weight speaks for it.
    case support(Bearing.Support)
    /// What speaks against it is at least so close.
    case contraryAtLeast(Bearing.Contrary)
    /// No trial and no synthesis supports it as it stands.
    case notShownByTrial
    /// Nothing that carries it compares groups.
    case notControlled
    /// Some of what carries it supports it only in part.
    case divided
    /// Full support comes from one study, or no link names the result that it means.
    case notRepeated
  }

  /// The rows, in the order in which they are tried.
  public static let rows: [Row] = [
    Row(.notCheckable, if: [.kind(.other)], because: "it is no statement that a study could settle"),
    Row(.notCheckable, if: [.notExamined], because: "nobody has looked for evidence"),
    Row(
      .outdated, if: [.finding("outdated-claim")],
      because: "what contradicts it is later than the claim, or than all that supports it"),
    Row(
      .contradicted, if: [.wordedAtLeast(.universal), .contraryAtLeast(.close), .notShownByTrial],
      because: "it allows no exception, exceptions were seen, and no trial supports it as it stands"),
    Row(
      .contradicted, if: [.support(.none), .contraryAtLeast(.close)],
      because: "nothing carries it, and close evidence points the other way"),
    Row(.unsupported, if: [.support(.none)], because: "nothing that is linked carries it"),
    Row(
      .overstated, if: [.wordedAtLeast(.strong), .support(.full), .contraryAtLeast(.close)],
      because: "studies support it, but close evidence contradicts its strong words"),
    Row(
      .unsupported, if: [.wordedAtLeast(.strong), .support(.partial), .contraryAtLeast(.direct)],
      because: "only a part of a strong claim is supported, and a direct study contradicts it"),
    Row(
      .overstated, if: [.wordedAtLeast(.strong), .saysEffect, .support(.partial), .notControlled],
      because: "strong words for an effect rest on partial support without a comparison"),
    Row(.partlySupported, if: [.support(.partial)], because: "a part of it is supported, or a weaker form"),
    Row(
      .partlySupported, if: [.contraryAtLeast(.direct)],
      because: "studies support it, and a direct one contradicts it"),
    Row(
      .partlySupported, if: [.finding("assertion-mismatch")],
      because: "it is supported, but figures that its source gives are wrong"),
    Row(
      .partlySupported, if: [.wordedAtLeast(.universal), .divided],
      because: "it allows no exception, and some of its evidence supports it only in part"),
    Row(
      .partlySupported, if: [.wordedAtLeast(.strong), .notRepeated],
      because: "strong words rest on one study, or on links that name no result"),
    Row(.supported, if: [], because: "what is linked carries it"),
  ]

  /// The codes of the checks whose findings the table asks for.
  public static let codes: Set<Diagnostic.Code> = Set(
    rows.flatMap(\.conditions).compactMap { condition in
      if case .finding(let code) = condition { code } else { nil }
    })

  /// The standing of a claim.
  ///
  /// - Parameters:
  ///   - entry: The claim with its links.
  ///   - findings: The codes of what the checks have found.
  public static func standing(of entry: CataloguedClaim, findings: Set<Diagnostic.Code>) -> DerivedStanding {
    let bearing = Bearing(of: entry)
    for (index, row) in rows.enumerated()
    where row.conditions.allSatisfy({ $0.holds(for: entry, bearing, findings) }) {
      return DerivedStanding(row.standing, row: index + 1, reason: row.reason)
    }
    return DerivedStanding(.notCheckable, row: 0, reason: "no row of the table fits")
  }
}

extension DecisionTable.Condition: CustomStringConvertible {
  /// The condition in words.
  public var description: String {
    switch self {
    case .kind(let kind): "its kind is \(kind.rawValue)"
    case .notExamined: "nothing is linked and no search is recorded"
    case .finding(let code): "a finding of \(code.rawValue)"
    case .wordedAtLeast(.universal): "its wording is universal"
    case .wordedAtLeast(let wording): "its wording is \(wording.rawValue) or stronger"
    case .saysEffect: "it says that something is done, or is not"
    case .support(.none): "no link carries it"
    case .support(.partial): "what carries it supports it only in part"
    case .support(.full): "a link that carries it supports it as it stands"
    case .contraryAtLeast(.direct): "a study of the same people, treatment and outcome contradicts it"
    case .contraryAtLeast(.close):
      "a direct study, an authority, a guideline, a review or a reference work contradicts it; of a universal "
        + "claim anything seen in people"
    case .contraryAtLeast(let contrary): "\(contrary.rawValue) evidence contradicts it"
    case .notShownByTrial: "no trial or synthesis supports it as it stands"
    case .notControlled: "nothing that carries it compares groups"
    case .divided: "some of what carries it supports it only in part"
    case .notRepeated: "full support comes from one study, or no link names its result"
    }
  }

  fileprivate func holds(
    for entry: CataloguedClaim, _ bearing: Bearing, _ findings: Set<Diagnostic.Code>
  ) -> Bool {
    switch self {
    case .kind(let kind): entry.claim.kind == kind
    case .notExamined: !entry.isExamined
    case .finding(let code): findings.contains(code)
    case .wordedAtLeast(let wording): entry.claim.wording.value >= wording
    case .saysEffect: entry.saysEffect
    case .support(let support): bearing.support == support
    case .contraryAtLeast(let contrary): bearing.contrary >= contrary
    case .notShownByTrial: !bearing.isShownByTrial
    case .notControlled: !bearing.isControlled
    case .divided: !bearing.isUndivided
    case .notRepeated: !bearing.isRepeated
    }
  }
}

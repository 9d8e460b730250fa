public import OnusModel

/// What the links of a claim come to: how much speaks for it and how close what speaks against it is.
public struct Bearing: Hashable, Sendable {
  /// How much speaks for the claim.
  public enum Support: String, Sendable, CaseIterable, Comparable {
    /// Nothing that carries it.
    case none
    /// Only a part of it, or a weaker form.
    case partial
    /// The claim as it stands.
    case full

    /// Orders support from none to full.
    public static func < (left: Support, right: Support) -> Bool { left.rank < right.rank }

    private var rank: Int { Support.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What speaks against the claim.
  public enum Contrary: String, Sendable, CaseIterable, Comparable {
    /// Nothing.
    case none
    /// Evidence of other people, doses or outcomes, or a result that is unclear.
    case remote
    /// A decision of an authority, a guideline, a review or a reference work.
    case close
    /// A study of the same people, treatment and outcome.
    case direct

    /// Orders what speaks against a claim from nothing to a direct study.
    public static func < (left: Contrary, right: Contrary) -> Bool { left.rank < right.rank }

    private var rank: Int { Contrary.allCases.firstIndex(of: self) ?? 0 }
  }

  /// How much speaks for it, of what carries it.
  public var support: Support
  /// The closest evidence that speaks against it.
  public var contrary: Contrary
  /// Whether some of what carries it compares groups.
  public var isControlled: Bool
  /// Whether a randomized trial or a synthesis supports the claim as it stands.
  public var isShownByTrial: Bool
  /// Whether every link of what carries it is full support.
  public var isUndivided: Bool
  /// Whether full support comes from two studies or more, and a link names the result that it means.
  public var isRepeated: Bool

  /// Weighs the links of a claim.
  public init(of entry: CataloguedClaim) {
    let carrying = entry.carrying
    let full = carrying.filter { $0.link.stance == .supports }
    support = !full.isEmpty ? .full : carrying.isEmpty ? .none : .partial
    contrary = entry.contrary.map { $0.contrariness(to: entry.claim) }.max() ?? .none
    isControlled = carrying.contains(where: \.isComparison)
    isShownByTrial = full.contains {
      [.randomized, .synthesis].contains($0.study.study.design.value.family)
    }
    isUndivided = carrying.count == full.count
    isRepeated = !full.isEmpty && !full.isOneStudy && full.contains { $0.link.result != nil }
  }
}

extension CataloguedEvidence {
  /// How close a contrary link comes to refuting the claim.
  ///
  /// One exception refutes a universal claim, so whatever was seen in people is close to it. A result that is
  /// unclear refutes nothing, and a trial without a difference does not refute a plain claim of benefit: it
  /// leaves it without support.
  func contrariness(to claim: Claim) -> Bearing.Contrary {
    if isPreclinical || link.directness == .mechanistic { return .remote }
    switch link.directness {
    case .regulatory, .guideline, .review, .reference: return .close
    case .direct:
      if result?.direction == .unclear { return .remote }
      let isPlainBenefit =
        claim.kind == .efficacy && claim.wording.value < .strong && claim.direction != .noEffect
      if result?.direction == .noDifference, isPlainBenefit { return .remote }
      return .direct
    default: return claim.wording.value == .universal ? .close : .remote
    }
  }
}

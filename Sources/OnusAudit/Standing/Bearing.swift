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
    support = .none
    contrary = .none
    isControlled = false
    isShownByTrial = false
    isUndivided = true
    isRepeated = false
    // Links are looked at where they are: copying a study costs more than judging it.
    var first: Study.ID?
    var areSeveral = false
    var namesResult = false
    for index in entry.evidence.indices {
      switch entry.evidence[index].link.stance {
      case .inconclusive: continue
      case .contradicts:
        guard !entry.evidence[index].study.isRetracted else { continue }
        contrary = max(contrary, entry.evidence[index].contrariness(to: entry.claim))
      case .supports, .partlySupports:
        guard entry.evidence[index].weakness(for: entry.claim) == nil else { continue }
        isControlled = isControlled || entry.evidence[index].isComparison
        guard entry.evidence[index].link.stance == .supports else {
          isUndivided = false
          support = max(support, .partial)
          continue
        }
        support = .full
        let family = entry.evidence[index].study.study.design.value.family
        isShownByTrial = isShownByTrial || family == .randomized || family == .synthesis
        let id = entry.evidence[index].link.study.value
        areSeveral = areSeveral || first.map { $0 != id } ?? false
        first = first ?? id
        namesResult = namesResult || entry.evidence[index].link.result != nil
      }
    }
    isRepeated = areSeveral && namesResult
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

/// Where a claim stands once its evidence has been held against it.
public enum Standing: String, Sendable, Codable, CaseIterable {
  /// The evidence carries the claim as it stands.
  case supported
  /// The evidence carries a part of the claim, or a weaker form of it.
  case partlySupported = "partly supported"
  /// The claim goes beyond what the evidence shows.
  case overstated
  /// The evidence points the other way.
  case contradicted
  /// Nothing carries the claim.
  case unsupported
  /// The claim was in order once and is not any more.
  case outdated
  /// No evidence could settle it, or nobody has looked for any.
  case notCheckable = "not checkable"
}

/// A standing that was derived for a claim, with the reason.
public struct DerivedStanding: Hashable, Sendable, Codable {
  /// The standing.
  public var standing: Standing
  /// The row of the decision table that gave it, counted from 1.
  public var row: Int
  /// Why, one sentence.
  public var reason: String

  /// Creates a derived standing.
  public init(_ standing: Standing, row: Int, reason: String) {
    self.standing = standing
    self.row = row
    self.reason = reason
  }
}

/// What a person has decided about records that look alike: that they are one document, or that they are not.
public struct DuplicateDecision: Hashable, Sendable, Codable {
  /// Identifiers of the records.
  public var records: [Located<Identifier>]
  /// Whether they stand for one document.
  public var areSame: Bool
  /// Why, in the words of who decided it.
  public var reason: String

  /// Creates a decision.
  public init(records: [Located<Identifier>], areSame: Bool, reason: String) {
    self.records = records
    self.areSame = areSame
    self.reason = reason
  }
}

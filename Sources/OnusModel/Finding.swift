/// What a check says, tied to the claim or the study that it is about.
public struct Finding: Hashable, Sendable, Codable {
  /// What is wrong, where, and why it matters.
  public var diagnostic: Diagnostic
  /// The claim it is about; `nil` when it is about no single claim.
  public var claim: Claim.ID?
  /// The study it is about; `nil` when it is about no single study.
  public var study: Study.ID?
  /// The synthesis it is about; `nil` when it is about none.
  public var synthesis: Synthesis.ID?
  /// The review it is about; `nil` when it is about none.
  public var review: Review.ID?

  /// Creates a finding.
  public init(
    _ diagnostic: Diagnostic, claim: Claim.ID? = nil, study: Study.ID? = nil,
    synthesis: Synthesis.ID? = nil, review: Review.ID? = nil
  ) {
    self.diagnostic = diagnostic
    self.claim = claim
    self.study = study
    self.synthesis = synthesis
    self.review = review
  }

  /// The check that says it: the code of its diagnostic.
  public var check: Diagnostic.Code { diagnostic.code }
}

/// What became of a document after it was published, from the worst.
///
/// "Nothing known" is not "all is well": it says that the record tells of no notice.
public struct ReferenceStatus: Hashable, Sendable {
  /// A standing of a document, ordered from harmless to retracted.
  public enum Standing: String, Sendable, Codable, CaseIterable, Comparable {
    /// The record tells of no notice.
    case noneKnown = "none known"
    /// A newer version exists: the article of a preprint, an update of a review.
    case superseded
    /// It was published again.
    case republished
    /// It was corrected.
    case corrected
    /// The editors are not sure that it can be relied on.
    case expressionOfConcern = "expression of concern"
    /// It must not be relied on.
    case retracted

    /// Orders standings from none known to retracted.
    public static func < (left: Standing, right: Standing) -> Bool { left.rank < right.rank }

    private var rank: Int { Standing.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The standing.
  public var standing: Standing
  /// The relation that says so; `nil` when a publication type or nothing says so.
  public var relation: Relation?

  /// Creates a status.
  public init(_ standing: Standing, relation: Relation? = nil) {
    self.standing = standing
    self.relation = relation
  }
}

extension Reference {
  /// What the record's relations and publication types say of the document's standing; the worst counts.
  ///
  /// PubMed's `…In` relations mean that this document is affected. The notices themselves, whose relations
  /// are `…Of`, `…For` and `…From`, are never marked (NLM, "Errata, Retractions, and Other Linked Citations
  /// in PubMed"). Retraction Watch's reinstatement ends a retraction; what is left is a correction.
  public var status: ReferenceStatus {
    var status = ReferenceStatus(.noneKnown)
    // A paper that has been reinstated was retracted and is not any more.
    let isReinstated = relations.contains { $0.type == "ReinstatementIn" }
    for relation in relations {
      guard var standing = Self.standings[relation.type] else { continue }
      if isReinstated { standing = min(standing, .corrected) }
      if standing > status.standing { status = ReferenceStatus(standing, relation: relation) }
    }
    let isRetracted = publicationTypes.contains { $0.ui == "D016441" || $0.name == "Retracted Publication" }
    if isRetracted, !isReinstated, status.standing < .retracted { status = ReferenceStatus(.retracted) }
    return status
  }

  /// Whether the document is itself a notice about another one.
  public var isNotice: Bool {
    let notices: Set = ["RetractionOf", "ErratumFor", "ExpressionOfConcernFor"]
    let types: Set = ["D016440", "D016425", "D000075742"]
    return relations.contains { notices.contains($0.type) }
      || publicationTypes.contains { $0.ui.map(types.contains) ?? false }
  }

  private static let standings: [String: ReferenceStatus.Standing] = [
    "RetractionIn": .retracted,
    "RetractedandRepublishedIn": .retracted,
    "ExpressionOfConcernIn": .expressionOfConcern,
    "ErratumIn": .corrected,
    "CorrectedandRepublishedIn": .corrected,
    "ReinstatementIn": .corrected,
    "RepublishedIn": .republished,
    "UpdateIn": .superseded,
  ]
}

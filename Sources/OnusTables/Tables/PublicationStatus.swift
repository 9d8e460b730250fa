internal import OnusModel

/// What a bibliographic record says about its own standing, the gravest first.
///
/// The order follows NISO RP-45-2024 (CREC) and PubMed's CommentsCorrections types, of which only those
/// that end in `In` affect the record itself; the others say that the record is the notice.
enum PublicationStatus: String, CaseIterable {
  case retracted
  case retractedAndRepublished = "retracted and republished"
  case concern = "expression of concern"
  case corrected
  case updated = "updated by a later version"

  /// The gravest status that a record gives; `nil` when it gives none, which is not proof that there is none.
  init?(of reference: Reference) {
    let types = Set(reference.relations.map(\.type))
    let status = Self.allCases.first { !types.isDisjoint(with: $0.relationTypes) }
    let isRetracted = reference.publicationTypes.contains { $0.name == "Retracted Publication" }
    guard let status = isRetracted ? .retracted : status else { return nil }
    self = status
  }

  private var relationTypes: Set<String> {
    switch self {
    case .retracted: ["RetractionIn"]
    case .retractedAndRepublished: ["RetractedandRepublishedIn"]
    case .concern: ["ExpressionOfConcernIn"]
    case .corrected: ["ErratumIn", "CorrectedandRepublishedIn"]
    case .updated: ["UpdateIn"]
    }
  }
}

extension CataloguedStudy {
  /// Whether the primary report has been retracted.
  var isRetracted: Bool {
    guard let report = reports.first else { return false }
    return PublicationStatus(of: report) == .retracted
  }
}

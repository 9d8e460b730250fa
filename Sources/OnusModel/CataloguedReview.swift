/// A review as a catalogue gives it: with the documents that its searches found and what was decided of each.
public struct CataloguedReview: Hashable, Sendable {
  /// A document that was found or decided upon; records that were united are one document.
  public struct Document: Hashable, Sendable {
    /// Its identifiers.
    public var identifiers: [Identifier]
    /// Its reference, where someone has decided by its full text; `nil` for the many others.
    public var reference: Reference?
    /// The studies of the corpus that it reports.
    public var studies: [Study.ID]
    /// The positions of the searches that found it.
    public var searches: [Int]
    /// The positions of the decisions about it, in their order.
    public var decisions: [Int]

    /// Creates a document.
    public init(
      identifiers: [Identifier], reference: Reference? = nil, studies: [Study.ID] = [], searches: [Int] = [],
      decisions: [Int] = []
    ) {
      self.identifiers = identifiers
      self.reference = reference
      self.studies = studies
      self.searches = searches
      self.decisions = decisions
    }
  }

  /// The review.
  public var review: Review
  /// The conditions it is about.
  public var conditions: [Condition]
  /// How many records the files of each search hold; `nil` for a search without files.
  public var recordCounts: [Int?]
  /// The documents, in the order of the catalogue.
  public var documents: [Document]
  /// How it relates to the condition that was asked for; `nil` when none was.
  public var match: ConditionMatch?

  /// Creates a catalogued review.
  public init(
    review: Review, conditions: [Condition] = [], recordCounts: [Int?] = [], documents: [Document] = [],
    match: ConditionMatch? = nil
  ) {
    self.review = review
    self.conditions = conditions
    self.recordCounts = recordCounts.isEmpty ? review.searches.map { _ in nil } : recordCounts
    self.documents = documents
    self.match = match
  }

  /// What holds of a document at a stage.
  public enum Outcome: Hashable, Sendable {
    /// Nobody has decided.
    case open
    /// People have decided differently, and nothing settles it.
    case disputed
    /// What was decided.
    case decided(ScreeningDecision)

    /// What was decided; `nil` where nothing is.
    public var verdict: ScreeningDecision.Verdict? {
      if case .decided(let decision) = self { decision.verdict } else { nil }
    }
  }

  /// What holds of a document at a stage: what was agreed, else what all have decided.
  public func outcome(of document: Document, at stage: ScreeningDecision.Stage) -> Outcome {
    let decisions = decisions(about: document, at: stage)
    guard let first = decisions.first else { return .open }
    if let agreed = decisions.last(where: \.isAgreed) { return .decided(agreed) }
    return decisions.allSatisfy { $0.verdict == first.verdict } ? .decided(first) : .disputed
  }

  /// The decisions about a document at a stage, in their order.
  public func decisions(
    about document: Document, at stage: ScreeningDecision.Stage
  ) -> [ScreeningDecision] {
    document.decisions.map { review.decisions[$0] }.filter { $0.stage == stage }
  }

  /// Whether a document stands on the side of databases and registers.
  ///
  /// One that no search is known to have found does, unless all searches are of the other side.
  public func isFromDatabases(_ document: Document) -> Bool {
    if document.searches.isEmpty {
      return review.searches.isEmpty || review.searches.contains { $0.kind.isDatabase }
    }
    return document.searches.contains { review.searches[$0].kind.isDatabase }
  }
}

/// The numbers of a PRISMA 2020 flow diagram.
///
/// The boxes are those of Page MJ et al. BMJ 2021;372:n71, figure 1.
/// A number that the review gives is shown as given. One that it does not give follows from the files of the
/// searches, from the decisions, or from the boxes around it. What does not fit together is in ``mismatches``.
public struct ReviewFlow: Hashable, Sendable {
  /// One way in which records came: by databases and registers, or by other methods.
  public struct Side: Hashable, Sendable {
    /// The searches, each with the number of its records.
    public var searches: [Identified]
    /// Duplicates that were removed before screening.
    public var duplicates: Int?
    /// Records that were screened.
    public var screened: Int?
    /// Records that were excluded by title and abstract.
    public var excluded: Int?
    /// Records that nobody has decided upon, or of which people have decided differently.
    public var undecided: Int
    /// Reports that were sought.
    public var sought: Int?
    /// Reports that could not be had.
    public var notRetrieved: Int?
    /// Reports that were read in full.
    public var assessed: Int?
    /// Reports that were excluded after that, by reason, the most frequent reason first.
    public var reasons: [Review.StageCounts.Reason]
    /// Reports that are sought and not yet decided upon.
    public var unread: Int
    /// Reports that were included by decisions.
    public var included: Int

    /// Whether anything came this way.
    public var isEmpty: Bool {
      searches.isEmpty && [screened, excluded, sought, assessed].allSatisfy { ($0 ?? 0) == 0 }
    }

    /// How many records all searches gave; `nil` where one of them does not say.
    public var identified: Int? { searches.isEmpty ? nil : Identified.records(of: searches) }

    /// How many reports were excluded after reading.
    public var excludedReports: Int { reasons.reduce(0) { $0 + $1.count } }
  }

  /// A search and what it gave.
  public struct Identified: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What kind of place it is.
    public var kind: Review.Search.Kind
    /// How many records it gave; `nil` where nobody says.
    public var records: Int?

    /// How many records searches gave together; `nil` where one of them does not say.
    package static func records(of searches: [Identified]) -> Int? {
      searches.reduce(0) { sum, search in sum.flatMap { sum in search.records.map { sum + $0 } } }
    }
  }

  /// Two numbers that do not fit together.
  public struct Mismatch: Hashable, Sendable {
    /// What is wrong.
    public var message: String
    /// Where the number stands that does not fit.
    public var location: SourceLocation?
  }

  /// The review.
  public var review: Review
  /// By databases and registers; `nil` when there were none, but other methods.
  public var databases: Side?
  /// By other methods; `nil` when there were none.
  public var otherMethods: Side?
  /// The new studies that are included.
  public var included: Review.Size
  /// All included studies, those of an earlier version as well; `nil` without one.
  public var total: Review.Size?
  /// What does not fit together.
  public var mismatches: [Mismatch] = []

  /// Works out the numbers of a review.
  public init(_ catalogued: CataloguedReview) {
    review = catalogued.review
    let counted = Dictionary(grouping: catalogued.documents) { catalogued.isFromDatabases($0) }
    var arithmetic = Arithmetic()
    let searched = arithmetic.side(
      catalogued, counted[true] ?? [], isDatabase: true, given: catalogued.review.databases,
      removed: catalogued.review.removed)
    let other = arithmetic.side(
      catalogued, counted[false] ?? [], isDatabase: false, given: catalogued.review.otherMethods,
      removed: Review.Removed())
    otherMethods = other.isEmpty ? nil : other
    databases = searched.isEmpty && !other.isEmpty ? nil : searched
    included = arithmetic.included(catalogued, [databases, otherMethods].compactMap(\.self))
    total = review.previous.map { [included] previous in
      Review.Size(
        studies: previous.studies.flatMap { old in included.studies.map { old + $0 } },
        reports: previous.reports.flatMap { old in included.reports.map { old + $0 } })
    }
    mismatches = arithmetic.mismatches
  }

  /// Both sides that there are.
  public var sides: [Side] { [databases, otherMethods].compactMap(\.self) }
}

/// Fills the boxes of a flow and notes where they contradict each other.
private struct Arithmetic {
  var mismatches: [ReviewFlow.Mismatch] = []

  mutating func side(
    _ catalogued: CataloguedReview, _ documents: [CataloguedReview.Document], isDatabase: Bool,
    given: Review.StageCounts, removed: Review.Removed
  ) -> ReviewFlow.Side {
    let positions = catalogued.review.searches.indices.filter {
      catalogued.review.searches[$0].kind.isDatabase == isDatabase
    }
    let searches = positions.map { position in
      let search = catalogued.review.searches[position]
      let held = catalogued.recordCounts[position]
      expect(search.records, held, "the files of \(search.name) hold", "records")
      return ReviewFlow.Identified(
        name: search.name, kind: search.kind, records: search.records?.value ?? held)
    }
    var side = ReviewFlow.Side(
      searches: searches, undecided: 0, reasons: given.reasons, unread: 0, included: 0)
    let areCounted = !positions.isEmpty && positions.allSatisfy { catalogued.recordCounts[$0] != nil }
    let found = documents.count { !$0.searches.isEmpty }
    let repeated = areCounted && isDatabase ? side.identified.map { $0 - found } : nil
    expect(removed.duplicates, repeated, "the files of the searches hold", "duplicates")
    side.duplicates = removed.duplicates?.value ?? repeated

    let tally = Tally(catalogued, documents)
    let left = side.identified.map {
      $0 - (side.duplicates ?? 0) - (removed.automation ?? 0) - (removed.other ?? 0)
    }
    let screens = isDatabase || given.screened != nil || tally.isScreened
    if screens {
      expect(given.screened, left, "identified less removed comes to", "records")
      side.screened = given.screened?.value ?? left ?? (tally.isScreened ? documents.count : nil)
    }
    let excluded = tally.isScreened ? tally.excluded : nil
    expect(given.excluded, excluded, "the decisions come to", "records")
    side.excluded = given.excluded?.value ?? excluded
    let passed = side.screened.flatMap { screened in side.excluded.map { screened - $0 } }
    let decided = tally.isScreened || tally.isRead ? tally.sought : nil
    expect(given.sought, given.excluded == nil ? decided : nil, "the decisions come to", "reports")
    side.sought = given.sought?.value ?? decided ?? passed ?? (screens ? nil : left)
    if side.excluded == nil, let screened = side.screened, let sought = side.sought {
      side.excluded = screened - sought
    }
    if let passed, let sought = side.sought {
      // Decisions that are still to come are no contradiction; numbers that are given are final.
      if given.sought != nil, !tally.isScreened {
        expect(given.sought, passed, "screened less excluded comes to", "reports")
      } else {
        side.undecided = max(0, passed - sought)
      }
    }
    let missing = tally.isRead ? tally.notRetrieved : nil
    expect(given.notRetrieved, missing, "the decisions come to", "reports")
    side.notRetrieved = given.notRetrieved?.value ?? missing
    if side.notRetrieved == nil, let sought = side.sought, let assessed = given.assessed {
      side.notRetrieved = sought - assessed.value
    }
    let retrieved = side.sought.map { $0 - (side.notRetrieved ?? 0) }
    if tally.isRead {
      side.reasons = given.reasons.isEmpty ? tally.reasons : given.reasons
      side.included = tally.included
      let read = tally.included + side.excludedReports
      side.assessed = given.assessed?.value ?? read
      side.unread = max(0, (retrieved ?? read) - (side.assessed ?? read))
    } else {
      expect(given.assessed, retrieved, "sought less not retrieved comes to", "reports")
      side.assessed =
        given.assessed?.value ?? (given.reasons.isEmpty && given.notRetrieved == nil ? nil : retrieved)
    }
    for (name, number) in [
      ("duplicates", side.duplicates), ("records screened", side.screened),
      ("records excluded", side.excluded), ("reports sought", side.sought),
      ("reports not retrieved", side.notRetrieved), ("reports assessed", side.assessed),
    ] {
      if let number, number < 0 {
        let message = "the numbers of the review come to \(number) \(name)"
        mismatches.append(.init(message: message, location: catalogued.review.location))
      }
    }
    return side
  }

  mutating func included(_ catalogued: CataloguedReview, _ sides: [ReviewFlow.Side]) -> Review.Size {
    let given = catalogued.review.included
    let documents = catalogued.documents.filter {
      catalogued.outcome(of: $0, at: .fullText).verdict == .include
    }
    let isRead = catalogued.review.decisions.contains { $0.stage == .fullText }
    let assessed = sides.compactMap(\.assessed)
    let left =
      assessed.count == sides.count && !sides.isEmpty
      ? sides.reduce(0) { $0 + ($1.assessed ?? 0) - $1.excludedReports } : nil
    let reports = isRead ? documents.count : left
    if let number = given?.reports, let reports, number != reports {
      let source = isRead ? "the decisions come to" : "assessed less excluded comes to"
      mismatches.append(
        .init(
          message: "\(number) included reports do not fit: \(source) \(reports)",
          location: catalogued.review.location))
    }
    var studies: Int?
    if isRead {
      let known = Set(documents.flatMap(\.studies))
      studies = known.count + documents.count { $0.studies.isEmpty }
    }
    return Review.Size(studies: given?.studies ?? studies, reports: given?.reports ?? reports)
  }

  /// Notes that a number that is given differs from what others come to.
  private mutating func expect(_ given: Located<Int>?, _ other: Int?, _ source: String, _ noun: String) {
    guard let given, let other, given.value != other else { return }
    mismatches.append(
      .init(message: "\(given.value) \(noun) do not fit: \(source) \(other)", location: given.location))
  }
}

/// What the decisions about documents come to.
private struct Tally {
  var isScreened = false
  var isRead = false
  var excluded = 0
  var sought = 0
  var notRetrieved = 0
  var included = 0
  var reasons: [Review.StageCounts.Reason] = []

  init(_ catalogued: CataloguedReview, _ documents: [CataloguedReview.Document]) {
    var counts: [String: Int] = [:]
    for document in documents where !document.decisions.isEmpty {
      let screened = catalogued.outcome(of: document, at: .titleAndAbstract)
      let read = catalogued.outcome(of: document, at: .fullText)
      if screened != .open { isScreened = true }
      if read != .open { isRead = true }
      if read != .open || screened.verdict == .include { sought += 1 }
      if read == .open, screened.verdict == .exclude { excluded += 1 }
      guard case .decided(let decision) = read else { continue }
      switch decision.verdict {
      case .include: included += 1
      case .notRetrieved: notRetrieved += 1
      case .exclude: counts[decision.reason ?? "no reason given", default: 0] += 1
      }
    }
    reasons = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { .init($0.key, $0.value) }
  }
}

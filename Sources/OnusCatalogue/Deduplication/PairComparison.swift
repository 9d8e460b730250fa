/// The fields of two records side by side.
struct PairComparison {
  /// How years agree.
  enum Years: Equatable {
    case unknown, same
    /// One year apart: online first.
    case near
    case different
  }

  /// How places in a journal agree: volume and first page.
  enum Place {
    case unknown
    /// The volume is the same, and the pages do not say otherwise.
    case possible
    case same
    case different
  }

  var title: TitleAgreement
  var names: FoldedNames.Agreement
  var journal: FoldedJournal.Agreement
  /// Whether the volumes are the same; `nil` where one has none.
  var isSameVolume: Bool?
  /// Whether the issues are the same; `nil` where one has none.
  var isSameIssue: Bool?
  var pages: FoldedPages.Agreement?
  /// Whether both have a first and a last page, so that the same range is hardly two documents'.
  var hasRanges: Bool
  /// Whether they are the same four pages or more, which no two documents can fill.
  var isLongRange: Bool
  var years: Years
  var place: Place
  /// Whether they share a PMID; `nil` where one has none.
  var isSamePMID: Bool?
  /// Whether they share a DOI; `nil` where one has none.
  var isSameDOI: Bool?
  /// How alike the abstracts are.
  var abstract: Double?

  init(_ left: DeduplicationRecord, _ right: DeduplicationRecord, title: TitleAgreement) {
    self.title = title
    names = left.names.agreement(with: right.names)
    journal = left.journal.agreement(with: right.journal)
    isSameVolume = Self.isSameVolume(left, right)
    isSameIssue =
      left.issue.isEmpty || right.issue.isEmpty ? nil : left.issue.first == right.issue.first
    pages = left.pages.flatMap { pages in right.pages.map { pages.agreement(with: $0) } }
    hasRanges = Self.isRange(left.pages) && Self.isRange(right.pages)
    let length = (left.pages?.last ?? 0) - (left.pages?.first ?? 0)
    isLongRange = hasRanges && pages == .same && length >= 3 && (left.pages?.first ?? 0) > 1
    years = Self.years(left.years, right.years)
    isSamePMID = FoldedIdentifiers.share(left.identifiers.pmids, right.identifiers.pmids)
    isSameDOI = FoldedIdentifiers.share(left.identifiers.dois, right.identifiers.dois)
    abstract = left.abstract.likeness(with: right.abstract)
    place = .unknown
    place = placed(left, right)
  }

  private func placed(_ left: DeduplicationRecord, _ right: DeduplicationRecord) -> Place {
    if isSameVolume == false { return .different }
    switch pages {
    case .same, .sameStart:
      if isSameVolume == true {
        // Some journals number the pages of each issue from 1, and some exports have the wrong issue.
        let isTypo = title.isEqual && names.isSame && hasRanges && (left.pages?.first ?? 0) > 20
        return isSameIssue == false && !isTypo ? .possible : .same
      }
      // Without volumes a page must be telling, and the journal the same.
      let first = left.pages?.first ?? 0
      let isTelling = hasRanges && first > 1 || first >= 1000
      let isOneVolume = left.volume == nil && right.volume == nil && journal == .contained && years == .same
      let isOneText = isLongRange && title.isEqual && names.isSame && years == .same
      return isTelling && (journal == .same || hasRanges && isOneVolume) || isOneText ? .same : .unknown
    case .possible: return isSameVolume == true ? .possible : .unknown
    case .different:
      // An article counts its own pages before it has a volume.
      if isSameVolume == nil, left.pages?.first == 1 || right.pages?.first == 1 { return .unknown }
      return .different
    case nil:
      if isSameVolume == true { return isSameIssue == false ? .different : .possible }
      return .unknown
    }
  }

  private static func isSameVolume(_ left: DeduplicationRecord, _ right: DeduplicationRecord) -> Bool? {
    guard let volume = left.volume, let other = right.volume else { return nil }
    if volume == other { return true }
    // The issue in the place of the volume, and the year in the place of the volume.
    if left.issue.isEmpty, right.issue.first == volume { return nil }
    if right.issue.isEmpty, left.issue.first == other { return nil }
    if left.years.contains(volume) || right.years.contains(other) { return nil }
    return false
  }

  private static func isRange(_ pages: FoldedPages?) -> Bool {
    guard let pages, let first = pages.first, let last = pages.last else { return false }
    return last > first
  }

  private static func years(_ left: [Int], _ right: [Int]) -> Years {
    guard !left.isEmpty, !right.isEmpty else { return .unknown }
    var least = Int.max
    for year in left { for other in right { least = min(least, abs(year - other)) } }
    return least == 0 ? .same : least == 1 ? .near : .different
  }

  /// Whether the years are at most one apart, as far as they are known.
  var isNear: Bool { years != .different }
}

extension PairJudge {
  typealias Verdict = (grade: Deduplication.Grade, rule: Name, isForward: Bool)

  /// Asks the rules in their order.
  func verdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let notice = noticeVerdict(left, right, pair)
    if pair.isSamePMID == true {
      let isSupported =
        pair.title.isSame || pair.title.manner == .unknown || pair.title.manner == .reworded
        || pair.place == .same || pair.names.isSame && pair.isNear
      return isSupported && (notice == nil || pair.place == .same) ? same(.pmid) : person(.clash)
    }
    if let version = versionVerdict(left, right, pair) { return version }
    if let notice { return notice }
    if pair.isSamePMID == nil, let verdict = identifierVerdict(left, right, pair) { return verdict }
    if let preprint = preprintVerdict(left, right, pair) { return preprint }
    if pair.place == .same { return placeVerdict(left, right, pair) }
    return otherPlaceVerdict(left, right, pair)
  }

  // MARK: Identifiers

  private func identifierVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let (mine, others) = (left.identifiers, right.identifiers)
    let isSupported =
      pair.title.isSame || pair.title.manner == .unknown
      || pair.title.manner == .reworded && !pair.title.isOtherNumber
        && (pair.names.isPartial || pair.names.isUnknown)
      || pair.place == .same && pair.names.isPartial && pair.hasRanges
      || (pair.abstract ?? 0) > 0.6 && !pair.names.isDifferent
    let shared = mine.dois.filter { others.dois.contains($0) }
    if !shared.isEmpty {
      if isSupported, !(pair.title.isOtherNumber && pair.place == .different) {
        // The DOI of a whole supplement says nothing of its abstracts.
        let isCollective = shared.allSatisfy { collective.contains($0) }
        if !isCollective || pair.title.isEqual && !pair.names.isDifferent { return same(.doi) }
      } else if !shared.allSatisfy({ collective.contains($0) }) {
        return person(.clash)
      }
    }
    if FoldedIdentifiers.share(mine.pmcids, others.pmcids) == true, pair.isSameDOI != false {
      return isSupported ? same(.pmcid) : person(.clash)
    }
    if FoldedIdentifiers.share(mine.others, others.others) == true, pair.isSameDOI != false,
      pair.title.isSame,
      !pair.names.isDifferent
    {
      return same(.accession)
    }
    return nil
  }

  // MARK: Related works

  private func versionVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let isOneWork = FoldedIdentifiers.share(left.identifiers.works, right.identifiers.works) == true
    let isCochrane = left.journal.isCochrane && right.journal.isCochrane && pair.title.isEqual
    guard isOneWork || isCochrane, pair.isSameDOI != true else { return nil }
    let isForward = (left.years.first ?? 0) >= (right.years.first ?? 0)
    let version: Verdict = (.related(.version), .version, isForward)
    if pair.isSameDOI == false || pair.isSamePMID == false { return version }
    guard left.journal.isCochrane || right.journal.isCochrane else { return nil }
    if left.title.isProtocol != right.title.isProtocol || pair.years == .near || pair.years == .different {
      return version
    }
    // The issue stands in the place of the volume in some exports.
    func issues(_ record: DeduplicationRecord) -> [Int] {
      (record.issue + [record.volume].compactMap { $0 }).filter { !record.years.contains($0) && $0 < 1000 }
    }
    let (mine, others) = (issues(left), issues(right))
    if !mine.isEmpty, !others.isEmpty, !mine.contains(where: { others.contains($0) }) { return version }
    guard pair.title.isEqual else { return nil }
    return mine.isEmpty && others.isEmpty && pair.years == .unknown ? person(.thin) : same(.place)
  }

  private func noticeVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let isTyped = left.title.notice == right.title.notice
    let mine = isTyped ? left.typedNotice : left.title.notice
    let others = isTyped ? right.typedNotice : right.title.notice
    guard mine != others else { return nil }
    // A publication type that only one of two databases gives counts less than place and identifiers.
    if isTyped, pair.place == .same || pair.isSameDOI == true { return nil }
    let isAlike = pair.title.isSame || pair.title.manner == .reworded && pair.title.likeness >= 0.8
    guard isAlike else { return nil }
    let kind: Deduplication.RelationKind =
      switch mine ?? others {
      case .retraction: .retraction
      case .concern: .concern
      case .comment: .comment
      case .correction, nil: .correction
      }
    if kind == .comment {
      // "Letter: …" in one database and without the word in another.
      if pair.place == .same, pair.names.isSame { return nil }
      guard pair.journal != .different || pair.names.isPartial else { return nil }
    } else if pair.names.isDifferent, pair.journal == .different {
      return nil
    }
    return (.related(kind), .notice, mine != nil)
  }

  private func preprintVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let mine = left.isPreprint
    guard mine != right.isPreprint, pair.names.isPartial else { return nil }
    guard pair.title.isSame || pair.title.manner == .reworded && pair.title.likeness >= 0.8 else {
      return nil
    }
    // A record that only lacks what tells of the server is the preprint's own.
    let other = mine ? right : left
    guard !other.journal.names.isEmpty || !other.identifiers.dois.isEmpty || other.volume != nil else {
      return person(.thin)
    }
    return (.related(.preprint), .preprint, mine)
  }
}

extension DeduplicationRecord {
  /// Whether the record is of a preprint.
  var isPreprint: Bool {
    // Articles sometimes carry the DOI of their preprint.
    journal.isPreprintServer || identifiers.isPreprint && journal.names.isEmpty && volume == nil
  }

  /// Whether the title is long enough to tell a work by.
  var isDistinctive: Bool {
    guard let text = title.main?.text else { return false }
    return text.count >= 4 && text.bytes.count >= 20 || text.bytes.count >= 32
  }
}

extension FoldedJournal {
  /// Whether it is the Cochrane Database of Systematic Reviews.
  var isCochrane: Bool { names.contains { $0.bytes.starts(with: "cochrane".utf8) && $0.count >= 3 } }
}

extension PairJudge {
  /// What the rules say of two records with the same volume and first page.
  func placeVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let title = pair.title
    let isNamed = pair.names.isPartial
    let isOtherJournal = pair.journal == .different
    // Other identifiers need everything else to be the same, and then a person for PMIDs.
    if pair.isSamePMID == false || pair.isSameDOI == false {
      let isOne =
        title.isEqual && pair.names.isSame && pair.years == .same && pair.pages == .same && !isOtherJournal
      guard isOne else { return otherPlaceVerdict(left, right, pair) }
      let isCertain = pair.isSamePMID != false && pair.isLongRange && distinctive(left, right)
      return isCertain ? same(.place) : person(.twoIdentifiers)
    }
    if title.isEqual || title.manner == .unknown && pair.names.isSame {
      if isOtherJournal {
        let isOne = title.isEqual && pair.names.isSame && pair.isNear
        return isOne && distinctive(left, right) && (pair.hasRanges || pair.years == .same)
          ? same(.place) : nil
      }
      // "Department of Error": several of them stand on one page.
      if pair.names.isUnknown, !left.isDistinctive, !pair.hasRanges { return person(.shared) }
      if isNamed || pair.names.isUnknown {
        return pair.years == .different && !pair.hasRanges ? person(.shared) : same(.place)
      }
      // A group and one of its members: nobody else fills the same pages under the same title.
      guard pair.hasRanges, pair.journal == .same, distinctive(left, right) else { return nil }
      return pair.pages == .same && pair.years == .same && title.isEqual ? same(.place) : person(.shared)
    }
    guard !isOtherJournal, isNamed || pair.names.isUnknown, pair.isNear else { return nil }
    // Abstracts by the same people share pages, articles do not.
    let isWhole = pair.hasRanges && pair.pages == .same && pair.journal >= .contained && pair.names.isSame
    if title.isOtherNumber {
      return isWhole && title.likeness >= 0.9 && pair.isLongRange ? same(.place) : person(.shared)
    }
    if title.manner == .contained { return isNamed || pair.hasRanges ? same(.place) : person(.shared) }
    if title.manner == .reworded {
      return isWhole && (pair.names.of > 1 || title.likeness >= 0.8) ? same(.place) : person(.shared)
    }
    // A title in another language: the same pages, volume and issue cannot hold two articles.
    let isOneIssue = pair.isSameVolume == true && (pair.isSameIssue == true || pair.names.of > 1)
    if isWhole, pair.isLongRange, isOneIssue, pair.journal == .same, pair.years == .same {
      return (pair.abstract ?? 1) > 0.1 ? same(.place) : person(.shared)
    }
    if (pair.abstract ?? 0) > 0.6, pair.names.isSame, pair.journal == .same { return same(.text) }
    return isWhole && pair.names.of > 1 ? person(.shared) : nil
  }

  /// What the rules say of two records that have no common place, or none that is known.
  func otherPlaceVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let title = pair.title
    if let plan = planVerdict(left, right, pair) { return plan }
    if title.isOtherNumber, title.likeness >= 0.88, title.manner == .reworded, pair.names.isPartial {
      return (.related(.series), .series, true)
    }
    if title.manner == .different || title.manner == .unknown || title.manner == .reworded {
      return rewordedVerdict(left, right, pair)
    }
    let hasSameText = (pair.abstract ?? 0) > 0.6 && pair.names.isSame
    if title.isEqual, !distinctive(left, right), !hasSameText { return headingVerdict(pair) }
    let canBeSame = pair.isSamePMID != false && pair.isSameDOI != false && !title.isOtherNumber
    if canBeSame, let verdict = sameVerdict(left, right, pair) { return verdict }
    guard pair.names.isPartial else {
      let isThin = pair.names.isUnknown && title.isEqual && pair.isNear && pair.place != .different
      return isThin && canBeSame && pair.journal != .different ? person(.thin) : nil
    }
    let isElsewhere = pair.place == .different || pair.journal == .different || pair.isSameDOI == false
    if isElsewhere || pair.isSamePMID == false || pair.years == .different {
      return elsewhereVerdict(left, right, pair)
    }
    return person(.thin)
  }

  private func planVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    guard left.title.isProtocol != right.title.isProtocol, pair.names.isPartial, pair.place != .same,
      pair.title.isSame || pair.title.manner == .reworded
    else { return nil }
    if pair.journal == .same, pair.years == .same, pair.place != .different, pair.isSameDOI != false {
      return pair.isSamePMID == false ? (.related(.plan), .plan, left.title.isProtocol) : person(.thin)
    }
    return (.related(.plan), .plan, left.title.isProtocol)
  }

  private func rewordedVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    guard pair.names.isSame, pair.place != .different, pair.isSamePMID != false, pair.isSameDOI != false,
      pair.isNear, pair.journal != .different
    else { return nil }
    if let abstract = pair.abstract, abstract > 0.6 {
      return pair.journal == .same && pair.title.manner == .reworded && !pair.title.isOtherNumber
        ? same(.text) : person(.thin)
    }
    // A text of which the rest agrees, and whose title differs in a word.
    let isClose = pair.title.manner == .reworded && pair.title.likeness >= 0.85 && !pair.title.isOtherNumber
    return isClose && pair.journal == .same ? person(.thin) : nil
  }

  private func headingVerdict(_ pair: PairComparison) -> Verdict? {
    guard pair.journal == .same, pair.title.manner == .identical else { return nil }
    if pair.isSameDOI == false || pair.isSamePMID == false || pair.place == .different
      || pair.years == .different
    {
      return (.related(.column), .column, true)
    }
    return pair.names.isSame && pair.years == .same ? person(.thin) : nil
  }

  /// Whether nothing but missing fields stands between two records of one title.
  private func sameVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let title = pair.title
    if pair.place == .different {
      let isOneIssue =
        pair.journal == .same && pair.isSameVolume == true && pair.isSameIssue == true && pair.years == .same
      guard isOneIssue, title.isEqual, pair.names.isSame else { return nil }
      // Abstracts are printed twice; an article has a cover, a comment or a second part of the same title.
      return left.isLettered && right.isLettered ? same(.issue) : person(.shared)
    }
    // Two corrections of one article differ in nothing but their places.
    if left.title.notice != nil || left.typedNotice != nil { return nil }
    guard pair.isNear else { return nil }
    if pair.journal == .different {
      // The name of a journal in two languages.
      let isOneIssue = pair.isSameVolume == true && pair.isSameIssue == true && pair.years == .same
      return isOneIssue && title.isEqual && pair.names.isSame ? same(.citation) : nil
    }
    let hasSameText = (pair.abstract ?? 0) > 0.6
    if pair.place == .possible, pair.journal >= .contained {
      if title.isEqual, pair.names.isPartial { return same(.journal) }
      let isOneIssue = pair.isSameIssue != false && pair.years == .same && pair.journal == .same
      if pair.names.isSame, isOneIssue, hasSameText || !left.isShort && !right.isShort {
        return same(.journal)
      }
      if title.isEqual, pair.names.isUnknown, pair.journal == .same, pair.years == .same {
        return same(.journal)
      }
      return nil
    }
    guard title.isEqual || pair.names.isSame && (hasSameText || title.hasHeading && pair.journal == .same)
    else {
      return nil
    }
    let isOneKind = left.kind == right.kind || left.kind == .other || right.kind == .other
    guard isOneKind else { return person(.thin) }
    switch pair.journal {
    case .same:
      let isOneText = pair.names.isUnknown && pair.years == .same && pair.hasRanges && pair.pages == .same
      return pair.names.isSame || pair.names.isPartial && hasSameText || isOneText ? same(.journal) : nil
    case .contained:
      return pair.names.isSame
        && (pair.years == .same || left.journal.isConference && right.journal.isConference)
        ? same(.citation) : nil
    default:
      return pair.names.isSame && pair.years == .same && title.manner == .identical ? same(.citation) : nil
    }
  }

  private func elsewhereVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let isSameVolume = pair.journal == .same && pair.isSameVolume == true && pair.isSameIssue != false
    if isSameVolume, pair.names.isSame, pair.isSamePMID != false, pair.isSameDOI != false {
      return person(.shared)
    }
    let (mine, others) = (left.looksLikeAbstract, right.looksLikeAbstract)
    if mine || others {
      let isForward = mine && others ? (left.years.first ?? 0) <= (right.years.first ?? 0) : mine
      return (.related(.abstract), .abstract, isForward)
    }
    return (.related(.republication), .republication, true)
  }

  private func distinctive(_ left: DeduplicationRecord, _ right: DeduplicationRecord) -> Bool {
    guard left.isDistinctive, right.isDistinctive, let form = left.title.main else { return false }
    return !columns.contains(form.hash)
  }

  func same(_ rule: Name) -> Verdict { (.same, rule, true) }
  func person(_ rule: Name) -> Verdict { (.needsPerson, rule, true) }
}

extension DeduplicationRecord {
  /// Whether its pages have a letter, as those of supplements have.
  var isLettered: Bool {
    guard let pages, let first = pages.first, !pages.prefix.isEmpty else { return false }
    return first < 1000 && (pages.last ?? first) <= first + 1
  }

  /// Whether it is on one page, or on a lettered one.
  var isShort: Bool {
    guard let pages, let first = pages.first else { return false }
    return pages.last.map { $0 <= first + 1 } ?? !pages.isArticleNumber
  }

  /// Whether it is an abstract by its title, its journal, or its place in a supplement.
  var looksLikeAbstract: Bool {
    title.isAbstract || journal.isConference || isShort && (isSupplement || pages?.prefix.isEmpty == false)
      || pages?.last == nil && pages?.first != nil && pages?.isArticleNumber == false
  }
}

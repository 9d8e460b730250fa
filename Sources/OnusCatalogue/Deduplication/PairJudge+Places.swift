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
      return pair.isSamePMID != false && pair.hasRanges ? same(.place) : person(.twoIdentifiers)
    }
    if title.isEqual || title.manner == .unknown && pair.names.isSame {
      if isOtherJournal {
        let isOne = title.isEqual && pair.names.isSame && pair.isNear && pair.isSameVolume == true
        return isOne && distinctive(left, right) && (pair.hasRanges || pair.years == .same)
          ? same(.place) : nil
      }
      if isNamed || pair.names.isUnknown {
        return pair.years == .different && !pair.hasRanges ? person(.shared) : same(.place)
      }
      return pair.hasRanges && pair.journal == .same && distinctive(left, right) ? person(.shared) : nil
    }
    guard !isOtherJournal, isNamed || pair.names.isUnknown, pair.isNear else { return nil }
    if title.isOtherNumber { return person(.shared) }
    if title.manner == .contained { return isNamed || pair.hasRanges ? same(.place) : person(.shared) }
    let isWhole = pair.hasRanges && pair.pages == .same && pair.journal == .same && pair.names.isSame
    if title.manner == .reworded {
      // Abstracts by the same people share pages, articles do not.
      return isWhole && (pair.names.of > 1 || title.likeness >= 0.8) ? same(.place) : person(.shared)
    }
    if (pair.abstract ?? 0) > 0.5, pair.names.isSame { return same(.text) }
    return isWhole && pair.names.of > 1 ? person(.shared) : nil
  }

  /// What the rules say of two records that have no common place, or none that is known.
  func otherPlaceVerdict(
    _ left: DeduplicationRecord, _ right: DeduplicationRecord, _ pair: PairComparison
  ) -> Verdict? {
    let title = pair.title
    if let plan = planVerdict(left, right, pair) { return plan }
    if title.isOtherNumber, title.likeness >= 0.8, title.manner == .reworded, pair.names.isPartial {
      return (.related(.series), .series, true)
    }
    if title.manner == .different || title.manner == .unknown || title.manner == .reworded {
      return rewordedVerdict(left, right, pair)
    }
    if title.isEqual, !distinctive(left, right) { return headingVerdict(pair) }
    let canBeSame = pair.isSamePMID != false && pair.isSameDOI != false && !title.isOtherNumber
    if canBeSame, let verdict = sameVerdict(left, right, pair) { return verdict }
    guard pair.names.isPartial else { return nil }
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
      return pair.journal == .same ? same(.text) : person(.thin)
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
      return isOneIssue && title.isEqual && pair.names.isSame ? same(.issue) : nil
    }
    guard pair.isNear, pair.journal != .different else { return nil }
    let hasSameText = (pair.abstract ?? 0) > 0.6
    if pair.place == .possible, pair.journal >= .contained {
      if title.isEqual, pair.names.isPartial { return same(.journal) }
      if pair.names.isSame, pair.journal == .same, pair.years == .same, !left.isShort,
        !right.isShort || hasSameText
      {
        return same(.journal)
      }
      if title.isEqual, pair.names.isUnknown, pair.journal == .same, pair.years == .same {
        return same(.journal)
      }
      return nil
    }
    guard title.isEqual || hasSameText && pair.names.isSame else { return nil }
    let isOneKind = left.kind == right.kind || left.kind == .other || right.kind == .other
    guard isOneKind else { return person(.thin) }
    switch pair.journal {
    case .same:
      return pair.names.isSame || pair.names.isPartial && hasSameText ? same(.journal) : nil
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

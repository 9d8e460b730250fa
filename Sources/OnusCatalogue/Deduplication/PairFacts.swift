internal import OnusModel

/// What agrees and what differs between two records, in a few words each.
struct PairFacts {
  private(set) var texts: [String] = []

  init(
    _ left: Reference, _ right: Reference, _ leftRecord: DeduplicationRecord,
    _ rightRecord: DeduplicationRecord
  ) {
    for (name, scheme) in [("PMID", Identifier.Scheme.pmid), ("DOI", .doi), ("PMCID", .pmcid)] {
      addIdentifier(name, scheme, left, right)
    }
    let pair = PairComparison(
      leftRecord, rightRecord, title: TitleAgreement(leftRecord.title, rightRecord.title))
    addTitle(pair.title, leftRecord, rightRecord)
    addNames(pair.names)
    switch pair.journal {
    case .same: texts.append("same journal")
    case .contained: texts.append("journal in part")
    case .different: texts.append("other journal")
    case .unknown: break
    }
    add("volume", pair.isSameVolume, left.volume, right.volume)
    add("issue", pair.isSameIssue, left.issue, right.issue)
    switch pair.pages {
    case .same: texts.append("same pages")
    case .sameStart: texts.append("same first page")
    case .possible: addBoth("pages", left.pages?.printed, right.pages?.printed)
    case .different: addBoth("other pages", left.pages?.printed, right.pages?.printed)
    case nil: break
    }
    if pair.years == .same {
      texts.append("same year")
    } else {
      addBoth("year", left.year.map(String.init), right.year.map(String.init))
    }
    if let likeness = pair.abstract { texts.append("abstract \(Self.hundredths(likeness))") }
  }

  private mutating func addIdentifier(
    _ name: String, _ scheme: Identifier.Scheme, _ left: Reference, _ right: Reference
  ) {
    let mine = left.identifiers.filter { $0.scheme == scheme }.map(\.value)
    let others = right.identifiers.filter { $0.scheme == scheme }.map(\.value)
    guard let first = mine.first, let other = others.first else { return }
    if let shared = mine.first(where: { others.contains($0) }) {
      texts.append("same \(name) \(shared)")
    } else {
      texts.append("other \(name) \(first) / \(other)")
    }
  }

  private mutating func addTitle(
    _ title: TitleAgreement, _ left: DeduplicationRecord, _ right: DeduplicationRecord
  ) {
    for record in [left, right] {
      if let notice = record.title.notice { texts.append("the title announces a \(notice)") }
    }
    switch title.manner {
    case .unknown: break
    case .identical: texts.append("title 1.00")
    case .contained: texts.append("one title is a part of the other")
    default: texts.append("title \(Self.hundredths(title.likeness))")
    }
    if title.isTranslated { texts.append("a title in another language agrees") }
    if title.isOtherNumber { texts.append("other numbers in the title") }
  }

  private mutating func addNames(_ names: FoldedNames.Agreement) {
    guard !names.isUnknown else { return }
    if names.isFirstSame { texts.append("first author") }
    texts.append(names.shared == 0 ? "other authors" : "\(names.shared) of \(names.of) authors")
  }

  private mutating func add(_ name: String, _ isSame: Bool?, _ left: String?, _ right: String?) {
    switch isSame {
    case true: texts.append("same \(name)")
    case false: addBoth("other \(name)", left, right)
    case nil: break
    }
  }

  private mutating func addBoth(_ name: String, _ left: String?, _ right: String?) {
    guard let left, let right else { return }
    texts.append("\(name) \(left) / \(right)")
  }

  private static func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

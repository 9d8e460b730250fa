/// Asks the rules of ``Deduplication`` about pairs of records.
struct PairJudge {
  typealias Name = Deduplication.Rule.Name

  /// What the rules say of a pair.
  struct Finding {
    var first: Int
    var second: Int
    var grade: Deduplication.Grade
    var rule: Name
    /// How sure a pair of one document is: groups grow from the surest pairs.
    var strength: Double = 0
  }

  let records: [DeduplicationRecord]
  /// DOIs that more than two different titles share: those of supplements, books and mistakes.
  let collective: Set<UInt64>
  /// Titles that recur in three years or more: those of columns.
  let columns: Set<UInt64>

  init(_ records: [DeduplicationRecord]) {
    self.records = records
    var titles: [UInt64: Set<UInt64>] = [:]
    var years: [UInt64: Set<Int>] = [:]
    for record in records {
      guard let form = record.title.main else { continue }
      // The first letters are enough to tell titles apart, and the same in most of one title's variants.
      let start = stableHash(form.text.bytes.prefix(12))
      for doi in record.identifiers.dois { titles[doi, default: []].insert(start) }
      if let year = record.years.first { years[form.hash, default: []].insert(year) }
    }
    collective = Set(titles.filter { $0.value.count > 2 }.keys)
    columns = Set(years.filter { $0.value.count > 2 }.keys)
  }

  /// What the rules say of two records; `nil` when they have nothing to do with each other.
  func finding(_ first: Int, _ second: Int) -> Finding? {
    let left = records[first]
    let right = records[second]
    if let tie = tie(first, second) { return tie }
    let title = TitleAgreement(left.title, right.title)
    let sharesIdentifier = Self.sharesIdentifier(left, right)
    if title.manner == .different, !sharesIdentifier {
      // Only a place, or an abstract, can still make one document of them.
      let isSamePlace =
        left.volume != nil && left.volume == right.volume && left.pages?.first == right.pages?.first
      guard isSamePlace || left.abstract.samples.first == right.abstract.samples.first else { return nil }
    }
    let pair = PairComparison(left, right, title: title)
    guard let (grade, rule, isForward) = verdict(left, right, pair) else { return nil }
    let (from, to) = isForward ? (first, second) : (second, first)
    return Finding(first: from, second: to, grade: grade, rule: rule, strength: strength(of: pair, rule))
  }

  private func strength(of pair: PairComparison, _ rule: Name) -> Double {
    var strength = pair.title.likeness
    if pair.isSamePMID == true { strength += 8 }
    if pair.isSameDOI == true { strength += 4 }
    if pair.place == .same { strength += 2 }
    if pair.journal == .same { strength += 1 }
    if pair.years == .same { strength += 0.5 }
    if pair.names.of > 0 { strength += Double(pair.names.shared) / Double(pair.names.of) / 2 }
    return strength
  }

  private static func sharesIdentifier(_ left: DeduplicationRecord, _ right: DeduplicationRecord) -> Bool {
    let (mine, others) = (left.identifiers, right.identifiers)
    return mine.dois.contains { others.dois.contains($0) }
      || mine.pmids.contains { others.pmids.contains($0) }
      || mine.pmcids.contains { others.pmcids.contains($0) }
      || mine.works.contains { others.works.contains($0) }
      || mine.others.contains { others.others.contains($0) }
  }

  private func tie(_ first: Int, _ second: Int) -> Finding? {
    for (from, to, isSwapped) in [(first, second, false), (second, first, true)] {
      let target = records[to].identifiers
      for tie in records[from].identifiers.ties
      where target.pmids.contains(tie.target) || target.dois.contains(tie.target) {
        // A record that names its own number tells nothing.
        guard !Self.sharesIdentifier(records[first], records[second]) else { continue }
        let isForward = tie.isForward != isSwapped
        return Finding(
          first: isForward ? first : second, second: isForward ? second : first, grade: .related(tie.kind),
          rule: .tie)
      }
    }
    return nil
  }
}

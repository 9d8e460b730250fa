internal import OnusModel

/// Unites the pairs that stand for one document, the surest first, and never across a conflict.
struct Grouping {
  private let records: [DeduplicationRecord]
  private let judge: PairJudge
  private var parent: [Int]
  private var members: [[Int]]
  private(set) var outcome = Deduplication.Outcome(groups: [], decisions: [])

  init(
    _ records: [DeduplicationRecord], _ judge: PairJudge, _ findings: [PairJudge.Finding],
    reference: (Int) throws -> Reference
  ) rethrows {
    self.records = records
    self.judge = judge
    parent = Array(records.indices)
    members = records.indices.map { [$0] }
    var apart: Set<UInt64> = []
    for finding in findings {
      if case .related = finding.grade { apart.insert(Self.key(finding.first, finding.second)) }
    }
    var refused: Set<Int> = []
    for index in ordered(findings) {
      let finding = findings[index]
      let (left, right) = (root(finding.first), root(finding.second))
      if left == right { continue }
      if conflict(left, right, apart) {
        refused.insert(index)
      } else {
        unite(left, right)
      }
    }
    try explain(findings, refused, reference)
    outcome.groups = members.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// The pairs of one document, the surest first; ties in an order that the records alone decide.
  private func ordered(_ findings: [PairJudge.Finding]) -> [Int] {
    var keyed: [(strength: Double, low: UInt64, high: UInt64, index: Int)] = []
    for (index, finding) in findings.enumerated() where finding.grade == .same {
      let (first, second) = (records[finding.first].fingerprint, records[finding.second].fingerprint)
      keyed.append((finding.strength, min(first, second), max(first, second), index))
    }
    keyed.sort { ($1.strength, $0.low, $0.high, $0.index) < ($0.strength, $1.low, $1.high, $1.index) }
    return keyed.map(\.index)
  }

  private static func key(_ first: Int, _ second: Int) -> UInt64 {
    UInt64(min(first, second)) << 32 | UInt64(max(first, second))
  }

  private mutating func root(_ index: Int) -> Int {
    var root = index
    while parent[root] != root { root = parent[root] }
    var next = index
    while parent[next] != root { (parent[next], next) = (root, parent[next]) }
    return root
  }

  private mutating func unite(_ left: Int, _ right: Int) {
    let (small, large) = members[left].count < members[right].count ? (left, right) : (right, left)
    parent[small] = large
    members[large] += members[small]
    members[small] = []
  }

  /// Whether two groups hold records of which no two can be one document.
  private func conflict(_ left: Int, _ right: Int, _ apart: Set<UInt64>) -> Bool {
    for mine in members[left] {
      for other in members[right] {
        if apart.contains(Self.key(mine, other)) { return true }
        let (first, second) = (records[mine].identifiers, records[other].identifiers)
        if FoldedIdentifiers.share(first.pmids, second.pmids) == false { return true }
        if FoldedIdentifiers.share(first.dois, second.dois) == false,
          FoldedIdentifiers.share(first.pmids, second.pmids) != true,
          judge.finding(mine, other)?.grade != .same
        {
          return true
        }
      }
    }
    return false
  }

  // MARK: Explanations

  private mutating func explain(
    _ findings: [PairJudge.Finding], _ refused: Set<Int>, _ reference: (Int) throws -> Reference
  ) rethrows {
    func facts(_ first: Int, _ second: Int) throws -> [String] {
      PairFacts(try reference(first), try reference(second), records[first], records[second]).texts
    }
    var decisions: [Deduplication.Decision] = []
    var columns: [(Int, Int)] = []
    var told: Set<[Int]> = []
    for (index, finding) in findings.enumerated() {
      if finding.rule == .column {
        columns.append((finding.first, finding.second))
        continue
      }
      // Records of one group need no more questions.
      let (left, right) = (root(finding.first), root(finding.second))
      if finding.grade == .needsPerson, left == right { continue }
      // What holds for one record of a group holds for all.
      if finding.grade != .same {
        let rule = Deduplication.Rule.Name.allCases.firstIndex(of: finding.rule) ?? 0
        guard told.insert([min(left, right), max(left, right), rule]).inserted else { continue }
      }
      let isRefused = refused.contains(index) && left != right
      decisions.append(
        Deduplication.Decision(
          first: finding.first, second: finding.second, grade: isRefused ? .needsPerson : finding.grade,
          rule: isRefused ? .chain : finding.rule, facts: try facts(finding.first, finding.second)))
    }
    for (first, second) in neighbours(columns) {
      decisions.append(
        Deduplication.Decision(
          first: first, second: second, grade: .related(.column), rule: .column,
          facts: try facts(first, second)))
    }
    outcome.decisions = decisions.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Each issue of a column with the next one, instead of all with all.
  private func neighbours(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var issues: [UInt64: Set<Int>] = [:]
    for (first, second) in pairs {
      guard let title = records[first].title.main?.hash else { continue }
      issues[title, default: []].formUnion([first, second])
    }
    var neighbours: [(Int, Int)] = []
    for title in issues.keys.sorted() {
      let sorted = (issues[title] ?? []).map { index -> (key: [Int], index: Int) in
        let record = records[index]
        let key = [
          record.years.first ?? 0, record.volume ?? 0, record.issue.first ?? 0, record.pages?.first ?? 0,
        ]
        return (key, index)
      }.sorted { $0.key.lexicographicallyPrecedes($1.key) || $0.key == $1.key && $0.index < $1.index }
      for (first, second) in zip(sorted, sorted.dropFirst()) {
        neighbours.append((first.index, second.index))
      }
    }
    return neighbours
  }
}

/// Neighbouring columns under one spanning heading, or one column outside any group.
struct ColumnGroup {
  var heading: String?
  var range: Range<Int>

  /// The columns, split wherever their group changes.
  static func runs(of columns: [EvidenceTable.Column]) -> [ColumnGroup] {
    var runs: [ColumnGroup] = []
    for (index, column) in columns.enumerated() {
      if let last = runs.indices.last, column.group != nil, runs[last].heading == column.group {
        runs[last].range = runs[last].range.lowerBound..<(index + 1)
      } else {
        runs.append(ColumnGroup(heading: column.group, range: index..<(index + 1)))
      }
    }
    return runs
  }
}

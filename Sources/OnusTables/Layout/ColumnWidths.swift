/// How wide the columns of a table want to be, in characters.
struct ColumnWidths {
  /// What one column needs.
  struct Need: Hashable {
    /// The width at which no ordinary word is broken.
    var minimum: Int

    /// The width at which the column reads well: all on one line where it is short, a paragraph of
    /// pleasing proportions where it is long.
    var wanted: Int

    /// The width at which no line is broken at all.
    var unbroken: Int
  }

  var needs: [Need]

  init(_ table: EvidenceTable) {
    needs = table.columns.indices.map { index in
      let column = table.columns[index]
      let head = [column.heading] + column.details
      let body = table.rows.map { row in
        row.cells[index].value.lines.map(\.words)
      }
      let marks = table.rows.map { $0.cells[index].footnotes.count * 2 }.max() ?? 0
      let words = (head + body.joined()).flatMap { $0.split(separator: " ") }
      // A stance's sign is never parted from the first of its words.
      let sign = column.kind == .stance ? 2 : 0
      let longestWord = (words.map { String($0).displayWidth }.max() ?? 1) + sign
      let minimum = min(max(longestWord, 4), Self.longestUnbrokenWord)

      let longestLine = (body.joined().map(\.displayWidth).max() ?? 0) + (marks > 0 ? marks + 2 : 0)
      let largestCell = body.map { $0.reduce(0) { $0 + $1.displayWidth } }.max() ?? 0
      let paragraph = Int((Double(max(largestCell, longestLine)).squareRoot() * 2.4).rounded(.up))
      let heading = head.map(\.displayWidth).max() ?? 0
      let headingRoom = column.kind == .integer ? 10 : 14
      let wanted = max(min(longestLine, paragraph), min(heading, headingRoom), minimum)
      return Need(
        minimum: minimum, wanted: min(wanted, Self.widestParagraph), unbroken: max(wanted, longestLine))
    }
  }

  /// Words longer than this, addresses mostly, are broken rather than allowed to push columns apart.
  private static let longestUnbrokenWord = 18

  /// Lines of more characters than this are tiring to read.
  private static let widestParagraph = 48

  /// The widths that fill a total as well as they can; `nil` when even the minimums do not fit.
  func fitted(to total: Int) -> [Int]? {
    let minimum = needs.reduce(0) { $0 + $1.minimum }
    let wanted = needs.reduce(0) { $0 + $1.wanted }
    guard minimum <= total else { return nil }
    let unbroken = needs.reduce(0) { $0 + $1.unbroken }
    if unbroken <= total { return needs.map(\.unbroken) }
    if wanted <= total {
      return shared(total - wanted, from: needs.map(\.wanted), to: needs.map(\.unbroken))
    }
    return shared(total - minimum, from: needs.map(\.minimum), to: needs.map(\.wanted))
  }

  /// Gives out some width in proportion to what each column lacks; the remainder goes to the neediest.
  private func shared(_ room: Int, from low: [Int], to high: [Int]) -> [Int] {
    let lacks = zip(low, high).map { $1 - $0 }
    let lack = max(lacks.reduce(0, +), 1)
    var widths = zip(low, lacks).map { $0 + room * $1 / lack }
    let rest = low.reduce(room, +) - widths.reduce(0, +)
    if let neediest = lacks.indices.max(by: { lacks[$0] < lacks[$1] }) { widths[neediest] += rest }
    return widths
  }

  /// The share of the whole width that each column gets; the shares add up to 1.
  var shares: [Double] {
    // Long columns are damped so that the short ones keep enough room on paper.
    let weights = needs.map { Double($0.minimum) + 0.6 * Double($0.wanted - $0.minimum) + 1 }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }
}

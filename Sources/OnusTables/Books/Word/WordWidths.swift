/// What the columns of a table need on a page in one size of type, and what they get.
struct WordWidths {
  /// A size of type in which a table may be set.
  struct Size {
    /// The size, in half points.
    var halfPoints: Int

    /// What one character takes on average, in twentieths of a point.
    var characterWidth: Int { halfPoints * 57 / 10 }

    /// The size that reads best.
    static let usual = Size(halfPoints: WordRowStyles.usual)

    /// The size for tables that would otherwise not fit.
    static let small = Size(halfPoints: WordRowStyles.small)
  }

  /// What a cell keeps free at its sides, in twentieths of a point.
  private static let padding = 160

  /// Lines of up to this many characters, such as "p = 0.04", are never broken.
  static let shortLines = 14

  /// Lines of up to this many characters, such as an effect with its interval, are kept whole where there is room.
  private static let keptLines = [26, 20, shortLines]

  private let layout: ColumnWidths
  private let texts: [[Int]]
  let size: Size

  /// Gives columns what they need.
  ///
  /// - Parameter limit: The length of lines that are not broken, in characters.
  init(_ measures: WordMeasures, _ size: Size, unbroken limit: Int) {
    var layout = measures.layout
    for index in layout.needs.indices where layout.needs[index].unbroken <= limit {
      layout.needs[index].minimum = layout.needs[index].unbroken
      layout.needs[index].wanted = layout.needs[index].unbroken
    }
    self.layout = layout
    self.size = size
    texts = measures.texts
  }

  /// The widths in the larger type, or else in the smaller one; `nil` where neither fits on one page.
  static func onOnePage(_ measures: WordMeasures) -> WordWidths? {
    let usual = keptLines.map { WordWidths(measures, .usual, unbroken: $0) }
    // Before a table is parted, its short lines are broken too.
    let small = (keptLines + [0]).map { WordWidths(measures, .small, unbroken: $0) }
    return best(of: usual) ?? best(of: small)
  }

  /// The widths in one size of type, with as many lines unbroken as there is room for.
  static func fitting(_ measures: WordMeasures, _ size: Size) -> WordWidths {
    best(of: (keptLines + [0]).map { WordWidths(measures, size, unbroken: $0) })
      ?? WordWidths(measures, size, unbroken: shortLines)
  }

  /// The first of some widths that fit on a page and do not make the table much longer than another one would.
  private static func best(of candidates: [WordWidths]) -> WordWidths? {
    let fitting = candidates.filter { $0.least.reduce(0, +) <= WordColumns.pageWidth }
    let lengths = fitting.map(\.lines)
    guard let shortest = lengths.min() else { return nil }
    return zip(fitting, lengths).first { $1 * 10 <= shortest * 11 }?.0
  }

  /// About how many lines the rows of the table take together.
  private var lines: Int {
    let characters = characters
    let rows = texts.first?.indices ?? 0..<0
    return rows.reduce(0) { sum, row in
      sum + (zip(texts, characters).map { ($0[row] + $1 - 1) / $1 }.max() ?? 0)
    }
  }

  /// The least that each column can do with, in twentieths of a point.
  var least: [Int] {
    // A column that can be a paragraph should not be a single word wide.
    layout.needs.map { max($0.minimum, min($0.wanted, 11)) * size.characterWidth + Self.padding }
  }

  /// The widths that fill the page, in twentieths of a point.
  var shared: [Int] {
    let count = layout.needs.count
    let free = Double(WordColumns.pageWidth - count * Self.padding)
    let characters = filled(to: free / Double(size.characterWidth))
    let total = max(characters?.reduce(0, +) ?? 1, 1)
    let shares = characters.map { $0.map { $0 / total } } ?? layout.shares
    var widths = shares.map { Int($0 * free) + Self.padding }
    if let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) {
      widths[widest] += WordColumns.pageWidth - widths.reduce(0, +)
    }
    return widths
  }

  /// The widths in characters: what columns need, and the rest in proportion to the texts that do not fit on a line,
  /// so that no column makes the rows much higher than the others do; `nil` where the page is too narrow.
  private func filled(to room: Double) -> [Double]? {
    var widths = layout.needs.map { Double($0.minimum) }
    guard widths.reduce(0, +) <= room else { return nil }
    let weights = zip(texts, layout.needs).map { lengths, need in
      let rest = Double(lengths.reduce(0) { $0 + max($1 - need.minimum, 0) })
      // A little less than in proportion, because short texts suffer more from narrow columns.
      return rest.squareRoot() * rest.squareRoot().squareRoot()
    }
    let most = layout.needs.map { Double(max($0.unbroken, $0.minimum)) }
    var open = widths.indices.filter { widths[$0] < most[$0] && weights[$0] > 0 }
    while !open.isEmpty {
      let rest = room - widths.reduce(0, +)
      let total = open.reduce(0) { $0 + weights[$1] }
      let shares = open.map { (column: $0, width: widths[$0] + rest * weights[$0] / total) }
      let full = shares.filter { $0.width >= most[$0.column] }
      // Columns that have all they can use leave the rest to the others.
      for share in full.isEmpty ? shares : full {
        widths[share.column] = min(share.width, most[share.column])
      }
      if full.isEmpty { break }
      open.removeAll { column in full.contains { $0.column == column } }
    }
    return widths
  }

  /// The number of characters that fit on a line of each column.
  var characters: [Int] { shared.map { max(($0 - Self.padding) / size.characterWidth, 2) } }
}

public import OnusModel

/// When claims were made, and when the studies that bear on them appeared.
public struct EvidenceTimeline: Sendable, Hashable {
  /// A study on the line of a claim.
  public struct Mark: Sendable, Hashable {
    /// The year in which it appeared.
    public var year: Int
    /// Which way it points.
    public var stance: EvidenceLink.Stance

    /// Creates a mark.
    public init(year: Int, stance: EvidenceLink.Stance) {
      self.year = year
      self.stance = stance
    }
  }

  /// The line of one claim.
  public struct Row: Sendable, Hashable {
    /// What is claimed.
    public var statement: String
    /// The year in which it was claimed; `nil` where nobody has said.
    public var claimed: Int?
    /// Where it stands.
    public var standing: Standing?
    /// The studies that bear on it and whose year is known.
    public var marks: [Mark]

    /// Creates a line.
    public init(statement: String, claimed: Int?, standing: Standing?, marks: [Mark]) {
      self.statement = statement
      self.claimed = claimed
      self.standing = standing
      self.marks = marks
    }
  }

  /// What the timeline shows.
  public var title: String
  /// The claims.
  public var rows: [Row]

  /// Creates a timeline.
  public init(title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
  }

  /// The timeline of claims with their evidence, in the order given.
  public init(claims: [CataloguedClaim], title: String = "Claims against evidence over time") {
    self.init(
      title: title,
      rows: claims.map { claim in
        let years = claim.appearances.compactMap {
          $0.appearance.date?.year ?? $0.source.published?.stated?.year
        }
        return Row(
          statement: claim.claim.statement.value, claimed: years.min(), standing: claim.standing?.standing,
          marks: claim.evidence.compactMap { evidence in
            evidence.study.year.map { Mark(year: $0, stance: evidence.link.stance) }
          })
      })
  }

  /// The timeline as a picture.
  public func picture() -> Picture {
    let drawn = drawn()
    let later = rows.count { row in
      row.claimed.map { year in row.marks.contains { $0.year > year && $0.stance == .contradicts } } ?? false
    }
    let description =
      "\(rows.count) claims with the years of the studies that bear on them; \(later) were contradicted by a study "
      + "that appeared after them."
    return Picture(
      drawn.drawing, width: drawn.width, height: drawn.height, title: title, description: description)
  }

  /// What is drawn, and how large it is.
  func drawn() -> (drawing: Drawing, width: Double, height: Double) {
    var drawing = Drawing()
    let margin = 16.0
    let statements = rows.map { TextExtent.wrapped($0.statement, to: 380, size: 12) }
    let textWidth = max(120, statements.joined().map { TextExtent.width($0, size: 12) }.max() ?? 0)
    let standings = rows.map { $0.standing?.rawValue ?? "" }
    let standingWidth = max(70, standings.map { TextExtent.width($0, size: 12) }.max() ?? 0)
    let years = rows.flatMap { $0.marks.map(\.year) + [$0.claimed].compactMap { $0 } }
    let (first, last) = ((years.min() ?? 2000) - 1, (years.max() ?? 2000) + 1)
    let left = margin + textWidth + 20 + standingWidth + 26
    // Studies of one year stand side by side.
    let crowd = rows.map { row in Dictionary(grouping: row.marks) { $0.year }.values.map(\.count).max() ?? 0 }
    let yearWidth = max(16, Double(crowd.max() ?? 0) * 11 + 4)
    let right = left + Double(last - first) * yearWidth
    func x(_ year: Int) -> Double { left + Double(year - first) * yearWidth }

    drawing.text(title, margin, 28, size: 16, isBold: true)
    let top = 74.0
    drawing.text("Claim", margin, top - 14, isBold: true)
    drawing.text("Stands", margin + textWidth + 20, top - 14, isBold: true)
    let heights = statements.map { max(26, Double($0.count) * 16 + 10) }
    let bottom = top + heights.reduce(0, +)
    let step = [1, 2, 5, 10, 20, 50].first { Double($0) * yearWidth >= 44 } ?? 100
    for year in first...last where year.isMultiple(of: step) {
      drawing.line(x(year), top - 6, x(year), bottom, ink: .faint)
      drawing.text("\(year)", x(year), top - 14, size: 12, anchor: .middle)
    }
    drawing.line(margin, top - 6, right, top - 6, ink: .text)
    var y = top
    for (index, row) in rows.enumerated() {
      let middle = y + heights[index] / 2
      drawing.text(lines: statements[index], margin, middle + 4, leading: 16, at: .middle, size: 12)
      drawing.text(standings[index], margin + textWidth + 20, middle + 4, size: 12)
      if let claimed = row.claimed {
        drawing.line(x(claimed), y + 3, x(claimed), y + heights[index] - 3, ink: .text, width: 2.5)
      }
      draw(row.marks, &drawing, y: middle, x: x)
      drawing.line(margin, y + heights[index], right, y + heights[index], ink: .faint)
      y += heights[index]
    }
    let bars = rows.contains { $0.claimed != nil } ? "A bar is the year of the claim. " : ""
    let words =
      bars
      + "Studies: ▲ supports, △ partly supports, ▼ contradicts, ◇ inconclusive; those of unknown year are not shown."
    drawing.text(words, margin, y + 24, size: 12, ink: .muted)
    let wide = [
      right, margin + TextExtent.width(words, size: 12),
      margin + TextExtent.width(title, size: 16, isBold: true),
    ]
    return (drawing, (wide.max() ?? right) + margin + 10, y + 38)
  }

  private func draw(_ marks: [Mark], _ drawing: inout Drawing, y: Double, x: (Int) -> Double) {
    let order = EvidenceLink.Stance.allCases
    for (year, group) in Dictionary(grouping: marks, by: \.year).sorted(by: { $0.key < $1.key }) {
      let sorted = order.flatMap { stance in group.filter { $0.stance == stance } }
      for (index, mark) in sorted.enumerated() {
        let centre = x(year) + (Double(index) - Double(sorted.count - 1) / 2) * 11
        drawing.sign(mark.stance, centre, y)
      }
    }
  }
}

extension Drawing {
  /// Draws the sign of a stance, whose shape tells it without its colour.
  mutating func sign(_ stance: EvidenceLink.Stance, _ x: Double, _ y: Double, size: Double = 5) {
    let up = [(x - size, y + size), (x + size, y + size), (x, y - size)]
    switch stance {
    case .supports: polygon(up, fill: .benefit, stroke: .benefit)
    case .partlySupports: polygon(up, fill: .paper, stroke: .benefit)
    case .contradicts:
      polygon([(x - size, y - size), (x + size, y - size), (x, y + size)], fill: .harm, stroke: .harm)
    case .inconclusive:
      polygon([(x - size, y), (x, y - size), (x + size, y), (x, y + size)], fill: .paper, stroke: .muted)
    }
  }
}

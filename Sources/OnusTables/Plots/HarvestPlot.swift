public import OnusModel

/// Which way studies point where their effects cannot be pooled: a bar for each, in the column of its direction.
///
/// The layout is that of Ogilvie and colleagues 2008, BMC Medical Research Methodology 8:8: the height of a bar is the
/// strength of the design, and what stands on it is the number of people.
public struct HarvestPlot: Sendable, Hashable {
  /// One study.
  public struct Bar: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The strength of its design, from 1, no control, to 3, randomized.
    public var strength: Int
    /// How many took part, where it is known.
    public var people: Int?
    /// Whether the direction is that of its primary outcome.
    public var isPrimary: Bool

    /// Creates a bar.
    public init(name: String, strength: Int, people: Int?, isPrimary: Bool) {
      self.name = name
      self.strength = strength
      self.people = people
      self.isPrimary = isPrimary
    }
  }

  /// What is shown of one condition.
  public struct Row: Sendable, Hashable {
    /// The condition.
    public var name: String
    /// The studies in each direction, in the order of ``HarvestPlot/columns``.
    public var bars: [[Bar]]

    /// Creates a row.
    public init(name: String, bars: [[Bar]]) {
      self.name = name
      self.bars = bars
    }
  }

  /// The directions, from left to right.
  public static let columns = ["Benefit", "No difference", "Mixed or unclear", "Harm"]

  /// What the plot shows.
  public var title: String
  /// The conditions.
  public var rows: [Row]

  /// Creates a plot.
  public init(title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
  }

  /// The plot of studies in people, by condition.
  ///
  /// A study's direction is that of its first primary outcome with one, or else of its first result with one;
  /// studies without, reviews and retracted studies are left out.
  public init(studies: [CataloguedStudy], title: String = "Directions of effect (harvest plot)") {
    var rows: [Condition.ID: (condition: Condition, bars: [[Bar]])] = [:]
    for entry in studies where !entry.isRetracted {
      let strength: Int
      switch entry.study.design.value.family {
      case .randomized: strength = 3
      case .controlled: strength = 2
      case .uncontrolled: strength = 1
      default: continue
      }
      let directed = entry.study.results.filter { $0.direction != nil }
      let primary = directed.first { $0.role == .primary }
      guard let direction = (primary ?? directed.first)?.direction else { continue }
      let bar = Bar(
        name: entry.study.name, strength: strength, people: entry.study.sample?.headline?.count,
        isPrimary: primary != nil)
      for condition in entry.conditions {
        rows[condition.id, default: (condition, Self.columns.map { _ in [] })].bars[direction.column].append(
          bar)
      }
    }
    self.init(
      title: title,
      rows: rows.values.sorted { ($0.condition.name, $0.condition.id) < ($1.condition.name, $1.condition.id) }
        .map { Row(name: $0.condition.name, bars: $0.bars.map { $0.sorted { $0.order < $1.order } }) })
  }

  /// The plot as a picture.
  public func picture() -> Picture {
    let drawn = drawn()
    let counts = Self.columns.indices.map { column in
      "\(Self.columns[column].lowercased()): \(rows.reduce(0) { $0 + $1.bars[column].count })"
    }
    return Picture(
      drawn.drawing, width: drawn.width, height: drawn.height, title: title,
      description: "Studies by the direction of their result; \(counts.joined(separator: ", ")).")
  }

  private static let barWidth = 30.0

  /// What is drawn, and how large it is.
  func drawn() -> (drawing: Drawing, width: Double, height: Double) {
    var drawing = Drawing()
    let margin = 16.0
    let names = rows.map { TextExtent.wrapped($0.name, to: 230, size: 13) }
    let nameWidth = max(90, names.joined().map { TextExtent.width($0, size: 13) }.max() ?? 0)
    let widths = Self.columns.indices.map { column in
      let most = rows.map { $0.bars[column].count }.max() ?? 0
      let heading = TextExtent.width(Self.columns[column], size: 13, isBold: true)
      return max(heading, Double(min(most, 12)) * Self.barWidth) + 28
    }
    var lefts: [Double] = []
    var right = margin + nameWidth + 16
    for width in widths {
      lefts.append(right)
      right += width
    }
    drawing.text(title, margin, 28, size: 16, isBold: true)
    let top = 70.0
    drawing.text("Condition", margin, top - 14, isBold: true)
    for (index, heading) in Self.columns.enumerated() {
      drawing.text(heading, lefts[index] + 8, top - 14, isBold: true)
    }
    drawing.line(margin, top - 6, right, top - 6, ink: .text)
    var y = top
    for (index, row) in rows.enumerated() {
      let lines = row.bars.map { ($0.count + 11) / 12 }.max() ?? 1
      let height = max(Double(max(lines, 1)) * 62 + 6, Double(names[index].count) * 18 + 10)
      drawing.text(lines: names[index], margin, y + height / 2 + 4.5, leading: 18, at: .middle)
      for (column, bars) in row.bars.enumerated() {
        for (number, bar) in bars.enumerated() {
          let x = lefts[column] + 8 + Double(number % 12) * Self.barWidth
          draw(bar, &drawing, x: x, floor: y + Double(number / 12 + 1) * 62)
        }
        drawing.line(lefts[column], y, lefts[column], y + height, ink: .faint)
      }
      y += height
      drawing.line(margin, y, right, y, ink: .faint)
    }
    let words =
      "Each bar is a study, and the number on it its people (k thousands, ? unknown). High bars are randomized, middle ones have a "
      + "control, low ones none. Full bars show the primary outcome, empty ones another. Reviews, retracted studies and "
      + "those whose results point nowhere are left out."
    let legend = TextExtent.wrapped(words, to: max(right - margin, 420), size: 12)
    drawing.text(lines: legend, margin, y + 24, leading: 16, size: 12, ink: .muted)
    let titleEnd = margin + TextExtent.width(title, size: 16, isBold: true)
    return (
      drawing, max(right, titleEnd, margin + 420) + margin, y + 24 + Double(legend.count) * 16 + 4
    )
  }

  private func draw(_ bar: Bar, _ drawing: inout Drawing, x: Double, floor: Double) {
    let height = Double(bar.strength) * 14
    drawing.rectangle(
      x + 5, floor - height, 20, height, fill: bar.isPrimary ? .effect : .paper, stroke: .effect)
    // A bar is as wide as four digits.
    let people = bar.people.map { $0 < 10_000 ? "\($0)" : "\(($0 + 500) / 1000)k" }
    drawing.text(people ?? "?", x + 15, floor - height - 4, size: 10, anchor: .middle)
  }
}

extension HarvestPlot.Bar {
  /// Strong designs first, then the larger, then by name.
  fileprivate var order: (Int, Int, String) { (-strength, -(people ?? -1), name) }
}

extension StudyResult.Direction {
  fileprivate var column: Int {
    switch self {
    case .benefit: 0
    case .noDifference: 1
    case .mixed, .unclear: 2
    case .harm: 3
    }
  }
}

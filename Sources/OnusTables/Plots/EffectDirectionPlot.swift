public import OnusModel

/// Which way each result of each study points, as an arrow: up for benefit, down for harm, across for no difference.
///
/// After Thomson and Thomas 2013, Research Synthesis Methods 4:95, and Boon and Thomson 2021, same journal 12:29.
public struct EffectDirectionPlot: Sendable, Hashable {
  /// One study.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its design.
    public var design: String
    /// How many took part, where it is known.
    public var people: Int?
    /// The directions of its results by their standing in the plan: primary, secondary, other.
    public var directions: [[StudyResult.Direction]]

    /// Creates a row.
    public init(name: String, design: String, people: Int?, directions: [[StudyResult.Direction]]) {
      self.name = name
      self.design = design
      self.people = people
      self.directions = directions
    }
  }

  /// The columns of results.
  public static let columns = ["Primary outcome", "Secondary", "Other or not reported"]

  /// What the plot shows.
  public var title: String
  /// The studies.
  public var rows: [Row]

  /// Creates a plot.
  public init(title: String, rows: [Row]) {
    self.title = title
    self.rows = rows
  }

  /// The plot of studies that have results with a direction, the strongest designs first.
  public init(studies: [CataloguedStudy], title: String = "Directions of effect by study") {
    let rows = studies.filter { !$0.isRetracted }.compactMap { entry -> (Int, Row)? in
      let results = entry.study.results.filter { $0.direction != nil }
      guard !results.isEmpty else { return nil }
      func directions(_ roles: [StudyResult.Role?]) -> [StudyResult.Direction] {
        results.filter { roles.contains($0.role) }.compactMap(\.direction)
      }
      let design = entry.study.design.value
      return (
        StudyDesign.Family.allCases.firstIndex(of: design.family) ?? 0,
        Row(
          name: entry.study.name, design: design.label, people: entry.study.sample?.headline?.count,
          directions: [
            directions([.primary]), directions([.secondary]),
            directions([.subgroup, .exploratory, .notPrespecified, .notReported, nil]),
          ])
      )
    }
    self.init(
      title: title,
      rows: rows.sorted { ($0.0, -($0.1.people ?? -1), $0.1.name) < ($1.0, -($1.1.people ?? -1), $1.1.name) }
        .map(\.1))
  }

  /// The plot as a picture.
  public func picture() -> Picture {
    let drawn = drawn()
    let all = rows.flatMap { $0.directions.flatMap { $0 } }
    let words = StudyResult.Direction.allCases.map { direction in
      "\(direction.rawValue): \(all.count { $0 == direction })"
    }
    return Picture(
      drawn.drawing, width: drawn.width, height: drawn.height, title: title,
      description: "Results of \(rows.count) studies by direction; \(words.joined(separator: ", ")).")
  }

  /// What is drawn, and how large it is.
  func drawn() -> (drawing: Drawing, width: Double, height: Double) {
    var drawing = Drawing()
    let margin = 16.0
    func widest(_ words: [String], _ heading: String) -> Double {
      max(
        TextExtent.width(heading, size: 13, isBold: true),
        words.map { TextExtent.width($0, size: 13) }.max() ?? 0)
    }
    let names = rows.map { TextExtent.wrapped($0.name, to: 240, size: 13) }
    let designLeft = margin + widest(names.flatMap { $0 }, "Study") + 18
    let peopleEnd = designLeft + widest(rows.map(\.design), "Design") + 18 + 60
    var lefts: [Double] = []
    var right = peopleEnd + 24
    for (index, heading) in Self.columns.enumerated() {
      lefts.append(right)
      let most = rows.map { $0.directions[index].count }.max() ?? 0
      right += max(TextExtent.width(heading, size: 13, isBold: true), Double(most) * 20) + 22
    }
    drawing.text(title, margin, 28, size: 16, isBold: true)
    let top = 70.0
    drawing.text("Study", margin, top - 14, isBold: true)
    drawing.text("Design", designLeft, top - 14, isBold: true)
    drawing.text("People", peopleEnd, top - 14, anchor: .end, isBold: true)
    for (index, heading) in Self.columns.enumerated() {
      drawing.text(heading, lefts[index], top - 14, isBold: true)
    }
    drawing.line(margin, top - 6, right, top - 6, ink: .text)
    var y = top
    for (index, row) in rows.enumerated() {
      let height = Double(names[index].count) * 18 + 8
      if index.isMultiple(of: 2) { drawing.rectangle(margin, y, right - margin, height, fill: .shade) }
      drawing.text(lines: names[index], margin + 2, y + 17, leading: 18)
      drawing.text(row.design, designLeft, y + 17)
      drawing.text(row.people.map { "\($0)".groupedByThousand } ?? "unknown", peopleEnd, y + 17, anchor: .end)
      for (column, directions) in row.directions.enumerated() {
        for (number, direction) in directions.enumerated() {
          drawing.arrow(direction, lefts[column] + 8 + Double(number) * 20, y + 12, people: row.people)
        }
      }
      y += height
    }
    let words =
      "▲ benefit, ▼ harm, a bar for no difference, a diamond where results are mixed or unclear; one sign for each "
      + "result. Signs are small below 50 people or where their number is unknown, and large above 300."
    let legend = TextExtent.wrapped(words, to: max(right - margin, 420), size: 12)
    drawing.text(lines: legend, margin, y + 24, leading: 16, size: 12, ink: .muted)
    let titleEnd = margin + TextExtent.width(title, size: 16, isBold: true)
    return (
      drawing, max(right, titleEnd, margin + 420) + margin, y + 24 + Double(legend.count) * 16 + 4
    )
  }
}

extension Drawing {
  /// Draws the direction of a result, larger for more people.
  fileprivate mutating func arrow(_ direction: StudyResult.Direction, _ x: Double, _ y: Double, people: Int?)
  {
    let size: Double = people.map { $0 < 50 ? 4 : $0 > 300 ? 8 : 6 } ?? 4
    switch direction {
    case .benefit:
      polygon([(x - size, y + size), (x + size, y + size), (x, y - size)], fill: .benefit, stroke: .benefit)
    case .harm:
      polygon([(x - size, y - size), (x + size, y - size), (x, y + size)], fill: .harm, stroke: .harm)
    case .noDifference: rectangle(x - size, y - 2, 2 * size, 4, fill: .muted)
    case .mixed, .unclear:
      polygon([(x - size, y), (x, y - size), (x + size, y), (x, y + size)], fill: .paper, stroke: .muted)
    }
  }
}

public import OnusModel

/// Where there is evidence and where there is none: conditions by kinds of study, a bubble for the people in them.
public struct EvidenceGapMap: Sendable, Hashable {
  /// What lies at one place of the map.
  public struct Cell: Sendable, Hashable {
    /// The number of studies.
    public var studies: Int
    /// The people in them, as far as is known.
    public var people: Int

    /// Creates a place.
    public init(studies: Int, people: Int) {
      self.studies = studies
      self.people = people
    }
  }

  /// A row of the map.
  public struct Row: Sendable, Hashable {
    /// What the row is about.
    public var name: String
    /// How many claims are made about it.
    public var claims: Int
    /// The places, one for each column.
    public var cells: [Cell]

    /// Creates a row.
    public init(name: String, claims: Int, cells: [Cell]) {
      self.name = name
      self.claims = claims
      self.cells = cells
    }
  }

  /// A column of the map.
  public struct Column: Sendable, Hashable {
    /// What stands over it.
    public var heading: String
    /// How dark its bubbles are, from 0 to 1: the certainty at which evidence of the kind starts.
    public var shade: Double

    /// Creates a column.
    public init(heading: String, shade: Double) {
      self.heading = heading
      self.shade = shade
    }
  }

  /// What the map shows.
  public var title: String
  /// The columns.
  public var columns: [Column]
  /// The rows.
  public var rows: [Row]

  /// Creates a map.
  public init(title: String, columns: [Column], rows: [Row]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The map of conditions by the designs of their studies.
  ///
  /// Retracted studies are left out, and conditions without a claim or a study. People are those of the largest
  /// count that a study gives; those in reviews are left out, because reviews count the people of other studies.
  public init(claims: [CataloguedClaim], studies: [CataloguedStudy], title: String = "Evidence gap map") {
    let groups = StudyGroup.allCases
    var conditions: [Condition.ID: Condition] = [:]
    for condition in claims.flatMap(\.conditions) + studies.flatMap(\.conditions) {
      conditions[condition.id] = condition
    }
    let standing = studies.filter { !$0.isRetracted }
    self.init(
      title: title,
      columns: groups.map { Column(heading: $0.heading, shade: $0.shade) },
      rows: conditions.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { condition in
        let own = standing.filter { $0.conditions.contains { $0.id == condition.id } }
        return Row(
          name: condition.name, claims: claims.count { $0.conditions.contains { $0.id == condition.id } },
          cells: groups.map { group in
            let members = own.filter { StudyGroup($0.study.design.value.family) == group }
            return Cell(
              studies: members.count,
              people: group.countsPeople
                ? members.compactMap { $0.study.sample?.headline?.count }.reduce(0, +) : 0)
          })
      })
  }

  /// The map as a picture.
  public func picture() -> Picture {
    let drawn = drawn()
    let empty = rows.filter { row in row.claims > 0 && row.cells.allSatisfy { $0.studies == 0 } }.map(\.name)
    let description =
      "\(rows.count) conditions by \(columns.count) kinds of study."
      + (empty.isEmpty ? "" : " Claims without any study: \(empty.joined(separator: "; ")).")
    return Picture(
      drawn.drawing, width: drawn.width, height: drawn.height, title: title, description: description)
  }

  /// What is drawn, and how large it is.
  func drawn() -> (drawing: Drawing, width: Double, height: Double) {
    var drawing = Drawing()
    let margin = 16.0
    let names = rows.map { TextExtent.wrapped($0.name, to: 260, size: 13) }
    let nameWidth = max(80, names.joined().map { TextExtent.width($0, size: 13) }.max() ?? 0)
    let headings = columns.map { TextExtent.wrapped($0.heading, to: 116, size: 13, isBold: true) }
    let claimsEnd = margin + nameWidth + 70
    let columnWidth = 128.0
    let top = 58 + Double(headings.map(\.count).max() ?? 1) * 16
    func centre(_ column: Int) -> Double { claimsEnd + 20 + (Double(column) + 0.5) * columnWidth }
    let right = claimsEnd + 20 + Double(columns.count) * columnWidth
    let width = max(right + margin, margin * 2 + TextExtent.width(title, size: 16, isBold: true))

    drawing.text(title, margin, 28, size: 16, isBold: true)
    drawing.text("Condition", margin, top - 14, isBold: true)
    drawing.text("Claims", claimsEnd, top - 14, anchor: .end, isBold: true)
    for (index, lines) in headings.enumerated() {
      for (number, line) in lines.reversed().enumerated() {
        drawing.text(
          line, centre(index), top - 14 - Double(number) * 16, anchor: .middle, isBold: true)
      }
    }
    drawing.line(margin, top - 6, right, top - 6, ink: .text)

    let largest = Double(rows.flatMap(\.cells).map(\.people).max() ?? 0)
    var y = top
    for (index, row) in rows.enumerated() {
      let height = max(48, Double(names[index].count) * 18 + 12)
      if index.isMultiple(of: 2) {
        drawing.rectangle(margin, y, right - margin, height, fill: .shade)
      }
      let middle = y + height / 2
      let first = middle + 4.5 - Double(names[index].count - 1) * 9
      for (number, line) in names[index].enumerated() {
        drawing.text(line, margin + 4, first + Double(number) * 18)
      }
      drawing.text("\(row.claims)", claimsEnd, middle + 4.5, anchor: .end)
      for (column, cell) in row.cells.enumerated() {
        draw(cell, columns[column].shade, &drawing, x: centre(column), y: middle, largest: largest)
      }
      y += height
    }
    drawing.line(margin, y, right, y, ink: .text)
    let height = drawLegend(&drawing, margin, y + 26, right)
    return (drawing, width, height)
  }

  private func draw(
    _ cell: Cell, _ shade: Double, _ drawing: inout Drawing, x: Double, y: Double, largest: Double
  ) {
    guard cell.studies > 0 else {
      drawing.line(x - 5, y, x + 5, y, ink: .faint, width: 1.5)
      return
    }
    let share = largest > 0 ? Double(cell.people) / largest : 0
    let radius = 4 + 15 * share.squareRoot()
    drawing.circle(x - 22, y, radius: radius, fill: .effect, opacity: 0.15 + 0.75 * shade, stroke: .effect)
    drawing.text(cell.studies == 1 ? "1 study" : "\(cell.studies) studies", x + 4, y - 2, size: 11)
    if cell.people > 0 { drawing.text("n = \(cell.people)", x + 4, y + 12, size: 11, ink: .muted) }
  }

  private func drawLegend(_ drawing: inout Drawing, _ margin: Double, _ y: Double, _ right: Double) -> Double
  {
    let words =
      "The area of a bubble is the number of people in studies of the kind; those in reviews, which count the people of "
      + "other studies, and in other documents are not counted. The "
      + "darker it is, the higher the certainty at which GRADE lets evidence of the kind start. A stroke is a gap: no "
      + "study of the kind is known to the corpus. Retracted studies are left out."
    let lines = TextExtent.wrapped(words, to: right - margin, size: 12)
    for (index, line) in lines.enumerated() {
      drawing.text(line, margin, y + Double(index) * 16, size: 12, ink: .muted)
    }
    return y + Double(lines.count) * 16 + 6
  }
}

extension StudyGroup {
  /// How certain evidence of the kind is to begin with (GRADE: trials high, other studies low, none for the rest).
  fileprivate var shade: Double {
    switch self {
    case .reviews, .randomized: 1
    case .controlled, .uncontrolled: 0.4
    case .preclinical, .other: 0
    }
  }
}

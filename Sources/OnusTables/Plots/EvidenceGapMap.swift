public import OnusModel

/// Where there is evidence and where there is none: conditions by kinds of study or by interventions, with a bubble for
/// the people in the studies and the certainty that people have given to what they found.
public struct EvidenceGapMap: Sendable, Hashable {
  /// What lies at one place of the map.
  public struct Cell: Sendable, Hashable {
    /// The number of studies.
    public var studies: Int
    /// The people in them, as far as is known.
    public var people: Int
    /// The best certainty among the graded outcomes to which these studies belong; `nil` where none is graded.
    public var certainty: Certainty.Rating?

    /// Creates a place.
    public init(studies: Int, people: Int, certainty: Certainty.Rating? = nil) {
      self.studies = studies
      self.people = people
      self.certainty = certainty
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

  /// What the columns are.
  public enum Columns: Sendable, Hashable {
    /// Kinds of study.
    case designs
    /// The interventions that most studies are about, and one column for all others.
    case interventions
  }

  /// What the map shows.
  public var title: String
  /// What stands over each column.
  public var columns: [String]
  /// The rows.
  public var rows: [Row]

  /// Creates a map.
  public init(title: String, columns: [String], rows: [Row]) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The map of the conditions of claims and studies.
  ///
  /// Retracted studies are left out, and conditions without a claim or a study. People are those of the largest
  /// count that a study gives; those in reviews are left out, because reviews count the people of other studies.
  ///
  /// - Parameters:
  ///   - claims: The claims.
  ///   - studies: The studies.
  ///   - syntheses: The outcomes whose certainty people have judged.
  ///   - columns: What the columns are.
  ///   - title: What the map shows.
  public init(
    claims: [CataloguedClaim], studies: [CataloguedStudy], syntheses: [CataloguedSynthesis] = [],
    by columns: Columns = .designs, title: String = "Evidence gap map"
  ) {
    var conditions: [Condition.ID: Condition] = [:]
    for condition in claims.flatMap(\.conditions) + studies.flatMap(\.conditions) {
      conditions[condition.id] = condition
    }
    let standing = studies.filter { !$0.isRetracted }
    let places = columns == .designs ? Self.designs : Self.interventions(of: standing)
    self.init(
      title: title, columns: places.map(\.heading),
      rows: conditions.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { condition in
        let own = standing.filter { $0.conditions.contains { $0.id == condition.id } }
        let graded = syntheses.filter { $0.conditions.contains { $0.id == condition.id } }
        return Row(
          name: condition.name, claims: claims.count { $0.conditions.contains { $0.id == condition.id } },
          cells: places.map { place in
            let members = own.filter(place.holds)
            let ids = Set(members.map(\.study.id))
            let ratings = graded.filter {
              $0.studies.contains { ids.contains($0.study.id) } && place.isFor($0)
            }
            .compactMap { $0.synthesis.certainty?.rating.value }
            let counted = members.filter { StudyGroup($0.study.design.value.family).countsPeople }
            return Cell(
              studies: members.count,
              people: counted.compactMap { $0.study.sample?.headline?.count }.reduce(0, +),
              certainty: ratings.max())
          })
      })
  }

  /// A column in the making.
  private struct Place {
    var heading: String
    var holds: (CataloguedStudy) -> Bool
    var isFor: (CataloguedSynthesis) -> Bool = { _ in true }
  }

  private static var designs: [Place] {
    StudyGroup.allCases.map { group in
      Place(heading: group.heading) { StudyGroup($0.study.design.value.family) == group }
    }
  }

  /// More columns than these do not fit on a page.
  private static let mostInterventions = 9

  private static func interventions(of studies: [CataloguedStudy]) -> [Place] {
    var counts: [Key<Intervention>: (intervention: Intervention, count: Int)] = [:]
    for intervention in studies.flatMap(\.interventions) {
      counts[intervention.id, default: (intervention, 0)].count += 1
    }
    let all = counts.values.sorted {
      (-$0.count, $0.intervention.name, $0.intervention.id)
        < (-$1.count, $1.intervention.name, $1.intervention.id)
    }.map(\.intervention)
    let shown = all.count <= mostInterventions + 1 ? all : Array(all.prefix(mostInterventions))
    var places = shown.map { intervention in
      Place(heading: intervention.name) { study in
        study.interventions.contains { $0.id == intervention.id }
      } isFor: {
        $0.intervention?.id == intervention.id
      }
    }
    let known = Set(shown.map(\.id))
    if shown.count < all.count {
      places.append(
        Place(heading: "\(all.count - shown.count) others") { study in
          study.interventions.contains { !known.contains($0.id) }
        } isFor: { synthesis in
          synthesis.intervention.map { !known.contains($0.id) } ?? false
        })
    }
    if studies.contains(where: \.interventions.isEmpty) {
      places.append(Place(heading: "No intervention", holds: \.interventions.isEmpty) { _ in false })
    }
    return places
  }

  /// The map as a picture.
  public func picture() -> Picture {
    let drawn = drawn()
    let empty = rows.filter { row in row.claims > 0 && row.cells.allSatisfy { $0.studies == 0 } }.map(\.name)
    let description =
      "\(rows.count) conditions by \(columns.joined(separator: ", "))."
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
    let headings = columns.map { TextExtent.wrapped($0, to: 138, size: 13, isBold: true) }
    let claimsEnd = margin + nameWidth + 70
    let columnWidth = 152.0
    let top = 58 + Double(headings.map(\.count).max() ?? 1) * 16
    func centre(_ column: Int) -> Double { claimsEnd + 20 + (Double(column) + 0.5) * columnWidth }
    let right = claimsEnd + 20 + Double(columns.count) * columnWidth
    let width = max(right + margin, margin * 2 + TextExtent.width(title, size: 16, isBold: true))

    drawing.text(title, margin, 28, size: 16, isBold: true)
    drawing.text("Condition", margin, top - 14, isBold: true)
    drawing.text("Claims", claimsEnd, top - 14, anchor: .end, isBold: true)
    for (index, lines) in headings.enumerated() {
      drawing.text(
        lines: lines, centre(index), top - 14, leading: 16, at: .last, anchor: .middle, isBold: true)
    }
    drawing.line(margin, top - 6, right, top - 6, ink: .text)

    let largest = Double(rows.flatMap(\.cells).map(\.people).max() ?? 0)
    var y = top
    for (index, row) in rows.enumerated() {
      let height = max(
        row.cells.contains { $0.certainty != nil } ? 60 : 48, Double(names[index].count) * 18 + 12)
      if index.isMultiple(of: 2) {
        drawing.rectangle(margin, y, right - margin, height, fill: .shade)
      }
      let middle = y + height / 2
      drawing.text(lines: names[index], margin + 4, middle + 4.5, leading: 18, at: .middle)
      drawing.text("\(row.claims)", claimsEnd, middle + 4.5, anchor: .end)
      for (column, cell) in row.cells.enumerated() {
        draw(cell, &drawing, x: centre(column), y: middle, largest: largest)
      }
      y += height
    }
    drawing.line(margin, y, right, y, ink: .text)
    let height = drawLegend(&drawing, margin, y + 26, right)
    return (drawing, width, height)
  }

  private func draw(_ cell: Cell, _ drawing: inout Drawing, x: Double, y: Double, largest: Double) {
    guard cell.studies > 0 else {
      drawing.line(x - 5, y, x + 5, y, ink: .faint, width: 1.5)
      return
    }
    let share = largest > 0 ? Double(cell.people) / largest : 0
    let radius = 4 + 15 * share.squareRoot()
    let left = x - 32
    if let certainty = cell.certainty {
      drawing.circle(
        left, y, radius: radius, fill: .effect, opacity: 0.2 + 0.2 * Double(certainty.level), stroke: .effect)
    } else {
      drawing.circle(left, y, radius: radius, fill: .paper, stroke: .effect)
    }
    let lines: [(words: String, ink: Drawing.Ink)] = [
      ("\(cell.studies)".groupedByThousand + (cell.studies == 1 ? " study" : " studies"), .text),
      (cell.people > 0 ? "n = \("\(cell.people)".groupedByThousand)" : "", .muted),
      (cell.certainty.map(\.rawValue) ?? "", .text),
    ].filter { !$0.0.isEmpty }
    for (index, line) in lines.enumerated() {
      let first = y + 4 - Double(lines.count - 1) * 7
      drawing.text(line.words, left + 23, first + Double(index) * 14, size: 11, ink: line.ink)
    }
  }

  private func drawLegend(_ drawing: inout Drawing, _ margin: Double, _ y: Double, _ right: Double) -> Double
  {
    let words =
      "The area of a bubble is the number of people in the studies; those in reviews, which count the people of other "
      + "studies, and in other documents are not counted. The darker it is, the higher the certainty (GRADE) that people "
      + "have given to an outcome of these studies, the best where there are several, and its word stands beside it "
      + "(high, moderate, low, very low); a white one belongs to no graded "
      + "outcome. A stroke is a gap: no such study is known to the corpus. Retracted studies are left out."
    let lines = TextExtent.wrapped(words, to: right - margin, size: 12)
    drawing.text(lines: lines, margin, y, leading: 16, size: 12, ink: .muted)
    return y + Double(lines.count) * 16 + 6
  }
}

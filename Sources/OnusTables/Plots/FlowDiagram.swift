public import OnusModel

/// The PRISMA 2020 flow diagram of reviews, one below the other.
///
/// The layout is that of Page MJ et al. BMJ 2021;372:n71, figure 1 (CC BY 4.0).
public struct FlowDiagram: Sendable, Hashable {
  /// The flows.
  public var flows: [ReviewFlow]

  /// Creates a diagram.
  public init(_ flows: [ReviewFlow]) { self.flows = flows }

  /// The diagram as a picture.
  public func picture() -> Picture {
    let drawn = drawn()
    let descriptions = flows.map { flow in
      let boxes = flow.boxes.map { box in box.lines.map(\.text).joined(separator: " ") }
      return "\(flow.review.title): \(boxes.joined(separator: "; "))."
    }
    return Picture(
      drawn.drawing, width: drawn.width, height: drawn.height, title: "Flow of records through the review",
      description: descriptions.joined(separator: " "))
  }

  private static let margin = 16.0
  private static let phaseWidth = 116.0
  private static let boxWidth = 284.0
  private static let gap = 36.0
  private static let lineHeight = 17.0

  /// What is drawn, and how large it is.
  func drawn() -> (drawing: Drawing, width: Double, height: Double) {
    var drawing = Drawing()
    var y = 0.0
    var width = 0.0
    for flow in flows {
      width = max(width, draw(flow, &drawing, &y))
      y += 24
    }
    let source = "Layout: PRISMA 2020 flow diagram, Page MJ et al. BMJ 2021;372:n71 (CC BY 4.0)"
    drawing.text(source, Self.margin, y, size: 11, ink: .muted)
    width = max(width, Self.margin * 2 + TextExtent.width(source, size: 11))
    return (drawing, width, y + Self.margin)
  }

  private struct Placed {
    var box: FlowBox
    var x: Double
    var lines: [(text: String, indent: Double)]
    var y = 0.0
    var height: Double { Double(lines.count) * FlowDiagram.lineHeight + 18 }
    var middle: Double { y + height / 2 }
  }

  /// Draws one review below what is there, and gives its width.
  private func draw(_ flow: ReviewFlow, _ drawing: inout Drawing, _ y: inout Double) -> Double {
    var columns: [FlowBox.Column] = flow.review.previous == nil ? [] : [.previous]
    if flow.databases != nil { columns.append(.databases) }
    if flow.otherMethods != nil { columns.append(.otherMethods) }
    var lefts: [FlowBox.Column: Double] = [:]
    var x = Self.margin + Self.phaseWidth + 14
    for column in columns {
      lefts[column] = x
      x += (column == .previous ? Self.boxWidth : Self.boxWidth * 2 + Self.gap) + Self.gap
    }
    let right = x - Self.gap
    y += 30
    let title = TextExtent.wrapped(flow.review.title, to: right - Self.margin, size: 16, isBold: true)
    drawing.text(lines: title, Self.margin, y, leading: 21, size: 16, isBold: true)
    y += Double(title.count) * 21 + 2
    headings(columns, lefts, &drawing, &y)

    var placed = flow.boxes.map { box in
      let left = (lefts[box.column] ?? 0) + (box.isSide ? Self.boxWidth + Self.gap : 0)
      return Placed(box: box, x: left, lines: Self.lines(of: box))
    }
    var phases: [FlowBox.Phase: (top: Double, bottom: Double)] = [:]
    for row in Set(placed.map(\.box.row)).sorted() {
      let members = placed.indices.filter { placed[$0].box.row == row }
      let height = members.map { placed[$0].height }.max() ?? 0
      for member in members { placed[member].y = y }
      if let phase = members.first.map({ placed[$0].box.phase }) {
        phases[phase] = (phases[phase]?.top ?? y, y + height)
      }
      y += height + 30
    }
    y -= 30
    for phase in FlowBox.Phase.allCases {
      guard let span = phases[phase] else { continue }
      drawing.rectangle(
        Self.margin, span.top, Self.phaseWidth, span.bottom - span.top, fill: .shade, stroke: .line)
      drawing.text(
        phase.rawValue, Self.margin + Self.phaseWidth / 2, (span.top + span.bottom) / 2 + 4.5,
        anchor: .middle,
        isBold: true)
    }
    arrows(between: placed, &drawing)
    for box in placed { draw(box, &drawing) }
    return right + Self.margin
  }

  private func headings(
    _ columns: [FlowBox.Column], _ lefts: [FlowBox.Column: Double], _ drawing: inout Drawing,
    _ y: inout Double
  ) {
    for column in columns {
      let width = column == .previous ? Self.boxWidth : Self.boxWidth * 2 + Self.gap
      let left = lefts[column] ?? 0
      drawing.rectangle(left, y, width, 30, fill: .shade, stroke: .line)
      drawing.text(column.title, left + width / 2, y + 19.5, anchor: .middle, isBold: true)
    }
    y += 30 + 22
  }

  private static func lines(of box: FlowBox) -> [(text: String, indent: Double)] {
    box.lines.flatMap { line -> [(text: String, indent: Double)] in
      let indent = line.isPart ? (line.words.hasPrefix("–") ? 26.0 : 14.0) : 0
      // No line is broken within a number.
      let number = line.number.map { " " + String($0.map { $0 == " " ? "\u{A0}" : $0 }) } ?? ""
      let text = line.words + number
      return TextExtent.wrapped(text, to: boxWidth - 20 - indent, size: 13).enumerated().map {
        ($0.element, indent + ($0.offset > 0 ? 10 : 0))
      }
    }
  }

  private func draw(_ placed: Placed, _ drawing: inout Drawing) {
    drawing.rectangle(placed.x, placed.y, Self.boxWidth, placed.height, fill: .paper, stroke: .muted)
    for (index, line) in placed.lines.enumerated() {
      drawing.text(
        line.text, placed.x + 10 + line.indent, placed.y + 22 + Double(index) * Self.lineHeight)
    }
  }

  private func arrows(between placed: [Placed], _ drawing: inout Drawing) {
    let half = Self.boxWidth / 2
    for column in FlowBox.Column.allCases {
      let main = placed.filter { $0.box.column == column && !$0.box.isSide }
      for (upper, lower) in zip(main, main.dropFirst()) {
        drawing.arrow(from: (upper.x + half, upper.y + upper.height), to: (lower.x + half, lower.y))
      }
      for box in main {
        guard
          let side = placed.first(where: {
            $0.box.isSide && $0.box.row == box.box.row && $0.box.column == column
          })
        else { continue }
        let y = min(box.middle, side.y + side.height - 8)
        drawing.arrow(from: (box.x + Self.boxWidth, y), to: (side.x, y))
      }
    }
    // What came by other methods joins the included studies; those of an earlier version join the total.
    if let new = placed.first(where: { $0.box.id == "new" }),
      let assessed = placed.last(where: { $0.box.column == .otherMethods && !$0.box.isSide }),
      new.box.column != .otherMethods
    {
      let x = assessed.x + half
      drawing.line(x, assessed.y + assessed.height, x, new.middle, ink: .text)
      drawing.arrow(from: (x, new.middle), to: (new.x + Self.boxWidth, new.middle))
    }
    if let total = placed.first(where: { $0.box.id == "total" }),
      let previous = placed.first(where: { $0.box.id == "previous" })
    {
      let x = previous.x + half
      drawing.line(x, previous.y + previous.height, x, total.middle, ink: .text)
      drawing.arrow(from: (x, total.middle), to: (total.x, total.middle))
    }
  }
}

extension Drawing {
  /// Draws a line, straight down or to a side, with a head at its end.
  fileprivate mutating func arrow(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    let length = 8.0
    if start.x == end.x {
      line(start.x, start.y, end.x, end.y - length, ink: .text)
      polygon([(end.x - 4.5, end.y - length), (end.x + 4.5, end.y - length), (end.x, end.y)], fill: .text)
    } else {
      let back = end.x > start.x ? -length : length
      line(start.x, start.y, end.x + back, end.y, ink: .text)
      polygon([(end.x + back, end.y - 4.5), (end.x + back, end.y + 4.5), (end.x, end.y)], fill: .text)
    }
  }
}

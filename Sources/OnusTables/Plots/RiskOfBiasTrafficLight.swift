internal import OnusModel

/// How each study can be biased: a disc with a sign for each domain, in the layout of a traffic-light plot.
///
/// The layout is that of McGuinness and Higgins 2021, Research Synthesis Methods 12:55-61 (robvis).
public struct RiskOfBiasTrafficLight: Sendable, Hashable {
  /// What is shown.
  public var matrix: RiskOfBiasMatrix

  /// Creates a plot.
  public init(_ matrix: RiskOfBiasMatrix) { self.matrix = matrix }

  /// The plot as a picture.
  public func picture() -> Picture {
    let drawn = drawn()
    let descriptions = matrix.sections.map { section in
      let rows = section.rows.map { row in
        let domains = zip(section.domains, row.levels).map { "\($0.id) \($1?.name ?? "not judged")" }
        let overall = row.overall.map { ["overall \($0.name)"] } ?? []
        return "\(row.name): \((domains + overall).joined(separator: ", "))"
      }
      return "\(section.tool). \(rows.joined(separator: "; "))."
    }
    return Picture(
      drawn.drawing, width: drawn.width, height: drawn.height, title: "Risk of bias by study",
      description: descriptions.joined(separator: " "))
  }

  private static let column = 44.0
  private static let row = 32.0

  /// What is drawn, and how large it is.
  func drawn() -> (drawing: Drawing, width: Double, height: Double) {
    var drawing = Drawing()
    let margin = 16.0
    drawing.text("Risk of bias by study", margin, 28, size: 16, isBold: true)
    var y = 44.0
    var right = margin + 300
    for section in matrix.sections {
      draw(section, &drawing, margin, &y, &right)
      y += 20
    }
    return (drawing, right + margin, y)
  }

  private func draw(
    _ section: RiskOfBiasMatrix.Section, _ drawing: inout Drawing, _ margin: Double, _ y: inout Double,
    _ right: inout Double
  ) {
    let heading = section.title.map { "\(section.tool): \($0)" } ?? section.tool
    y += 20
    drawing.text(heading, margin, y, isBold: true)
    right = max(right, margin + TextExtent.width(heading, size: 13, isBold: true))
    y += 26
    let names = section.rows.map { TextExtent.wrapped($0.name, to: 280, size: 13) }
    let nameWidth = max(60, names.joined().map { TextExtent.width($0, size: 13) }.max() ?? 0)
    let left = margin + nameWidth + 12
    let count = section.domains.count + (section.hasOverall ? 1 : 0)
    let end = left + Double(count) * Self.column + (section.hasOverall ? 28 : 0)
    right = max(right, end)
    drawing.text("Study", margin, y, isBold: true)
    func middle(_ index: Int) -> Double {
      left + (Double(index) + 0.5) * Self.column + (index == section.domains.count ? 14 : 0)
    }
    for (index, domain) in section.domains.enumerated() {
      drawing.text(domain.id, middle(index), y, anchor: .middle, isBold: true)
    }
    let heights = names.map { max(Self.row, Double($0.count) * 17 + 8) }
    if section.hasOverall {
      drawing.text("Overall", middle(section.domains.count), y, anchor: .middle, isBold: true)
      drawing.rectangle(
        middle(section.domains.count) - 36, y + 8, 72, heights.reduce(0, +), fill: .shade)
    }
    y += 8
    drawing.line(margin, y, end, y, ink: .text)
    for (index, row) in section.rows.enumerated() {
      drawing.text(lines: names[index], margin, y + heights[index] / 2 + 4.5, leading: 17, at: .middle)
      for (number, level) in (row.levels + (section.hasOverall ? [row.overall] : [])).enumerated() {
        disc(level, &drawing, middle(number), y + heights[index] / 2)
      }
      y += heights[index]
      drawing.line(margin, y, end, y, ink: .faint)
    }
    legend(of: section, &drawing, margin, &y, max(right - margin, 420))
    right = max(right, margin + 420)
  }

  private func disc(_ level: BiasLevel?, _ drawing: inout Drawing, _ x: Double, _ y: Double) {
    guard let level else { return }
    drawing.circle(x, y, radius: 11.5, fill: level.tone.ink, stroke: .muted)
    drawing.text(level.sign, x, y + 5, size: 15, anchor: .middle, isBold: true, ink: level.tone.signInk)
  }

  private func legend(
    of section: RiskOfBiasMatrix.Section, _ drawing: inout Drawing, _ margin: Double, _ y: inout Double,
    _ width: Double
  ) {
    let domains = section.domains.map { "\($0.id): \($0.label)" }.joined(separator: "; ") + "."
    let lines = TextExtent.wrapped(domains, to: width, size: 12)
    drawing.text(lines: lines, margin, y + 17, leading: 17, size: 12, ink: .muted)
    y += Double(lines.count) * 17 + 8
    var x = margin
    for (tone, sign, words) in section.legend {
      let text = words.joined(separator: ", ")
      let needed = 26 + TextExtent.width(text, size: 12) + 18
      if x > margin, x + needed > margin + width {
        x = margin
        y += 28
      }
      drawing.circle(x + 10, y + 16, radius: 9, fill: tone.ink, stroke: .muted)
      let shown = section.legendSign(sign, of: tone)
      drawing.text(shown, x + 10, y + 20.5, size: 12, anchor: .middle, isBold: true, ink: tone.signInk)
      drawing.text(text, x + 26, y + 20.5, size: 12, ink: .muted)
      x += needed
    }
    y += 30
    if section.rows.contains(where: { $0.levels.contains(nil) }) {
      y += 14
      drawing.text("No disc: not judged.", margin, y, size: 12, ink: .muted)
    }
  }
}

extension RiskOfBiasMatrix.Section {
  /// The sign of a tone in the legend; none where points are counted and each disc has its own number.
  func legendSign(_ sign: String, of tone: BiasLevel.Tone) -> String { Int(sign) == nil ? sign : "" }
}

internal import OnusModel

/// How studies can be biased taken together: for each domain the share of studies with each judgement.
///
/// The layout is that of McGuinness and Higgins 2021, Research Synthesis Methods 12:55-61 (robvis), without weights:
/// each judgement counts once, and a study has several where its outcomes are judged one by one.
public struct RiskOfBiasSummary: Sendable, Hashable {
  /// What is shown.
  public var matrix: RiskOfBiasMatrix

  /// Creates a plot.
  public init(_ matrix: RiskOfBiasMatrix) { self.matrix = matrix }

  /// The plot as a picture.
  public func picture() -> Picture {
    let drawn = drawn()
    let descriptions = matrix.sections.map { section in
      let bars = bars(of: section).map { bar in
        let shares = bar.counts.map { "\($0.count) \($0.words)" }.joined(separator: ", ")
        return "\(bar.label): \(shares)"
      }
      return "\(section.tool), \(section.rows.count) judged. \(bars.joined(separator: "; "))."
    }
    return Picture(
      drawn.drawing, width: drawn.width, height: drawn.height, title: "Risk of bias, all studies together",
      description: descriptions.joined(separator: " "))
  }

  private struct Bar {
    var label: String
    var isBold: Bool
    var counts: [(tone: BiasLevel.Tone, words: String, sign: String, count: Int)]
  }

  private func bars(of section: RiskOfBiasMatrix.Section) -> [Bar] {
    func bar(_ label: String, isBold: Bool, _ levels: [BiasLevel?]) -> Bar {
      let judged = levels.compactMap(\.self)
      let counts = section.legend.compactMap { tone, sign, words in
        let count = judged.count { $0.tone == tone }
        let shown = section.legendSign(sign, of: tone)
        return count == 0 ? nil : (tone, words.joined(separator: " or "), shown, count)
      }
      return Bar(label: label, isBold: isBold, counts: counts)
    }
    var bars = section.domains.indices.map { index in
      let domain = section.domains[index]
      return bar("\(domain.id) \(domain.label)", isBold: false, section.rows.map { $0.levels[index] })
    }
    if section.hasOverall { bars.append(bar("Overall", isBold: true, section.rows.map(\.overall))) }
    return bars
  }

  private static let barWidth = 420.0

  /// What is drawn, and how large it is.
  func drawn() -> (drawing: Drawing, width: Double, height: Double) {
    var drawing = Drawing()
    let margin = 16.0
    drawing.text("Risk of bias, all studies together", margin, 28, size: 16, isBold: true)
    let labels = matrix.sections.flatMap { bars(of: $0) }.map {
      TextExtent.width($0.label, size: 13, isBold: $0.isBold)
    }
    let left = margin + min(300, labels.max() ?? 0) + 12
    var right = left + Self.barWidth
    var y = 44.0
    for section in matrix.sections {
      let heading =
        (section.title.map { "\(section.tool): \($0)" } ?? section.tool)
        + (section.studies == section.rows.count ? "" : ", \(section.rows.count) judgements")
        + (section.studies == section.rows.count ? ", " : " of ")
        + (section.studies == 1 ? "1 study" : "\(section.studies) studies")
      y += 20
      drawing.text(heading, margin, y, isBold: true)
      right = max(right, margin + TextExtent.width(heading, size: 13, isBold: true))
      y += 12
      for bar in bars(of: section) { draw(bar, of: section.rows.count, &drawing, margin, left, &y) }
      right = max(
        right, left + Self.barWidth + 8 + TextExtent.width("\(section.rows.count) not judged", size: 12))
      scale(&drawing, left, y)
      y += 50
      legend(of: section, &drawing, margin, &y, right - margin)
      y += 16
    }
    return (drawing, right + margin, y)
  }

  private func draw(
    _ bar: Bar, of all: Int, _ drawing: inout Drawing, _ margin: Double, _ left: Double, _ y: inout Double
  ) {
    let lines = TextExtent.wrapped(bar.label, to: left - margin - 12, size: 13, isBold: bar.isBold)
    let height = max(30, Double(lines.count) * 17 + 8)
    drawing.text(
      lines: lines, margin, y + height / 2 + 4.5, leading: 17, at: .middle, isBold: bar.isBold)
    let total = bar.counts.reduce(0) { $0 + $1.count }
    var x = left
    for (tone, _, sign, count) in bar.counts {
      let width = Self.barWidth * Double(count) / Double(total)
      drawing.rectangle(x, y + height / 2 - 11, width, 22, fill: tone.ink, stroke: .muted)
      let words = sign.isEmpty ? "\(count)" : "\(sign) \(count)"
      if TextExtent.width(words, size: 12, isBold: true) + 4 <= width {
        drawing.text(
          words, x + width / 2, y + height / 2 + 4.5, size: 12, anchor: .middle, isBold: true,
          ink: tone.signInk)
      }
      x += width
    }
    if total > 0, total < all {
      drawing.text(
        "\(all - total) not judged", left + Self.barWidth + 8, y + height / 2 + 4.5, size: 12, ink: .muted)
    }
    if total == 0 { drawing.text("not judged", left, y + height / 2 + 4.5, size: 12, ink: .muted) }
    y += height
  }

  private func scale(_ drawing: inout Drawing, _ left: Double, _ y: Double) {
    drawing.line(left, y + 4, left + Self.barWidth, y + 4, ink: .text)
    for share in [0, 25, 50, 75, 100] {
      let x = left + Self.barWidth * Double(share) / 100
      drawing.line(x, y + 4, x, y + 9, ink: .text)
      drawing.text("\(share)%", x, y + 23, size: 12, anchor: share == 100 ? .end : .middle)
    }
  }

  private func legend(
    of section: RiskOfBiasMatrix.Section, _ drawing: inout Drawing, _ margin: Double, _ y: inout Double,
    _ width: Double
  ) {
    var x = margin
    for (tone, sign, words) in section.legend {
      let shown = section.legendSign(sign, of: tone)
      let text = (shown.isEmpty ? "" : shown + " ") + words.joined(separator: ", ")
      let needed = 24 + TextExtent.width(text, size: 12) + 18
      if x > margin, x + needed > margin + width {
        x = margin
        y += 24
      }
      drawing.rectangle(x, y - 10, 16, 14, fill: tone.ink, stroke: .muted)
      drawing.text(text, x + 24, y + 1.5, size: 12, ink: .muted)
      x += needed
    }
    y += 12
  }
}

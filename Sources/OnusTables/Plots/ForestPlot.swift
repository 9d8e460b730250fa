internal import OnusModel

/// The effects of studies side by side, with what they give together, as reviews print them.
///
/// The layout is RevMan's: the study with its figures on the left, then its weight and effect, then the drawing, with
/// a square for each study whose area is its weight, and a diamond as wide as the interval of a pooled effect.
public struct ForestPlot: Sendable, Hashable {
  /// An estimate with its interval, as printed on the axis.
  public struct Estimate: Sendable, Hashable {
    /// The estimate.
    public var value: Double
    /// The lower end of its interval.
    public var lower: Double
    /// The upper end of its interval.
    public var upper: Double

    /// Creates an estimate.
    public init(_ value: Double, from lower: Double, to upper: Double) {
      self.value = value
      self.lower = lower
      self.upper = upper
    }
  }

  /// One line of the plot.
  public enum Row: Sendable, Hashable {
    /// The name of a group of studies.
    case heading(String)
    /// A study with its figures, its share of the weight in per cent, and its effect in words and as drawn; `nil`
    /// where its figures give none.
    case study(String, figures: [String], weight: Double?, words: String, effect: Estimate?)
    /// What studies give together, drawn as a diamond.
    case pooled(String, figures: [String], weight: Double?, words: String, effect: Estimate)
    /// Where another study is expected, drawn as a bar.
    case prediction(String, words: String, effect: Estimate)
    /// Words below studies, for example on heterogeneity.
    case remark(String)
  }

  /// What the plot shows.
  public var title: String
  /// What stands over the columns of figures.
  public var figureHeadings: [String]
  /// What stands over the effects, for example "RR (95% interval)".
  public var effectHeading: String
  /// The lines from top to bottom.
  public var rows: [Row]
  /// Whether the axis is logarithmic, as for ratios; the line of no effect is then at 1, otherwise at 0.
  public var isLogarithmic: Bool
  /// Whether there is a line of no effect, as for every comparison of groups; without one the axis begins at 0.
  public var hasNoEffect: Bool
  /// What lies to the left of the line of no effect.
  public var favoursLeft: String
  /// What lies to the right of it.
  public var favoursRight: String

  /// Creates a plot.
  public init(
    title: String, figureHeadings: [String], effectHeading: String, rows: [Row], isLogarithmic: Bool,
    hasNoEffect: Bool = true, favoursLeft: String = "", favoursRight: String = ""
  ) {
    self.title = title
    self.figureHeadings = figureHeadings
    self.effectHeading = effectHeading
    self.rows = rows
    self.isLogarithmic = isLogarithmic
    self.hasNoEffect = hasNoEffect
    self.favoursLeft = favoursLeft
    self.favoursRight = favoursRight
  }

  /// The plot as a picture; it grows with its rows and its longest labels.
  public func picture() -> Picture {
    let drawn = drawn()
    return Picture(
      drawn.drawing, width: drawn.width, height: drawn.height, title: title, description: summary)
  }

  /// What is drawn, and how large it is.
  func drawn() -> (drawing: Drawing, width: Double, height: Double) {
    var drawing = Drawing()
    let layout = Layout(self)
    let axis = Axis(
      rows.compactMap(\.estimate), isLogarithmic: isLogarithmic, isSymmetric: hasNoEffect, layout.left,
      layout.right)
    drawing.text(title, layout.margin, 26, size: 16, isBold: true)
    drawHeadings(&drawing, layout)
    var y = layout.top
    let bottom = layout.top + rows.reduce(0) { $0 + layout.height(of: $1) }
    if hasNoEffect {
      drawing.line(
        axis.x(of: axis.noEffect), layout.top - 8, axis.x(of: axis.noEffect), bottom + 6, ink: .line)
    }
    let largest = rows.compactMap(\.studyWeight).max() ?? 0
    for row in rows {
      draw(row, &drawing, layout, axis, y: y + layout.lineHeight * 0.72, largest: largest)
      y += layout.height(of: row)
    }
    let end = drawAxis(&drawing, axis, layout, y: bottom + 6)
    return (drawing, layout.width, end)
  }

  /// The pooled effects in words.
  private var summary: String {
    let studies = rows.filter { if case .study = $0 { true } else { false } }.count
    let pooled = rows.compactMap { row -> String? in
      if case .pooled(let name, _, _, let words, _) = row { "\(name): \(words)" } else { nil }
    }
    return "A forest plot of \(studies) \(studies == 1 ? "study" : "studies")."
      + (pooled.isEmpty ? " The effects are not pooled." : " \(pooled.joined(separator: ". ")).")
  }

  private func drawHeadings(_ drawing: inout Drawing, _ layout: Layout) {
    let y = layout.top - 14
    drawing.text("Study", layout.margin, y, isBold: true)
    for (lines, end) in zip(layout.headingLines, layout.figureEnds) {
      drawing.text(lines: lines, end, y, leading: 16, at: .last, anchor: .end, isBold: true)
    }
    if layout.hasWeights { drawing.text("Weight", layout.weightEnd, y, anchor: .end, isBold: true) }
    drawing.text(effectHeading, layout.effectEnd, y, anchor: .end, isBold: true)
    drawing.line(layout.margin, y + 6, layout.width - layout.margin, y + 6, ink: .text)
  }

  private func draw(
    _ row: Row, _ drawing: inout Drawing, _ layout: Layout, _ axis: Axis, y: Double, largest: Double
  ) {
    let middle = y - 4.5
    switch row {
    case .heading(let name):
      drawing.text(
        lines: layout.wide(name, isBold: true), layout.margin, y, leading: layout.lineHeight, isBold: true)
    case .remark(let words):
      drawing.text(
        lines: layout.wide(words), layout.margin, y, leading: layout.lineHeight, size: 12, ink: .muted)
    case .study(let name, let figures, let weight, let words, let effect):
      label(name, figures, weight, words, &drawing, layout, y: y, isBold: false)
      guard let effect else { return }
      axis.interval(effect, &drawing, y: middle)
      let share = largest > 0 ? (weight ?? 0) / largest : 0.25
      let side = 4 + 9 * share.squareRoot()
      if axis.contains(effect.value) {
        let x = axis.x(of: effect.value)
        drawing.rectangle(x - side / 2, middle - side / 2, side, side, fill: .effect)
      }
    case .pooled(let name, let figures, let weight, let words, let effect):
      label(name, figures, weight, words, &drawing, layout, y: y, isBold: true)
      let (low, centre, high) = (axis.x(of: effect.lower), axis.x(of: effect.value), axis.x(of: effect.upper))
      drawing.polygon(
        [
          (min(low, centre - 2), middle), (centre, middle - 6), (max(high, centre + 2), middle),
          (centre, middle + 6),
        ],
        fill: .text)
    case .prediction(let name, let words, let effect):
      label(name, [], nil, words, &drawing, layout, y: y, isBold: false)
      axis.bar(effect, &drawing, y: middle)
    }
  }

  private func label(
    _ name: String, _ figures: [String], _ weight: Double?, _ words: String, _ drawing: inout Drawing,
    _ layout: Layout, y: Double, isBold: Bool
  ) {
    drawing.text(
      lines: layout.name(name, isBold: isBold), layout.margin, y, leading: layout.lineHeight, isBold: isBold)
    for (index, figure) in figures.enumerated() where index < layout.figureEnds.count {
      drawing.text(figure, layout.figureEnds[index], y, anchor: .end, isBold: isBold)
    }
    if layout.hasWeights, let weight {
      drawing.text("\(weight.printed(decimals: 1))%", layout.weightEnd, y, anchor: .end, isBold: isBold)
    }
    drawing.text(words, layout.effectEnd, y, anchor: .end, isBold: isBold)
  }

  private func drawAxis(_ drawing: inout Drawing, _ axis: Axis, _ layout: Layout, y: Double) -> Double {
    drawing.line(layout.left, y, layout.right, y, ink: .text)
    for tick in axis.ticks {
      let x = axis.x(of: tick)
      drawing.line(x, y, x, y + 5, ink: .text)
      drawing.text(axis.label(tick), x, y + 19, size: 12, anchor: .middle)
    }
    let origin = axis.x(of: axis.noEffect)
    let left = TextExtent.wrapped(favoursLeft, to: origin - layout.left - 10 + 40, size: 12)
    let right = TextExtent.wrapped(favoursRight, to: layout.right - origin - 10 + 40, size: 12)
    drawing.text(lines: left, origin - 8, y + 38, leading: 16, size: 12, anchor: .end, ink: .muted)
    drawing.text(lines: right, origin + 8, y + 38, leading: 16, size: 12, ink: .muted)
    return y + 38 + Double(max(left.count, right.count)) * 16 + 4
  }
}

extension ForestPlot.Row {
  /// What the row draws.
  fileprivate var estimate: ForestPlot.Estimate? {
    switch self {
    case .study(_, _, _, _, let effect): effect
    case .pooled(_, _, _, _, let effect), .prediction(_, _, let effect): effect
    case .heading, .remark: nil
    }
  }

  fileprivate var studyWeight: Double? {
    if case .study(_, _, let weight, _, .some) = self { weight } else { nil }
  }
}

/// Where the columns of a forest plot stand.
private struct Layout {
  let margin = 16.0
  let lineHeight = 20.0
  let top: Double
  let left: Double
  let right: Double
  let width: Double
  let figureEnds: [Double]
  let headingLines: [[String]]
  let weightEnd: Double
  let effectEnd: Double
  let hasWeights: Bool
  private let nameWidth: Double

  private static let gap = 18.0

  init(_ plot: ForestPlot) {
    func width(_ text: String, _ isBold: Bool = true) -> Double {
      TextExtent.width(text, size: 13, isBold: isBold)
    }
    var names = width("Study")
    var figures = [Double](repeating: 0, count: plot.figureHeadings.count)
    var effects = width(plot.effectHeading)
    var hasWeights = false
    for row in plot.rows {
      switch row {
      case .study(let name, let cells, let weight, let words, _):
        names = max(names, width(name, false))
        for (index, cell) in cells.enumerated() where index < figures.count {
          figures[index] = max(figures[index], width(cell, false))
        }
        effects = max(effects, width(words, false))
        hasWeights = hasWeights || weight != nil
      case .pooled(let name, let cells, let weight, let words, _):
        names = max(names, width(name))
        for (index, cell) in cells.enumerated() where index < figures.count {
          figures[index] = max(figures[index], width(cell))
        }
        effects = max(effects, width(words))
        hasWeights = hasWeights || weight != nil
      case .prediction(let name, let words, _):
        names = max(names, width(name))
        effects = max(effects, width(words))
      case .heading, .remark: break
      }
    }
    self.hasWeights = hasWeights
    nameWidth = min(names, 300)
    let headings = plot.figureHeadings.enumerated().map { index, heading in
      TextExtent.wrapped(heading, to: max(figures[index], 90), size: 13, isBold: true)
    }
    headingLines = headings
    var x = margin + nameWidth
    var ends: [Double] = []
    for (index, lines) in headings.enumerated() {
      x += Self.gap + max(figures[index], lines.map { width($0) }.max() ?? 0)
      ends.append(x)
    }
    figureEnds = ends
    if hasWeights { x += Self.gap + max(width("Weight"), width("100.0%")) }
    weightEnd = x
    effectEnd = x + Self.gap + effects
    left = effectEnd + 24
    right = left + 320
    let titleEnd = margin + TextExtent.width(plot.title, size: 16, isBold: true)
    self.width = max(right + 2 * margin, titleEnd + margin)
    top = 60 + Double(headings.map(\.count).max() ?? 1) * 16
  }

  /// The lines of a study's name.
  func name(_ name: String, isBold: Bool) -> [String] {
    TextExtent.wrapped(name, to: nameWidth + 0.01, size: 13, isBold: isBold)
  }

  /// The lines of words that may use the whole of the figures' side.
  func wide(_ words: String, isBold: Bool = false) -> [String] {
    TextExtent.wrapped(words, to: effectEnd - margin, size: isBold ? 13 : 12, isBold: isBold)
  }

  func height(of row: ForestPlot.Row) -> Double {
    switch row {
    case .heading(let words): Double(wide(words, isBold: true).count) * lineHeight + 6
    case .remark(let words): Double(wide(words).count) * lineHeight + 4
    case .study(let name, _, _, _, _): Double(self.name(name, isBold: false).count) * lineHeight
    case .pooled(let name, _, _, _, _): Double(self.name(name, isBold: true).count) * lineHeight
    case .prediction(let name, _, _): Double(self.name(name, isBold: true).count) * lineHeight
    }
  }
}

/// The axis of effects: where values stand, and which are marked.
private struct Axis {
  let noEffect: Double
  let ticks: [Double]
  private let isLogarithmic: Bool
  private let left: Double
  private let right: Double
  private let low: Double
  private let high: Double

  init(
    _ estimates: [ForestPlot.Estimate], isLogarithmic: Bool, isSymmetric: Bool, _ left: Double,
    _ right: Double
  ) {
    self.isLogarithmic = isLogarithmic
    self.left = left
    self.right = right
    noEffect = isLogarithmic ? 1 : 0
    let values = estimates.map(\.value).filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    let ends = estimates.flatMap { [$0.lower, $0.upper] }.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
    if isLogarithmic {
      // The axis is the same on both sides and holds every estimate.
      // Few intervals may leave it, with an arrow: one wide interval must not squeeze all others.
      let reaches = ends.map { max($0, 1 / $0) }.sorted()
      let usual = reaches.isEmpty ? 1 : reaches[reaches.count - 1 - reaches.count / 5]
      let nearest = values.map { max($0, 1 / $0) }.max() ?? 1
      let farthest = max(usual, nearest * 1.1)
      let steps: [Double] = [1.5, 2, 5, 10, 20, 100, 1000]
      let limit = steps.first { $0 >= farthest } ?? max(1000, nearest * 1.5)
      (low, high) = (1 / limit, limit)
      let marks: [Double] =
        limit <= 1.5
        ? [0.7, 0.85, 1, 1.2, 1.5]
        : limit <= 2
          ? [0.5, 0.7, 1, 1.5, 2]
          : limit <= 5
            ? [0.2, 0.5, 1, 2, 5]
            : limit <= 10
              ? [0.1, 0.2, 0.5, 1, 2, 5, 10]
              : limit <= 20
                ? [0.05, 0.2, 1, 5, 20]
                : limit <= 100
                  ? [0.01, 0.1, 1, 10, 100]
                  : [0.001, 0.1, 1, 10, 1000]
      ticks = marks.filter { $0 >= 1 / limit && $0 <= limit }
    } else {
      let reach = max(1e-9, (values + ends).map { abs($0) }.max() ?? 1)
      let hasNegative = (values + ends).contains { $0 < 0 }
      let step = Self.step(reach / (isSymmetric || hasNegative ? 2 : 4))
      let count = (reach / step).rounded(.up)
      low = isSymmetric || hasNegative ? -count * step : 0
      high = count * step
      ticks = ((low < 0 ? -Int(count) : 0)...Int(count)).map { Double($0) * step }
    }
  }

  /// The nearest of 1, 2 and 5 times a power of ten that is not smaller.
  private static func step(_ value: Double) -> Double {
    var power = 1e-9
    while power * 10 <= value { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value * 0.999 } ?? power * 10
  }

  func x(of value: Double) -> Double {
    func place(_ value: Double) -> Double { isLogarithmic ? logarithm(max(value, 1e-12)) : value }
    let share = (place(value) - place(low)) / (place(high) - place(low))
    return left + (right - left) * min(1, max(0, share))
  }

  func contains(_ value: Double) -> Bool { low <= value && value <= high }

  func label(_ tick: Double) -> String {
    var text = tick.printed(decimals: 9)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// The line of an interval, with an arrow where it leaves the axis.
  func interval(_ effect: ForestPlot.Estimate, _ drawing: inout Drawing, y: Double) {
    drawing.line(x(of: effect.lower), y, x(of: effect.upper), y, ink: .text, width: 1.3)
    if effect.lower < low {
      drawing.polygon([(left - 1, y), (left + 7, y - 4), (left + 7, y + 4)], fill: .text)
    }
    if effect.upper > high {
      drawing.polygon([(right + 1, y), (right - 7, y - 4), (right - 7, y + 4)], fill: .text)
    }
  }

  /// A bar with short ends.
  func bar(_ effect: ForestPlot.Estimate, _ drawing: inout Drawing, y: Double) {
    let (from, to) = (x(of: effect.lower), x(of: effect.upper))
    drawing.line(from, y, to, y, ink: .effect, width: 3)
    for end in [from, to] { drawing.line(end, y - 5, end, y + 5, ink: .effect, width: 1.5) }
  }

  private func logarithm(_ value: Double) -> Double {
    // The binary logarithm from exponent and significand, without a library of functions.
    var (fraction, result) = (value.significand, Double(value.exponent))
    var power = 0.5
    while power > 1e-7 {
      fraction *= fraction
      if fraction >= 2 {
        fraction /= 2
        result += power
      }
      power /= 2
    }
    return result
  }
}

import Testing

@testable import OnusTables

struct ForestPlotTests {
  private static let names = [
    "Adams 2001", "Évora & Núñez 2018", "张伟 2019", "محمد 2020", "<b>&\u{1}",
    "The very long name of a collaborative group with many words in several countries of the world 2015",
  ]

  private func plot(_ count: Int, pooled: Bool = true) -> ForestPlot {
    var rows: [ForestPlot.Row] = (0..<count).map { index in
      let value = 0.4 + 0.01 * Double(index % 90)
      return .study(
        Self.names[index % Self.names.count], figures: ["\(index)/1234", "12/99"],
        weight: 100 / Double(count),
        words: "0.50 (0.10 to 2.00)", effect: .init(value, from: value / 4, to: value * 4))
    }
    if pooled {
      rows.append(
        .pooled(
          "Together", figures: [], weight: 100, words: "0.63 (0.44 to 0.90)",
          effect: .init(0.63, from: 0.44, to: 0.9)))
    }
    return ForestPlot(
      title: "Tea", figureHeadings: ["Treated: events / people", "Control: events / people"],
      effectHeading: "RR (95% interval)", rows: rows, isLogarithmic: true, favoursLeft: "favours tea",
      favoursRight: "favours water")
  }

  @Test(arguments: [0, 1, 3, 300]) func noWordsOverlapAndAllAreWithinThePicture(count: Int) {
    let drawn = plot(count).drawn()
    let boxes = drawn.drawing.boxes
    for (index, box) in boxes.enumerated() {
      #expect(box.left >= 0 && box.right <= drawn.width && box.top >= 0 && box.bottom <= drawn.height)
      for other in boxes[..<index] {
        let apart =
          box.right <= other.left || other.right <= box.left || box.bottom <= other.top
          || other.bottom <= box.top
        #expect(apart, "\(box) and \(other)")
      }
    }
  }

  @Test func theSVGHasATitleADescriptionAndItsWordsAsText() {
    let svg = String(decoding: plot(6).picture().svg, as: UTF8.self)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" "))
    #expect(svg.contains("role=\"img\" aria-labelledby=\"title-tea-"))
    #expect(svg.contains("\">Tea</title>"))
    #expect(
      svg.contains(
        "\">A forest plot of 6 studies. Together: 0.63 (0.44 to 0.90).</desc>"))
    for word in ["Adams 2001", "张伟 2019", "محمد 2020", "&lt;b&gt;&amp;\u{FFFD}", "favours tea", "16.7%"] {
      #expect(svg.contains(">\(word)</text>"), "\(word)")
    }
  }

  @Test func withoutAPooledEffectItIsSaid() {
    let picture = plot(1, pooled: false).picture()
    #expect(picture.description == "A forest plot of 1 study. The effects are not pooled.")
    #expect(!String(decoding: picture.svg, as: UTF8.self).contains("<polygon"))
  }

  @Test func thePictureIsTheSameEachTime() {
    #expect(plot(40).picture() == plot(40).picture())
  }

  /// One interval from 0.001 to 1000 leaves the axis with an arrow on each side.
  @Test func aWideIntervalIsCutWithArrows() {
    var wide = plot(9, pooled: false)
    wide.rows.append(
      .study(
        "Wide", figures: [], weight: 1, words: "1.00 (0.00 to 1000.00)",
        effect: .init(1, from: 0.001, to: 1000)))
    let svg = String(decoding: wide.picture().svg, as: UTF8.self)
    #expect(svg.split(separator: "<polygon").count - 1 == 2)
  }

  @Test(arguments: [
    ("abc", 13.0, false, (613.0 + 635 + 550) * 0.013), ("", 13, false, 0), ("e\u{301}", 10, false, 6.15),
    ("张", 20, false, 20), ("A", 10, true, 7.74),
  ])
  func widthsAreThoseOfTheFont(_ text: String, _ size: Double, _ isBold: Bool, _ width: Double) {
    #expect(abs(TextExtent.width(text, size: size, isBold: isBold) - width) < 1e-9)
  }
}

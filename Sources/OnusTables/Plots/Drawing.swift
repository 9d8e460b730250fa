internal import OnusModel

/// A picture in the making: shapes and words, in user units, that become an SVG.
///
/// Words stay words, so that they can be searched, copied and read aloud; meaning is never in a colour alone.
struct Drawing {
  /// Where words stand to their point.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// The few colours in use, dark enough on white for small signs (4.5 : 1 and more).
  enum Ink: String {
    case text = "#1b1f24"
    case muted = "#57606a"
    case line = "#8c959f"
    case faint = "#d0d7de"
    case shade = "#f3f5f7"
    case effect = "#0b5394"
    case benefit = "#1a7f37"
    case harm = "#a40e26"
    case paper = "#ffffff"
    // Okabe and Ito's colours, which most people with colour blindness tell apart.
    case biasLow = "#009e73"
    case biasSome = "#f0e442"
    case biasHigh = "#d55e00"
    case biasExtreme = "#6e1300"
  }

  private(set) var body: [String] = []
  /// Where words have been put: left, top, right and bottom of each.
  private(set) var boxes: [(left: Double, top: Double, right: Double, bottom: Double)] = []

  /// Puts words on a line; the point is at their base line.
  mutating func text(
    _ words: String, _ x: Double, _ y: Double, size: Double = 13, anchor: Anchor = .start,
    isBold: Bool = false, ink: Ink = .text
  ) {
    guard !words.isEmpty else { return }
    let width = TextExtent.width(words, size: size, isBold: isBold)
    let left = anchor == .start ? x : anchor == .middle ? x - width / 2 : x - width
    boxes.append((left, y - 0.76 * size, left + width, y + 0.24 * size))
    var attributes = "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    if size != 13 { attributes += " font-size=\"\(Self.number(size))\"" }
    if anchor != .start { attributes += " text-anchor=\"\(anchor.rawValue)\"" }
    if isBold { attributes += " font-weight=\"bold\"" }
    if ink != .text { attributes += " fill=\"\(ink.rawValue)\"" }
    body.append("<text \(attributes)>\(Self.escaped(words))</text>")
  }

  /// Which of several lines has its base line at the point.
  enum LineAtPoint: Double {
    case first = 0
    case middle = 0.5
    case last = 1
  }

  /// Puts words on several lines, one below the other.
  mutating func text(
    lines: [String], _ x: Double, _ y: Double, leading: Double, at point: LineAtPoint = .first,
    size: Double = 13, anchor: Anchor = .start, isBold: Bool = false, ink: Ink = .text
  ) {
    let first = y - point.rawValue * Double(lines.count - 1) * leading
    for (index, line) in lines.enumerated() {
      text(
        line, x, first + Double(index) * leading, size: size, anchor: anchor, isBold: isBold, ink: ink)
    }
  }

  /// Draws a line.
  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, ink: Ink = .line, width: Double = 1,
    isDashed: Bool = false
  ) {
    body.append(
      "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" "
        + "y2=\"\(Self.number(y2))\" stroke=\"\(ink.rawValue)\" stroke-width=\"\(Self.number(width))\""
        + (isDashed ? " stroke-dasharray=\"4 3\"" : "") + "/>")
  }

  /// Draws a rectangle.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Ink, stroke: Ink? = nil
  ) {
    body.append(
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
        + "height=\"\(Self.number(height))\" fill=\"\(fill.rawValue)\""
        + (stroke.map { " stroke=\"\($0.rawValue)\"" } ?? "") + "/>")
  }

  /// Draws a closed shape through points.
  mutating func polygon(_ points: [(Double, Double)], fill: Ink, stroke: Ink? = nil) {
    let path = points.map { "\(Self.number($0.0)),\(Self.number($0.1))" }.joined(separator: " ")
    body.append(
      "<polygon points=\"\(path)\" fill=\"\(fill.rawValue)\""
        + (stroke.map { " stroke=\"\($0.rawValue)\"" } ?? "") + "/>")
  }

  /// Draws a circle, filled with a share of its ink.
  mutating func circle(
    _ x: Double, _ y: Double, radius: Double, fill: Ink, opacity: Double = 1, stroke: Ink? = nil
  ) {
    body.append(
      "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" "
        + "fill=\"\(fill.rawValue)\"" + (opacity < 1 ? " fill-opacity=\"\(Self.number(opacity))\"" : "")
        + (stroke.map { " stroke=\"\($0.rawValue)\"" } ?? "") + "/>")
  }

  /// The whole picture.
  func svg(width: Double, height: Double, title: String, description: String) -> [UInt8] {
    // Several pictures may stand in one page, where each name must be its own.
    let name = Self.identifier(title)
    let size = "width=\"\(Self.number(width))\" height=\"\(Self.number(height))\""
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) "
          + "viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\" role=\"img\" "
          + "aria-labelledby=\"title-\(name) description-\(name)\" font-family=\"'DejaVu Sans', Verdana, sans-serif\" "
          + "font-size=\"13\" fill=\"\(Ink.text.rawValue)\">",
        "<title id=\"title-\(name)\">\(Self.escaped(title))</title>",
        "<desc id=\"description-\(name)\">\(Self.escaped(description))</desc>",
        Self.style,
        "<rect width=\"100%\" height=\"100%\" fill=\"\(Ink.paper.rawValue)\"/>",
      ] + body + ["</svg>", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Each label has a direction of its own; without this a name from right to left would turn the signs beside it.
  static let style = "<style>text { unicode-bidi: isolate; }</style>"

  /// A title as a part of a name: its letters and digits, with a hash of the whole.
  private static func identifier(_ title: String) -> String {
    let words = title.lowercased().unicodeScalars.map { scalar -> Character in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
    }
    // FNV-1a, so that titles in other scripts differ as well.
    let hash = title.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return "\(String(words.prefix(24)))-\(String(hash, radix: 36))"
  }

  /// A coordinate with at most two decimals.
  private static func number(_ value: Double) -> String {
    var text = value.printed(decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Words as XML 1.0 can hold them.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

internal import OnusModel

/// The shapes that stand beside the words of stances, standings and severities.
enum ExplorerShape {
  /// All shapes, defined once and used by name.
  static let sheet =
    "<svg class=\"sheet\" aria-hidden=\"true\" focusable=\"false\" width=\"0\" height=\"0\">\n"
    + shapes.map { name, drawing in
      "<symbol id=\"shape-\(name)\" viewBox=\"0 0 16 16\">\(drawing)</symbol>"
    }.joined(separator: "\n") + "\n</svg>"

  /// What the signs of the matrix mean.
  static let legend = EvidenceLink.Stance.allCases.map { stance in
    "<span class=\"stance \(stance.tone)\"><svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\">"
      + "<use href=\"#shape-\(stance.shape)\"></use></svg>"
      + "\(stance.rawValue.capitalizedSentence.dropLast())</span>"
  }.joined(separator: " ")

  private static let line = "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.7\""
  private static let mark =
    "fill=\"none\" stroke=\"var(--paper)\" stroke-width=\"2\" stroke-linecap=\"round\""
  private static let full = "<circle cx=\"8\" cy=\"8\" r=\"7\" fill=\"currentColor\"/>"
  private static let ring = "<circle cx=\"8\" cy=\"8\" r=\"6.1\" \(line)/>"
  private static let ends = "stroke-linecap=\"round\" stroke-linejoin=\"round\""

  private static let shapes: [(String, String)] = [
    ("up", "<path d=\"M8 2 15 14H1Z\" fill=\"currentColor\"/>"),
    ("up-open", "<path d=\"M8 3.4 13.6 13H2.4Z\" \(line) stroke-linejoin=\"round\"/>"),
    ("down", "<path d=\"M8 14 1 2H15Z\" fill=\"currentColor\"/>"),
    ("diamond", "<path d=\"M8 1.6 14.4 8 8 14.4 1.6 8Z\" \(line) stroke-linejoin=\"round\"/>"),
    ("check", full + "<path d=\"m4.6 8.3 2.4 2.5 4.5-5.2\" \(mark) stroke-linejoin=\"round\"/>"),
    ("half", ring + "<path d=\"M8 2a6 6 0 0 0 0 12Z\" fill=\"currentColor\"/>"),
    (
      "warn",
      "<path d=\"M8 1.2 15.4 14.6H.6Z\" fill=\"currentColor\" stroke=\"currentColor\" \(ends)/>"
        + "<path d=\"M8 6v4M8 12.4v.2\" \(mark)/>"
    ),
    (
      "cross",
      "<path d=\"M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5Z\" fill=\"currentColor\"/>"
        + "<path d=\"m5.4 5.4 5.2 5.2M10.6 5.4l-5.2 5.2\" \(mark)/>"
    ),
    ("empty", "<circle cx=\"8\" cy=\"8\" r=\"6.1\" \(line) stroke-dasharray=\"2.6 2.2\"/>"),
    ("clock", ring + "<path d=\"M8 4.4V8l2.6 1.8\" \(line) \(ends)/>"),
    (
      "question",
      "<rect x=\"1.6\" y=\"1.6\" width=\"12.8\" height=\"12.8\" rx=\"3\" \(line)/>"
        + "<path d=\"M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 11.7v.2\" \(line) \(ends)/>"
    ),
    ("info", ring + "<path d=\"M8 7.4v3.8M8 4.8V5\" \(line) \(ends)/>"),
  ]
}

extension EvidenceLink.Stance {
  /// The shape beside the word.
  var shape: String {
    switch self {
    case .supports: "up"
    case .partlySupports: "up-open"
    case .contradicts: "down"
    case .inconclusive: "diamond"
    }
  }

  /// The tone that repeats what shape and word say.
  var tone: String {
    switch self {
    case .supports, .partlySupports: "for"
    case .contradicts: "against"
    case .inconclusive: "between"
    }
  }
}

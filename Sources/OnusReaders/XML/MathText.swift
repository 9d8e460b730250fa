internal import OnusModel

/// Formulas in MathML as a line of plain text.
///
/// `10` over `5` raised must not become 105: scripts are set off as `10^5` and `x_1`, fractions as `a/b`, and
/// what does not stand alone is put in parentheses. Nothing is evaluated or translated.
enum MathText {
  /// The formula as one line; marks all of it as read.
  static func line(_ formula: XMLElement) -> String {
    let text = row(formula)
    formula.markRead()
    return text
  }

  private static func row(_ element: XMLElement) -> String {
    var text = ""
    element.forEachPart { part in
      switch part {
      case .text(let bytes):
        if !XMLText.isBlank(bytes) { text += XMLText.collapsed(bytes) }
      case .element(let child): text += rendered(child)
      }
    }
    return text
  }

  private static func rendered(_ element: XMLElement) -> String {
    let parts = element.elements.map(\.self)
    switch element.name {
    case "mi", "mn", "mo", "mtext", "ms": return element.text
    case "mspace": return " "
    case "annotation", "annotation-xml", "mphantom", "maligngroup", "malignmark", "none": return ""
    case "semantics": return parts.first.map(rendered) ?? ""
    case "msub" where parts.count == 2: return base(parts[0]) + "_" + operand(parts[1])
    case "msup" where parts.count == 2: return base(parts[0]) + "^" + operand(parts[1])
    case "msubsup" where parts.count == 3:
      return base(parts[0]) + "_" + operand(parts[1]) + "^" + operand(parts[2])
    case "mfrac" where parts.count == 2: return operand(parts[0]) + "/" + operand(parts[1])
    case "msqrt": return "√" + grouped(row(element))
    case "mroot" where parts.count == 2: return operand(parts[1]) + "√" + operand(parts[0])
    case "mover" where parts.count == 2: return over(parts[0], parts[1])
    case "munder" where parts.count == 2: return base(parts[0]) + "_" + operand(parts[1])
    case "munderover" where parts.count == 3:
      return base(parts[0]) + "_" + operand(parts[1]) + "^" + operand(parts[2])
    case "mmultiscripts": return scripts(parts)
    case "mfenced": return fenced(element, parts)
    case "matrix": return parts.map(rendered).joined(separator: "; ")
    case "matrixrow", "vector", "list", "set", "interval":
      return parts.map(rendered).joined(separator: ", ")
    case "apply": return parts.map(rendered).filter { !$0.isEmpty }.joined(separator: " ")
    case "infinity": return "∞"
    case "sep": return " "
    case "mtable": return parts.map(rendered).joined(separator: "; ")
    case "mtr", "mlabeledtr": return parts.map(rendered).joined(separator: ", ")
    default: return row(element)
    }
  }

  /// What a script is attached to: `(a+b)^2`.
  private static func base(_ element: XMLElement) -> String {
    let text = rendered(element)
    return text.count > 1 && text.contains { "+-−±×·/=".contains($0) } ? grouped(text) : text
  }

  /// A script or a part of a fraction: `-5` stands alone, `n+1` does not.
  private static func operand(_ element: XMLElement) -> String { grouped(rendered(element)) }

  private static func grouped(_ text: String) -> String {
    let rest = text.first.map { "+-−".contains($0) } ?? false ? text.dropFirst() : text[...]
    let standsAlone = rest.allSatisfy { $0.isLetter || $0.isNumber || ".,*'′∗†".contains($0) }
    let isGrouped = text.hasPrefix("(") && text.hasSuffix(")") && text.dropLast().allSatisfy { $0 != ")" }
    return standsAlone || isGrouped || text.count <= 1 ? text : "(" + text + ")"
  }

  private static func over(_ element: XMLElement, _ accent: XMLElement) -> String {
    let mark = rendered(accent).trimmed
    let text = rendered(element)
    guard let combining = accents[mark] else { return base(element) + "^" + grouped(mark) }
    return text.count == 1 ? text + combining : text + mark
  }

  /// Pairs of lower and upper scripts behind the base; those behind `mprescripts` come before it.
  private static func scripts(_ parts: [XMLElement]) -> String {
    guard let first = parts.first else { return "" }
    let border = parts.firstIndex { $0.isNamed("mprescripts") } ?? parts.count
    let before = pairs(parts[min(border + 1, parts.count)...])
    return before + base(first) + pairs(parts[1..<max(border, 1)])
  }

  private static func pairs(_ parts: ArraySlice<XMLElement>) -> String {
    var text = ""
    for (offset, part) in parts.enumerated() {
      let script = operand(part)
      if !script.isEmpty { text += (offset.isMultiple(of: 2) ? "_" : "^") + script }
    }
    return text
  }

  private static func fenced(_ element: XMLElement, _ parts: [XMLElement]) -> String {
    // Without the attribute it is a comma; authors who put operators between the parts want none.
    let given = element.attribute("separators").map { $0.trimmed.first.map(String.init) ?? "" }
    let separator = given ?? (parts.contains { $0.isNamed("mo") } ? "" : ",")
    return (element.attribute("open") ?? "(") + parts.map(rendered).joined(separator: separator)
      + (element.attribute("close") ?? ")")
  }

  /// Accents as the characters that Unicode puts over the one before.
  private static let accents = [
    "¯": "\u{304}", "‾": "\u{304}", "_": "\u{304}", "―": "\u{304}", "^": "\u{302}", "ˆ": "\u{302}",
    "~": "\u{303}", "˜": "\u{303}", "→": "\u{20D7}", "˙": "\u{307}", "¨": "\u{308}",
  ]
}

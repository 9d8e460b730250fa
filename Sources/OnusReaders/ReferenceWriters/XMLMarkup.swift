/// An XML document in the making: elements on lines of their own, empty ones left out.
struct XMLMarkup {
  private(set) var text = ""
  private var depth: Int

  init(depth: Int = 0) { self.depth = depth }

  /// Adds an element with a text; nothing without one.
  mutating func add(_ name: String, _ content: String?) { add(name, [:], content) }

  /// Adds an element with attributes and a text; nothing without a text.
  mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: String?) {
    guard let content, !content.isEmpty else { return }
    let start = Self.start(name, attributes)
    text += indentation + start + Self.escaped(content) + "</\(name)>\n"
  }

  /// Adds an element with the elements that a function adds; nothing when it adds none.
  mutating func add(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], body: (inout XMLMarkup) -> Void
  ) {
    var inner = XMLMarkup(depth: depth + 1)
    body(&inner)
    guard !inner.text.isEmpty else { return }
    text += indentation + Self.start(name, attributes) + "\n" + inner.text + indentation + "</\(name)>\n"
  }

  /// Adds an element without content.
  mutating func addEmpty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    text += indentation + Self.start(name, attributes).dropLast() + "/>\n"
  }

  /// Adds markup as it is, without indentation.
  mutating func addMarkup(_ markup: String) { text += indentation + markup + "\n" }

  private var indentation: String { String(repeating: "  ", count: depth) }

  private static func start(_ name: String, _ attributes: KeyValuePairs<String, String?>) -> String {
    var text = "<" + name
    for (name, value) in attributes {
      if let value { text += " \(name)=\"\(escaped(value, isAttribute: true))\"" }
    }
    return text + ">"
  }

  /// The text with markup escaped and without the characters that XML 1.0 does not allow.
  static func escaped(_ text: String, isAttribute: Bool = false) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where isAttribute: result += "&quot;"
      // A parser would turn them into a line feed or a blank.
      case "\r": result += "&#xD;"
      case "\n" where isAttribute: result += "&#xA;"
      case "\t" where isAttribute: result += "&#x9;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// A JSON document under construction, whose keys keep the order they were given in.
enum JSONValue {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// The string, or null when there is none.
  static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// The document with two spaces of indentation and a final line break.
  var prettyPrinted: [UInt8] {
    var text = ""
    write(to: &text, indentation: "")
    text += "\n"
    return Array(text.utf8)
  }

  private func write(to text: inout String, indentation: String) {
    let inner = indentation + "  "
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? value.shortest : "null"
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      guard !values.isEmpty else { return text += "[]" }
      text += "[\n"
      for (index, value) in values.enumerated() {
        text += inner
        value.write(to: &text, indentation: inner)
        text += index == values.count - 1 ? "\n" : ",\n"
      }
      text += indentation + "]"
    case .object(let members):
      guard !members.isEmpty else { return text += "{}" }
      text += "{\n"
      for (index, (key, value)) in members.enumerated() {
        text += inner
        Self.write(key, to: &text)
        text += ": "
        value.write(to: &text, indentation: inner)
        text += index == members.count - 1 ? "\n" : ",\n"
      }
      text += indentation + "}"
    }
  }

  // RFC 8259 asks for escapes only below U+0020; the line separators are escaped too because JavaScript
  // before 2019 took them for line ends.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

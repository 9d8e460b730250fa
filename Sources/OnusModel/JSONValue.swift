/// A JSON text in the making, whose object members keep the order in which they were written.
///
/// The same value always gives the same bytes (RFC 8259), which Foundation's encoder does not promise for
/// the order of members.
public indirect enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number; a value that is not finite is written as `null`.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in order.
  case object([Member])

  /// A name with its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue

    /// Creates a member.
    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Makes an object of the pairs whose value is not `nil`.
  public static func members(_ pairs: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(pairs.compactMap { name, value in value.map { Member(name, $0) } })
  }

  /// A text, or `nil` without one.
  public static func text(_ text: String?) -> JSONValue? { text.map(JSONValue.string) }

  /// A list, or `nil` when it would be empty.
  public static func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }

  /// A list of texts, or `nil` when it would be empty.
  public static func texts(_ values: [String]) -> JSONValue? { list(values.map(JSONValue.string)) }

  /// The JSON text on one line, without blanks.
  public var compact: String {
    var text = ""
    write(into: &text, indent: nil)
    return text
  }

  /// The JSON text with two blanks of indentation a level, without a line break at its end.
  public var pretty: String {
    var text = ""
    write(into: &text, indent: 0)
    return text
  }

  private func write(into text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value):
      let isWhole = value == value.rounded() && abs(value) < 1e15
      text += isWhole ? String(Int(value)) : (value.isFinite ? String(value) : "null")
    case .string(let value): Self.quote(value, into: &text)
    case .array(let values):
      Self.enclose("[", "]", count: values.count, into: &text, indent: indent) { index, text, indent in
        values[index].write(into: &text, indent: indent)
      }
    case .object(let members):
      Self.enclose("{", "}", count: members.count, into: &text, indent: indent) { index, text, indent in
        Self.quote(members[index].name, into: &text)
        text += indent == nil ? ":" : ": "
        members[index].value.write(into: &text, indent: indent)
      }
    }
  }

  private static func enclose(
    _ open: String, _ close: String, count: Int, into text: inout String, indent: Int?,
    item: (Int, inout String, Int?) -> Void
  ) {
    text += open
    for index in 0..<count {
      if index > 0 { text += "," }
      if let indent { text += "\n" + String(repeating: " ", count: indent + 2) }
      item(index, &text, indent.map { $0 + 2 })
    }
    if let indent, count > 0 { text += "\n" + String(repeating: " ", count: indent) }
    text += close
  }

  private static func quote(_ string: String, into text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Line separators are legal in JSON and break JavaScript, into which pages may paste it.
      case _ where scalar.value < 0x20 || scalar == "\u{2028}" || scalar == "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Makes an object of the pairs whose value is not `nil`, in the order written.
  public init(dictionaryLiteral elements: (String, JSONValue?)...) {
    self = .object(elements.compactMap { name, value in value.map { Member(name, $0) } })
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  /// Creates a text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

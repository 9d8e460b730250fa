internal import OnusModel

/// A value of a JSON text with its place.
struct JSONNode {
  /// What kinds of values there are.
  enum Value {
    case null
    case bool(Bool)
    /// A number as it is written.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([(name: String, node: JSONNode)])
  }

  var value: Value
  var location: SourceLocation

  /// The elements of a list; `nil` for anything else.
  var elements: [JSONNode]? { if case .array(let nodes) = value { nodes } else { nil } }

  /// The members of an object; `nil` for anything else.
  var members: [(name: String, node: JSONNode)]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The value of a member.
  subscript(name: String) -> JSONNode? { members?.first { $0.name == name }?.node }

  /// The text of a string or a number; `nil` for anything else and for one that is empty.
  var text: String? {
    switch value {
    case .string(let text), .number(let text):
      let text = text.trimmed
      return text.isEmpty ? nil : text
    default: return nil
    }
  }

  /// The value as it would be written anew.
  var json: JSONValue {
    switch value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let digits):
      Int(digits).map(JSONValue.integer) ?? Double(digits).map(JSONValue.number) ?? .null
    case .string(let text): .string(text)
    case .array(let nodes): .array(nodes.map(\.json))
    case .object(let members): .object(members.map { .init($0.name, $0.node.json) })
    }
  }
}

/// Reads JSON (RFC 8259) from a text, one value after the other.
struct JSONReader {
  let cursor: TextCursor
  private var size = 0
  /// What a value of a list, which is held whole, may take of memory at most.
  private static let largestSize = 1 << 28

  init(cursor: TextCursor) { self.cursor = cursor }

  /// Deeper nesting than any bibliography has is refused, so that no file can exhaust the stack.
  private static let deepest = 128

  /// Whether the next character that is no white space is this one.
  func isNext(_ character: Unicode.Scalar) throws -> Bool {
    try cursor.skipWhiteSpace()
    return cursor.next == character
  }

  /// Takes a character that must come next.
  func expect(_ character: Unicode.Scalar) throws {
    guard try isNext(character) else { throw malformed("\"\(character)\" should stand here") }
    try cursor.advance()
  }

  func malformed(_ message: String) -> Diagnostic {
    let isEnd = cursor.next == nil
    return Diagnostic(
      .error, "malformed-json", isEnd ? "the file ends too early: \(message)" : message, at: cursor.location)
  }

  /// Reads the elements of a list or, of anything else, the value itself, one at a time.
  mutating func readElements(_ receive: (JSONNode) throws -> Void) throws {
    guard try isNext("[") else {
      try receive(element(depth: 0))
      return
    }
    try cursor.advance()
    if try isNext("]") {
      try cursor.advance()
      return
    }
    while true {
      try receive(element(depth: 1))
      guard try isNext(",") else { break }
      try cursor.advance()
    }
    try expect("]")
  }

  private mutating func element(depth: Int) throws -> JSONNode {
    size = 0
    return try value(depth: depth)
  }

  private mutating func grow(by count: Int) throws {
    size += count
    guard size > Self.largestSize else { return }
    throw Diagnostic(
      .error, "record-too-large", "a record grows beyond \(Self.largestSize >> 20) MB up to here",
      at: cursor.location)
  }

  private mutating func value(depth: Int) throws -> JSONNode {
    try cursor.skipWhiteSpace()
    let location = cursor.location
    try grow(by: MemoryLayout<JSONNode>.stride)
    guard depth < Self.deepest else { throw malformed("the values are nested too deeply") }
    guard let next = cursor.next else { throw malformed("a value should stand here") }
    switch next {
    case "{": return JSONNode(value: .object(try members(depth: depth)), location: location)
    case "[": return JSONNode(value: .array(try elements(depth: depth)), location: location)
    case "\"": return JSONNode(value: .string(try string()), location: location)
    default: return JSONNode(value: try word(), location: location)
    }
  }

  private mutating func elements(depth: Int) throws -> [JSONNode] {
    try cursor.advance()
    var nodes: [JSONNode] = []
    if try isNext("]") {
      try cursor.advance()
      return nodes
    }
    while true {
      nodes.append(try value(depth: depth + 1))
      guard try isNext(",") else { break }
      try cursor.advance()
    }
    try expect("]")
    return nodes
  }

  private mutating func members(depth: Int) throws -> [(name: String, node: JSONNode)] {
    try cursor.advance()
    var members: [(name: String, node: JSONNode)] = []
    if try isNext("}") {
      try cursor.advance()
      return members
    }
    while true {
      guard try isNext("\"") else { throw malformed("the name of a member should stand here") }
      let name = try string()
      try expect(":")
      members.append((name, try value(depth: depth + 1)))
      guard try isNext(",") else { break }
      try cursor.advance()
    }
    try expect("}")
    return members
  }

  private func word() throws -> JSONNode.Value {
    let location = cursor.location
    let word = try cursor.take {
      $0.isASCII && ($0.properties.isAlphabetic || "+-.0123456789".unicodeScalars.contains($0))
    }
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case _ where Double(word) != nil && word.contains(where: \.isASCIIDigit): return .number(word)
    default:
      throw Diagnostic(.error, "malformed-json", "this is no value of JSON", at: location)
    }
  }

  private mutating func string() throws -> String {
    let start = cursor.location
    try cursor.advance()
    var text = String.UnicodeScalarView()
    while let next = cursor.next {
      if next == "\"" {
        try cursor.advance()
        return String(text)
      }
      // Line breaks are against the rules and harmless.
      if next == "\\" {
        text.append(contentsOf: try escape())
      } else {
        text.append(next)
        try cursor.advance()
      }
      try grow(by: 1)
    }
    throw Diagnostic(.error, "malformed-json", "the file ends too early: this text does not end", at: start)
  }

  private func escape() throws -> [Unicode.Scalar] {
    try cursor.advance()
    guard let letter = cursor.next else { return [] }
    try cursor.advance()
    switch letter {
    case "n": return ["\n"]
    case "t": return ["\t"]
    case "r": return ["\r"]
    case "b", "f": return [" "]
    case "u":
      let first = try hexadecimal()
      if let scalar = Unicode.Scalar(first) { return [scalar] }
      // A character beyond 16 bits is written as two halves.
      guard (0xD800..<0xDC00).contains(first), cursor.next == "\\" else { return ["\u{FFFD}"] }
      try cursor.advance()
      guard cursor.next == "u" else { return ["\u{FFFD}"] }
      try cursor.advance()
      let second = try hexadecimal()
      guard (0xDC00..<0xE000).contains(second) else { return ["\u{FFFD}"] }
      let number = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      return [Unicode.Scalar(number) ?? "\u{FFFD}"]
    default: return [letter]
    }
  }

  private func hexadecimal() throws -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let next = cursor.next, let digit = Character(next).hexDigitValue else {
        throw malformed("four hexadecimal digits should stand here")
      }
      number = number << 4 | UInt32(digit)
      try cursor.advance()
    }
    return number
  }
}

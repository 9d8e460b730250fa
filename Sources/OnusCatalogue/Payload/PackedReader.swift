internal import OnusModel

/// Reads values in the form of a ``PackedWriter`` from bytes that nothing is known of.
struct PackedReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var lastFile: String?
  private var lastLine = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// What is thrown when the bytes end early or say what no writer writes.
  static let damage = Diagnostic(
    .error, "unreadable-catalogue", "the catalogue cannot be read: a stored reference is damaged")

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws -> UInt8 {
    guard position < bytes.count else { throw Self.damage }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() throws -> UInt64 {
    let first = try byte()
    if first < 0x80 { return UInt64(first) }
    var number = UInt64(first & 0x7F)
    for shift in stride(from: UInt64(7), to: 64, by: 7) {
      let byte = try byte()
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
    }
    throw Self.damage
  }

  /// A number of bytes or of elements, of which each takes at least one byte.
  mutating func count() throws -> Int { try checked(try number()) }

  private func checked(_ number: UInt64) throws -> Int {
    guard number <= UInt64(bytes.count - position) else { throw Self.damage }
    return Int(number)
  }

  mutating func signed() throws -> Int {
    let number = try number()
    return Int(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
  }

  mutating func text() throws -> String {
    let number = try number()
    if number & 1 == 1 {
      guard number >> 1 < UInt64(PackedWords.all.count) else { throw Self.damage }
      return PackedWords.all[Int(number >> 1)]
    }
    let count = try checked(number >> 1)
    let utf8 = UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    position += count
    return String(decoding: utf8, as: UTF8.self)
  }

  mutating func list<Element>(_ element: (inout PackedReader) throws -> Element) throws -> [Element] {
    let count = try count()
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  mutating func texts() throws -> [String] { try list { try $0.text() } }

  /// Which parts of a value there are.
  mutating func parts() throws -> Parts { Parts(mask: try number()) }

  /// The bits that a ``PackedParts`` has numbered, in the same order.
  struct Parts {
    fileprivate(set) var mask: UInt64

    /// Whether the next part is there.
    mutating func next() -> Bool {
      defer { mask >>= 1 }
      return mask & 1 == 1
    }
  }

  mutating func location() throws -> SourceLocation? {
    switch try byte() {
    case 0: return nil
    case 1: break
    case 2: lastFile = try text()
    default: throw Self.damage
    }
    guard let lastFile else { throw Self.damage }
    lastLine &+= try signed()
    return SourceLocation(file: lastFile, line: lastLine, column: try signed())
  }

  mutating func date() throws -> PartialDate {
    var parts = try parts()
    return PartialDate(
      year: parts.next() ? try signed() : nil, month: parts.next() ? try signed() : nil,
      day: parts.next() ? try signed() : nil, printed: parts.next() ? try text() : nil)
  }
}

/// What stands in front of the records of an XML file, as far as it must be known to cut the file.
struct XMLFileStart {
  /// The root's start tag, verbatim.
  var rootTag: [UInt8]
  /// The end tag that fits it.
  var endTag: [UInt8]
  /// The start of a record's start tag: `<` and its name.
  var recordTag: [UInt8]

  /// Looks at the first bytes of a file; `nil` when it is not of the plain form that can be cut.
  init?(_ bytes: [UInt8], records: [String]) {
    let parts = bytes.withUnsafeBufferPointer { bytes -> (root: Range<Int>, record: Range<Int>)? in
      guard bytes.first == 0x3C, Self.isUTF8(bytes) else { return nil }
      let prolog = Self.prologEnd(in: bytes)
      guard let root = Self.startTag(in: bytes, from: prolog) else { return nil }
      var record = root.upperBound
      while record < bytes.count, XMLText.isBlank(bytes[record]) { record += 1 }
      guard let name = Self.name(in: bytes, from: record) else { return nil }
      return (root, record..<name.upperBound)
    }
    guard let parts else { return nil }
    let name = String(decoding: bytes[parts.record.dropFirst()], as: UTF8.self)
    guard records.contains(name) else { return nil }
    rootTag = Array(bytes[parts.root])
    let rootName = rootTag.dropFirst().prefix { !Self.endsName($0) }
    endTag = [0x3C, 0x2F] + rootName + [0x3E]
    recordTag = Array(bytes[parts.record])
  }

  /// Whether a byte ends the name in a start tag.
  static func endsName(_ byte: UInt8) -> Bool { XMLText.isBlank(byte) || byte == 0x3E || byte == 0x2F }

  /// Where the root's start tag begins, behind declaration, comments, instructions and document type; the end of
  /// the bytes when there is something else or a document type with declarations of its own.
  static func prologEnd(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    while index + 1 < bytes.count {
      if XMLText.isBlank(bytes[index]) {
        index += 1
      } else if bytes[index] != 0x3C {
        return bytes.count
      } else if bytes[index + 1] == 0x3F {
        index = end(of: "?>", in: bytes, from: index)
      } else if starts("<!--", in: bytes, at: index) {
        index = end(of: "-->", in: bytes, from: index + 4)
      } else if bytes[index + 1] == 0x21 {
        let close = end(of: ">", in: bytes, from: index)
        if bytes[index..<close].contains(0x5B) { return bytes.count }
        index = close
      } else {
        return index
      }
    }
    return bytes.count
  }

  /// Whether the declaration names UTF-8 or no encoding.
  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard starts("<?xml", in: bytes, at: 0) else { return true }
    let declaration = String(decoding: bytes[..<end(of: "?>", in: bytes, from: 0)], as: UTF8.self)
      .lowercased()
    guard declaration.contains("encoding") else { return true }
    return ["\"utf-8\"", "'utf-8'"].contains { declaration.contains($0) }
  }

  private static func startTag(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    guard let name = name(in: bytes, from: start) else { return nil }
    var quote: UInt8?
    for index in name.upperBound..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return bytes[index - 1] == 0x2F ? nil : start..<index + 1
      }
    }
    return nil
  }

  /// The name in the start tag that begins at an index.
  private static func name(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    guard start + 1 < bytes.count, bytes[start] == 0x3C else { return nil }
    var end = start + 1
    while end < bytes.count, !endsName(bytes[end]) { end += 1 }
    guard end < bytes.count, end > start + 1, bytes[start + 1] != 0x2F, bytes[start + 1] != 0x21 else {
      return nil
    }
    return start + 1..<end
  }

  private static func starts(
    _ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    text.withUTF8Buffer { text in
      index + text.count <= bytes.count && bytes[index..<index + text.count].elementsEqual(text)
    }
  }

  private static func end(
    of text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    var index = start
    while index < bytes.count {
      if starts(text, in: bytes, at: index) { return index + text.utf8CodeUnitCount }
      index += 1
    }
    return bytes.count
  }
}

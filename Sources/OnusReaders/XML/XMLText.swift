/// Text as XML layout leaves it, brought into the form in which it is kept.
enum XMLText {
  /// Whether a byte is one of XML's four white space characters.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  /// Whether there is nothing but white space.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < raw.count, isBlank(raw[index]) {
      index += 1
      while index + 8 <= raw.count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) == blanks {
        index += 8
      }
    }
    return index == raw.count
  }

  /// The bytes without white space at their ends.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// The text with every run of XML white space turned into one blank, and none at its ends.
  ///
  /// Other spaces, such as the no-break and thin spaces between a number and its unit, stay as they are.
  static func collapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let bytes = trimmed(bytes)
    guard needsCollapsing(bytes) else { return String(decoding: bytes, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var count = 0
      var isAfterBlank = false
      for byte in bytes {
        if isBlank(byte) {
          isAfterBlank = true
          continue
        }
        if isAfterBlank {
          buffer[count] = 0x20
          count += 1
          isAfterBlank = false
        }
        buffer[count] = byte
        count += 1
      }
      return count
    }
  }

  /// Whether there is a line break, a tab or a double blank, looked for eight bytes at a time.
  ///
  /// Subtracting from each byte of a word at once shows in the top bits which bytes were smaller
  /// (Warren, Hacker's Delight, 2nd edition, section 6-1).
  private static func needsCollapsing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index + 9 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let next = raw.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
      let pairs = (word ^ blanks) | (next ^ blanks)
      let found = ((word &- blanks) & ~word) | ((pairs &- ones) & ~pairs)
      if found & tops != 0 { return true }
      index += 8
    }
    var previous: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20, byte != 0x20 || previous == 0x20 { return true }
      previous = byte
      index += 1
    }
    return false
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let blanks: UInt64 = 0x2020_2020_2020_2020
  private static let tops: UInt64 = 0x8080_8080_8080_8080
}

/// Text as XML layout leaves it, brought into the form in which it is kept.
enum XMLText {
  /// Whether a byte is one of XML's four white space characters.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  /// Whether there is nothing but white space.
  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count, isBlank(bytes[index]) { index &+= 1 }
    return index == bytes.count
  }

  /// Whether there is a line break and after it nothing but four or more blanks, which is what most layout is.
  ///
  /// Four or eight bytes are compared at a time, the last ones whether they have been seen or not.
  @inline(__always)
  static func isIndentation(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let raw = UnsafeRawPointer(start)
    guard count > 4 else { return false }
    if count <= 8 {
      return UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)) == 0x2020_200A
        && raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self) == 0x2020_2020
    }
    guard UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) == 0x2020_2020_2020_200A,
      raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self) == blanks
    else { return false }
    var index = 8
    while index &+ 8 < count {
      if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) != blanks { return false }
      index &+= 8
    }
    return true
  }

  /// The bytes without white space at their ends.
  @inline(__always)
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
    if bytes.count <= 15, !needsCollapsing(bytes) { return string(bytes) }
    let scan = Self.scan(bytes)
    guard scan.needsCollapsing else { return longString(bytes, isASCII: scan.isASCII) }
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

  /// The bytes as a string, without a second look at whether they are UTF-8: libxml2 hands on nothing else.
  private static func longString(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> String {
    if #available(macOS 26, iOS 26, watchOS 26, tvOS 26, visionOS 26, *) {
      return String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes as a string; most are short enough to be kept without a block of memory.
  @inline(__always)
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let count = bytes.count
    guard count <= 15, let start = bytes.baseAddress else { return String(decoding: bytes, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: 15) { buffer in
      guard let target = UnsafeMutableRawPointer(buffer.baseAddress) else { return 0 }
      copyShort(UnsafeRawPointer(start), count, to: target)
      return count
    }
  }

  /// Copies up to thirty-two bytes in two loads and stores that may overlap, which a call of `memcpy` would take
  /// longer to arrange.
  @inline(__always)
  static func copyShort(_ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer) {
    if count > 16 {
      let first = source.loadUnaligned(as: SIMD16<UInt8>.self)
      let last = source.loadUnaligned(fromByteOffset: count &- 16, as: SIMD16<UInt8>.self)
      target.storeBytes(of: first, as: SIMD16<UInt8>.self)
      target.storeBytes(of: last, toByteOffset: count &- 16, as: SIMD16<UInt8>.self)
    } else if count >= 8 {
      let first = source.loadUnaligned(as: UInt64.self)
      let last = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      target.storeBytes(of: first, as: UInt64.self)
      target.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
      let first = source.loadUnaligned(as: UInt32.self)
      let last = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      target.storeBytes(of: first, as: UInt32.self)
      target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
    } else {
      for offset in 0..<count {
        let byte = source.load(fromByteOffset: offset, as: UInt8.self)
        target.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
      }
    }
  }

  /// Whether there are the same bytes, compared eight at a time.
  @inline(__always)
  static func areEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    let (first, second) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
    var index = 0
    while index &+ 8 <= first.count {
      guard
        first.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == second.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index &+= 8
    }
    if index > 0 {
      // The last word may overlap the one before it.
      return first.loadUnaligned(fromByteOffset: first.count &- 8, as: UInt64.self)
        == second.loadUnaligned(fromByteOffset: first.count &- 8, as: UInt64.self)
    }
    while index < first.count {
      guard first[index] == second[index] else { return false }
      index &+= 1
    }
    return true
  }

  /// Whether there is an ampersand, looked for in short texts in one or two words that may overlap.
  @inline(__always)
  static func hasAmpersand(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let raw = UnsafeRawPointer(start)
    if count == 1 { return start.pointee == 0x26 }
    if count >= 4, count <= 8 {
      let first = raw.loadUnaligned(as: UInt32.self)
      let last = raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return hasAmpersand(UInt64(first) | UInt64(last) << 32)
    }
    if count > 8, count <= 16 {
      return hasAmpersand(raw.loadUnaligned(as: UInt64.self))
        || hasAmpersand(raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    }
    return UnsafeBufferPointer(start: start, count: count).contains(0x26)
  }

  @inline(__always)
  private static func hasAmpersand(_ word: UInt64) -> Bool {
    let marked = word ^ 0x2626_2626_2626_2626
    // What a byte takes from the next one shows an ampersand more at most, and never hides one.
    return (marked &- ones) & ~marked & tops != 0
  }

  /// Whether there is a line break, a tab or a double blank, and whether all is ASCII, looked for eight bytes at
  /// a time.
  ///
  /// Subtracting from each byte of a word at once shows in the top bits which bytes were smaller
  /// (Warren, Hacker's Delight, 2nd edition, section 6-1).
  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> (needsCollapsing: Bool, isASCII: Bool) {
    guard bytes.count >= 9, let start = bytes.baseAddress else { return (needsCollapsing(bytes), false) }
    let raw = UnsafeRawPointer(start)
    if bytes.count >= 32 { return scanLong(raw, bytes.count) }
    var found: UInt64 = 0
    var all: UInt64 = 0
    func look(_ offset: Int) {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let next = raw.loadUnaligned(fromByteOffset: offset &+ 1, as: UInt64.self)
      let pairs = (word ^ blanks) | (next ^ blanks)
      found |= ((word &- blanks) & ~word) | ((pairs &- ones) & ~pairs)
      all |= word
    }
    var index = 0
    let last = bytes.count &- 9
    while index < last {
      look(index)
      index &+= 8
    }
    look(last)
    let end = bytes[bytes.count - 1]
    return (found & tops != 0 || end < 0x20, (all | UInt64(end)) & tops == 0)
  }

  /// The same of at least seventeen bytes, sixteen at a time.
  private static func scanLong(_ raw: UnsafeRawPointer, _ count: Int) -> (
    needsCollapsing: Bool, isASCII: Bool
  ) {
    let blank = SIMD16<UInt8>(repeating: 0x20)
    var found = SIMDMask<SIMD16<Int8>>(repeating: false)
    var all = SIMD16<UInt8>()
    var offset = 0
    let last = count &- 17
    while true {
      let bytes = raw.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      let next = raw.loadUnaligned(fromByteOffset: offset &+ 1, as: SIMD16<UInt8>.self)
      // Where no byte is smaller than a blank, only two blanks make one.
      found .|= (bytes .< blank) .| ((bytes | next) .== blank)
      all |= bytes
      if offset == last { break }
      offset = min(offset &+ 16, last)
    }
    let end = raw.load(fromByteOffset: count &- 1, as: UInt8.self)
    let marks = SIMD16<UInt8>().replacing(with: 0xFF, where: found)
    return (halves(marks) != 0 || end < 0x20, (halves(all) | UInt64(end)) & tops == 0)
  }

  /// The two halves of a vector, one laid over the other.
  @inline(__always)
  private static func halves(_ vector: SIMD16<UInt8>) -> UInt64 {
    let words = unsafeBitCast(vector, to: SIMD2<UInt64>.self)
    return words[0] | words[1]
  }

  /// Whether there is a line break, a tab or a double blank in a short text.
  private static func needsCollapsing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count >= 9 { return scan(bytes).needsCollapsing }
    let raw = UnsafeRawBufferPointer(bytes)
    if bytes.count >= 4 {
      // Mostly there is no blank at all.
      let first = raw.loadUnaligned(as: UInt32.self)
      let last = raw.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
      let word = UInt64(first) | UInt64(last) << 32
      if (word &- blanks &- ones) & ~word & tops == 0 { return false }
    }
    var previous: UInt8 = 0
    for byte in bytes {
      if byte <= 0x20, byte != 0x20 || previous == 0x20 { return true }
      previous = byte
    }
    return false
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let blanks: UInt64 = 0x2020_2020_2020_2020
  private static let tops: UInt64 = 0x8080_8080_8080_8080
}

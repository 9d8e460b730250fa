internal import OnusModel

/// Appends values to a growing array of bytes in the packed form that a ``PackedReader`` reads.
///
/// - A whole number is a varint: seven bits a byte, the lowest first, the top bit set on all bytes but the
///   last. One that may be negative is zigzagged first: 0, −1, 1, −2 become 0, 1, 2, 3. (Both as in
///   "Protocol Buffers Encoding", developers.google.com/protocol-buffers/docs/encoding.)
/// - A text is a varint and its UTF-8. The varint is twice the number of bytes; an odd one is twice the number
///   of a word of ``PackedWords``, plus one, and nothing follows.
/// - A list is the number of its elements and the elements.
struct PackedWriter: ~Copyable {
  /// What has been written.
  var bytes: [UInt8] = []
  private let words = PackedWords.numbers
  private var lastFile: String?
  private var lastLine = 0

  /// Forgets what later places would refer to, so that what comes next can be read by itself.
  mutating func startValue() {
    lastFile = nil
    lastLine = 0
  }

  mutating func append(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(_ count: Int) { append(UInt64(bitPattern: Int64(count))) }

  mutating func append(signed number: Int) {
    let number = Int64(number)
    append(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      append(utf8.count << 1)
      bytes.append(contentsOf: utf8)
    }
  }

  /// Appends the UTF-8 of a text that is a column of its own, and says where it lies.
  mutating func appendColumn(_ text: String) -> Range<Int> {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    return start..<bytes.count
  }

  /// Appends a text that is likely to be a known word.
  mutating func append(word: String) {
    // A text that only looks the same to Unicode has more bytes than the word, which is of ASCII.
    let count = word.utf8.count
    if count <= PackedWords.longest, let number = words[word], PackedWords.all[number].utf8.count == count {
      append(number << 1 | 1)
    } else {
      append(word)
    }
  }

  mutating func append<Element>(
    _ list: [Element], _ element: (inout PackedWriter, Element) -> Void
  ) {
    append(list.count)
    for value in list { element(&self, value) }
  }

  /// Appends a place: 0 for none, 1 for one in the file of the place before it, 2 and the file; then how many
  /// lines it is behind the place before, and the column.
  mutating func append(_ location: SourceLocation?) {
    guard let location else { return append(0) }
    if location.file == lastFile {
      append(1)
    } else {
      append(2)
      append(location.file)
      lastFile = location.file
    }
    append(signed: location.line &- lastLine)
    append(signed: location.column)
    lastLine = location.line
  }

  /// Appends a date: which of its parts there are, one bit each, and the parts.
  mutating func append(_ date: PartialDate) {
    var parts = PackedParts()
    let mask =
      parts.bit(date.year != nil) | parts.bit(date.month != nil) | parts.bit(date.day != nil)
      | parts.bit(date.printed != nil)
    append(mask)
    if let year = date.year { append(signed: year) }
    if let month = date.month { append(signed: month) }
    if let day = date.day { append(signed: day) }
    if let printed = date.printed { append(printed) }
  }
}

/// Numbers the bits that say which parts of a value there are.
struct PackedParts {
  private var next: UInt64 = 1

  /// The next bit, set or not.
  mutating func bit(_ isThere: Bool) -> UInt64 {
    defer { next <<= 1 }
    return isThere ? next : 0
  }
}

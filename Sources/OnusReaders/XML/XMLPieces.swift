internal import OnusModel

/// A part of an XML file that can be parsed on its own: the start tag of its root, some records, an end tag.
struct XMLPiece: Sendable {
  /// What is parsed.
  var bytes: [UInt8]
  /// Where in the file what follows the root's start tag stands; `nil` in the first piece, which starts as the
  /// file does.
  var start: SourceLocation?
}

/// Cuts an XML file in front of records into pieces of some megabytes.
///
/// Only a plain file is cut: UTF-8, no entities of its own, the records directly in the root. What looks like a
/// record in a comment or a CDATA section is cut too, and leaves a piece that is no XML.
struct XMLPieces {
  private let stream: CorpusFileStream
  private let file: CorpusFile
  private let rootTag: [UInt8]
  private let endTag: [UInt8]
  private let recordTag: [UInt8]
  /// What has been read and not been handed on; behind the first piece with the root's start tag in front.
  private var pending: [UInt8]
  private var place: SourceLocation?
  private var isAtEnd = false
  /// How many of the pending bytes are known to hold no further record.
  private var searched = 0

  private static let size = 1 << 19
  /// A longer record is not for pieces: what is pending would fill the memory.
  private static let maximumSize = 1 << 24

  /// That a record is so long that the file must be read in order.
  struct RecordTooLong: Error {}

  /// Looks at the start of a file; `nil` when the file is smaller than one piece or of another form.
  init?(_ file: CorpusFile, records: [String]) throws {
    let stream = try CorpusFileStream(file)
    let bytes = try stream.read(upTo: Self.size)
    guard bytes.count == Self.size, let start = XMLFileStart(bytes, records: records) else { return nil }
    self.file = file
    self.stream = stream
    rootTag = start.rootTag
    endTag = start.endTag
    recordTag = start.recordTag
    pending = bytes
  }

  /// The next piece; `nil` behind the last one.
  ///
  /// - Throws: A `Diagnostic` when the file cannot be read, and ``RecordTooLong``.
  mutating func next() throws -> XMLPiece? {
    guard !isAtEnd else { return nil }
    var cut = lastRecord()
    while cut == nil {
      if pending.count > Self.maximumSize { throw RecordTooLong() }
      let count = pending.count
      searched = count
      pending = try stream.read(upTo: max(Self.size, count), behind: pending[...])
      isAtEnd = pending.count == count
      if isAtEnd { break }
      cut = lastRecord()
    }
    var piece = XMLPiece(bytes: [], start: place)
    swap(&piece.bytes, &pending)
    let end = cut ?? piece.bytes.count
    if !isAtEnd { pending = try stream.read(upTo: Self.size, behind: rootTag + piece.bytes[end...]) }
    searched = 0
    advance(over: piece.bytes[(piece.start == nil ? 0 : rootTag.count)..<end])
    if !isAtEnd {
      piece.bytes.removeLast(piece.bytes.count - end)
      piece.bytes += endTag
    }
    return piece
  }

  /// Where the last record of what has been read starts; not at its very start, which would leave nothing.
  private func lastRecord() -> Int? {
    var index = pending.count - recordTag.count - 1
    let first = max(place == nil ? 0 : rootTag.count, searched - recordTag.count - 1)
    return pending.withUnsafeBufferPointer { pending in
      while index > first {
        if pending[index] == 0x3C, pending[index...].starts(with: recordTag),
          XMLFileStart.endsName(pending[index + recordTag.count])
        {
          return index
        }
        index -= 1
      }
      return nil
    }
  }

  private mutating func advance(over bytes: ArraySlice<UInt8>) {
    var place = place ?? SourceLocation(file: file.name, line: 1, column: 1)
    bytes.withUnsafeBytes { bytes in
      let lineCount = Self.lineCount(in: bytes)
      place.line += lineCount
      let lineStart = lineCount == 0 ? 0 : (bytes.lastIndex(of: 0x0A) ?? 0) + 1
      if lineCount > 0 { place.column = 1 }
      for byte in bytes[lineStart...] where byte & 0xC0 != 0x80 { place.column += 1 }
    }
    self.place = place
  }

  /// How many line feeds there are, sixteen bytes at a time: all bytes of a file pass here on one thread.
  private static func lineCount(in bytes: UnsafeRawBufferPointer) -> Int {
    let feed = SIMD16<UInt8>(repeating: 0x0A)
    var count = 0
    var index = 0
    while index &+ 16 <= bytes.count {
      var found = SIMD16<UInt8>()
      // A lane holds no more than 255.
      let end = min(bytes.count &- 15, index &+ 16 &* 255)
      while index < end {
        let next = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        found = found.replacing(with: found &+ 1, where: next .== feed)
        index &+= 16
      }
      count &+= Int(SIMD16<UInt16>(truncatingIfNeeded: found).wrappedSum())
    }
    for byte in bytes[index...] where byte == 0x0A { count &+= 1 }
    return count
  }
}

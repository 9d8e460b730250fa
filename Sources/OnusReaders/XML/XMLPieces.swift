internal import OnusModel

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

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
    var cut: Int?
    while cut == nil {
      let bytes = try stream.read(upTo: max(0, Self.size - pending.count) + Self.size / 4)
      pending += bytes
      isAtEnd = bytes.isEmpty
      if isAtEnd { break }
      cut = lastRecord()
      searched = pending.count
      if cut == nil, pending.count > Self.maximumSize { throw RecordTooLong() }
    }
    let end = cut ?? pending.count
    var piece = XMLPiece(bytes: [], start: place)
    piece.bytes.reserveCapacity(end + rootTag.count + endTag.count)
    if place != nil { piece.bytes += rootTag }
    piece.bytes += pending[..<end]
    if !isAtEnd { piece.bytes += endTag }
    advance(over: pending[..<end])
    pending.removeFirst(end)
    searched = pending.count
    return piece
  }

  /// Where the last record of what has been read starts; not at its very start, which would leave nothing.
  private func lastRecord() -> Int? {
    var index = pending.count - recordTag.count - 1
    let first = max(0, searched - recordTag.count - 1)
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

  private mutating func advance(over bytes: ArraySlice<UInt8>) {
    var place = place ?? SourceLocation(file: file.name, line: 1, column: 1)
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      var lineStart = 0
      while lineStart < bytes.count,
        let lineEnd = memchr(start + lineStart, 0x0A, bytes.count - lineStart)
      {
        place.line += 1
        place.column = 1
        lineStart = UnsafeRawPointer(lineEnd) - start + 1
      }
      for byte in bytes[lineStart...] where byte & 0xC0 != 0x80 { place.column += 1 }
    }
    self.place = place
  }
}

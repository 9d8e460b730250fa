internal import CZlib
internal import OnusModel

/// Unpacks gzip: one member after the other, as `gzip` and `cat` make them.
final class GzipInflater {
  /// The first two bytes of every member.
  static let magic: [UInt8] = [0x1F, 0x8B]

  private let location: SourceLocation
  private let stream: UnsafeMutablePointer<z_stream>
  private var place = Place.inMember

  private enum Place {
    case inMember
    case afterMember
    /// One byte after a member was read, and it was the first of another member's two.
    case afterMagicByte
    /// Zeros that fill up a tape block follow the last member.
    case inPadding
  }

  init(_ location: SourceLocation) throws {
    self.location = location
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    try start()
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  private func start() throws {
    // 16 more than the largest window asks for the gzip format.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else {
      throw Diagnostic(.error, "unreadable-file", "there is no memory to unpack the file", at: location)
    }
  }

  /// Unpacks some bytes.
  ///
  /// - Returns: How many packed bytes were used, and how many bytes were written.
  func inflate(_ packed: UnsafeMutableBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>)
    throws -> (used: Int, made: Int)
  {
    guard let first = packed.first else { return (0, 0) }
    switch place {
    case .inMember: return try inflateMember(packed, into: target)
    case .afterMember:
      guard first == Self.magic[0] || first == 0 else { throw trailingBytes }
      place = first == 0 ? .inPadding : .afterMagicByte
      return (1, 0)
    case .afterMagicByte:
      guard first == Self.magic[1] else { throw trailingBytes }
      inflateReset(stream)
      place = .inMember
      // The byte of the magic number that has been used up is given again.
      var magic = Self.magic
      _ = try magic.withUnsafeMutableBufferPointer { bytes in
        try inflateMember(UnsafeMutableBufferPointer(rebasing: bytes[..<1]), into: target)
      }
      return (0, 0)
    case .inPadding:
      guard packed.allSatisfy({ $0 == 0 }) else { throw trailingBytes }
      return (packed.count, 0)
    }
  }

  private func inflateMember(
    _ packed: UnsafeMutableBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) throws -> (used: Int, made: Int) {
    stream.pointee.next_in = packed.baseAddress
    stream.pointee.avail_in = UInt32(packed.count)
    stream.pointee.next_out = target.baseAddress
    stream.pointee.avail_out = UInt32(target.count)
    let status = CZlib.inflate(stream, Z_NO_FLUSH)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: place = .afterMember
    default:
      let reason = stream.pointee.msg.map { ": " + String(cString: $0) } ?? ""
      throw Diagnostic(.error, "corrupt-gzip", "the compressed data are damaged\(reason)", at: location)
    }
    return (packed.count - Int(stream.pointee.avail_in), target.count - Int(stream.pointee.avail_out))
  }

  /// Throws when the file may not end here.
  func checkEnd() throws {
    guard place == .inMember || place == .afterMagicByte else { return }
    throw Diagnostic(
      .error, "truncated-gzip", "the compressed data end too early; the file is incomplete", at: location)
  }

  private var trailingBytes: Diagnostic {
    Diagnostic(
      .error, "corrupt-gzip", "bytes that are not gzip follow the compressed data", at: location)
  }
}

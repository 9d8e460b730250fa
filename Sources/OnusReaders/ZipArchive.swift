internal import CZlib
internal import OnusModel

/// The files in a zip archive, unpacked into memory one at a time.
struct ZipArchive {
  /// A file in the archive.
  struct Member {
    var name: String
    fileprivate var method: Int
    fileprivate var isEncrypted: Bool
    fileprivate var checksum: UInt32
    fileprivate var packedSize: Int
    fileprivate var size: Int
    fileprivate var start: Int
  }

  /// The signature of a file at the start of an archive.
  static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// The largest archive and the largest file in one, so that neither can take all memory.
  static let largestSize = 1 << 28

  /// The files in the order of the archive, without folders.
  private(set) var members: [Member] = []
  private let bytes: [UInt8]
  private let location: SourceLocation

  /// Reads the list of files at the end of an archive.
  ///
  /// - Throws: A `Diagnostic` with the code `corrupt-zip`, or what reading the file throws.
  init(_ file: CorpusFile) throws {
    location = file.location
    let stream = try CorpusFileStream(file)
    var bytes: [UInt8] = []
    while case let piece = try stream.read(upTo: 1 << 16), !piece.isEmpty {
      bytes += piece
      guard bytes.count <= Self.largestSize else {
        throw Diagnostic(.error, "zip-too-large", "the archive is larger than 256 MB", at: file.location)
      }
    }
    self.bytes = bytes
    try readDirectory()
  }

  private func number(_ start: Int, _ count: Int) throws -> Int {
    guard start >= 0, start + count <= bytes.count else { throw corrupt("its list of files is incomplete") }
    return (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
  }

  private func corrupt(_ reason: String) -> Diagnostic {
    Diagnostic(.error, "corrupt-zip", "the zip archive cannot be read: \(reason)", at: location)
  }

  private mutating func readDirectory() throws {
    // A comment of up to 65535 bytes may follow the record at the end.
    let end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    let earliest = max(0, bytes.count - 22 - 65535)
    let starts = stride(from: bytes.count - 22, through: earliest, by: -1)
    guard bytes.count >= 22, let record = starts.first(where: { bytes[$0..<$0 + 4].elementsEqual(end) })
    else {
      throw corrupt("its end is missing")
    }
    var start = try number(record + 16, 4)
    for _ in 0..<(try number(record + 10, 2)) {
      guard try number(start, 4) == 0x0201_4B50 else { throw corrupt("its list of files is damaged") }
      let lengths = try [28, 30, 32].map { try number(start + $0, 2) }
      let nameEnd = start + 46 + lengths[0]
      guard nameEnd <= bytes.count else { throw corrupt("its list of files is incomplete") }
      let member = Member(
        name: String(decoding: bytes[start + 46..<nameEnd], as: UTF8.self), method: try number(start + 10, 2),
        isEncrypted: try number(start + 8, 2) & 1 == 1, checksum: UInt32(try number(start + 16, 4)),
        packedSize: try number(start + 20, 4), size: try number(start + 24, 4),
        start: try number(start + 42, 4))
      if !member.name.hasSuffix("/") { members.append(member) }
      start += 46 + lengths.reduce(0, +)
    }
  }

  /// The bytes of a file in the archive.
  ///
  /// - Throws: A `Diagnostic` with the code `corrupt-zip`, `encrypted-zip` or `zip-too-large`.
  func unpacked(_ member: Member) throws -> [UInt8] {
    guard !member.isEncrypted else {
      throw Diagnostic(.error, "encrypted-zip", "\(member.name) is encrypted", at: location)
    }
    guard member.size <= Self.largestSize else {
      throw Diagnostic(.error, "zip-too-large", "\(member.name) is larger than 256 MB", at: location)
    }
    guard try number(member.start, 4) == 0x0403_4B50 else {
      throw corrupt("\(member.name) is not where it should be")
    }
    let start = try member.start + 30 + number(member.start + 26, 2) + number(member.start + 28, 2)
    guard start + member.packedSize <= bytes.count else { throw corrupt("\(member.name) is incomplete") }
    let packed = Array(bytes[start..<start + member.packedSize])
    let unpacked: [UInt8]
    switch member.method {
    case 0: unpacked = packed
    case 8: unpacked = try inflated(packed, member)
    default: throw corrupt("\(member.name) is packed by a method that is not known")
    }
    let checksum = unpacked.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
    guard unpacked.count == member.size, UInt32(truncatingIfNeeded: checksum) == member.checksum else {
      throw corrupt("\(member.name) is damaged")
    }
    return unpacked
  }

  private func inflated(_ packed: [UInt8], _ member: Member) throws -> [UInt8] {
    var stream = z_stream()
    // A negative window asks for data without a header.
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw corrupt("there is no memory to unpack it")
    }
    defer { inflateEnd(&stream) }
    var packed = packed
    // One byte more than there should be shows data that go on.
    let room = member.size + 1
    let (unpacked, status) = packed.withUnsafeMutableBufferPointer { source in
      var status = Z_OK
      let unpacked = [UInt8](unsafeUninitializedCapacity: room) { target, count in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(room)
        status = inflate(&stream, Z_FINISH)
        count = room - Int(stream.avail_out)
      }
      return (unpacked, status)
    }
    guard status == Z_STREAM_END else { throw corrupt("\(member.name) is damaged") }
    return unpacked
  }
}

internal import OnusModel

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A file to read: where it is and what it is called in messages.
public struct CorpusFile: Hashable, Sendable {
  /// The path to open.
  public let path: String

  /// The name shown in locations, for example the path relative to the corpus folder.
  public let name: String

  /// What the file holds, when that is in memory already.
  let contents: [UInt8]?

  /// The number of bytes read at a time, on which results do not depend.
  var chunkSize = 1 << 16

  /// How many threads may read the file at the same time, on which results do not depend.
  ///
  /// With more than one a large plain XML file is cut between records; memory is then bounded by some
  /// megabytes for each thread.
  public var threadCount = 1

  private(set) var counter: ByteCounter?

  /// Names a file on disk, which is opened when it is read.
  ///
  /// - Parameters:
  ///   - path: The path to open.
  ///   - name: The name shown in locations; the path itself when `nil`.
  public init(path: String, name: String? = nil) {
    self.path = path
    self.name = name ?? path
    contents = nil
  }

  /// A file whose bytes are in memory, as an app or a test has them.
  public init(bytes: some Sequence<UInt8>, name: String) {
    path = name
    self.name = name
    contents = Array(bytes)
  }
}

extension CorpusFile {
  /// The same file, whose bytes are counted as they are read.
  public func counting(_ counter: ByteCounter) -> CorpusFile {
    var file = self
    file.counter = counter
    return file
  }

  /// How many threads this computer can run at the same time.
  public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// All bytes of the file, unpacked where it is compressed with gzip.
  ///
  /// - Throws: A `Diagnostic` with the code `no-such-file`, `not-a-file`, `unreadable-file`, `empty-file`,
  ///   `truncated-gzip` or `corrupt-gzip`.
  public func bytes() throws -> [UInt8] {
    let stream = try CorpusFileStream(self)
    var bytes: [UInt8] = []
    while true {
      let piece = try stream.read(upTo: 1 << 16)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// All bytes of a file that is no larger than it may be, unpacked where it is compressed with gzip.
  ///
  /// - Parameters:
  ///   - limit: The largest number of bytes, unpacked; no more than these are ever held.
  ///   - kind: What the file is, for the message.
  /// - Throws: What ``bytes()`` throws, or a `Diagnostic` with the code `file-too-large` at the line that the
  ///   limit is in.
  func bytes(upTo limit: Int, of kind: String) throws -> [UInt8] {
    let stream = try CorpusFileStream(self)
    var bytes: [UInt8] = []
    while case let piece = try stream.read(upTo: 1 << 16), !piece.isEmpty {
      bytes += piece
      guard bytes.count <= limit else {
        let line = bytes.prefix(limit).count { $0 == UInt8(ascii: "\n") } + 1
        throw Diagnostic(
          .error, "file-too-large", "\(kind) may have up to \(limit >> 20) MB, unpacked, which end here",
          at: SourceLocation(file: name, line: line))
      }
    }
    return bytes
  }

  /// The first bytes of the file, unpacked where it is compressed with gzip; fewer when it is shorter.
  ///
  /// - Throws: What ``bytes()`` throws.
  public func firstBytes(_ count: Int) throws -> [UInt8] {
    try CorpusFileStream(self).read(upTo: count)
  }

  /// The whole file as a place.
  var location: SourceLocation { SourceLocation(file: name) }
}

internal import OnusModel

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The bytes of one file in order, unpacked on the way where it is compressed with gzip.
final class CorpusFileStream {
  let file: CorpusFile
  private let descriptor: Int32?
  private var contentsPosition = 0
  private var chunk: [UInt8]
  private var chunkStart = 0
  private var chunkEnd = 0
  private var inflater: GzipInflater?
  private var readAhead: ReadAhead?
  private var isAtEnd = false
  private var returned: [UInt8] = []
  private var returnedStart = 0

  /// Opens a file.
  ///
  /// - Parameter isReadAhead: Whether a large packed file may be unpacked on another thread.
  /// - Throws: A `Diagnostic` about the whole file when it cannot be read or is empty.
  init(_ file: CorpusFile, isReadAhead: Bool = true) throws {
    self.file = file
    chunk = [UInt8](repeating: 0, count: max(1, file.chunkSize))
    descriptor = file.contents == nil ? try Self.open(file) : nil
    // The two magic bytes of gzip may come in two chunks.
    var first: [UInt8] = []
    while first.count < 2, try refill() {
      first += chunk[chunkStart..<chunkEnd]
    }
    guard !first.isEmpty else {
      throw Diagnostic(.error, "empty-file", "the file is empty", at: file.location)
    }
    chunk = first + [UInt8](repeating: 0, count: max(0, file.chunkSize - first.count))
    chunkStart = 0
    chunkEnd = first.count
    guard first.starts(with: GzipInflater.magic) else { return }
    if isReadAhead, let descriptor, Self.size(descriptor) > Self.readAheadSize {
      readAhead = ReadAhead(file)
      chunkEnd = 0
    } else {
      inflater = try GzipInflater(file.location)
    }
  }

  /// From this packed size on it pays to unpack on another thread.
  private static let readAheadSize = 1 << 18

  private static func size(_ descriptor: Int32) -> Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit {
    readAhead?.cancel()
    if let descriptor { close(descriptor) }
  }

  /// The next bytes: as many as asked for, fewer only at the end of the file.
  func read(upTo count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      initialized = try read(into: start, count: count)
    }
  }

  /// Bytes with the next ones behind them: as many as asked for, fewer only at the end of the file.
  func read(upTo count: Int, behind bytes: ArraySlice<UInt8>) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: bytes.count + count) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      _ = buffer.update(fromContentsOf: bytes)
      initialized = bytes.count
      initialized += try read(into: start + initialized, count: count)
    }
  }

  /// Writes the next bytes to memory: as many as asked for, fewer only at the end of the file.
  ///
  /// - Returns: The number of bytes written.
  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    var written = min(count, returned.count - returnedStart)
    if written > 0 {
      returned.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return }
        target.update(from: start + returnedStart, count: written)
      }
      returnedStart += written
    }
    while written < count {
      if chunkStart == chunkEnd {
        if inflater == nil, let contents = file.contents {
          return written + takeContents(contents, into: target + written, count: count - written)
        }
        if inflater == nil, readAhead == nil, let descriptor, count - written > file.chunkSize {
          let made = try read(
            descriptor, UnsafeMutableRawBufferPointer(start: target + written, count: count - written))
          if made == 0 { break }
          written += made
          continue
        }
        guard try refill() else {
          try inflater?.checkEnd()
          break
        }
      }
      written += try take(into: target + written, count: count - written)
    }
    return written
  }

  /// Puts bytes back in front of what comes next.
  func putBack(_ bytes: ArraySlice<UInt8>) {
    returned = Array(bytes) + returned[returnedStart...]
    returnedStart = 0
  }

  /// Copies from what is in memory without a chunk in between.
  private func takeContents(
    _ contents: [UInt8], into target: UnsafeMutablePointer<UInt8>, count: Int
  ) -> Int {
    let taken = min(count, contents.count - contentsPosition)
    contents.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      target.update(from: start + contentsPosition, count: taken)
    }
    contentsPosition += taken
    return taken
  }

  private func take(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
    try chunk.withUnsafeMutableBufferPointer { chunk in
      guard let base = chunk.baseAddress else { return 0 }
      let available = UnsafeMutableBufferPointer(start: base + chunkStart, count: chunkEnd - chunkStart)
      if let inflater {
        let (used, made) = try inflater.inflate(
          available, into: UnsafeMutableBufferPointer(start: target, count: count))
        chunkStart += used
        return made
      }
      let taken = min(count, available.count)
      target.update(from: base + chunkStart, count: taken)
      chunkStart += taken
      return taken
    }
  }

  /// Reads the next chunk as it is on disk; `false` at the end of the file.
  private func refill() throws -> Bool {
    chunkStart = 0
    chunkEnd = 0
    if let readAhead {
      guard !isAtEnd else { return false }
      chunk = try readAhead.next()
      chunkEnd = chunk.count
      isAtEnd = chunk.isEmpty
      return chunkEnd > 0
    }
    guard let descriptor else {
      let contents = file.contents ?? []
      let end = min(contents.count, contentsPosition + file.chunkSize)
      let piece = contents[contentsPosition..<end]
      chunk.replaceSubrange(0..<piece.count, with: piece)
      contentsPosition = end
      chunkEnd = piece.count
      return chunkEnd > 0
    }
    chunkEnd = try chunk.withUnsafeMutableBytes { try read(descriptor, $0) }
    return chunkEnd > 0
  }

  private func read(_ descriptor: Int32, _ target: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      let count = readFromDisk(descriptor, target.baseAddress, target.count)
      if count >= 0 {
        file.counter?.add(count)
        return count
      }
      guard errno == EINTR else { throw Self.unreadable(file, errno) }
    }
  }

  private static func open(_ file: CorpusFile) throws -> Int32 {
    let descriptor = openOnDisk(file.path)
    guard descriptor >= 0 else {
      let reason = errno
      guard reason == ENOENT || reason == ENOTDIR else { throw unreadable(file, reason) }
      throw Diagnostic(.error, "no-such-file", "there is no such file", at: file.location)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let reason = errno
      close(descriptor)
      throw unreadable(file, reason)
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else {
      close(descriptor)
      let what = kind == S_IFDIR ? "this is a folder, not a file" : "this is not a regular file"
      throw Diagnostic(.error, "not-a-file", what, at: file.location)
    }
    return descriptor
  }

  private static func unreadable(_ file: CorpusFile, _ reason: Int32) -> Diagnostic {
    let explanation = String(cString: strerror(reason)).lowercased()
    return Diagnostic(
      .error, "unreadable-file", "the file cannot be read: \(explanation)", at: file.location)
  }
}

// Inside the class, `open` and `read` mean its own functions.
private func openOnDisk(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }

private func readFromDisk(_ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, target, count)
}

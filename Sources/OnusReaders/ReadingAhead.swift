#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Reads files one after another, and small ones before it is their turn on threads of their own.
///
/// What is in the files comes in their order whatever the number of threads. A large file is read at its turn,
/// with as many threads as it may be (``CorpusFile/threadCount``).
public final class ReadingAhead {
  private struct Contents: Sendable {
    var reader: Reader?
    var events: [ReadEvent] = []
    var failure: (any Error)?
  }

  private let crew: Crew<Contents>
  private var rest: ArraySlice<CorpusFile>
  private var waiting: [(file: CorpusFile, job: Crew<Contents>.Job?)] = []
  private let limit: Int

  /// The largest file, in bytes on disk, that is read before its turn and kept in memory.
  static let smallSize = 1 << 20

  /// Begins with the first small files.
  ///
  /// - Parameters:
  ///   - files: The files, in the order in which they will be read.
  ///   - threadCount: How many threads there may be, the caller's own among them.
  public init(_ files: [CorpusFile], threadCount: Int = CorpusFile.processorCount) {
    rest = files[...]
    let threadCount = max(1, threadCount)
    limit = 2 * threadCount
    crew = Crew(threadCount: threadCount - 1)
    fill()
  }

  deinit { crew.close() }

  /// The reader that knows the file that was read last, or is being read; `nil` when none knows it.
  public private(set) var reader: Reader?

  /// Reads the next file to its end, or to where it breaks.
  ///
  /// - Parameter receive: Called for each event, in the order of the file.
  /// - Throws: What `receive` throws, or a `Diagnostic` when the file cannot be read to its end.
  public func readNext(_ receive: (ReadEvent) throws -> Void) throws {
    reader = nil
    guard !waiting.isEmpty else { return }
    let (file, job) = waiting.removeFirst()
    defer { fill() }
    guard let job, !job.begin() else {
      let reader = try Reader.recognizing(file)
      self.reader = reader
      return try reader.read(file, receive)
    }
    if !job.hasOutput, let later = waiting.first(where: { $0.job?.begin() ?? false }) { later.job?.run() }
    try job.use { contents in
      reader = contents.reader
      for event in contents.events { try receive(event) }
      if let failure = contents.failure { throw failure }
    }
  }

  private func fill() {
    while waiting.count <= limit, let file = rest.popFirst() {
      guard Self.isSmall(file) else {
        waiting.append((file, nil))
        continue
      }
      let job = Crew<Contents>.Job { Self.contents(of: file) }
      if !waiting.isEmpty { crew.add(job) }
      waiting.append((file, job))
    }
  }

  private static func contents(of file: CorpusFile) -> Contents {
    var contents = Contents()
    do {
      let reader = try Reader.recognizing(file)
      contents.reader = reader
      try reader.read(file) { contents.events.append($0) }
    } catch {
      contents.failure = error
    }
    return contents
  }

  /// Whether what is in a file is small whatever it holds: a packed file may be small only on disk.
  private static func isSmall(_ file: CorpusFile) -> Bool {
    var status = stat()
    guard stat(file.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= smallSize,
      let stream = fopen(file.path, "rbe")
    else { return false }
    defer { fclose(stream) }
    var first = [UInt8](repeating: 0, count: 4)
    _ = fread(&first, 1, first.count, stream)
    return !first.starts(with: GzipInflater.magic) && first != ZipArchive.signature
  }
}

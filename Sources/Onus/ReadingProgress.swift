internal import OnusReaders

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// How far the reading of files has come.
public struct ReadingProgress: Sendable {
  /// The name of the file that is read.
  public private(set) var file = ""
  /// How many records have been read, of all files.
  public private(set) var records = 0
  /// How many problems have been met, in all files.
  public private(set) var problems = 0
  /// How many bytes there are to read, as they are on disk.
  public let totalBytes: Int
  /// Since the reading began.
  public private(set) var seconds = 0.0

  let counter = ByteCounter()
  private let start = Self.now
  private var earlierRecords = 0
  private var earlierProblems = 0
  private var inFile = (records: 0, problems: 0)
  private var told = 0.0

  init(_ paths: [String]) {
    totalBytes = paths.reduce(0) { $0 + Int(FileStamp(of: $1)?.size ?? 0) }
  }

  /// How many bytes have been read, as they are on disk.
  public var bytes: Int { min(counter.count, totalBytes) }

  /// How long the rest will take at the same pace; `nil` before that can be said.
  public var secondsLeft: Double? {
    guard seconds > 1, bytes > 0, totalBytes > bytes else { return nil }
    return seconds / Double(bytes) * Double(totalBytes - bytes)
  }

  mutating func begin(_ name: String) {
    file = name
    earlierRecords += inFile.records
    earlierProblems += inFile.problems
    inFile = (0, 0)
  }

  /// Takes note of a record; `true` when there is something new to tell, a few times a second.
  mutating func count(_ report: FileReport) -> Bool {
    inFile = (report.records, report.problems.count)
    guard inFile.records.isMultiple(of: 256) else { return false }
    records = earlierRecords + inFile.records
    problems = earlierProblems + inFile.problems
    seconds = Self.now - start
    guard seconds - told > 0.2 else { return false }
    told = seconds
    return true
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

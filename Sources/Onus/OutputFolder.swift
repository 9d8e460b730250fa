internal import OnusModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file to be written.
public struct OutputFile: Hashable, Sendable {
  /// Its path within the output folder.
  public var path: String
  /// Its content.
  public var bytes: [UInt8]

  /// Creates a file to be written.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A folder into which files are written, all of them or none.
public struct OutputFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Names a folder; it is made when something is written.
  public init(path: String) { self.path = path }

  /// Writes files.
  ///
  /// Everything is first written under temporary names beside its destination; only when all of that has
  /// succeeded are the files renamed into place. A full disk or a missing permission leaves the old files as
  /// they were.
  ///
  /// - Throws: A `Diagnostic` with code `cannot-write` that names the file and the system's reason.
  public func write(_ files: [OutputFile]) throws {
    var written: [String] = []
    do {
      for file in files {
        let destination = path + "/" + file.path
        try Self.makeFolder(String(destination[..<(destination.lastIndex(of: "/") ?? destination.endIndex)]))
        let temporary = Self.temporaryName(of: destination)
        written.append(temporary)
        try Self.write(file.bytes, to: temporary, shownAs: destination)
      }
    } catch {
      for temporary in written { unlink(temporary) }
      throw error
    }
    for file in files {
      let destination = path + "/" + file.path
      if rename(Self.temporaryName(of: destination), destination) != 0 {
        let problem = Self.failure(destination)
        for temporary in written { unlink(temporary) }
        throw problem
      }
    }
  }

  private static func temporaryName(of path: String) -> String { path + ".onus-\(getpid())" }

  private static func makeFolder(_ path: String) throws {
    guard !path.isEmpty, mkdir(path, 0o777) != 0 else { return }
    switch errno {
    case EEXIST: return
    case ENOENT:
      guard let slash = path.lastIndex(of: "/") else { throw failure(path) }
      try makeFolder(String(path[..<slash]))
      if mkdir(path, 0o777) != 0, errno != EEXIST { throw failure(path) }
    default: throw failure(path)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String, shownAs destination: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(destination) }
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Darwin)
        let count = rest.withUnsafeBytes { Darwin.write(descriptor, $0.baseAddress, $0.count) }
      #elseif canImport(Musl)
        let count = rest.withUnsafeBytes { Musl.write(descriptor, $0.baseAddress, $0.count) }
      #else
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        let problem = failure(destination)
        close(descriptor)
        throw problem
      }
      rest = rest.dropFirst(count)
    }
    // Only a successful close says that the bytes have arrived, on a network file system for one.
    if close(descriptor) != 0 { throw failure(destination) }
  }

  /// The last system call's error as a diagnostic.
  private static func failure(_ path: String) -> Diagnostic {
    let reason = strerror(errno).map { String(cString: $0) } ?? "unknown reason"
    return Diagnostic(
      .error, "cannot-write", "the file cannot be written: \(reason)", at: SourceLocation(file: path))
  }
}

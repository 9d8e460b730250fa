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

/// A folder into which files are written whole or not at all.
public struct OutputFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Names a folder; it is made when something is written.
  ///
  /// - Parameter path: The folder's path; the working folder when it is empty.
  public init(path: String) { self.path = path.isEmpty ? "." : path }

  /// Writes files.
  ///
  /// Everything is first written under hidden temporary names beside its destination. Only when all of that has
  /// succeeded, and nothing stands in the way of a name, are the files renamed into place, one by one. A full
  /// disk or a missing permission leaves the old files as they were, and no file is ever half-written.
  ///
  /// What is no file, such as `/dev/stdout` or a named pipe, is written to as it is and never replaced; a symbolic link
  /// stays, and the file that it leads to is replaced.
  ///
  /// - Throws: A `Diagnostic` with code `cannot-write` that names the file and the system's reason.
  public func write(_ files: [OutputFile]) throws {
    var moves: [(temporary: String, destination: String)] = []
    do {
      var seen: Set<String> = []
      for file in files {
        let destination = Self.resolved(path + "/" + file.path)
        guard seen.insert(file.path).inserted else {
          throw Self.failure(destination, "two files have this name")
        }
        let folder = Self.folder(of: destination)
        try Self.makeFolder(folder)
        Self.removeLeftovers(in: folder)
        guard !Self.isFolder(destination) else { throw Self.failure(destination, "a folder has this name") }
        if Self.isSpecial(destination) {
          try Self.write(file.bytes, to: destination, shownAs: destination)
          continue
        }
        let temporary = Self.temporaryName(for: destination, in: folder)
        moves.append((temporary, destination))
        try Self.write(file.bytes, to: temporary, shownAs: destination)
      }
      for move in moves where rename(move.temporary, move.destination) != 0 {
        throw Self.failure(move.destination, Descriptor.lastReason)
      }
    } catch {
      for move in moves { unlink(move.temporary) }
      throw error
    }
  }

  /// Copies a file into the folder, whole or not at all.
  ///
  /// - Parameters:
  ///   - source: The path of the file.
  ///   - name: Its path within the folder.
  /// - Throws: A `Diagnostic` with code `cannot-write`, or `unreadable-file` when the file cannot be read.
  func copy(_ source: String, to name: String) throws {
    let destination = path + "/" + name
    let folder = Self.folder(of: destination)
    try Self.makeFolder(folder)
    Self.removeLeftovers(in: folder)
    let temporary = Self.temporaryName(for: destination, in: folder)
    do {
      try Self.copy(source, to: temporary, shownAs: destination)
      guard rename(temporary, destination) == 0 else {
        throw Self.failure(destination, Descriptor.lastReason)
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func copy(_ source: String, to path: String, shownAs destination: String) throws {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else {
      throw Diagnostic(
        .error, "unreadable-file", "the file cannot be read: \(Descriptor.lastReason)",
        at: SourceLocation(file: source))
    }
    defer { close(input) }
    let output = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard output >= 0 else { throw failure(destination, Descriptor.lastReason) }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var reason: String?
    while reason == nil {
      let count = chunk.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { reason = Descriptor.lastReason }
      if count <= 0 { break }
      reason = Descriptor(output).write(Array(chunk[..<count]))
    }
    let isClosed = close(output) == 0
    if let reason { throw failure(destination, reason) }
    if !isClosed { throw failure(destination, Descriptor.lastReason) }
  }

  /// Removes files from the folder; those that are not there are no error.
  func remove(_ paths: [String]) {
    for name in paths { unlink(path + "/" + name) }
  }

  private static func temporaryName(for destination: String, in folder: String) -> String {
    let name = destination.dropFirst(folder.count + 1)
    return "\(folder)/.\(name)\(mark)\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
  }

  /// What the names of temporary files have before the number of the process that writes them.
  private static let mark = ".onus-"

  /// Removes the temporary files of processes that were stopped before they had finished.
  private static func removeLeftovers(in folder: String) {
    guard let entries = opendir(folder) else { return }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      guard name.hasPrefix("."), let range = name.ranges(of: mark).last,
        let process = pid_t(name[range.upperBound...].prefix { $0 != "-" }),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(folder + "/" + name)
    }
  }

  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }

  private static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// Whether something is there that is neither a file nor a folder.
  private static func isSpecial(_ path: String) -> Bool {
    kind(of: path).map { $0 != S_IFREG && $0 != S_IFDIR } ?? false
  }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Where a symbolic link leads; any other path as it is.
  private static func resolved(_ path: String) -> String {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let real = realpath(path, nil) else {
      return path
    }
    defer { free(real) }
    // A pipe behind a link has a name that cannot be opened.
    let target = String(cString: real)
    return kind(of: target) == nil ? path : target
  }

  private static func makeFolder(_ path: String) throws {
    guard !path.isEmpty, mkdir(path, 0o777) != 0 else { return }
    switch errno {
    case EEXIST: return
    case ENOENT:
      guard let slash = path.lastIndex(of: "/") else { throw failure(path, Descriptor.lastReason) }
      try makeFolder(String(path[..<slash]))
      if mkdir(path, 0o777) != 0, errno != EEXIST { throw failure(path, Descriptor.lastReason) }
    default: throw failure(path, Descriptor.lastReason)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String, shownAs destination: String) throws {
    let number = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw failure(destination, Descriptor.lastReason) }
    let reason = Descriptor(number).write(bytes)
    // Only a successful close says that the bytes have arrived, on a network file system for one.
    let isClosed = close(number) == 0
    if let reason { throw failure(destination, reason) }
    if !isClosed { throw failure(destination, Descriptor.lastReason) }
  }

  private static func failure(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "cannot-write", "the file cannot be written: \(reason)", at: SourceLocation(file: path))
  }
}

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// What tells one file on disk from a later one of the same name, without reading it.
struct FileStamp: Hashable, Codable {
  var size: Int64
  /// When it was last changed, in nanoseconds since 1970.
  var modified: Int64
  var inode: UInt64

  /// Asks the file system; `nil` when there is no such file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    inode = UInt64(status.st_ino)
  }

  /// Whether the file is old enough for its time to tell that it has not been changed since: file systems
  /// count in steps of up to two seconds.
  var isSettled: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec) - modified > 3_000_000_000
  }

  /// The stamp of the running program: another program may read the same files in another way.
  static var program: FileStamp? {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      let path = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(size)) { buffer -> String? in
        guard let start = buffer.baseAddress, _NSGetExecutablePath(start, &size) == 0 else { return nil }
        return String(cString: start)
      }
      return path.flatMap(FileStamp.init(of:))
    #else
      return FileStamp(of: "/proc/self/exe")
    #endif
  }
}

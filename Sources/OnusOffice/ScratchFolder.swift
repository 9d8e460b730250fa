internal import OnusModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder of its own among the system's temporary ones, for a library that can only write to files.
struct ScratchFolder {
  let path: String

  /// Makes the folder, where `TMPDIR` says or else in `/tmp`.
  ///
  /// - Throws: A `Diagnostic` with code `cannot-write`.
  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(parent.isEmpty ? "/tmp" : parent)/onus-XXXXXX".utf8CString)
    let isMade = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkdtemp($0) != nil } ?? false
    }
    guard isMade else {
      throw Self.failure("no temporary folder can be made: \(Self.lastReason)")
    }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  /// The path of a file in the folder.
  func path(of name: String) -> String { "\(path)/\(name)" }

  /// The bytes of a file in the folder.
  ///
  /// - Throws: A `Diagnostic` with code `cannot-write`.
  func content(of name: String) throws -> [UInt8] {
    let number = open(path(of: name), O_RDONLY | O_CLOEXEC)
    guard number >= 0 else {
      throw Self.failure("a temporary file cannot be read back: \(Self.lastReason)")
    }
    defer { close(number) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(number, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Self.failure("a temporary file cannot be read back: \(Self.lastReason)")
      }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  /// Removes the folder and the files in it.
  func remove() {
    if let entries = opendir(path) {
      while let entry = readdir(entries) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
            String(cString: $0)
          }
        }
        if name != ".", name != ".." { unlink(path(of: name)) }
      }
      closedir(entries)
    }
    rmdir(path)
  }

  static func failure(_ message: String) -> Diagnostic { Diagnostic(.error, "cannot-write", message) }

  private static var lastReason: String { String(cString: strerror(errno)).lowercased() }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file of the system, to which bytes are written in full.
package struct Descriptor {
  /// The system's number of the file.
  package var number: Int32

  /// Names an open file by its number.
  package init(_ number: Int32) { self.number = number }

  /// Writes all bytes, however many calls that takes.
  ///
  /// - Returns: The system's reason when it fails; `nil` when all bytes are written.
  package func write(_ bytes: [UInt8]) -> String? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeToSystem(number, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return Self.lastReason
      }
    }
    return nil
  }

  /// Why the last call failed, in the system's words.
  package static var lastReason: String { String(cString: strerror(errno)).lowercased() }
}

// Inside the type, `write` means its own function.
private func writeToSystem(_ number: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(number, bytes, count)
}

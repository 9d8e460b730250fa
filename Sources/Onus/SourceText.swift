internal import OnusReaders

/// Lines of files, for excerpts beside messages.
public enum SourceText {
  /// Returns one line of a text file without its line break; `nil` when there is no such line.
  ///
  /// - Parameters:
  ///   - number: The line, counted from 1.
  ///   - path: The path of the file, which may be gzip-compressed.
  public static func line(_ number: Int, inFileAt path: String) -> String? {
    guard number > 0 else { return nil }
    var bytes: [UInt8] = []
    var current = 1
    var isFound = false
    // A file that is one line of gigabytes must not be held to show a hundred columns of it.
    let longest = 1 << 20
    do {
      try CorpusFile(path: path, name: path).forEachChunk { chunk in
        for byte in chunk {
          if byte == UInt8(ascii: "\n") {
            if current == number {
              isFound = true
              return false
            }
            current += 1
          } else if current == number, bytes.count < longest {
            bytes.append(byte)
          }
        }
        return true
      }
    } catch {
      return nil
    }
    guard isFound || current == number else { return nil }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

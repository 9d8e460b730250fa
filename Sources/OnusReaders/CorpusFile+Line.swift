extension CorpusFile {
  /// One line of the file without its line break; `nil` when there is no such line or it cannot be read.
  ///
  /// - Parameter number: The line, counted from 1.
  public func line(_ number: Int) -> String? {
    guard number > 0, let stream = try? CorpusFileStream(self) else { return nil }
    // A file that is one line of gigabytes must not be held to show a hundred columns of it.
    let longest = 1 << 20
    var line: [UInt8] = []
    var current = 1
    while let piece = try? stream.read(upTo: 1 << 16), !piece.isEmpty {
      for byte in piece {
        if byte == UInt8(ascii: "\n") {
          current += 1
          if current > number { return Self.text(line) }
        } else if current == number, line.count < longest {
          line.append(byte)
        }
      }
    }
    return current == number ? Self.text(line) : nil
  }

  private static func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
  }
}

extension CorpusFile {
  /// One line of the file without its line break; `nil` when there is no such line or it cannot be read.
  ///
  /// - Parameter number: The line, counted from 1.
  public func line(_ number: Int) -> String? { lines([number])[number] }

  /// Some lines of the file without their line breaks, read in one go; those that do not exist or cannot be
  /// read are left out.
  ///
  /// - Parameter numbers: The lines, counted from 1.
  public func lines(_ numbers: Set<Int>) -> [Int: String] {
    guard let last = numbers.max(), last > 0, let stream = try? CorpusFileStream(self) else { return [:] }
    // A file that is one line of gigabytes must not be held to show a hundred columns of it.
    let longest = 1 << 20
    var found: [Int: String] = [:]
    var line: [UInt8] = []
    var current = 1
    var isWanted = numbers.contains(1)
    while let piece = try? stream.read(upTo: 1 << 16), !piece.isEmpty {
      var rest = piece[...]
      // Lines that nobody asks for are passed over by their ends alone.
      while !isWanted, let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        rest = rest[(end + 1)...]
        current += 1
        if current > last { return found }
        isWanted = numbers.contains(current)
      }
      if !isWanted { continue }
      for byte in rest {
        if byte == UInt8(ascii: "\n") {
          if isWanted { found[current] = Self.text(line) }
          line.removeAll(keepingCapacity: true)
          current += 1
          if current > last { return found }
          isWanted = numbers.contains(current)
        } else if isWanted, line.count < longest {
          line.append(byte)
        }
      }
    }
    if isWanted { found[current] = Self.text(line) }
    return found
  }

  private static func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
  }
}

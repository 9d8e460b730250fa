internal import OnusModel

/// A line of a text without its line break.
struct TextLine: Hashable {
  /// Its number in the file, counted from 1.
  var number: Int
  /// Its characters.
  var text: String
}

/// The lines of a file in order, in whatever encoding it is, with one line in memory at a time.
///
/// A line ends with LF, CR LF or CR. A byte-order mark is no part of the text, nor is one at the start of a
/// line, where files have been joined. A line that is not UTF-8 in a file without a mark or a declaration is
/// read in the encoding that it most likely is in, and the file's first such line is reported.
final class TextLines {
  let file: CorpusFile
  /// What was wrong with the encoding so far.
  private(set) var problems: [Diagnostic] = []

  private let stream: CorpusFileStream
  private let encoding: TextEncoding
  private let longestLine: Int
  private var fallback: TextEncoding?
  private var decoder: IconvDecoder?
  private var chunk: [UInt8] = []
  private var position = 0
  private var number = 0
  private var isAtEnd = false
  private var returned: [TextLine] = []

  /// Opens a file.
  ///
  /// - Parameter longestLine: The number of bytes above which a line is refused, so that no file can take
  ///   all memory.
  /// - Throws: A `Diagnostic` about the whole file when it cannot be read or is empty.
  init(_ file: CorpusFile, longestLine: Int = 1 << 26) throws {
    self.file = file
    self.longestLine = longestLine
    stream = try CorpusFileStream(file)
    chunk = try stream.read(upTo: 1 << 16)
    let shown = TextEncoding.shown(by: chunk)
    encoding = shown?.encoding ?? .utf8
    position = shown?.markLength ?? 0
    if case .named(let name) = encoding { decoder = IconvDecoder(name) }
  }

  /// The next line; `nil` at the end of the file.
  ///
  /// - Throws: A `Diagnostic` when the file cannot be read or a line is too long.
  func next() throws -> TextLine? {
    if let line = returned.popLast() { return line }
    guard !isAtEnd else { return nil }
    number += 1
    var text: String
    if case .utf16(let isBigEndian) = encoding {
      guard let units = try nextUnits(isBigEndian) else { return nil }
      text = String(decoding: units, as: UTF16.self)
    } else {
      guard let bytes = try nextBytes() else { return nil }
      text = decoded(bytes)
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return TextLine(number: number, text: text)
  }

  /// Gives lines back, which will be the next ones.
  func putBack(_ lines: [TextLine]) { returned += lines.reversed() }

  /// The place of a column in a line.
  func location(_ line: TextLine, column: Int = 1) -> SourceLocation {
    SourceLocation(file: file.name, line: line.number, column: column)
  }

  // MARK: Bytes

  private func refill() throws -> Bool {
    chunk = try stream.read(upTo: 1 << 16)
    position = 0
    return !chunk.isEmpty
  }

  private func nextBytes() throws -> [UInt8]? {
    var line: [UInt8] = []
    var hasBytes = false
    while true {
      if position == chunk.count, try !refill() {
        isAtEnd = true
        return hasBytes ? line : nil
      }
      hasBytes = true
      let rest = chunk[position...]
      guard let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
        line += rest
        position = chunk.count
        guard line.count <= longestLine else { throw tooLong }
        continue
      }
      line += rest[..<end]
      position = end + 1
      if chunk[end] == 0x0D, try position < chunk.count || refill(), chunk[position] == 0x0A { position += 1 }
      return line
    }
  }

  private func nextUnit(_ isBigEndian: Bool) throws -> UInt16? {
    var pair: [UInt8] = []
    while pair.count < 2 {
      if position == chunk.count, try !refill() { return nil }
      pair.append(chunk[position])
      position += 1
    }
    return isBigEndian ? UInt16(pair[0]) << 8 | UInt16(pair[1]) : UInt16(pair[1]) << 8 | UInt16(pair[0])
  }

  private var heldUnit: UInt16?

  private func nextUnits(_ isBigEndian: Bool) throws -> [UInt16]? {
    var line: [UInt16] = []
    var hasUnits = false
    while let unit = try heldUnit ?? nextUnit(isBigEndian) {
      heldUnit = nil
      hasUnits = true
      if unit == 0x0A { return line }
      if unit == 0x0D {
        let following = try nextUnit(isBigEndian)
        if following != 0x0A { heldUnit = following }
        return line
      }
      line.append(unit)
      guard line.count <= longestLine else { throw tooLong }
    }
    isAtEnd = true
    return hasUnits ? line : nil
  }

  private var tooLong: Diagnostic {
    Diagnostic(
      .error, "line-too-long", "the line has more than \(longestLine) bytes",
      at: SourceLocation(file: file.name, line: number))
  }

  // MARK: Characters

  private func decoded(_ bytes: [UInt8]) -> String {
    if let decoder, fallback == nil { return decoder.text(bytes) }
    let text = String(decoding: bytes, as: UTF8.self)
    // A repair shows as a difference; U+FFFD itself may stand in a file.
    if text.utf8.count == bytes.count, text.utf8.elementsEqual(bytes) { return text }
    if fallback == nil {
      let guess = TextEncoding.guessed(from: bytes + chunk[position...])
      fallback = guess
      if case .named(let name) = guess { decoder = IconvDecoder(name) }
      problems.append(
        Diagnostic(
          .note, "guessed-encoding", "this is not UTF-8; it is read as \(guess.name)",
          at: SourceLocation(file: file.name, line: number)))
    }
    return decoder?.text(bytes) ?? text
  }
}

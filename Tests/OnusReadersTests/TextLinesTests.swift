import OnusModel
import Testing

@testable import OnusReaders

struct TextLinesTests {
  private func lines(_ bytes: [UInt8], chunkSize: Int = 1 << 16) throws -> [String] {
    let source = try TextLines(CorpusFile(bytes: bytes, name: "a").reading(chunkSize))
    var lines: [String] = []
    while let line = try source.next() { lines.append("\(line.number):\(line.text)") }
    return lines
  }

  private func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64]) func everyLineBreakEndsOneLine(chunkSize: Int) throws {
    let text = "a\r\nb\rc\n\n\u{FEFF}d\r\n"
    #expect(try lines(Array(text.utf8), chunkSize: chunkSize) == ["1:a", "2:b", "3:c", "4:", "5:d"])
    let wide = utf16("\u{FEFF}é\r\n\rx😀", isBigEndian: true)
    #expect(try lines(wide, chunkSize: chunkSize) == ["1:é", "2:", "3:x😀"])
  }

  @Test func byteOrderMarksAreNoText() throws {
    #expect(try lines([0xEF, 0xBB, 0xBF, 0x61]) == ["1:a"])
    #expect(try lines(utf16("\u{FEFF}ab", isBigEndian: false)) == ["1:ab"])
    #expect(try lines([0x84, 0x31, 0x95, 0x33, 0xD6, 0xD0]) == ["1:中"])
  }

  @Test func sixteenBitsAreSeenWithoutAMark() throws {
    #expect(try lines(utf16("TY  - JOUR\n", isBigEndian: false)) == ["1:TY  - JOUR"])
    #expect(try lines(utf16("TY  - JOUR\n", isBigEndian: true)) == ["1:TY  - JOUR"])
  }

  @Test func oneLineInAnotherEncodingDoesNotSpoilTheOthers() throws {
    let source = try TextLines(
      CorpusFile(bytes: Array("é\n".utf8) + [0x66, 0xFC, 0x72, 0x0A] + Array("ü".utf8), name: "a"))
    var texts: [String] = []
    while let line = try source.next() { texts.append(line.text) }
    #expect(texts == ["é", "für", "ü"])
    #expect(
      source.problems.map(\.description) == [
        "a:2: note: this is not UTF-8; it is read as Windows-1252 [guessed-encoding]"
      ])
  }

  @Test func lineThatIsTooLongIsRefusedWithItsPlace() throws {
    let source = try TextLines(
      CorpusFile("a\n" + String(repeating: "b", count: 1 << 17), name: "a"), longestLine: 1 << 16)
    #expect(try source.next()?.text == "a")
    #expect(
      throws: Diagnostic(
        .error, "line-too-long", "the line has more than 65536 bytes", at: SourceLocation(file: "a", line: 2))
    ) {
      try source.next()
    }
  }

  @Test func programsOwnFilesAreNoText() {
    #expect(TextOutline(firstBytes: [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 8]).lines.isEmpty)
  }
}

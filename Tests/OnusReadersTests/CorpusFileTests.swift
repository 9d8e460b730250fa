import Foundation
import OnusModel
import Testing

@testable import OnusReaders

struct CorpusFileTests {
  @Test func missingFileIsNamed() {
    #expect(
      failure(CorpusFile(path: "/nowhere/a.xml", name: "a.xml"))
        == "a.xml: error: there is no such file [no-such-file]")
  }

  @Test func folderIsNotAFile() {
    #expect(
      failure(CorpusFile(path: testFolder, name: "Tests"))
        == "Tests: error: this is a folder, not a file [not-a-file]")
  }

  @Test func emptyFileIsAnError() {
    #expect(failure(CorpusFile("")) == "a.xml: error: the file is empty [empty-file]")
  }

  @Test(arguments: [1, 7, 4096]) func gzipIsUnpackedByItsContentNotItsName(chunkSize: Int) throws {
    let file = CorpusFile(bytes: gzip("<a>text</a>"), name: "a.xml").reading(chunkSize)
    #expect(try file.bytes() == Array("<a>text</a>".utf8))
  }

  @Test(arguments: [1, 2, 3, 7, 4096]) func membersOfGzipFollowEachOther(chunkSize: Int) throws {
    let bytes = gzip("one, ") + gzip("") + gzip("two") + [0, 0, 0]
    let file = CorpusFile(bytes: bytes, name: "a.gz").reading(chunkSize)
    #expect(try String(decoding: file.bytes(), as: UTF8.self) == "one, two")
  }

  @Test func truncatedGzipIsAnErrorAtEveryLength() {
    let bytes = gzip("<a>some text that is a little longer</a>")
    for count in 2..<bytes.count {
      #expect(
        failure(CorpusFile(bytes: bytes[..<count], name: "a.gz"))
          == "a.gz: error: the compressed data end too early; the file is incomplete [truncated-gzip]",
        "after \(count) of \(bytes.count) bytes")
    }
  }

  @Test func damagedGzipIsAnError() {
    var bytes = gzip("<a>some text</a>")
    bytes[bytes.count - 5] ^= 0xFF
    #expect(
      failure(CorpusFile(bytes: bytes, name: "a.gz"))
        == "a.gz: error: the compressed data are damaged: incorrect data check [corrupt-gzip]")
    #expect(
      failure(CorpusFile(bytes: gzip("a") + Array("junk".utf8), name: "a.gz"))
        == "a.gz: error: bytes that are not gzip follow the compressed data [corrupt-gzip]")
  }

  @Test func truncatedGzipIsLocatedWhereTheTextEnds() {
    let text = "<PubmedArticleSet>\n" + (0..<2000).map { "<x>\($0 &* 7919)</x>\n" }.joined()
    let bytes = gzip(text)
    let (_, failure) = outcome(.pubmed, CorpusFile(bytes: bytes[..<(bytes.count / 2)], name: "a.xml.gz"))
    #expect(failure?.code == "truncated-gzip")
    #expect((failure?.location?.line ?? 0) > 100)
  }

  @Test func aLargePackedFileOnDiskGivesAllItsBytesAndItsErrors() throws {
    let member = String(repeating: "A line of a large file.\n", count: 2500)
    let packed = Array(repeating: gzip(member), count: 12).joined().map(\.self)
    try withTemporaryFile(packed) { path in
      let file = CorpusFile(path: path, name: "a.gz")
      let bytes = try file.bytes()
      #expect(bytes == Array(String(repeating: member, count: 12).utf8))
      let first = try file.firstBytes(6)
      #expect(first == Array("A line".utf8))
    }
    try withTemporaryFile(packed.dropLast(3)) { path in
      #expect(
        failure(CorpusFile(path: path, name: "a.gz"))
          == "a.gz: error: the compressed data end too early; the file is incomplete [truncated-gzip]")
    }
  }

  @Test func firstBytesMayBeFewer() throws {
    #expect(try CorpusFile("abc").firstBytes(2) == [97, 98])
    #expect(try CorpusFile("abc").firstBytes(20) == [97, 98, 99])
  }
}

private func failure(_ file: CorpusFile) -> String {
  do {
    return "no failure, \(try file.bytes().count) bytes"
  } catch {
    return "\(error)"
  }
}

/// Lends the path of a file with some bytes, which is removed afterwards.
private func withTemporaryFile(_ bytes: some Sequence<UInt8>, _ body: (String) throws -> Void) throws {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  try body(url.path)
}

/// One gzip member with the text, stored without compression (RFC 1951, 3.2.4; RFC 1952, 2.2).
func gzip(_ text: String) -> [UInt8] {
  let bytes = Array(text.utf8)
  var checksum = UInt32.max
  for byte in bytes {
    checksum ^= UInt32(byte)
    for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
  }
  func littleEndian(_ number: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }
  let length = UInt32(bytes.count)
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1] + littleEndian(length, 2) + littleEndian(~length, 2)
    + bytes + littleEndian(~checksum, 4) + littleEndian(length, 4)
}

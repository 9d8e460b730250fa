import OnusModel
import Testing

@testable import OnusReaders

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct ReadingAheadTests {
  /// What several files give when they are read one after another: the reader, the events and the error of each.
  private func reading(_ files: [CorpusFile], threads: Int) -> [String] {
    let ahead = ReadingAhead(files, threadCount: threads)
    return files.flatMap { file in
      var told: [String] = []
      do {
        try ahead.readNext { told.append("\($0)") }
      } catch {
        told.append("thrown: \(error)")
      }
      return ["\(file.name): \(ahead.reader?.name ?? "unknown")"] + told
    }
  }

  private func list(_ name: String, _ count: Int) -> String {
    (1...count).map { "TY  - JOUR\nTI  - \(name), part \($0)\nPY  - 2001\nER  - \n" }.joined(separator: "\n")
  }

  private func withFiles(_ body: ([CorpusFile]) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/ahead-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var texts = (1...20).map { ("list\($0).ris", list("List \($0)", $0 * 7)) }
    texts.insert(("broken.xml", "<PubmedArticleSet><PubmedArticle></PubmedArticleSet>"), at: 3)
    texts.insert(("unknown.txt", "Neither one nor the other."), at: 5)
    texts.insert(("empty.ris", ""), at: 9)
    texts.insert(("large.ris", list(String(repeating: "Large ", count: 500), 400)), at: 12)
    for (name, text) in texts { try Data(text.utf8).write(to: URL(filePath: folder + "/" + name)) }
    var files = texts.map { CorpusFile(path: folder + "/" + $0.0, name: $0.0) }
    files.insert(CorpusFile(path: folder + "/missing.ris", name: "missing.ris"), at: 7)
    try body(files)
  }

  @Test(arguments: [1, 2, 8]) func filesReadAheadGiveWhatTheyGiveOneByOne(threads: Int) throws {
    try withFiles { files in
      var expected: [String] = []
      for file in files {
        var told: [String] = []
        var name = "unknown"
        do {
          let reader = try Reader.recognizing(file)
          name = reader.name
          try reader.read(file) { told.append("\($0)") }
        } catch {
          told.append("thrown: \(error)")
        }
        expected += ["\(file.name): \(name)"] + told
      }
      #expect(expected.count > 20 * 21 / 2 * 7 + 400)
      #expect(reading(files, threads: threads) == expected)
    }
  }

  @Test func whoeverStopsInTheMiddleOfAFileGetsItsOwnErrorBack() throws {
    struct Enough: Error {}
    try withFiles { files in
      let ahead = ReadingAhead(files, threadCount: 2)
      #expect(throws: Enough.self) { try ahead.readNext { _ in throw Enough() } }
      #expect(ahead.reader?.name == "ris")
      var count = 0
      try ahead.readNext { _ in count += 1 }
      #expect(count == 14)
    }
  }
}

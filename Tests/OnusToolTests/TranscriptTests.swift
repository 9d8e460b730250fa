import Foundation
import Testing

private let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")
private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

private let pages: [String] = {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  return names.filter { $0.hasSuffix(".md") }.sorted()
}()

struct TranscriptTests {
  @Test func thereAreTranscripts() {
    #expect(!pages.isEmpty)
  }

  @Test(arguments: pages)
  func commandsPrintWhatTheTranscriptSays(page: String) throws {
    let place = folder.appending(path: page)
    let expected = try String(contentsOf: place, encoding: .utf8)
    let actual = try Transcript(expected).replayed(
      tools: try toolFolder().path, corpus: root.appending(path: "Corpus").path)
    if ProcessInfo.processInfo.environment["ONUS_RECORD"] == "1", actual != expected {
      try actual.write(to: place, atomically: true, encoding: .utf8)
      Issue.record("recorded anew; look at the difference before committing it")
      return
    }
    let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, (wanted, got)) in zip(expectedLines, actualLines).enumerated() where wanted != got {
      Issue.record("\(page):\(index + 1): expected \"\(wanted)\", got \"\(got)\"")
      return
    }
    #expect(expectedLines.count == actualLines.count, "\(page) has another number of lines")
  }

  /// The folder of the built products: that of the test bundle.
  private func toolFolder() throws -> URL {
    var place = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while !FileManager.default.isExecutableFile(atPath: place.appending(path: "onus").path) {
      let parent = place.deletingLastPathComponent()
      try #require(parent.path != place.path, "the onus program is not beside the tests")
      place = parent
    }
    return place
  }
}

import Foundation
import Onus
import OnusTables
import Testing

private let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The first of some commands that is on the path.
private func command(_ names: String...) -> String? {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

private let canDriveBrowser =
  command("chromium", "chromium-browser", "google-chrome", "chrome") != nil && command("python3") != nil

struct ExplorerTests {
  @Test func buildWritesTheExplorerAndThePageOfContentsLeadsToIt() throws {
    let files = try Corpus(path: project.appending(path: "Corpus").path).exports()
    let page = try #require(files.first { $0.path == "explorer.html" })
    let index = try #require(files.first { $0.path == "index.html" })
    #expect(String(decoding: index.bytes, as: UTF8.self).contains("href=\"explorer.html\""))
    let text = String(decoding: page.bytes, as: UTF8.self)
    let policy = try #require(text.firstMatch(of: /script-src 'sha256-([A-Za-z0-9+\/]{43}=)'/))
    #expect(Data(base64Encoded: String(policy.1))?.count == 32)
  }

  @Test(.enabled(if: canDriveBrowser, "there is no Chromium or no Python here"))
  func explorerWorksByKeyboardAndByAddressInABrowser() throws {
    let corpus = try Corpus(path: project.appending(path: "Corpus").path)
    let folder = try TemporaryFolder()
    let page = try #require(try corpus.exports().first { $0.path == "explorer.html" })
    try Data(page.bytes).write(to: URL(filePath: folder.path + "/explorer.html"))
    let check = Process()
    let output = Pipe()
    check.executableURL = URL(filePath: try #require(command("python3")))
    check.arguments = [
      project.appending(path: "Scripts/explorer_check.py").path, folder.path + "/explorer.html",
    ]
    check.standardOutput = output
    try check.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
    #expect(said.contains("everything holds"), "\(said)")
  }
}

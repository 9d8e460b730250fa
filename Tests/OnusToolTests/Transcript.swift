import Foundation

/// A Markdown page with commands and what they print.
///
/// A block that starts with `% command` is run by the shell in an empty folder that holds a link to the shipped
/// corpus as `Corpus`. The lines below are its standard output; then lines that start with `2> ` are its
/// standard error, and `=> N` is its exit code where that is not 0. A block whose fence names a file,
/// ```` ```file claims.yaml ````, is written into the folder first.
struct Transcript {
  enum Block {
    case text(String)
    case file(name: String, content: String)
    case command(line: String, printed: String)
  }

  var blocks: [Block]

  init(_ page: String) {
    blocks = []
    var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.popFirst() {
      guard line.hasPrefix("```") else {
        blocks.append(.text(line))
        continue
      }
      let body = lines.prefix { $0 != "```" }
      lines = lines.dropFirst(body.count + 1)
      if line.hasPrefix("```file ") {
        blocks.append(.file(name: String(line.dropFirst(8)), content: body.joined(separator: "\n") + "\n"))
      } else if let command = body.first, command.hasPrefix("% ") {
        blocks.append(
          .command(line: String(command.dropFirst(2)), printed: body.dropFirst().joined(separator: "\n")))
      } else {
        blocks.append(.text(([line] + body + ["```"]).joined(separator: "\n")))
      }
    }
  }

  /// The page with each command's output replaced by what it prints now.
  ///
  /// - Parameters:
  ///   - tools: The folder of the `onus` program.
  ///   - corpus: The folder that commands see as `Corpus`.
  func replayed(tools: String, corpus: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "onus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A copy without its cache: what another build of the program has left there must not show.
    let copy = folder.path + "/Corpus"
    try FileManager.default.copyItem(atPath: corpus, toPath: copy)
    try? FileManager.default.removeItem(atPath: copy + "/.onus")
    return try blocks.map { block in
      switch block {
      case .text(let text): return text
      case .file(let name, let content):
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try content.write(to: place, atomically: true, encoding: .utf8)
        return "```file \(name)\n\(content)```"
      case .command(let line, _):
        return "```\n% \(line)\n\(try Self.run(line, in: folder, tools: tools))```"
      }
    }.joined(separator: "\n")
  }

  private static func run(_ line: String, in folder: URL, tools: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "\(tools):/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    // Files, not pipes: a command that prints more than a pipe holds would wait for a reader for ever.
    let outputs = ["stdout", "stderr"].map { folder.appending(path: ".\($0)") }
    for output in outputs { _ = FileManager.default.createFile(atPath: output.path, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputs[0])
    process.standardError = try FileHandle(forWritingTo: outputs[1])
    try process.run()
    process.waitUntilExit()
    let printed = try outputs.map { try String(contentsOf: $0, encoding: .utf8) }
    var text = printed[0]
    if !text.isEmpty, !text.hasSuffix("\n") { text += "⏎\n" }
    for line in printed[1].split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      text += line.isEmpty ? "2>\n" : "2> \(line)\n"
    }
    if process.terminationStatus != 0 { text += "=> \(process.terminationStatus)\n" }
    return text
  }
}

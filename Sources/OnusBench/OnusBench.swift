import ArgumentParser
import Foundation

/// Measures what Onus does, each figure beside that of a baseline in the same process.
@main struct OnusBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onus-bench", abstract: "Measures reading, storing and questions on real records.")

  @Argument(help: "Which benchmarks to run: \(Benchmark.all.map(\.name).joined(separator: ", ")).")
  var names: [String] = []

  @Option(help: "A file of PubMed records, for example one of the baseline.")
  var file: String

  @Option(help: "How many times to read the file, each time with other identifiers.")
  var copies = 1

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("onus-bench-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for benchmark in Benchmark.all where names.isEmpty || names.contains(benchmark.name) {
      print("\(benchmark.name): \(benchmark.title)")
      let input = Benchmark.Input(file: file, copies: copies, folder: folder.path)
      for figure in try benchmark.run(input) { print("  \(figure.name): \(figure.value)") }
    }
  }
}

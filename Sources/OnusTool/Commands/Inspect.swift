import ArgumentParser
import Onus

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells what files are: their format, how many records, what is wrong, what has no place.",
    discussion: "Nothing is written and no corpus is needed. Exit code 65 when a file cannot be read whole.")

  @Argument(help: "The files.", completion: .file())
  var files: [String]

  @OptionGroup var input: ReaderOptions

  @Flag(help: "One JSON object a line.")
  var json = false

  func run() throws {
    var worst: Diagnostic?
    try reporting {
      for path in files {
        let report = FileReport(inspecting: CorpusFile(path: path), reader: input.reader)
        if json {
          try Console.write(report.json.compact + "\n")
        } else {
          Console.report(report.problems)
          let title = Reader.all.first { $0.name == report.format }?.format.title ?? "not recognised"
          try Console.write("\(path): \(title), \(report.records) record\(report.records == 1 ? "" : "s")\n")
          Console.loss(report.keptFields)
        }
        worst = worst ?? report.problems.first { $0.severity == .error }
      }
    }
    if let worst { throw worst.exitCode }
  }
}

extension FileReport {
  fileprivate var json: JSONValue {
    [
      "file": .string(file), "format": .text(format), "records": .integer(records),
      "problems": .list(problems.map(\.json)),
      "kept": keptFields.isEmpty
        ? nil
        : .object(
          keptFields.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .integer($0.value)) }),
    ]
  }
}

import ArgumentParser
import Onus

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Adds reference lists to a corpus, unchanged, and reports what they hold.",
    discussion: """
      The format is recognised by content. Importing the same file again changes nothing, and a file that \
      breaks off is not added.
      """)

  @Argument(help: "The reference lists.", completion: .file())
  var files: [String]

  @Option(name: .customLong("into"), help: "The corpus folder.", completion: .directory)
  var destination = "Corpus"

  @OptionGroup var cache: CacheOptions

  func run() throws {
    try reporting {
      Console.sayWhatIsKeptWhenInterrupted()
      var worst: Diagnostic?
      for path in files {
        let corpus = try cache.read(destination)
        let report = try corpus.importFile(at: path, progress: Console.show(_:))
        Console.endProgress()
        Console.report(report.file.problems)
        worst = worst ?? report.file.problems.first { $0.severity == .error }
        Self.tell(report, of: path, into: destination)
      }
      if let worst { throw worst.exitCode }
    }
  }

  private static func tell(_ report: ImportReport, of path: String, into folder: String) {
    guard let format = report.file.format else { return Console.note("\(path): not added") }
    let title = Reader.all.first { $0.name == format }?.format.title ?? format
    let outcome =
      switch report.outcome {
      case .added(let name): "added as \(folder)/\(name)"
      case .alreadyThere(let name): "already there as \(folder)/\(name); nothing changed"
      case .refused: "not added"
      }
    let count = report.file.records
    Console.note(
      """
      \(path): \(title), \(count) record\(count == 1 ? "" : "s"): \(report.newRecords) new, \
      \(report.knownRecords) already there, \(report.file.problems.count) problems; \(outcome)
      """)
    Console.loss(report.file.keptFields)
  }
}

extension Console {
  /// Prints which fields no property holds; they are kept with their records.
  static func loss(_ keptFields: [String: Int]) {
    guard !keptFields.isEmpty else { return }
    note("kept verbatim, because the model has no place for them:")
    for (field, count) in keptFields.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      note("  \(count) × \(field)")
    }
  }
}

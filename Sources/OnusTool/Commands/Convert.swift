import ArgumentParser
import Onus

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turns a reference list into another form, record by record.",
    discussion: "The forms:\n\n"
      + ReferenceWriter.all.map { "  \($0.name): \($0.format.title)" }.joined(separator: "\n")
      + "\n\nWhat a form has no place for is counted at the end.")

  @Argument(help: "The reference lists.", completion: .file())
  var files: [String]

  @OptionGroup var input: ReaderOptions

  @Option(
    name: .customLong("to"),
    help: "The form: \(ReferenceWriter.all.map(\.name).joined(separator: ", ")).",
    completion: .list(ReferenceWriter.all.map(\.name)))
  var format = "json"

  func validate() throws {
    guard ReferenceWriter.all.contains(where: { $0.name == format }) else {
      throw ValidationError(noSuch("form", format, among: ReferenceWriter.all.map(\.name)))
    }
  }

  func run() throws {
    guard let writer = ReferenceWriter.all.first(where: { $0.name == format }) else { return }
    var list = ReferenceList(writer)
    var problems: [Diagnostic] = []
    var keptFields: [String: Int] = [:]
    try reporting {
      try Console.write(list.start)
      for path in files {
        do {
          let file = CorpusFile(path: path, name: path)
          try (try input.reader ?? Reader.recognizing(file)).read(file) { event in
            switch event {
            case .problem(let problem): problems.append(problem)
            case .record(.reference(let reference)):
              try Console.write(list.next(reference))
              for field in reference.kept { keptFields[field.path, default: 0] += 1 }
            case .record:
              break
            }
          }
        } catch {
          problems.append(Diagnostic(wrapping: error, in: path))
        }
      }
      try Console.write(list.end)
    }
    Console.report(problems)
    Console.note("\(list.count) record\(list.count == 1 ? "" : "s")")
    Console.loss(keptFields)
    Console.loss(list.loss, in: writer)
    if problems.worst == .error { throw problems.exitCode }
  }
}

extension Console {
  /// Prints which parts of the records a form has no place for; what the model has none for is told apart.
  fileprivate static func loss(_ loss: [ReferenceField: Int], in writer: ReferenceWriter) {
    let losses = ReferenceField.allCases.filter { $0 != .kept }.compactMap { field in
      loss[field].map { (count: $0, name: field.rawValue) }
    }
    guard !losses.isEmpty else { return }
    note("left out, because \(writer.format.title) has no place for them:")
    for loss in losses.sorted(by: { ($1.count, $0.name) < ($0.count, $1.name) }) {
      note("  \(loss.count) × \(loss.name)")
    }
  }
}

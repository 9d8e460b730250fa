import ArgumentParser
import Onus

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turns a reference list into another form, record by record.",
    discussion: "The forms:\n\n"
      + ReferenceWriter.all.map { "  \($0.name): \($0.title)" }.joined(separator: "\n"))

  @Argument(help: "The reference lists.", completion: .file())
  var files: [String]

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
    var problems: [Diagnostic] = []
    var keptFields: [String: Int] = [:]
    var count = 0
    try reporting {
      try Console.write(writer.frame.start)
      for path in files {
        do {
          let file = CorpusFile(path: path, name: path)
          try Reader.recognizing(file).read(file) { event in
            switch event {
            case .problem(let problem): problems.append(problem)
            case .record(.reference(let reference)):
              try Console.write((count > 0 ? writer.frame.separator : "") + writer.record(reference))
              count += 1
              for field in reference.kept { keptFields[field.path, default: 0] += 1 }
            case .record:
              break
            }
          }
        } catch {
          problems.append(Diagnostic(wrapping: error, in: path))
        }
      }
      try Console.write(writer.frame.end)
    }
    Console.report(problems)
    Console.note("\(count) record\(count == 1 ? "" : "s")")
    Console.loss(keptFields)
    if problems.worst == .error { throw problems.exitCode }
  }
}

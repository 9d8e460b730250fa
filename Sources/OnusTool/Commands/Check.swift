import ArgumentParser
import Onus

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Checks a corpus and says what is wrong, where, and why.",
    discussion: "The checks:\n\n"
      + Onus.Check.all.map { "  \($0.code.rawValue): \($0.documentation.title)" }.joined(separator: "\n"))

  @Argument(help: "The corpus folder.", completion: .directory)
  var corpus = "Corpus"

  @Option(help: "The form of the findings: text, json.", completion: .list(["text", "json"]))
  var format = "text"

  @Option(help: "The least severity that makes the command fail: note, warning, error, never.")
  var failOn = "error"

  func validate() throws {
    guard ["text", "json"].contains(format) else {
      throw ValidationError(noSuch("form", format, among: ["text", "json"]))
    }
    guard failOn == "never" || Diagnostic.Severity(rawValue: failOn) != nil else {
      throw ValidationError(noSuch("severity", failOn, among: ["note", "warning", "error", "never"]))
    }
  }

  func run() throws {
    try reporting {
      let read = try Corpus(path: corpus)
      let isBroken = read.problems.worst == .error
      let findings = read.problems + (isBroken ? [] : try read.audit().findings.map(\.diagnostic))
      if format == "json" {
        try Console.write(JSONValue.array(findings.map { $0.prefixed(with: corpus).json }).pretty + "\n")
      } else {
        Console.report(findings, in: corpus)
      }
      if isBroken { throw findings.exitCode }
      if format == "text", findings.count < 2 { Console.note(Console.tally(findings)) }
      if let threshold = Diagnostic.Severity(rawValue: failOn), let worst = findings.worst, worst >= threshold
      {
        throw ExitCode(1)
      }
    }
  }
}

extension Diagnostic {
  /// The message as JSON.
  var json: JSONValue {
    [
      "severity": .string(severity.rawValue), "code": .string(code.rawValue), "message": .string(message),
      "file": .text(location?.file), "line": location.map { .integer($0.line) },
      "column": location.map { .integer($0.column) },
      "help": .text(remedy),
      "notes": .list(
        notes.map { note in
          [
            "message": .string(note.message), "file": .text(note.location?.file),
            "line": note.location.map { .integer($0.line) },
            "column": note.location.map { .integer($0.column) },
          ]
        }),
    ]
  }
}

import ArgumentParser
import Onus

/// Which corpus a command works on.
struct CorpusOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long], help: ArgumentHelp("The corpus folder.", valueName: "folder"),
    completion: .directory)
  var corpus = "Corpus"

  /// Reads the corpus; stops with its problems when it has errors.
  func read() throws -> Corpus { try Self.read(corpus) }

  /// Reads a corpus; stops with its problems when it has errors.
  static func read(_ path: String) throws -> Corpus {
    let corpus = try Corpus(path: path)
    Console.report(corpus.problems, in: path)
    if corpus.problems.worst == .error { throw corpus.problems.exitCode }
    return corpus
  }
}

extension [Diagnostic] {
  /// The exit code of the heaviest message.
  var exitCode: ExitCode {
    first { $0.severity == .error }?.exitCode ?? ExitCode(65)
  }
}

/// How a table is printed.
struct FormatOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form: \(Writer.all.map(\.name).joined(separator: ", ")).", valueName: "form"),
    completion: .list(Writer.all.map(\.name)))
  var format: String = "text"

  func validate() throws {
    guard Writer.all.contains(where: { $0.name == format }) else {
      let names = Writer.all.map(\.name).joined(separator: ", ")
      throw ValidationError("there is no form \"\(format)\"; the forms are \(names)")
    }
  }

  /// Prints a table to standard output.
  func print(_ table: EvidenceTable) throws {
    let writer = Writer.all.first { $0.name == format } ?? .text(width: Console.width)
    try Console.write((writer.name == "text" ? .text(width: Console.width) : writer).render(table))
  }
}

import ArgumentParser
import Onus

/// Which corpus a command works on.
struct CorpusOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long], help: ArgumentHelp("The corpus folder.", valueName: "folder"),
    completion: .directory)
  var corpus = "Corpus"

  @OptionGroup var cache: CacheOptions

  /// Reads the corpus; stops with its problems when it has errors.
  func read() throws -> Corpus { try cache.readWithoutErrors(corpus) }
}

/// Whether a command may use what an earlier one has read.
struct CacheOptions: ParsableArguments {
  @Flag(name: .customLong("no-cache"), help: "Read all files anew, not only those that have changed.")
  var isIgnored = false

  /// Reads a corpus, and shows how far it has come on a terminal.
  func read(_ path: String) throws -> Corpus {
    let corpus = try Corpus(
      path: path, cache: isIgnored ? .none : .besideCorpus, progress: Console.show(_:))
    Console.endProgress()
    Console.report(corpus.cacheNotes)
    return corpus
  }

  /// Reads a corpus; stops with its problems when it has errors.
  func readWithoutErrors(_ path: String) throws -> Corpus {
    let corpus = try read(path)
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

  func validate() throws { _ = try writer() }

  /// Prints a table to standard output.
  func print(_ table: EvidenceTable) throws {
    try Console.write(try writer().render(table))
  }

  private func writer() throws -> Writer {
    guard let writer = Writer.named(format) else {
      throw ValidationError(noSuch("form", format, among: Writer.all.map(\.name)))
    }
    return writer.name == "text" ? .text(width: Console.width) : writer
  }
}

/// How claims are printed: as a list, or as a table.
struct ListOptions: ParsableArguments {
  private static let forms = ["list"] + Writer.all.map(\.name)

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form: \(forms.joined(separator: ", ")).", valueName: "form"),
    completion: .list(forms))
  var format: String = "list"

  func validate() throws {
    guard Self.forms.contains(format) else {
      throw ValidationError(noSuch("form", format, among: Self.forms))
    }
  }

  /// Prints the list, or the table in a writer's form.
  func print(_ table: EvidenceTable, list: (_ width: Int) -> String) throws {
    guard let writer = Writer.named(format) else { return try Console.write(list(Console.width)) }
    try Console.write((writer.name == "text" ? .text(width: Console.width) : writer).render(table))
  }
}

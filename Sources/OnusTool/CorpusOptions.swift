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
    // What only `check` is asked for does not bury an answer.
    var room = 5
    let shown = corpus.problems.filter { problem in
      if problem.severity == .error { return true }
      room -= 1
      return room >= 0
    }
    Console.report(shown, in: path)
    if shown.count < corpus.problems.count {
      Console.note("and \(corpus.problems.count - shown.count) more, which onus check lists")
    }
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

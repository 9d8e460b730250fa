import ArgumentParser
import Onus

/// The command line of Onus: arguments, progress, exit codes and printing; everything else is in the library.
@main
struct OnusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onus",
    abstract: "Checks claims against the studies they rest on, and builds evidence tables.",
    discussion: """
      Onus reads a corpus: a folder with claims and studies as YAML, bibliographies as the databases export \
      them, and vocabularies of conditions. Data goes to standard output, messages to standard error.

      Exit codes: 0 clean, 1 findings at or above the chosen severity, 64 wrong usage, 65 bad data, \
      66 no such input, 69 a program that is needed is not installed, 73 output cannot be written.
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Corpus",
        subcommands: [Init.self, Import.self, Check.self, Explain.self, Standings.self, Build.self]),
      CommandGroup(name: "Records", subcommands: [Dedupe.self, Review.self, Link.self, Unlink.self]),
      CommandGroup(
        name: "Question",
        subcommands: [
          Claims.self, Studies.self, References.self, Conditions.self, Table.self, Summary.self, Pool.self,
          Plot.self,
        ]),
      CommandGroup(
        name: "Format", subcommands: [Inspect.self, Convert.self, Formats.self, Schema.self]),
    ])
}

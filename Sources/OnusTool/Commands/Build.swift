import ArgumentParser
import Onus

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reads a corpus, checks it, and writes every evidence table and summary.",
    discussion: "Nothing is written when the corpus has errors, and never half of a file.")

  @Argument(help: "The corpus folder.", completion: .directory)
  var corpus = "Corpus"

  @Option(name: .customLong("to"), help: "The folder to write into.", completion: .directory)
  var destination = "Exports"

  @OptionGroup var cache: CacheOptions

  func run() throws {
    try reporting {
      let corpus = try cache.readWithoutErrors(corpus)
      let findings = try corpus.audit().findings.map(\.diagnostic)
      let count = try corpus.build(into: destination)
      Console.note("\(try corpus.census()); \(Console.tally(findings))")
      Console.note("wrote \(count) files into \(destination)")
    }
  }
}

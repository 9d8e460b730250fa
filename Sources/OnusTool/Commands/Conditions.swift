import ArgumentParser
import Onus

struct Conditions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Counts claims, studies and participants by condition; the gaps are visible.")

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var form: FormatOptions

  func run() throws {
    try reporting {
      let corpus = try corpus.read()
      try form.print(.conditions(claims: try corpus.claims(), studies: try corpus.catalogue.studies()))
    }
  }
}

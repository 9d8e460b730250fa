import ArgumentParser
import Onus

struct Conditions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Counts claims, studies and participants by condition; the gaps are visible.")

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var form: FormatOptions

  func run() throws {
    try reporting {
      let catalogue = try corpus.read().catalogue
      try form.print(.conditions(claims: try catalogue.claims(), studies: try catalogue.studies()))
    }
  }
}

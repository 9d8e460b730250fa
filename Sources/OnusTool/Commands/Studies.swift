import ArgumentParser
import Onus

struct Studies: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists studies with their design, sample size and duration.")

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var form: FormatOptions

  @Flag(help: "Their results instead of their characteristics.")
  var results = false

  func run() throws {
    try reporting {
      let catalogue = try corpus.read().catalogue
      let studies = try catalogue.studies(
        about: filters.about, matching: try filters.filter(), exact: filters.exact)
      try form.print(results ? .results(studies) : .characteristics(studies))
    }
  }
}

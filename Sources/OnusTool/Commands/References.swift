import ArgumentParser
import Onus

struct References: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists the bibliography: every reference with its identifiers and status.")

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var form: FormatOptions

  func run() throws {
    try reporting {
      let catalogue = try corpus.read().catalogue
      let references = try catalogue.references(
        about: filters.about, matching: try filters.filter(), exact: filters.exact)
      try form.print(.references(references))
    }
  }
}

import ArgumentParser
import Onus

struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists claims with the studies that bear on them.",
    discussion: """
      A question about a condition also finds claims about narrower conditions, and claims about a broader \
      class that covers it, which are marked. Filters on studies ask for one linked study that fits them all.
      """)

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var form: FormatOptions

  func run() throws {
    try reporting {
      let catalogue = try corpus.read().catalogue
      let claims = try catalogue.claims(
        about: filters.about, matching: try filters.filter(), exact: filters.exact)
      try form.print(.claims(claims))
    }
  }
}

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
  @OptionGroup var form: ListOptions

  func run() throws {
    try reporting {
      let corpus = try corpus.read()
      let catalogue = corpus.catalogue
      let claims = try corpus.claims(
        about: filters.about, matching: try filters.filter(), exact: filters.exact)
      let condition = try filters.about.map { try catalogue.condition(named: $0).name }
      try form.print(.claims(claims)) { ClaimListing(claims, about: condition).text(width: $0) }
      if claims.isEmpty {
        let count = try catalogue.studies(about: filters.about, exact: filters.exact).count
        let subject = condition.map { " about \($0)" } ?? ""
        Console.note(
          "no claim\(subject) fits; the corpus has \(count) stud\(count == 1 ? "y" : "ies")\(subject)")
      }
    }
  }
}

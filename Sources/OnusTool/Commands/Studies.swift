import ArgumentParser
import Onus

struct Studies: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists studies with their design, sample size and duration.")

  @OptionGroup var corpus: CorpusOptions
  @OptionGroup var filters: FilterOptions
  @OptionGroup var form: ListOptions

  @Flag(help: "Their results instead of their characteristics.")
  var results = false

  func run() throws {
    try reporting {
      let catalogue = try corpus.read().catalogue
      let studies = try catalogue.studies(
        about: filters.about, matching: try filters.filter(), exact: filters.exact)
      let condition = try filters.about.map { try catalogue.condition(named: $0).name }
      try form.print(results ? .results(studies) : .characteristics(studies)) { width in
        guard results else { return StudyListing(studies, about: condition).text(width: width) }
        return String(decoding: try Writer.text(width: width).render(.results(studies)), as: UTF8.self)
      }
    }
  }
}

import ArgumentParser
import Onus

struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints one evidence table.",
    discussion: "The tables:\n\n"
      + TableRecipe.all.map { "  \($0.name): \($0.title)" }.joined(separator: "\n"))

  @Argument(help: "The table.", completion: .list(TableRecipe.all.map(\.name)))
  var name: String

  @OptionGroup var corpus: CorpusOptions

  @Option(help: "A condition to which the table is limited.")
  var about: String?

  @OptionGroup var form: FormatOptions

  func validate() throws {
    guard TableRecipe.all.contains(where: { $0.name == name }) else {
      throw ValidationError(noSuch("table", name, among: TableRecipe.all.map(\.name)))
    }
  }

  func run() throws {
    try reporting {
      guard let recipe = TableRecipe.all.first(where: { $0.name == name }) else { return }
      let corpus = try corpus.read()
      try form.print(try recipe.table(corpus, try corpus.audit(), about))
    }
  }
}

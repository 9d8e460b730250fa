import ArgumentParser
import Onus

struct Plot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draws a picture of the evidence as SVG or PNG.",
    discussion: "The pictures:\n\n"
      + PlotRecipe.all.map { "  \($0.name): \($0.title)" }.joined(separator: "\n")
      + "\n\nA forest plot of a table of studies is made by onus pool --format svg or png.")

  @Argument(help: "The picture.", completion: .list(PlotRecipe.all.map(\.name)))
  var name: String

  @OptionGroup var corpus: CorpusOptions

  @Option(help: "A condition to which the picture is limited.")
  var about: String?

  @OptionGroup var form: PictureOptions

  func validate() throws {
    guard PlotRecipe.all.contains(where: { $0.name == name }) else {
      throw ValidationError(noSuch("picture", name, among: PlotRecipe.all.map(\.name)))
    }
  }

  func run() throws {
    try reporting {
      guard let recipe = PlotRecipe.all.first(where: { $0.name == name }) else { return }
      let corpus = try corpus.read()
      guard let picture = try recipe.picture(corpus, try corpus.audit(), about) else {
        throw Diagnostic(
          .error, "nothing-to-draw", "the corpus has nothing that this picture shows",
          at: SourceLocation(file: self.corpus.corpus))
      }
      try form.print(picture)
    }
  }
}

import ArgumentParser
import Onus

struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells in sentences what is claimed about a condition and what the studies found.",
    discussion: "Every sentence names the claims, studies or checks it rests on. It is not medical advice.")

  @Argument(help: "A condition: a name, an entry term, an abbreviation or a MeSH identifier.")
  var condition: String

  @OptionGroup var corpus: CorpusOptions

  @Option(
    help: "The form: \(SummaryWriter.all.map(\.name).joined(separator: ", ")).",
    completion: .list(SummaryWriter.all.map(\.name)))
  var format = "text"

  func validate() throws {
    guard SummaryWriter.all.contains(where: { $0.name == format }) else {
      throw ValidationError(noSuch("form", format, among: SummaryWriter.all.map(\.name)))
    }
  }

  func run() throws {
    try reporting {
      let summary = try corpus.read().summary(of: condition)
      guard let writer = SummaryWriter.all.first(where: { $0.name == format }) else { return }
      try Console.write(writer.render(summary))
    }
  }
}

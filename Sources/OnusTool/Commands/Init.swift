import ArgumentParser
import Onus

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a small working corpus to start from.",
    discussion: "A folder that already holds files is left as it is.")

  @Argument(help: "The folder to make.", completion: .directory)
  var folder = "Corpus"

  func run() throws {
    try reporting {
      let files = try StarterCorpus.write(to: folder)
      for file in files { Console.note("wrote \(folder)/\(file.path)") }
      Console.note("next: onus check \(folder)")
    }
  }
}

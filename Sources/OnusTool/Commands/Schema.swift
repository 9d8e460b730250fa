import ArgumentParser
import Onus

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the JSON Schema of corpus files, so that editors complete and check them.",
    discussion: """
      Save it and name it in the first line of a YAML file: \
      # yaml-language-server: $schema=corpus.schema.json
      """)

  func run() throws {
    try reporting { try Console.write(CorpusDocument.jsonSchema.pretty + "\n") }
  }
}

import ArgumentParser
import Onus

struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what can be read and written.")

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    let groups: [(String, [(name: String, title: String, fileExtension: String)])] = [
      (
        "Bibliographies and vocabularies",
        Reader.all.map { ($0.name, $0.title, $0.fileExtensions.joined(separator: ", ")) }
      ),
      (
        "Reference lists, written",
        ReferenceWriter.all.map { ($0.name, $0.format.title, $0.format.fileExtension) }
      ),
      ("Tables, written", Writer.all.map { ($0.name, $0.title, $0.fileExtension) }),
      ("Summaries, written", SummaryWriter.all.map { ($0.name, $0.title, $0.fileExtension) }),
    ]
    try reporting {
      if json {
        let value = JSONValue.array(
          groups.map { group in
            [
              "group": .string(group.0),
              "formats": .array(
                group.1.map {
                  [
                    "name": .string($0.name), "title": .string($0.title),
                    "fileExtension": .string($0.fileExtension),
                  ]
                }),
            ]
          })
        try Console.write(value.pretty + "\n")
        return
      }
      for (index, (heading, formats)) in groups.enumerated() {
        let width = formats.map(\.name.count).max() ?? 0
        let lines = formats.map { format in
          let padding = String(repeating: " ", count: width - format.name.count)
          return "  \(format.name)\(padding)  \(format.title) (.\(format.fileExtension))"
        }
        try Console.write((index > 0 ? "\n" : "") + heading + "\n" + lines.joined(separator: "\n") + "\n")
      }
    }
  }
}

import ArgumentParser
import Onus

struct Formats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists what can be read and written, and what each format keeps.",
    discussion:
      "What a format that is read does not keep in a place of its own is kept verbatim and reported.")

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    let groups = [
      FormatGroup("Bibliographies, registers and vocabularies, read", Reader.all.map(ListedFormat.init)),
      FormatGroup("Reference lists, written", ReferenceWriter.all.map(ListedFormat.init)),
      FormatGroup(
        "Tables, written",
        Writer.all.map { ListedFormat(name: $0.name, title: $0.title, fileExtension: $0.fileExtension) }),
      FormatGroup(
        "Summaries, written",
        SummaryWriter.all.map {
          ListedFormat(name: $0.name, title: $0.title, fileExtension: $0.fileExtension)
        }),
    ]
    try reporting {
      if json {
        try Console.write(JSONValue.array(groups.map(\.json)).pretty + "\n")
      } else {
        try Console.write(groups.map { $0.text(width: Console.width) }.joined(separator: "\n"))
      }
    }
  }
}

/// A format as one entry of the list.
private struct ListedFormat {
  var name: String
  var title: String
  var fileExtension: String
  /// What it keeps of a record; `nil` for a form of tables or summaries, which keep all.
  var keeps: String?

  init(name: String, title: String, fileExtension: String) {
    self.name = name
    self.title = title
    self.fileExtension = fileExtension
  }

  init(_ reader: Reader) {
    self.init(
      name: reader.name, title: reader.format.title,
      fileExtension: reader.format.fileExtensions.joined(separator: ", "))
    keeps = reader.format.keeps
  }

  init(_ writer: ReferenceWriter) {
    self.init(name: writer.name, title: writer.format.title, fileExtension: writer.format.fileExtension)
    keeps = writer.keeps
  }

  var json: JSONValue {
    [
      "name": .string(name), "title": .string(title), "fileExtension": .string(fileExtension),
      "keeps": .text(keeps),
    ]
  }
}

/// Formats under one heading.
private struct FormatGroup {
  var heading: String
  var formats: [ListedFormat]

  init(_ heading: String, _ formats: [ListedFormat]) {
    self.heading = heading
    self.formats = formats
  }

  var json: JSONValue { ["group": .string(heading), "formats": .array(formats.map(\.json))] }

  /// The list, in which what a format keeps stands under its title, in lines of at most this many columns.
  func text(width: Int) -> String {
    let nameWidth = formats.map(\.name.count).max() ?? 0
    let margin = String(repeating: " ", count: nameWidth + 4)
    let lines = formats.flatMap { format in
      let padding = String(repeating: " ", count: nameWidth - format.name.count)
      let kept = format.keeps.map { Self.lines(of: "keeps " + $0, width: width - margin.count) } ?? []
      return ["  \(format.name)\(padding)  \(format.title) (.\(format.fileExtension))"]
        + kept.map { margin + $0 }
    }
    return heading + "\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

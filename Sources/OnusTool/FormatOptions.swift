import ArgumentParser
import Onus

/// How a table is written, and where to.
struct FormatOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form: \(Writer.all.map(\.name).joined(separator: ", ")). (default: the ending of --out, or text)",
      valueName: "form"),
    completion: .list(Writer.all.map(\.name)))
  var format: String?

  @OptionGroup var destination: DestinationOptions

  func validate() throws {
    try destination.checkBuilt(format)
    try destination.check(try writer())
  }

  /// Writes a table.
  func print(_ table: EvidenceTable) throws { try destination.write(table, as: try writer()) }

  private func writer() throws -> Writer {
    guard let format else { return destination.writer ?? .text }
    guard let writer = Writer.named(format) else {
      throw ValidationError(noSuch("form", format, among: Writer.all.map(\.name)))
    }
    return writer
  }
}

/// How claims are written, and where to: as a list, or as a table.
struct ListOptions: ParsableArguments {
  private static let forms = ["list"] + Writer.all.map(\.name)

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form: \(forms.joined(separator: ", ")). (default: the ending of --out, or list)",
      valueName: "form"),
    completion: .list(forms))
  var format: String?

  @OptionGroup var destination: DestinationOptions

  func validate() throws {
    try destination.checkBuilt(format)
    if let format, !Self.forms.contains(format) {
      throw ValidationError(noSuch("form", format, among: Self.forms))
    }
    if let writer { try destination.check(writer) }
  }

  /// Writes the list, or the table in a writer's form.
  func print(_ table: EvidenceTable, list: (_ width: Int) throws -> String) throws {
    guard let writer else { return try destination.write(Array(try list(destination.width).utf8)) }
    try destination.write(table, as: writer)
  }

  /// The form of the table; `nil` for the list.
  private var writer: Writer? {
    guard let format else { return destination.writer }
    return Writer.named(format)
  }
}

/// Where a table goes.
struct DestinationOptions: ParsableArguments {
  @Option(
    name: .customLong("out"),
    help: ArgumentHelp("The file to write, instead of standard output.", valueName: "file"),
    completion: .file())
  var path: String?

  /// The form that the ending of the file stands for; `nil` when it stands for none.
  var writer: Writer? {
    guard let ending, ending != "txt" else { return nil }
    return Writer.all.first { $0.fileExtension == ending }
  }

  /// The ending of the file, in lower case.
  var ending: String? {
    guard let path, let dot = path.lastIndex(of: ".") else { return nil }
    return path[path.index(after: dot)...].lowercased()
  }

  /// Stops when a form is asked for, by name or by the ending of the file, that only other builds have.
  func checkBuilt(_ format: String?) throws {
    guard let wanted = format ?? ending, ["xlsx", "docx"].contains(wanted), Writer.named(wanted) == nil else {
      return
    }
    throw ValidationError(
      "this build of Onus cannot write \(wanted); build it with `swift build --traits Office`")
  }

  /// The width of a text, in columns.
  var width: Int { path == nil ? Console.width : 100 }

  /// Stops when the form would upset a terminal.
  func check(_ writer: Writer) throws {
    guard !writer.isText, path == nil, Console.isOutputInteractive else { return }
    throw ValidationError("\(writer.name) is not for a terminal; name a file with --out")
  }

  /// Writes a table in a form.
  func write(_ table: EvidenceTable, as writer: Writer) throws {
    try write(try (writer.name == "text" ? .text(width: width) : writer).render(table))
  }

  /// Writes bytes to the file, whole or not at all, or to standard output.
  func write(_ bytes: [UInt8]) throws {
    guard let path else { return try Console.write(bytes) }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    try OutputFolder(path: folder).write([OutputFile(path: name, bytes: bytes)])
  }
}

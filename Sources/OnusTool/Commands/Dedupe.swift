import ArgumentParser
import Onus

struct Dedupe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Finds the records that stand for one document, and says why.",
    discussion: """
      Nothing is deleted. Related works, such as a correction and its article, are listed apart, and so is \
      what a person has to decide.

      The rules, in the order in which they are asked:

      \(Deduplication.rules.map { "  \($0.name.rawValue): \($0.text)" }.joined(separator: "\n"))

      Where records of one document disagree, a merged list has:

      \(MergedReference.rules.map { "  \($0.field): \($0.preference.rawValue)" }.joined(separator: "\n"))
      """)

  @Argument(help: "The reference lists.", completion: .file())
  var files: [String]

  @OptionGroup var input: ReaderOptions

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      """
      text: a report for people; groups: the names of each group's records, an array a line; json: \
      everything that was found; or the merged list as \(Self.lists.joined(separator: ", ")).
      """, valueName: "form"),
    completion: .list(Self.forms))
  var format = "text"

  /// The forms of merged lists; the form with every field is known by the extension of its files.
  private static let lists = ReferenceWriter.all.map { $0.name == "json" ? $0.format.fileExtension : $0.name }
  private static let forms = ["text", "groups", "json"] + lists

  func validate() throws {
    guard Self.forms.contains(format) else {
      throw ValidationError(noSuch("form", format, among: Self.forms))
    }
  }

  func run() throws {
    var references: [Reference] = []
    var problems: [Diagnostic] = []
    for path in files {
      let report = FileReport(records: CorpusFile(path: path, name: path), reader: input.reader)
      references += report.entries.references
      problems += report.problems
    }
    let outcome = Deduplication.groups(of: references)
    try reporting {
      switch format {
      case "text": try Console.write(outcome.text(references))
      case "groups": try Console.write(outcome.lines(references))
      case "json": try Console.write(outcome.json(references).pretty + "\n")
      default: try write(outcome.merged(references))
      }
    }
    Console.report(problems)
    let surplus = outcome.groups.reduce(0) { $0 + $1.count - 1 }
    Console.note(
      """
      \(references.count) records, \(surplus) surplus in \(outcome.groups.count) groups, \
      \(outcome.relations.count) related pairs, \(outcome.questions.count) to be decided
      """)
    if problems.worst == .error { throw problems.exitCode }
  }

  private func write(_ references: [Reference]) throws {
    guard let place = Self.lists.firstIndex(of: format) else { return }
    let writer = ReferenceWriter.all[place]
    var list = ReferenceList(writer)
    try Console.write(list.start)
    for reference in references { try Console.write(list.next(reference)) }
    try Console.write(list.end)
  }
}

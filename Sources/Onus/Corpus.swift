public import OnusCatalogue
public import OnusModel
internal import OnusReaders

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A folder of claims, studies, bibliographies and vocabularies, read and catalogued.
///
/// For example:
///
///     let corpus = try Corpus(contentsOf: folder)
///     guard corpus.problems.isEmpty else { return report(corpus.problems) }
///     let claims = try corpus.claims(about: "multiple sclerosis")
///
/// Everything below the folder is read, in the order of the file names. What a file is, is decided by its
/// content: YAML files by the corpus grammar, all others by `Reader.recognizing(_:)`. Locations name files
/// by their path within the folder.
public struct Corpus: Sendable {
  /// The path of the folder.
  public let folder: String

  /// The catalogue of everything that was read.
  public let catalogue: Catalogue

  /// What is wrong with the files or with the ties between them, in the order of files and lines.
  public let problems: [Diagnostic]

  /// What was read from each bibliography and vocabulary, in the order of the files.
  public let inventory: [FileReport]

  /// Reads and catalogues a folder.
  ///
  /// Problems within files do not throw: they are collected in ``problems``.
  ///
  /// - Parameter url: The corpus folder.
  /// - Throws: A `Diagnostic` when the folder itself cannot be read.
  public init(contentsOf url: URL) throws {
    try self.init(path: url.path)
  }

  /// Reads and catalogues a folder.
  ///
  /// - Parameter path: The path of the corpus folder.
  /// - Throws: A `Diagnostic` when the folder itself cannot be read.
  public init(path: String) throws {
    let contents = try Folder(path: path)
    var problems = contents.problems
    var entries = Entries()
    var inventory: [FileReport] = []
    for file in contents.files {
      let report: FileReport
      if Folder.isYAML(file.name) {
        report = FileReport(yaml: CorpusFile(path: file.path, name: file.name))
      } else {
        report = FileReport(records: CorpusFile(path: file.path, name: file.name))
        inventory.append(report.withoutEntries)
      }
      entries.append(report.entries)
      problems += report.problems
    }
    folder = path
    self.inventory = inventory
    catalogue = try Catalogue()
    problems += try catalogue.add(entries)
    self.problems = problems.inFileOrder
  }

  /// How much there is, in one line: "53 claims, 85 studies, 87 references, 5174 conditions".
  ///
  /// - Throws: An error when the catalogue cannot be read.
  public func census() throws -> String {
    let counts = try catalogue.counts()
    return [
      (counts.claims, "claim"), (counts.studies, "study"), (counts.references, "reference"),
      (counts.conditions, "condition"),
    ].map { count, noun in
      let plural = noun == "study" ? "studies" : noun + "s"
      return "\(count) \(count == 1 ? noun : plural)"
    }.joined(separator: ", ")
  }

  /// The text of the line that a location names; `nil` when it cannot be had.
  public func sourceLine(at location: SourceLocation) -> String? {
    CorpusFile(path: folder + "/" + location.file).line(location.line)
  }
}

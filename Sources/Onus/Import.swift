internal import OnusModel
internal import OnusReaders

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What importing one file into a corpus did.
public struct ImportReport: Sendable {
  /// What became of the file.
  public enum Outcome: Hashable, Sendable {
    /// It was added under this path within the corpus.
    case added(String)
    /// A file with the same bytes is already in the corpus, at this path.
    case alreadyThere(String)
    /// It could not be read, and nothing was added.
    case refused
  }

  /// What reading it gave.
  public var file: FileReport
  /// Records that the corpus did not have.
  public var newRecords: Int
  /// Records that the corpus had, by one of their identifiers.
  public var knownRecords: Int
  /// What became of it.
  public var outcome: Outcome
}

extension Corpus {
  /// The folder within a corpus to which imported files are added.
  public static let importFolder = "bibliographies"

  /// Reads a bibliography and adds the file, unchanged, to the corpus.
  ///
  /// A file whose bytes the corpus already holds is not added again, so importing twice changes nothing.
  /// A file that breaks off is not added.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - progress: Called a few times a second while the file is read.
  /// - Returns: What was read, what was new, and where the file went.
  /// - Throws: A `Diagnostic` with code `cannot-write` when the corpus folder cannot be written to.
  public func importFile(
    at path: String, progress: (ReadingProgress) -> Void = { _ in }
  ) throws -> ImportReport {
    var progressed = ReadingProgress([path])
    progressed.begin(path)
    var new = 0
    var known = 0
    var source = CorpusFile(path: path, name: path).counting(progressed.counter)
    source.threadCount = CorpusFile.processorCount
    let read = try FileReport(readingNext: path, of: ReadingAhead([source])) { record, report in
      if progressed.count(report) { progress(progressed) }
      let isKnown: Bool
      switch record {
      case .reference(let reference):
        isKnown = try reference.identifiers.contains { try catalogue.reference(for: $0) != nil }
      case .condition(let condition):
        isKnown = (try? catalogue.condition(named: condition.id.rawValue)) != nil
      case .study, .deletion: return
      }
      if isKnown { known += 1 } else { new += 1 }
    }
    var report = ImportReport(file: read, newRecords: new, knownRecords: known, outcome: .refused)
    guard read.format != nil, read.problems.worst != .error else { return report }

    let size = FileStamp(of: path)?.size
    for file in try Folder(path: folder).files
    where FileStamp(of: file.path)?.size == size
      && FileManager.default.contentsEqual(atPath: path, andPath: file.path)
    {
      report.outcome = .alreadyThere(file.name)
      return report
    }
    let name = freeName(for: path, format: read.format)
    try OutputFolder(path: folder).copy(path, to: name)
    report.outcome = .added(name)
    return report
  }

  /// A path in the import folder that no file has yet: `list.xml`, `list-2.xml`, and so on.
  ///
  /// A name under which the corpus would not read the file as a bibliography is changed.
  private func freeName(for path: String, format: String?) -> String {
    var name = String((path.split(separator: "/").last ?? "list").drop { $0 == "." })
    if name.isEmpty { name = "list" }
    let ending = Reader.all.first { $0.name == format }?.format.fileExtensions.first ?? "xml"
    if Folder.isYAML(name) || name.lowercased().hasSuffix(".md") { name += ".\(ending)" }
    if Folder.isNote(name) { name = "import-" + name }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    var candidate = "\(Self.importFolder)/\(name)"
    var number = 2
    while FileManager.default.fileExists(atPath: folder + "/" + candidate) {
      let ending = parts.count > 1 ? ".\(parts[1])" : ""
      candidate = "\(Self.importFolder)/\(parts[0])-\(number)\(ending)"
      number += 1
    }
    return candidate
  }
}

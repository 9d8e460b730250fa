internal import OnusAudit
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

  /// What people have settled for the checks, in the order of the files.
  public let settings: [CheckSetting]

  /// What was read from each bibliography and vocabulary, in the order of the files.
  public let inventory: [FileReport]

  /// What is to be said of the cache, beside the corpus itself: that it was damaged, or cannot be written.
  public let cacheNotes: [Diagnostic]

  /// Where the audit of the corpus is kept; `nil` when nothing is.
  let keptAudit: KeptAudit?

  /// How a corpus keeps what it has read.
  public enum Cache: Sendable {
    /// It reads all files anew, and keeps the catalogue in memory.
    case none
    /// It keeps catalogues in the folder `.onus` within the corpus, and reads only what has changed since.
    ///
    /// Files are known by SHA-256 of their content. Where the folder cannot be written to, nothing is kept.
    case besideCorpus
  }

  /// Reads and catalogues a folder.
  ///
  /// Problems within files do not throw: they are collected in ``problems``.
  ///
  /// - Parameters:
  ///   - url: The corpus folder.
  ///   - cache: How what has been read is kept; the corpus is the same either way.
  /// - Throws: A `Diagnostic` when the folder itself cannot be read.
  public init(contentsOf url: URL, cache: Cache = .none) throws {
    try self.init(path: url.path, cache: cache)
  }

  /// Reads and catalogues a folder.
  ///
  /// - Parameters:
  ///   - path: The path of the corpus folder.
  ///   - cache: How what has been read is kept; the corpus is the same either way.
  ///   - progress: Called a few times a second while bibliographies are read.
  /// - Throws: A `Diagnostic` when the folder itself cannot be read.
  public init(
    path: String, cache: Cache = .none, progress: @escaping (ReadingProgress) -> Void = { _ in }
  ) throws {
    let layers = CorpusLayers(try Folder(path: path), progress)
    folder = path
    var notes: [Diagnostic] = []
    var read: CorpusLayers.Whole?
    if cache == .besideCorpus {
      do {
        if let folder = try CacheFolder(ofCorpus: path) { read = try layers.read(keptIn: folder, &notes) }
      } catch {
        let reason = (error as? Diagnostic)?.message ?? "\(error)"
        notes.append(
          Diagnostic(
            .note, "cache-not-written", "everything is read anew each time: \(reason)",
            at: SourceLocation(file: path + "/.onus")))
      }
    }
    let whole = try read ?? layers.read()
    catalogue = whole.catalogue
    keptAudit = whole.audit
    settings = whole.summary.settings
    problems = (whole.summary.problems + settings.compactMap(\.unknownCode)).inFileOrder
    inventory = whole.summary.inventory
    cacheNotes = notes
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

extension CheckSetting {
  /// That there is no check with the setting's code, with the nearest ones; `nil` when there is.
  fileprivate var unknownCode: Diagnostic? {
    guard Check.named(code.value) == nil else { return nil }
    let near = nearest(to: code.value, among: Check.all.map(\.code.rawValue), count: 3)
    return Diagnostic(
      .error, "unknown-check", "no check is called \"\(code.value)\"" + suggestion(near), at: code.location)
  }
}

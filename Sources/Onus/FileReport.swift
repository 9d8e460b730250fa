public import OnusModel
public import OnusReaders

/// What reading one file gave: its entries, its problems, and every field that no property holds.
public struct FileReport: Sendable {
  /// The file's name, as locations carry it.
  public var file: String

  /// The name of the reader that recognised it; `nil` for YAML and for a file that none recognised.
  public var format: String?

  /// How many records were read.
  public var records: Int

  /// Fields that were kept verbatim because no property holds them, with how often each occurs.
  public var keptFields: [String: Int]

  /// What was wrong.
  public var problems: [Diagnostic]

  /// What was read; empty once a corpus has catalogued it.
  public var entries: Entries

  /// Reads a YAML file of a corpus.
  init(yaml file: CorpusFile) {
    self.file = file.name
    records = 0
    keptFields = [:]
    problems = []
    entries = Entries()
    do {
      let document = try CorpusDocument(contentsOf: file)
      entries = document.entries
      problems = document.problems
    } catch {
      problems = [Diagnostic(wrapping: error, in: file.name)]
    }
  }

  /// Reads a bibliography or a vocabulary to its end, or to where it breaks.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - reader: The reader to use; the one that recognises the file when `nil`.
  ///   - progress: Called after each record with the number read so far.
  public init(records file: CorpusFile, reader: Reader? = nil, progress: (Int) -> Void = { _ in }) {
    self.init(file, reader: reader, keepsEntries: true, progress: progress)
  }

  /// Reads a file to its end and keeps only what is to be said of it, whatever its size.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - reader: The reader to use; the one that recognises the file when `nil`.
  public init(inspecting file: CorpusFile, reader: Reader? = nil) {
    self.init(file, reader: reader, keepsEntries: false, progress: { _ in })
  }

  private init(_ file: CorpusFile, reader: Reader?, keepsEntries: Bool, progress: (Int) -> Void) {
    self.file = file.name
    records = 0
    keptFields = [:]
    problems = []
    entries = Entries()
    do {
      let reader = try reader ?? Reader.recognizing(file)
      format = reader.name
      var file = file
      file.threadCount = CorpusFile.processorCount
      try reader.read(file) { event in
        switch event {
        case .problem(let problem): problems.append(problem)
        case .record(let record):
          records += record.isStudy ? 0 : 1
          append(record, keepsEntries: keepsEntries)
          progress(records)
        }
      }
    } catch {
      problems.append(Diagnostic(wrapping: error, in: file.name))
    }
  }

  private mutating func append(_ record: Record, keepsEntries: Bool) {
    switch record {
    case .reference(let reference):
      if keepsEntries { entries.references.append(reference) }
      for field in reference.kept { keptFields[field.path, default: 0] += 1 }
    case .condition(let condition):
      if keepsEntries { entries.conditions.append(condition) }
      for field in condition.kept { keptFields[field.path, default: 0] += 1 }
    case .study(let study):
      if keepsEntries { entries.studies.append(study) }
    case .deletion(let identifier):
      if keepsEntries { entries.deletions.append(identifier) }
    }
  }

  var withoutEntries: FileReport {
    var report = self
    report.entries = Entries()
    return report
  }
}

extension Record {
  /// Whether it is a study, which is counted with the reference that describes it.
  fileprivate var isStudy: Bool { if case .study = self { true } else { false } }
}

extension Diagnostic {
  /// An error as a diagnostic: itself where it is one, else its description with the file as its place.
  public init(wrapping error: any Error, in file: String) {
    self =
      error as? Diagnostic
      ?? Diagnostic(.error, "unreadable-file", "\(error)", at: SourceLocation(file: file))
  }
}

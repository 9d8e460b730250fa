public import OnusModel
public import OnusReaders

/// What reading one file gave: its entries, its problems, and every field that no property holds.
public struct FileReport: Sendable, Codable {
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
    var entries = Entries()
    self.init(name: file.name)
    do {
      try read(file, reader: reader) { record, report in
        if keepsEntries { entries.append(record) }
        progress(report.records)
      }
    } catch {
      problems.append(Diagnostic(wrapping: error, in: file.name))
    }
    self.entries = entries
  }

  /// Reads the next of several files to its end, or to where it breaks, and hands each record on.
  ///
  /// - Parameters:
  ///   - name: The name of the file whose turn it is.
  ///   - files: The files.
  ///   - receive: Takes a record, and the report as far as it has come.
  /// - Throws: What `receive` throws.
  init(
    readingNext name: String, of files: ReadingAhead, _ receive: (Record, FileReport) throws -> Void
  ) throws {
    self.init(name: name)
    var failure: (any Error)?
    do {
      try files.readNext { event in
        try add(event) { record, report in
          do { try receive(record, report) } catch {
            failure = error
            throw error
          }
        }
      }
    } catch {
      if let failure { throw failure }
      problems.append(Diagnostic(wrapping: error, in: name))
    }
    format = files.reader?.name
  }

  private init(name: String) {
    file = name
    records = 0
    keptFields = [:]
    problems = []
    entries = Entries()
  }

  private mutating func read(
    _ file: CorpusFile, reader: Reader?, _ receive: (Record, FileReport) throws -> Void
  ) throws {
    let reader = try reader ?? Reader.recognizing(file)
    format = reader.name
    var file = file
    file.threadCount = CorpusFile.processorCount
    try reader.read(file) { try add($0, receive) }
  }

  private mutating func add(
    _ event: ReadEvent, _ receive: (Record, FileReport) throws -> Void
  ) throws {
    switch event {
    case .problem(let problem): problems.append(problem)
    case .record(let record):
      records += record.isStudy ? 0 : 1
      for field in record.kept { keptFields[field.path, default: 0] += 1 }
      try receive(record, self)
    }
  }

  var withoutEntries: FileReport {
    var report = self
    report.entries = Entries()
    return report
  }
}

extension Entries {
  fileprivate mutating func append(_ record: Record) {
    switch record {
    case .reference(let reference): references.append(reference)
    case .condition(let condition): conditions.append(condition)
    case .study(let study): studies.append(study)
    case .deletion(let identifier): deletions.append(identifier)
    }
  }
}

extension Record {
  /// Fields that no property holds.
  fileprivate var kept: [KeptField] {
    switch self {
    case .reference(let reference): reference.kept
    case .condition(let condition): condition.kept
    case .study, .deletion: []
    }
  }

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

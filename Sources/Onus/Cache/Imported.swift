internal import OnusCatalogue
internal import OnusModel
internal import OnusReaders

/// What the bibliographies, registers and vocabularies of a corpus hold: the first part of its catalogue.
///
/// References and conditions are catalogued as they are read, some thousands at a time. Studies and deletions
/// wait for what people wrote, because they name conditions and references that may be there.
struct Imported: Codable {
  /// What was read from each file, in the order of the files.
  var reports: [FileReport] = []
  /// What cataloguing met.
  var problems: [Diagnostic] = []
  /// What is added with what people wrote.
  var waiting = Entries()

  private static let batchSize = 4000

  /// Reads files into a catalogue.
  mutating func load(
    _ files: [Folder.File], into catalogue: Catalogue, progress: (ReadingProgress) -> Void
  ) throws {
    guard !files.isEmpty else { return }
    var progressed = ReadingProgress(files.map(\.path))
    var conditions: [Condition] = []
    problems += try catalogue.load { add in
      var batch: [Reference] = []
      batch.reserveCapacity(Self.batchSize)
      let sources = ReadingAhead(
        files.map { file in
          var source = CorpusFile(path: file.path, name: file.name).counting(progressed.counter)
          source.threadCount = CorpusFile.processorCount
          return source
        })
      for file in files {
        progressed.begin(file.name)
        let report = try FileReport(readingNext: file.name, of: sources) { record, report in
          switch record {
          case .reference(let reference):
            batch.append(reference)
            if batch.count == Self.batchSize {
              try add(batch)
              batch.removeAll(keepingCapacity: true)
            }
          case .condition(let condition): conditions.append(condition)
          case .study(let study): waiting.studies.append(study)
          case .deletion(let deletion): waiting.deletions.append(deletion)
          }
          if progressed.count(report) { progress(progressed) }
        }
        reports.append(report)
      }
      try add(batch)
    }
    problems += try catalogue.add(Entries(conditions: conditions))
    try catalogue.findDuplicates()
  }
}

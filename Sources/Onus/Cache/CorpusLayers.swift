internal import OnusCatalogue
internal import OnusModel
internal import OnusReaders

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The catalogue of a corpus as it is made: what was imported, and on top of it what people wrote.
///
/// People change what they wrote many times a day, and what they imported rarely.
struct CorpusLayers {
  /// What a corpus says of itself beside its catalogue.
  struct Summary: Codable {
    var problems: [Diagnostic]
    var inventory: [FileReport]
    var settings: [CheckSetting]
  }

  /// A corpus that has been read.
  typealias Whole = (catalogue: Catalogue, summary: Summary, audit: KeptAudit?)

  private let folder: Folder
  private let imported: [Folder.File]
  private let written: [Folder.File]
  private let progress: (ReadingProgress) -> Void

  init(_ folder: Folder, _ progress: @escaping (ReadingProgress) -> Void) {
    self.folder = folder
    self.progress = progress
    imported = folder.files.filter { !Folder.isYAML($0.name) }
    written = folder.files.filter { Folder.isYAML($0.name) }
  }

  /// Reads everything, and keeps it in memory.
  func read() throws -> Whole {
    let catalogue = try Catalogue()
    var lists = Imported()
    try lists.load(imported, into: catalogue, progress: progress)
    return (catalogue, try add(lists, to: catalogue), nil)
  }

  /// Reads what has changed since catalogues were kept in a folder.
  func read(keptIn cache: CacheFolder, _ notes: inout [Diagnostic]) throws -> Whole {
    var prints = Fingerprints(in: cache.path)
    if let program = prints.program, program != FileStamp.program {
      notes.append(
        Diagnostic(
          .note, "cache-rebuilt", "the cache was written by another version of the program and is built anew",
          at: SourceLocation(file: cache.path)))
    }
    let lists = try imported.map { Input(name: $0.name, hash: try prints.hash(of: $0)) }
    let texts = try written.map { Input(name: $0.name, hash: try prints.hash(of: $0)) }
    // What cannot be listed is a part of what the corpus says.
    let unlisted = folder.problems.map { Input(name: "\($0)", hash: "") }
    let listsKey = try Input.key(lists)
    let key = try Input.key([Input(name: "lists", hash: listsKey)] + texts + unlisted)
    defer { try? prints.write(to: cache.path, keeping: folder.files) }
    if let catalogue = Self.kept(cache, "corpus", key, &notes), let summary: Summary = Self.note(catalogue) {
      return (catalogue, summary, KeptAudit(cache, key))
    }
    let base = try lists.isEmpty ? nil : base(cache, listsKey, lists, &notes)
    var summary: Summary?
    let catalogue = try cache.make("corpus", key, from: base.map { _ in cache.path("imported", listsKey) }) {
      let made = try add(base ?? Imported(), to: $0)
      try $0.setNote([UInt8](JSONEncoder().encode(made)), for: Self.noteKey)
      summary = made
    }
    guard let summary else { throw CocoaError(.fileWriteUnknown) }
    return (catalogue, summary, KeptAudit(cache, key))
  }

  /// A file that went into a catalogue.
  private struct Input: Codable, Hashable {
    var name: String
    var hash: String

    /// What names a catalogue that was made by this program of some files.
    static func key(_ inputs: [Input]) throws -> String {
      var hash = ContentHash()
      hash.add(Array("\(String(describing: FileStamp.program))\n".utf8))
      for input in inputs { hash.add(Array("\(input.hash) \(input.name.utf8.count) \(input.name)\n".utf8)) }
      return hash.digest
    }
  }

  private struct Base: Codable {
    var inputs: [Input]
    var imported: Imported
  }

  /// What was imported, with its catalogue in the cache; what was added last is added to an earlier one.
  private func base(
    _ cache: CacheFolder, _ key: String, _ inputs: [Input], _ notes: inout [Diagnostic]
  ) throws -> Imported {
    if let catalogue = Self.kept(cache, "imported", key, &notes), let base: Base = Self.note(catalogue) {
      return base.imported
    }
    var base = Base(inputs: [], imported: Imported())
    var start: String?
    for path in cache.paths("imported") {
      guard let catalogue = try? Catalogue(sealedAt: path), let earlier: Base = Self.note(catalogue),
        inputs.starts(with: earlier.inputs), earlier.inputs.count > base.inputs.count
      else { continue }
      base = earlier
      start = path
    }
    let rest = Array(imported.dropFirst(base.inputs.count))
    base.inputs = inputs
    _ = try cache.make("imported", key, from: start) { catalogue in
      try base.imported.load(rest, into: catalogue, progress: progress)
      try catalogue.setNote([UInt8](JSONEncoder().encode(base)), for: Self.noteKey)
    }
    return base.imported
  }

  /// Adds what people wrote, and what of the imported files has waited for that.
  private func add(_ lists: Imported, to catalogue: Catalogue) throws -> Summary {
    var problems = folder.problems + lists.reports.flatMap(\.problems) + lists.problems
    var entries = Entries()
    for file in written {
      let report = FileReport(yaml: CorpusFile(path: file.path, name: file.name))
      entries.append(report.entries)
      problems += report.problems
    }
    entries.append(lists.waiting)
    // What claims and studies name may be in any record of a document.
    problems += try catalogue.uniteDuplicates(entries.duplicateDecisions)
    problems += try catalogue.add(entries)
    problems += entries.reviews.flatMap { $0.unknownFiles(among: lists.reports.map(\.file)) }
    return Summary(problems: problems.inFileOrder, inventory: lists.reports, settings: entries.checkSettings)
  }

  private static let noteKey = "summary"

  private static func kept(
    _ cache: CacheFolder, _ layer: String, _ key: String, _ notes: inout [Diagnostic]
  ) -> Catalogue? {
    do {
      return try cache.catalogue(layer, key)
    } catch {
      if let note = error as? Diagnostic { notes.append(note) }
      return nil
    }
  }

  private static func note<Value: Decodable>(_ catalogue: Catalogue) -> Value? {
    guard let bytes = try? catalogue.note(noteKey) else { return nil }
    return try? JSONDecoder().decode(Value.self, from: Data(bytes))
  }
}

extension Review {
  /// That files of its searches are not in the corpus, with the nearest ones.
  fileprivate func unknownFiles(among files: [String]) -> [Diagnostic] {
    searches.flatMap(\.files).filter { !files.contains($0.value) }.map { file in
      let near = nearest(to: file.value, among: files, count: 3)
      return Diagnostic(
        .error, "unknown-file", "the corpus has no file of records \"\(file.value)\"" + suggestion(near),
        at: file.location)
    }
  }
}

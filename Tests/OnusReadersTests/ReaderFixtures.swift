import OnusModel
@testable import OnusReaders

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The folder that holds this file, without the full stop of a relative path.
let testFolder = #filePath.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }

/// Real files, for scoring; they are not part of the package and may be absent.
let sampleFolder = testFolder + "/../../../shared/samples"
let hasSamples = !paths(in: sampleFolder + "/pubmed_xml").isEmpty

/// The paths of the files and folders in a folder, sorted.
func paths(in folder: String) -> [String] {
  guard let directory = opendir(folder) else { return [] }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(folder + "/" + name) }
  }
  return names.sorted()
}

/// A reader's own fixtures.
func fixtures(of reader: Reader) -> [CorpusFile] {
  paths(in: "\(testFolder)/Fixtures/\(reader.name)").filter { !$0.hasSuffix(".expected") }
    .map { CorpusFile(path: $0, name: reader.name + "/" + ($0.split(separator: "/").last ?? "")) }
}

func fixture(_ name: String) -> CorpusFile { CorpusFile(path: "\(testFolder)/Fixtures/\(name)", name: name) }

extension CorpusFile {
  /// A file with this text.
  init(_ text: String, name: String = "a.xml") { self.init(bytes: text.utf8, name: name) }

  func reading(_ chunkSize: Int) -> CorpusFile {
    var file = self
    file.chunkSize = chunkSize
    return file
  }
}

/// The events of a reader before it ends or fails, and what it fails with.
func outcome(_ reader: Reader, _ file: CorpusFile) -> (events: [ReadEvent], failure: Diagnostic?) {
  var events: [ReadEvent] = []
  do {
    try reader.read(file) { events.append($0) }
    return (events, nil)
  } catch {
    return (events, error as? Diagnostic)
  }
}

extension [ReadEvent] {
  var references: [Reference] {
    compactMap { event in
      if case .record(.reference(let reference)) = event { reference } else { nil }
    }
  }

  var studies: [Study] {
    compactMap { event in
      if case .record(.study(let study)) = event { study } else { nil }
    }
  }

  var conditions: [Condition] {
    compactMap { event in
      if case .record(.condition(let condition)) = event { condition } else { nil }
    }
  }

  var problems: [Diagnostic] {
    compactMap { event in
      if case .problem(let problem) = event { problem } else { nil }
    }
  }
}

/// What reading a file as one XML record throws, with its source line and caret.
func failure(_ text: String) -> String {
  do {
    try XMLRecordParser(CorpusFile(text), records: nil).parse { _ in }
    return "no failure"
  } catch let diagnostic as Diagnostic {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = diagnostic.location.flatMap {
      $0.line > 0 && $0.line <= lines.count ? lines[$0.line - 1] : nil
    }
    return diagnostic.rendered(sourceLine: line)
  } catch {
    return "\(error)"
  }
}

/// Passes the whole of a text to a function as one record.
func withRecord<Result>(_ text: String, _ body: (XMLElement) throws -> Result) throws -> Result? {
  var result: Result?
  try XMLRecordParser(CorpusFile(text), records: nil).parse { event in
    if case .record(let element) = event { result = try body(element) }
  }
  return result
}

import OnusModel
import Testing

@testable import OnusReaders

/// Reads the W3C's conformance suite where it lies beside the package; it is no part of it.
@Suite(.enabled(if: hasConformanceSuite, "there is no folder ../shared/samples/xmlconf beside the package"))
struct ConformanceSuiteTests {
  /// A document of the suite with what its manifest says of it.
  struct Document: CustomStringConvertible {
    var path: String
    /// "valid", "invalid", "not-wf" or "error".
    var type: String
    /// Which entities must be read to see what is wrong: "none", "general", "parameter" or "both".
    var entities: String
    var recommendation: String
    var editions: String
    var usesNamespaces: Bool

    var file: CorpusFile { CorpusFile(path: conformanceFolder + "/" + path, name: path) }
    var description: String { path }
  }

  private static func documents() throws -> [Document] {
    let table = try CorpusFile(path: conformanceFolder + "/MANIFEST.tsv").bytes()
    return String(decoding: table, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst().map {
      let cells = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Document(
        path: cells[2], type: cells[1], entities: cells[3], recommendation: cells[4], editions: cells[6],
        usesNamespaces: cells[7] != "no")
    }
  }

  /// Mistakes that cost nothing, and that are not looked for: a declaration of a notation without a name for
  /// it, and an encoding that is named wrongly behind a byte-order mark, by which the text is read.
  private static let harmless: Set = [
    "ibm/not-wf/P82/ibm82n03.xml", "eduni/misc/007.xml", "eduni/misc/008.xml",
  ]

  @Test func documentsThatAreNotWellFormedAreReportedWithAPlace() throws {
    var count = 0
    for document in try Self.documents()
    where document.type == "not-wf" && document.entities == "none" && document.usesNamespaces
      && document.recommendation == "XML1.0" && document.editions.isEmpty
      && !Self.harmless.contains(document.path)
    {
      count += 1
      let error = Self.problems(of: document.file).last
      #expect(error != nil, "\(document)")
      guard let error else { continue }
      #expect(error.location?.file == document.path, "\(document)")
      #expect((error.location?.line ?? 0) > 0 || error.code == "empty-file", "\(document): \(error)")
    }
    #expect(count > 500)
  }

  @Test func wellFormedDocumentsAreRead() throws {
    var count = 0
    for document in try Self.documents()
    where document.type == "valid" && document.entities == "none" && document.usesNamespaces
      && document.recommendation == "XML1.0" && document.editions.isEmpty
    {
      // Entities that the document declares are not expanded, which is told.
      let problems = Self.problems(of: document.file).filter { $0.code != "unknown-entity" }
      #expect(problems == [], "\(document)")
      count += 1
    }
    #expect(count > 200)
  }

  /// The readers take the suite's documents for nothing that they know, and survive when told to read them.
  @Test func noReaderCrashes() throws {
    var count = 0
    for document in try Self.documents() {
      count += 1
      let recognised = try? Reader.recognizing(document.file)
      #expect(recognised == nil, "\(document)")
      for reader in HostileInputTests.xmlReaders {
        let (events, failure) = outcome(reader, document.file)
        let problems = events.problems + [failure].compactMap { $0 }
        #expect(problems.allSatisfy { $0.location?.file == document.path }, "\(document)")
      }
    }
    #expect(count > 2000)
  }

  @Test func filesBesideTheDocumentsNeverCrashAParser() {
    var count = 0
    func visit(_ folder: String) {
      for path in paths(in: folder) {
        guard path.hasSuffix(".xml") else {
          if !(path.split(separator: "/").last?.contains(".") ?? true) { visit(path) }
          continue
        }
        count += 1
        _ = Self.problems(of: CorpusFile(path: path))
      }
    }
    visit(conformanceFolder)
    visit(sampleFolder + "/xmlvectors")
    #expect(count > 1000)
  }

  private static func problems(of file: CorpusFile) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    do {
      try XMLRecordParser(file, records: nil).parse { event in
        switch event {
        case .record(let element): _ = element.unread()
        case .problem(let problem): problems.append(problem)
        case .outside: break
        }
      }
    } catch {
      problems += [error as? Diagnostic].compactMap { $0 }
    }
    return problems
  }
}

private let conformanceFolder = sampleFolder + "/xmlconf"

private let hasConformanceSuite = (try? CorpusFile(path: conformanceFolder + "/MANIFEST.tsv").bytes()) != nil

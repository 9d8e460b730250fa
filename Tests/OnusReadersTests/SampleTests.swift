import OnusModel
import Testing

@testable import OnusReaders

/// Reads real files where they lie beside the package; they are not part of it.
@Suite(.enabled(if: hasSamples, "there is no folder ../shared/samples beside the package"))
struct SampleTests {
  /// Counts of articles and deletion lists, as the list of samples gives them.
  private static func expectedArticles() throws -> [(path: String, count: Int)] {
    let table = try CorpusFile(path: sampleFolder + "/SOURCES.tsv").bytes()
    return String(decoding: table, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 2, cells[0].hasPrefix("pubmed_xml/"),
        let count = cells[2].split(separator: " ").first
      else { return nil }
      return Int(count).map { (String(cells[0]), $0) }
    }
  }

  @Test func everyPubMedSampleHasAsManyArticlesAsListed() throws {
    let expected = try Self.expectedArticles()
    #expect(expected.count > 200)
    for (path, count) in expected where !Self.isLarge(path) && !Self.isUnusual(path) {
      let file = CorpusFile(path: "\(sampleFolder)/\(path)", name: path)
      #expect(try Reader.recognizing(file).name == "pubmed", "\(path)")
      let (events, failure) = outcome(.pubmed, file)
      #expect(failure == nil, "\(path)")
      #expect(events.references.count == count, "\(path)")
      #expect(events.references.allSatisfy { $0.identifier(.pmid) != nil }, "\(path)")
      #expect(events.references.allSatisfy { $0.title != nil }, "\(path)")
    }
  }

  @Test func modsAndMeSHSamplesAreRead() throws {
    var references = 0
    var conditions = 0
    for path in paths(in: sampleFolder + "/mods") + paths(in: sampleFolder + "/mesh") {
      let file = CorpusFile(path: path)
      guard path.hasSuffix(".xml"), let reader = try? Reader.recognizing(file) else { continue }
      let events = outcome(reader, file).events
      references += events.references.count
      conditions += events.conditions.count
    }
    #expect(references == 45)
    #expect(conditions == 46)
  }

  /// Folders of samples, the reader that must recognise their files, and what they hold in all.
  @Test(arguments: [
    ("jats", "jats", 57), ("crossref_xml", "crossref", 26), ("datacite_xml", "datacite", 81),
    ("tei", "tei", 8),
    ("oai_dc", "oai-dc", 32), ("europepmc", "europepmc", 2),
  ]) func samplesAreRecognisedByTheirOwnReaderOnly(folder: String, name: String, count: Int) throws {
    var recognised = 0
    for path in paths(in: "\(sampleFolder)/\(folder)") {
      let file = CorpusFile(path: path)
      let readers = Reader.all.filter { ((try? $0.recognises(file)) ?? false) && $0.alternative == nil }
      #expect(readers.count <= 1 && readers.allSatisfy { $0.name == name }, "\(path)")
      recognised += readers.count
    }
    #expect(recognised == count)
  }

  /// How many entries the lists of references have, for each file as the list of samples gives them.
  @Test func referencesOfArticlesAreAsManyAsListed() throws {
    let table = try CorpusFile(path: sampleFolder + "/SOURCES.tsv").bytes()
    for line in String(decoding: table, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 2, cells[0].hasPrefix("jats/"), cells[2].hasSuffix(" refs"),
        let count = Int(cells[2].dropLast(5))
      else { continue }
      let (events, failure) = outcome(.jatsReferences, CorpusFile(path: "\(sampleFolder)/\(cells[0])"))
      #expect(failure == nil, "\(cells[0])")
      // An entry may cite several works, of which the first has the entry's key.
      let entries = events.references.count { $0.identifier(.key) != nil }
      #expect(entries == count || events.references.count == count, "\(cells[0])")
    }
  }

  /// Counts of works: of MARCXML without authorities, classifications and holdings, and up to where one file
  /// stops being XML; of Zotero's RDF without attachments and notes.
  @Test(arguments: [
    ("endnote_xml", "endnote-xml", 4708), ("marcxml", "marcxml", 103), ("zotero_rdf", "zotero-rdf", 1609),
    ("word_sources", "word-sources", 257), ("refworks_xml", "refworks-xml", 3),
  ]) func listsOfReferencesAreReadWhole(folder: String, format: String, expected: Int) throws {
    var count = 0
    for path in paths(in: sampleFolder + "/" + folder) where path.hasSuffix(".xml") || path.hasSuffix(".rdf")
    {
      let file = CorpusFile(path: path)
      guard let reader = try? Reader.recognizing(file), reader.name == format else { continue }
      let others = try Reader.all.filter {
        try $0.alternative == nil && $0.name != format && $0.recognises(file)
      }
      #expect(others.map(\.name) == [], "\(path)")
      count += outcome(reader, file).events.references.count
    }
    #expect(count == expected)
  }

  /// The files of trials, one of them packed, of which two are the beginning of one and hold no trial.
  @Test func trialsOfRegistersAreReadWhole() throws {
    var counts: [String: Int] = [:]
    for path in paths(in: sampleFolder + "/ictrp") + paths(in: sampleFolder + "/isrctn") {
      let file = CorpusFile(path: path)
      guard let reader = try? Reader.recognizing(file) else { continue }
      let events = outcome(reader, file).events
      counts[reader.name, default: 0] += events.references.count
      #expect(events.references.count - events.studies.count <= 1, "\(path)")
    }
    #expect(counts == ["ictrp": 111, "zip": 57, "isrctn": 2])
  }

  private static func isLarge(_ path: String) -> Bool {
    path.hasSuffix("pubmed20n0014.xml.gz") || path.hasSuffix("pubmed21n1298.xml.gz")
  }

  /// Search results without articles, a bare citation that the list does not count, an empty answer, a book.
  private static func isUnusual(_ path: String) -> Bool {
    ["fetch-test", "julielab_25556833", "37909814", "PubData2XL_book", "no_rows"].contains {
      path.contains($0)
    }
  }
}

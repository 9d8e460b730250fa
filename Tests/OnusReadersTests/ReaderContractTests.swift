import OnusModel
import Testing

@testable import OnusReaders

/// What holds for every reader in the list.
struct ReaderContractTests {
  @Test(arguments: Reader.all) func recognisesItsOwnFixtures(reader: Reader) throws {
    let files = fixtures(of: reader)
    #expect(!files.isEmpty, "there is no fixture in Fixtures/\(reader.name)")
    for file in files {
      #expect(try reader.recognises(file), "\(file.name)")
      #expect(try Reader.recognizing(file).name == reader.alternative ?? reader.name, "\(file.name)")
    }
  }

  @Test(arguments: Reader.all) func saysInAFewWordsWhatItKeeps(reader: Reader) {
    let keeps = reader.format.keeps
    #expect((10...110).contains(keeps.count), "\(keeps)")
    #expect(keeps.last?.isLetter ?? false, "\(keeps)")
    #expect(keeps.first?.isLowercase ?? keeps.hasPrefix("MeSH"), "\(keeps)")
  }

  @Test(arguments: Reader.all) func rejectsTheFixturesOfOthers(reader: Reader) throws {
    for other in Reader.all where (other.alternative ?? other.name) != (reader.alternative ?? reader.name) {
      for file in fixtures(of: other) {
        #expect(try !reader.recognises(file), "\(file.name)")
      }
    }
  }

  @Test(arguments: Reader.all) func readsTheSameInChunksOfAnySize(reader: Reader) {
    for file in fixtures(of: reader) {
      let whole = outcome(reader, file)
      #expect(!whole.events.isEmpty, "\(file.name)")
      for chunkSize in [1, 7, 4096] {
        let pieces = outcome(reader, file.reading(chunkSize))
        #expect(pieces == whole, "\(file.name) in chunks of \(chunkSize)")
      }
    }
  }

  @Test(arguments: Reader.all) func everyEventLiesInTheFile(reader: Reader) throws {
    for file in fixtures(of: reader) {
      let lines = try file.bytes().split(separator: 0x0A, omittingEmptySubsequences: false)
      for location in outcome(reader, file).events.compactMap(\.location) {
        // The places in an archive are those in its files.
        guard !location.file.hasPrefix(file.name + "/") else { continue }
        #expect(location.file == file.name)
        #expect((0...lines.count).contains(location.line), "\(location)")
        guard location.line > 0 else { continue }
        let line = String(decoding: lines[location.line - 1], as: UTF8.self)
        #expect((0...line.unicodeScalars.count + 1).contains(location.column), "\(location)")
      }
    }
  }

  @Test(arguments: Reader.all) func truncationIsNoticedAndNeverACrash(reader: Reader) throws {
    for file in fixtures(of: reader) {
      let bytes = try file.bytes()
      let end = bytes.lastIndex { $0 != 0x0A && $0 != 0x20 && $0 != 0x0D } ?? 0
      for count in stride(from: 1, to: end, by: max(1, end / 97)) {
        let (_, failure) = outcome(reader, CorpusFile(bytes: bytes[..<count], name: "cut"))
        guard case .xml = reader.recognition else { continue }
        #expect(failure?.location?.file == "cut", "\(file.name) after \(count) bytes")
      }
    }
  }

  @Test(arguments: Reader.all) func namesAreLowerCaseWordsAndUnique(reader: Reader) {
    #expect(reader.name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
    #expect(Reader.all.filter { $0.name == reader.name }.count == 1)
  }
}

struct RecognitionTests {
  @Test func unknownXMLIsNamedByItsRoot() {
    #expect(
      message("<eSearchResult xmlns='urn:x'/>").hasPrefix(
        """
        a.xml: error: no reader knows this format: it is an XML file whose outermost element is \
        <eSearchResult> in the namespace urn:x [unrecognised-format]
          note: Formats tried: PubMed XML, MODS, MeSH descriptors
        """))
  }

  @Test func otherFilesAreNamedByTheirFirstBytes() {
    #expect(message("Once upon\na time").contains("it is a file that starts with \"Once upon a time\""))
    let bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0xFF, 0, 0, 0, 0, 0]
    #expect(message(CorpusFile(bytes: bytes, name: "a")).contains("the bytes 50 4B 03 04 FF 00 00 00"))
  }

  @Test func byteOrderMarkAndWhiteSpaceComeBeforeTheRoot() throws {
    for start in ["\u{FEFF}", "\n\n ", "\u{FEFF}\n", "<?xml version='1.0'?><!-- c -->\n<!DOCTYPE mods>"] {
      let file = CorpusFile(start + "<mods><titleInfo><title>T</title></titleInfo></mods>")
      #expect(try Reader.recognizing(file).name == "mods")
      #expect(try Reader.mods.events(in: file).references.map(\.title) == ["T"])
    }
  }

  @Test func anyPrefixWillDo() throws {
    let file = CorpusFile("<p:modsCollection xmlns:p='http://www.loc.gov/mods/v3'/>")
    #expect(try Reader.recognizing(file).name == "mods")
  }

  @Test func fileWithoutRecordsIsAWarning() throws {
    let events = try Reader.pubmed.events(in: CorpusFile("<PubmedArticleSet></PubmedArticleSet>"))
    #expect(events.problems.map(\.description) == ["a.xml: warning: the file holds no records [no-records]"])
  }
}

extension ReadEvent {
  fileprivate var location: OnusModel.SourceLocation? {
    switch self {
    case .record(.reference(let reference)): reference.location
    case .record(.condition(let condition)): condition.location
    case .record(.study(let study)): study.location
    case .record(.deletion(let identifier)): identifier.location
    case .problem(let problem): problem.location
    }
  }
}

private func message(_ text: String) -> String { message(CorpusFile(text)) }

private func message(_ file: CorpusFile) -> String {
  do {
    return try Reader.recognizing(file).name
  } catch let diagnostic as Diagnostic {
    return diagnostic.rendered(sourceLine: nil)
  } catch {
    return "\(error)"
  }
}

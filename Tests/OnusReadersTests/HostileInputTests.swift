import OnusModel
import Testing

@testable import OnusReaders

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What no reader may do, whatever a file holds: crash, fetch, read other files, or say no place.
struct HostileInputTests {
  static let xmlReaders = Reader.all.filter { if case .xml = $0.recognition { true } else { false } }

  @Test(arguments: Reader.all) func fileWithoutContentIsAnError(reader: Reader) {
    let message = "a: error: the file is empty [empty-file]"
    #expect(outcome(reader, CorpusFile("", name: "a")).failure?.description == message)
    for text in ["\n", " \n\t ", "\u{FEFF}", "\u{FEFF}\n"] {
      let (events, failure) = outcome(reader, CorpusFile(text, name: "a"))
      #expect(events.references.isEmpty)
      #expect(!located(events, failure).isEmpty, "\(reader.name): \(text.debugDescription)")
    }
  }

  @Test(arguments: Reader.all) func fileThatEndsInARecordSaysWhere(reader: Reader) throws {
    for bytes in try contents(of: reader) {
      for part in 1...7 {
        let count = bytes.count * part / 8
        let (events, failure) = outcome(reader, CorpusFile(bytes: bytes[..<count], name: "cut"))
        let problems = located(events, failure)
        #expect(problems.allSatisfy { $0.location != nil }, "\(reader.name): \(problems)")
        if Self.xmlReaders.contains(where: { $0.name == reader.name }) {
          #expect((failure?.location?.line ?? 0) > 0, "\(reader.name) after \(count) bytes")
        }
      }
    }
  }

  @Test(arguments: Reader.all) func zerosInARecordAreNoCrash(reader: Reader) throws {
    for bytes in try contents(of: reader) {
      let zeros = [UInt8](repeating: 0, count: 5)
      let (events, failure) = outcome(reader, inserting(zeros, into: bytes))
      #expect(located(events, failure).allSatisfy { $0.location?.file.hasPrefix("bad") ?? false })
      if case .xml = reader.recognition {
        #expect(failure?.code == "malformed-xml", "\(reader.name)")
        #expect((failure?.location?.line ?? 0) > 0, "\(reader.name)")
      }
    }
  }

  @Test(arguments: Reader.all) func depthExhaustsNoStack(reader: Reader) throws {
    guard let bytes = try contents(of: reader).first else { return }
    if case .xml = reader.recognition {
      for piece in ["<a>", "<sub>", "<mml:mrow>"] {
        let deep = Array(String(repeating: piece, count: 100_000).utf8)
        let (_, failure) = outcome(reader, inserting(deep, into: bytes))
        #expect(failure?.code == "malformed-xml", "\(reader.name)")
        #expect(failure?.message.contains("excessive depth") ?? false, "\(reader.name)")
        #expect((failure?.location?.line ?? 0) > 0, "\(reader.name)")
      }
    } else {
      for piece in ["{", "[", "<i>", "\\emph{", "{\"a\":"] {
        let deep = Array(String(repeating: piece, count: 100_000).utf8)
        let (events, failure) = outcome(reader, inserting(deep, into: bytes))
        #expect(located(events, failure).allSatisfy { $0.location != nil }, "\(reader.name): \(piece)")
      }
    }
  }

  @Test(arguments: ["{", "\\emph{", "{\\^", "$", "<i>", "<p><ul>", "<", "10.5555/", "&amp;", "(", ", ", "]"])
  func depthInAFieldExhaustsNoStack(piece: String) {
    let deep = String(repeating: piece, count: 30_000)
    let texts = [
      TeXText.plain(deep), EscapedMarkup.plain(deep),
      "\(DOIText.all(in: deep))", "\(PersonName(deep) as Any)",
    ]
    // Nothing may come of it that is much larger.
    #expect(texts.allSatisfy { $0.utf8.count <= 2 * deep.utf8.count + 1000 })
  }

  @Test func abbreviationsOfAbbreviationsStaySmall() {
    var text = "@string{l0 = \"lollollol\"}\n"
    for level in 1...9 {
      let parts = Array(repeating: "l\(level - 1)", count: 10).joined(separator: " # ")
      text += "@string{l\(level) = \(parts)}\n"
    }
    text += "@article{a, title = l9}\n@article{b, title = {B}}\n"
    let (events, failure) = outcome(.bibtex, CorpusFile(text, name: "a.bib"))
    #expect(failure == nil)
    #expect(events.references.count == 2)
    #expect(events.references.allSatisfy { $0.title?.utf8.count ?? 0 < 1000 })
    #expect(
      events.problems.first?.description
        == "a.bib:8:1: warning: the entry cannot be read and is left out [malformed-record]")
    let notes = events.problems.first?.notes.map(\.message)
    #expect(notes == ["the values grow beyond 16 MB up to here"])
  }

  @Test func entriesThatReferToOthersForEverAreRead() {
    let entries = (0..<1000).map { "@book{b\($0), crossref = {b\($0 + 1)}, title = {T\($0)}}\n" }
    let both = (0..<60).map { number in
      "@xdata{x\(number), xdata = {x\(number + 1), y\(number + 1)}}\n"
        + "@xdata{y\(number), xdata = {x\(number + 1), y\(number + 1)}}\n"
    }
    let text = entries.joined() + both.joined() + "@book{last, xdata = {x0}, title = {Last}}\n"
    let (events, failure) = outcome(.bibtex, CorpusFile(text, name: "a.bib"))
    #expect(failure == nil)
    #expect(events.references.last?.title == "Last")
  }

  @Test func recordThatNeverEndsIsRefused() throws {
    let place = SourceLocation(file: "a", line: 9, column: 1)
    let line = String(repeating: "word ", count: 200_000)
    var record = TextRecord(at: place)
    try record.append("AB", line, at: place)
    for _ in 1..<66 { try record.extendLast(with: line, at: place) }
    let expected = "a:9:1: error: a record grows beyond 64 MB up to here [record-too-large]"
    for _ in 1...2 {
      let error = #expect(throws: Diagnostic.self) {
        for _ in 1..<3 { try record.extendLast(with: line, at: place) }
      }
      #expect(error?.description == expected)
    }
    let error = #expect(throws: Diagnostic.self) { try record.append("AU", "", at: place) }
    #expect(error?.description == expected)
  }

  @Test(arguments: Reader.all) func textOfAMegabyteIsReadOrRefused(reader: Reader) throws {
    guard let bytes = try contents(of: reader).first else { return }
    let long = Array(repeating: Array("wörd ".utf8), count: 200_000).joined()
    let (events, failure) = outcome(reader, inserting(Array(long), into: bytes))
    #expect(!events.isEmpty || failure != nil)
    #expect(located(events, failure).allSatisfy { $0.location != nil }, "\(reader.name)")
  }

  @Test(arguments: xmlReaders) func entitiesAreNeverExpanded(reader: Reader) throws {
    for bytes in try contents(of: reader) {
      var declarations = "<!ENTITY l0 'lol'>"
      for level in 1...9 {
        declarations += "<!ENTITY l\(level) '\(String(repeating: "&l\(level - 1);", count: 10))'>"
      }
      let (events, failure) = outcome(reader, declaring(declarations, using: "l9", in: bytes))
      let problems = located(events, failure)
      let told = problems.filter { $0.code == "unknown-entity" && ($0.location?.line ?? 0) > 0 }
      #expect(!told.isEmpty, "\(reader.name): \(problems)")
      #expect(!"\(events)".contains("lollol"), "\(reader.name)")
    }
  }

  @Test(arguments: xmlReaders) func otherFilesAreNeverRead(reader: Reader) throws {
    let secret = fixture("secret.txt")
    let word = try #require(String(validating: secret.bytes(), as: UTF8.self)?.trimmed)
    #expect(word.count > 10)
    for bytes in try contents(of: reader) {
      let declarations = """
        <!ENTITY x SYSTEM "file://\(secret.path)"><!ENTITY y SYSTEM "\(secret.path)">
        <!ENTITY % p SYSTEM "file://\(secret.path)"> %p;
        """
      for name in ["x", "y"] {
        let (events, failure) = outcome(reader, declaring(declarations, using: name, in: bytes))
        let problems = located(events, failure)
        #expect(problems.contains { ($0.location?.line ?? 0) > 0 }, "\(reader.name): \(problems)")
        #expect(!"\(events) \(String(describing: failure))".contains(word), "\(reader.name)")
      }
    }
  }

  @Test(arguments: xmlReaders) func nothingIsFetched(reader: Reader) throws {
    let listener = try #require(Listener())
    for bytes in try contents(of: reader) {
      let address = "http://127.0.0.1:\(listener.port)/x"
      let declarations = "<!ENTITY x SYSTEM '\(address)'><!ENTITY % p SYSTEM '\(address)'> %p;"
      let file = declaring(declarations, using: "x", in: bytes, external: "SYSTEM '\(address).dtd'")
      _ = try? Reader.recognizing(file)
      let (events, failure) = outcome(reader, file)
      #expect(!located(events, failure).isEmpty, "\(reader.name)")
    }
    #expect(!listener.wasCalled)
  }

  @Test func listenerHearsWhoCalls() throws {
    let listener = try #require(Listener())
    #expect(!listener.wasCalled)
    #expect(listener.call())
    #expect(listener.wasCalled)
  }

  // MARK: Making hostile files

  private func contents(of reader: Reader) throws -> [[UInt8]] {
    try fixtures(of: reader).map { try $0.bytes() }
  }

  /// All that is said to be wrong.
  private func located(_ events: [ReadEvent], _ failure: Diagnostic?) -> [Diagnostic] {
    events.problems + [failure].compactMap { $0 }
  }

  /// Puts bytes into the middle of a file: behind a tag in XML, else inside a line.
  private func inserting(_ piece: [UInt8], into bytes: [UInt8]) -> CorpusFile {
    CorpusFile(bytes: bytes[..<middle(of: bytes)] + piece + bytes[middle(of: bytes)...], name: "bad")
  }

  private func middle(of bytes: [UInt8]) -> Int {
    guard bytes.first == UInt8(ascii: "<") || bytes.starts(with: [0xEF, 0xBB, 0xBF, 0x3C]) else {
      return bytes.count / 2
    }
    // Behind the start tag of the element in which the middle lies.
    var index = bytes.count / 2
    while index > 0 {
      index -= 1
      guard bytes[index] == UInt8(ascii: "<"), bytes[index + 1] | 0x20 > 0x60, bytes[index + 1] | 0x20 < 0x7B,
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")), bytes[end - 1] != UInt8(ascii: "/")
      else { continue }
      return end + 1
    }
    return bytes.count
  }

  /// Declares entities in front of a file's root and uses one in the middle.
  private func declaring(
    _ declarations: String, using name: String, in bytes: [UInt8], external: String = ""
  ) -> CorpusFile {
    let middle = middle(of: bytes)
    let body = String(decoding: bytes[..<middle], as: UTF8.self)
    let rest = String(decoding: bytes[middle...], as: UTF8.self)
    // What stands in front of the root is replaced.
    let starts = body.indices.filter { index in
      body[index] == "<" && body.index(after: index) < body.endIndex
        && (body[body.index(after: index)].isLetter || body[body.index(after: index)] == "_")
    }
    let root = starts.first ?? body.startIndex
    return CorpusFile(
      "<!DOCTYPE r \(external) [\(declarations)]>\n\(body[root...])&\(name);\(rest)", name: "bad")
  }
}

/// A port of this computer's own that tells whether anybody calls.
private final class Listener {
  let port: UInt16
  private let descriptor: Int32

  init?() {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = Self.address(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && listen(descriptor, 4) == 0
          && getsockname(descriptor, $0, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isOpen, fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 else { return nil }
  }

  deinit { close(descriptor) }

  var wasCalled: Bool {
    let caller = accept(descriptor, nil, nil)
    if caller >= 0 { close(caller) }
    return caller >= 0
  }

  /// Calls the port, as a fetch would.
  func call() -> Bool {
    #if canImport(Glibc)
      let caller = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let caller = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(caller) }
    var address = Self.address(port: port)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(caller, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}

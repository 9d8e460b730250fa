import OnusModel
import Testing

@testable import OnusReaders

struct XMLSafetyTests {
  @Test func mismatchedTagIsShownWithItsPlace() {
    #expect(
      failure("<a>\n  <b>é</b><c>x</d>\n</a>") == """
        a.xml:2:15: error: malformed XML: opening and ending tag mismatch: c line 2 and d [malformed-xml]
            <b>é</b><c>x</d>
                        ^
        """)
  }

  @Test func unclosedElementIsNamed() {
    #expect(
      failure("<a>\n<b>") == """
        a.xml:2:4: error: malformed XML: premature end of data in tag b line 2 [malformed-xml]
          <b>
             ^
        """)
  }

  @Test func bareAmpersandIsShownWithItsPlace() {
    #expect(
      failure("<a>R & D</a>") == """
        a.xml:1:7: error: malformed XML: xmlParseEntityRef: no name [malformed-xml]
          <a>R & D</a>
                ^
        """)
  }

  @Test func textThatIsNoXMLIsAnError() {
    #expect(failure("TY  - JOUR").hasPrefix("a.xml:1:1: error: malformed XML: start tag expected"))
    #expect(failure(" \n ").hasPrefix("a.xml: error: the file holds nothing [empty-file]"))
  }

  @Test func undeclaredEntityIsAnErrorAtItsAmpersand() {
    #expect(
      failure("<a>caf&eacute;</a>") == """
        a.xml:1:7: error: the entity &eacute; is not one of XML's own and is not expanded [unknown-entity]
          <a>caf&eacute;</a>
                ^
          note: Write the character itself, or its number as in &#233;.
        """)
  }

  @Test func entityOfAnExternalTypeDefinitionIsAProblemAndKeptAsItStands() throws {
    let xml = "<!DOCTYPE a SYSTEM 'http://example.invalid/a.dtd'>\n<a>caf&eacute;</a>"
    var events: [String] = []
    try XMLRecordParser(CorpusFile(xml), records: nil).parse { event in
      switch event {
      case .record(let element): events.append(element.text)
      case .problem(let problem): events.append("\(problem)")
      case .outside: break
      }
    }
    #expect(
      events == [
        "a.xml:2:7: error: the entity &eacute; is not one of XML's own and is not expanded [unknown-entity]",
        "caf&eacute;",
      ])
  }

  @Test func entityBombStaysSmall() throws {
    var xml = "<!DOCTYPE a [<!ENTITY l0 'lol'>"
    for level in 1...9 {
      xml += "<!ENTITY l\(level) '\(String(repeating: "&l\(level - 1);", count: 10))'>"
    }
    xml += "]><a b='&l9;'>&l9;</a>"
    var text = ""
    var problems = 0
    try XMLRecordParser(CorpusFile(xml), records: nil).parse { event in
      if case .record(let element) = event { text = element.text }
      if case .problem(let problem) = event, problem.code == "unknown-entity" { problems += 1 }
    }
    #expect(text == "&l9;")
    #expect(problems > 0)
  }

  @Test func externalEntityIsNotFetched() throws {
    let path = testFolder + "/Fixtures/mesh/descriptors.xml"
    let xml = """
      <!DOCTYPE a [<!ENTITY x SYSTEM "file://\(path)"><!ENTITY % p SYSTEM "file://\(path)"> %p;]>
      <a>before &x; after</a>
      """
    var text: String?
    var codes: [Diagnostic.Code] = []
    try? XMLRecordParser(CorpusFile(xml), records: nil).parse { event in
      if case .record(let element) = event { text = element.text }
      if case .problem(let problem) = event { codes.append(problem.code) }
    }
    #expect(text == nil || text == "before &x; after")
    #expect(codes.contains("unknown-entity"))
  }

  @Test func depthIsBounded() {
    let count = 5000
    let xml = String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    #expect(failure(xml).contains("excessive depth"))
  }

  @Test func otherEncodingsAreRead() throws {
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>caf".utf8) + [0xE9] + Array("</a>".utf8)
    let wide = Array("\u{FEFF}<?xml version='1.0' encoding='UTF-16'?><a>café</a>".utf16).flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
    for (bytes, chunkSize) in [(latin, 1), (latin, 4096), (wide, 1), (wide, 4096)] {
      var text = ""
      let file = CorpusFile(bytes: bytes, name: "a.xml").reading(chunkSize)
      try XMLRecordParser(file, records: nil).parse { event in
        if case .record(let element) = event { text = element.text }
      }
      #expect(text == "café")
    }
  }

  @Test func bytesThatAreNotOfTheEncodingAreAnError() {
    let bytes = Array("<a>\n caf".utf8) + [0xE9] + Array("</a>".utf8)
    let (_, failure) = outcome(.mods, CorpusFile(bytes: bytes, name: "a.xml"))
    #expect(failure?.code == "malformed-xml")
    #expect(failure?.location?.line == 2)
    #expect(failure?.message.contains("not proper UTF-8") ?? false)
  }

  @Test func doubtfulNamespaceIsAWarningGivenOnce() throws {
    let (events, failure) = outcome(.mods, CorpusFile("<modsCollection><x:mods/><x:mods/></modsCollection>"))
    #expect(failure == nil)
    #expect(events.problems.map(\.code) == ["doubtful-xml"])
  }
}

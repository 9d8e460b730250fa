import OnusModel
import Testing

@testable import OnusReaders

struct XMLLocationTests {
  /// Texts in which each 📍 stands directly before a start tag.
  static let marked = [
    "📍<a/>",
    "<?xml version=\"1.0\"?>\n<!-- é -->\n  📍<a>\n  📍<b>x</b>📍<b/>\n</a>",
    "<!DOCTYPE a [<!-- > -->]>📍<a>📍<b><![CDATA[<no tag>\n]]>📍<c/>]]&gt;</b></a>",
    "📍<a\n  x='1'\n  y='2'>text 📍<b\n z='>'/> more 📍<c   \n\t/>📍<d/></a>",
    "📍<a>é𝒳&amp;&#233;&lt;📍<b/>日本📍<c é='日'/>📍<d/></a>",
    "📍<a>\r\n📍<b/>\r\n<?p i?>📍<c/><!-- \n -->📍<d/>\r\n</a>",
    "📍<n:a xmlns:n='u'>📍<n:b\n>\n\n   📍<c xmlns='v'/></n:b  >📍<d/></n:a>",
    "\u{FEFF}📍<a>📍<b/></a>",
    "\n \n  📍<a>📍<b/></a>",
    "📍<a>" + String(repeating: "word ", count: 20_000) + "📍<b\n/>\n📍<c/></a>",
  ]

  @Test(arguments: marked, [1, 7, 4096]) func startTagsAreLocatedAtTheirFirstCharacter(
    text: String, chunkSize: Int
  ) throws {
    var expected: [String] = []
    var plain = String.UnicodeScalarView()
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar == "📍" {
        expected.append("a.xml:\(line):\(column)")
        continue
      }
      plain.append(scalar)
      if scalar == "\u{FEFF}" { continue }
      column = scalar == "\n" ? 1 : column + 1
      if scalar == "\n" { line += 1 }
    }
    var locations: [String] = []
    let file = CorpusFile(String(plain)).reading(chunkSize)
    try XMLRecordParser(file, records: nil).parse { event in
      guard case .record(let element) = event else { return }
      locations = element.following(100).map { "\($0.location)" }
    }
    #expect(locations == expected)
  }

  @Test func linesBeyond65535AreCounted() throws {
    let text = "<a>" + String(repeating: "\n", count: 70_000) + " <b/></a>"
    let location = try withRecord(text) { $0.child("b")?.location }
    #expect(location == OnusModel.SourceLocation(file: "a.xml", line: 70_001, column: 2))
  }
}

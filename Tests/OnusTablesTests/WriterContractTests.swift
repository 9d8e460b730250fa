import Foundation
import Testing

@testable import OnusTables

@Suite struct WriterContractTests {
  static let tables = [smallTable, hostileTable, emptyTable]

  @Test func namesAndExtensionsAreUnique() {
    #expect(Set(Writer.all.map(\.name)).count == Writer.all.count)
    #expect(Set(Writer.all.map(\.fileExtension)).count == Writer.all.count)
    #expect(Writer.all.allSatisfy { Writer.named($0.name)?.title == $0.title })
    #expect(Writer.named("doc") == nil)
    #if Office
      #expect(Writer.all.filter { !$0.isText }.map(\.name) == ["xlsx", "docx"])
    #else
      #expect(Writer.all.allSatisfy { $0.isText })
    #endif
  }

  @Test(arguments: Writer.all) func sameTableGivesSameBytes(_ writer: Writer) throws {
    for table in Self.tables { #expect(try writer.render(table) == writer.render(table)) }
  }

  @Test(arguments: Writer.all.filter(\.isText)) func textIsUTF8AndEndsWithALineBreak(_ writer: Writer) throws
  {
    for table in Self.tables {
      let bytes = try writer.render(table)
      #expect(String(validating: bytes, as: UTF8.self) != nil)
      #expect(bytes.last == 0x0A)
    }
  }

  @Test(arguments: Writer.all.filter(\.isText)) func controlCharactersDoNotGetOut(_ writer: Writer) throws {
    let isExact = ["csv", "tsv", "json"].contains(writer.name)
    guard !isExact else { return }
    #expect(try !writer.render(hostileTable).contains(0x1B))
    #expect(!hostileTable.text(as: writer).unicodeScalars.contains("\u{202E}") || writer.name == "html")
  }

  @Test(arguments: [Writer.html, .markdown, .latex]) func unsafeAddressesAreNotLinked(_ writer: Writer) {
    let text = hostileTable.text(as: writer)
    #expect(!text.contains("href=\"javascript"))
    #expect(writer.name != "markdown" || !text.replacing("\\]", with: "").contains("](javascript"))
    #expect(!text.contains("\\href{javascript"))
  }

  @Test(arguments: [
    ("https://doi.org/10.1/x", true), ("#row-1", true), ("claims.html", true),
    ("summaries/multiple-sclerosis.md", true), ("plots/forest.svg", true), ("javascript:x.html", false),
    ("//elsewhere.org/x.html", false), ("/etc/x.html", false), ("../x.html", false),
    ("www.a.org/x.html", false),
    ("10.1000/182", false), ("x y.html", false), ("data:text/x.html", false),
  ])
  func addressesThatAreSafeToFollow(_ address: String, _ isSafe: Bool) {
    #expect((address.safeAddress != nil) == isSafe)
  }

  @Test(arguments: [true, false]) func csvReadsBack(_ guardsFormulas: Bool) throws {
    let records = try parseCSV(hostileTable.text(as: .csv(guardsFormulas: guardsFormulas)))
    #expect(records.count == hostileTexts.count + 1)
    #expect(records[0].count == 7)
    #expect(records.allSatisfy { $0.count == 7 })
    for (record, text) in zip(records.dropFirst(), hostileTexts) {
      let expected = text.replacing("\r\n", with: "\n")
      #expect(record[1] == expected || (guardsFormulas && record[1] == "'" + expected))
    }
  }

  @Test func tsvReadsBack() {
    let lines = hostileTable.text(as: .tsv).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == hostileTexts.count + 2)
    for (line, text) in zip(lines.dropFirst(), hostileTexts) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      #expect(fields.count == 7)
      #expect(unescapeTSV(fields[1]) == text.replacing("\r\n", with: "\n"))
    }
  }

  @Test func jsonReadsBackTyped() throws {
    for table in Self.tables {
      let value = try JSONSerialization.jsonObject(with: Data(try table.rendered(as: .json)))
      let object = try #require(value as? [String: Any])
      #expect(object["title"] as? String == table.title)
      #expect((object["rows"] as? [Any])?.count == table.rows.count)
    }
    let value = try JSONSerialization.jsonObject(with: Data(try smallTable.rendered(as: .json)))
    let rows = try #require((value as? [String: Any])?["rows"] as? [[String: Any]])
    let cells = try #require(rows[0]["cells"] as? [String: [String: Any]])
    #expect(cells["sample"]?["value"] as? Int == 40)
    #expect(cells["duration"]?["iso8601"] as? String == "P6M")
    #expect(cells["duration"]?["days"] as? Double == 182.625)
    #expect(cells["stance"]?["word"] as? String == "supports")
    #expect(cells["study"]?["url"] as? String == "https://pubmed.ncbi.nlm.nih.gov/18728058/")
    #expect((rows[0]["location"] as? [String: Any])?["line"] as? Int == 12)
  }

  @Test func jsonKeepsHostileTextsExactly() throws {
    let value = try JSONSerialization.jsonObject(with: Data(try hostileTable.rendered(as: .json)))
    #expect((value as? [String: Any])?["notes"] as? [String] == hostileTexts)
  }

  @Test func htmlIsBalanced() throws {
    for table in Self.tables { try expectBalanced(table.text(as: .html)) }
  }

  @Test func latexBracesAndEnvironmentsAreBalanced() {
    for table in Self.tables {
      let text = table.text(as: .latex).replacing("\\{", with: "").replacing("\\}", with: "")
      #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
      #expect(text.ranges(of: "\\begin{").count == text.ranges(of: "\\end{").count)
    }
  }

  @Test func everyMarkdownRowHasEveryCell() {
    for table in Self.tables {
      let rows = table.text(as: .markdown).split(separator: "\n").filter { $0.hasPrefix("|") }
      for row in rows {
        let bars = row.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
        #expect(bars == table.columns.count + 1)
      }
    }
  }

  @Test(arguments: [20, 40, 72, 100, 160]) func plainTextKeepsToItsWidth(_ width: Int) {
    for table in [smallTable, emptyTable] {
      for line in table.text(as: .text(width: width)).split(separator: "\n") {
        #expect(line.count <= width)
      }
    }
  }
}

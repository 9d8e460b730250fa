import Foundation
import OnusAudit
import Testing

/// The pages of the documentation that are made from values.
struct DocumentationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/OnusAudit/Documentation.docc")

  @Test(arguments: [
    ("Checks.md", Check.documentationPage), ("Standings.md", DecisionTable.documentationPage),
  ])
  func pagesSayWhatTheValuesSay(_ name: String, _ page: String) throws {
    let place = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["ONUS_RECORD"] == "1" {
      try page.write(to: place, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: place, encoding: .utf8) == page)
  }

  @Test func aCheckIsExplainedWithBothExamples() {
    let text = Check.retractedReport.text(width: 80)
    #expect(text.hasPrefix("retracted-report (warning)\n\nA study's report was retracted.\n\n"))
    #expect(text.contains("It fires here:\n\n    studies:\n"))
    #expect(text.contains("with these records:\n\n    PMID- 1\n"))
    #expect(text.contains("It is quiet here:\n"))
  }
}

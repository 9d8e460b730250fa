import OnusModel
import Testing

@testable import OnusReaders

struct XMLStartTests {
  @Test func textBeforeTheDeclarationIsSkippedWithAWord() throws {
    let file = CorpusFile(
      "```xml\n<?xml version='1.0'?>\n<mods><titleInfo><title>T</title></titleInfo></mods>")
    #expect(try Reader.recognizing(file).name == "mods")
    let events = try Reader.mods.events(in: file)
    #expect(events.references.first?.title == "T")
    #expect(events.references.first?.location?.line == 3)
    #expect(
      events.problems.map(\.description) == [
        "a.xml:1:1: warning: there is text in front of the XML declaration, which is skipped [text-before-xml]"
      ])
  }

  @Test func declarationFarIntoAFileIsNoStart() {
    let file = CorpusFile(String(repeating: "word ", count: 300) + "<?xml version='1.0'?><mods/>")
    #expect(throws: Diagnostic.self) { try Reader.recognizing(file) }
  }
}

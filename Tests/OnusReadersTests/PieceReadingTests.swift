import OnusModel
import Testing

@testable import OnusReaders

@Suite struct PieceReadingTests {
  /// What a file gives when it is read with some threads: its events, and the error that ended it.
  private func reading(_ text: String, threads: Int) -> [String] {
    var file = CorpusFile(bytes: text.utf8, name: "list.xml")
    file.threadCount = threads
    var events: [String] = []
    do {
      try Reader.pubmed.read(file) { events.append("\($0)") }
    } catch {
      events.append("thrown: \(error)")
    }
    return events
  }

  private func list(
    _ count: Int, head: String = #"<?xml version="1.0" encoding="UTF-8"?>"#,
    special: (Int) -> String = { _ in "" }
  ) -> String {
    var text = head + "\n<!DOCTYPE PubmedArticleSet>\n<PubmedArticleSet>\n"
    for number in 1...count {
      text += special(number)
      text += """
        <PubmedArticle><MedlineCitation Status="MEDLINE">
          <PMID Version="1">\(number)</PMID>
          <Article PubModel="Print"><ArticleTitle>On the näked mole rat, part \(number)</ArticleTitle>
            <Abstract><AbstractText>\(String(repeating: "Words with spaces. ", count: 300))</AbstractText></Abstract>
          </Article>
        </MedlineCitation></PubmedArticle>

        """
    }
    return text + "</PubmedArticleSet>\n"
  }

  @Test(arguments: [2, 3, 8]) func aLargeFileGivesTheSameInPieces(threads: Int) throws {
    let text = list(220)
    #expect(text.utf8.count > 1 << 20)
    let whole = reading(text, threads: 1)
    #expect(whole.count == 220)
    #expect(reading(text, threads: threads) == whole)
    var file = CorpusFile(bytes: text.utf8, name: "list.xml")
    file.threadCount = threads
    let last = try Reader.pubmed.records(in: file).last
    guard case .reference(let reference) = last else { Issue.record("no reference"); return }
    // Three lines before the first record, six for each.
    #expect(reference.location == SourceLocation(file: "list.xml", line: 4 + 219 * 6, column: 1))
    #expect(reference.kept.last?.location?.line == 4 + 219 * 6 + 2)
  }

  @Test func aRecordThatIsLongerThanAnyPieceIsReadInOrder() {
    let long = String(repeating: "A long abstract. ", count: 1_100_000)
    let text = list(220) { number in
      number == 200
        ? "<PubmedArticle><MedlineCitation><PMID>9000</PMID><Article><ArticleTitle>Long</ArticleTitle><Abstract>"
          + "<AbstractText>\(long)</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>\n"
        : ""
    }
    let whole = reading(text, threads: 1)
    #expect(whole.count == 221)
    #expect(reading(text, threads: 2) == whole)
  }

  @Test(arguments: [
    "<!-- <PubmedArticle><MedlineCitation/></PubmedArticle> -->", "<![CDATA[<PubmedArticle >]]>",
    "text between the records", "<?note <PubmedArticle>?>", "<DeleteCitation><PMID>9</PMID></DeleteCitation>",
    "<Other>a</Other>", "<PubmedArticle><MedlineCitation/>", "</PubmedArticleSet>", "<x:y/>", "&unknown;",
    "<PubmedArticle/>", "\u{0}",
  ]) func whatStandsBetweenRecordsIsReadTheSameInPieces(special: String) {
    // At several places, so that one is near a cut.
    let text = list(240) { $0.isMultiple(of: 7) && $0 > 60 ? special : "" }
    #expect(reading(text, threads: 3) == reading(text, threads: 1))
  }

  @Test func aFileThatEndsTooEarlyFailsAtTheSamePlace() {
    let text = String(list(220).dropLast(700))
    let whole = reading(text, threads: 1)
    #expect(whole.last?.hasPrefix("thrown: list.xml:") == true)
    #expect(reading(text, threads: 2) == whole)
  }

  @Test func aFileInAnotherEncodingIsNotCut() {
    let text = list(220, head: #"<?xml version="1.0" encoding="ISO-8859-1"?>"#)
    #expect(reading(text, threads: 2) == reading(text, threads: 1))
  }

  @Test func readingStopsWhenTheReceiverThrows() throws {
    struct Enough: Error {}
    var file = CorpusFile(bytes: list(220).utf8, name: "list.xml")
    file.threadCount = 2
    var count = 0
    #expect(throws: Enough.self) {
      try Reader.pubmed.read(file) { _ in
        count += 1
        if count == 150 { throw Enough() }
      }
    }
    #expect(count == 150)
  }
}

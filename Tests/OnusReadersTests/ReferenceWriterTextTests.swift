import OnusModel
import Testing

@testable import OnusReaders

/// What characters become that mean something to a form.
struct ReferenceWriterTextTests {
  @Test func bibTeXEscapesWhatTeXReads() {
    #expect(TeXEscapes.escaped("50 % & $5 #1 a_b") == ##"50 \% \& \$5 \#1 a\_b"##)
    #expect(TeXEscapes.escaped(#"~ ^ \"#) == #"\textasciitilde{} \textasciicircum{} \textbackslash{}"#)
    #expect(TeXEscapes.escaped("a -- b ''c''") == "a -{}- b '{}'c'{}'")
  }

  @Test func braceWithoutItsFellowDoesNotEndTheField() {
    #expect(TeXEscapes.escaped("{a} b") == #"\{a\} b"#)
    #expect(TeXEscapes.escaped("a} b{") == #"a\textbraceright{} b\textbraceleft{}"#)
    #expect(written(.bibtex) { $0.title = "Half } a {brace" }.contains("{Half \\textbraceright{} a"))
  }

  @Test func capitalsInTitlesAreInBraces() {
    #expect(
      TeXEscapes.protectingCapitals("The mRNA of DNA in Crohn disease")
        == "The {mRNA} of {DNA} in {Crohn} disease")
    #expect(TeXEscapes.protectingCapitals("IMAGINE: a trial") == "{IMAGINE:} a trial")
  }

  @Test func groupsAndNamesWithAndStayTogetherInBibTeX() {
    let text = written(.bibtex) {
      $0.contributors = [
        Contributor(literal: "Smith and Sons, Ltd"),
        Contributor(family: "Exempel", given: "Ada", suffix: "Jr"),
      ]
    }
    #expect(text.contains("author = {{Smith and Sons, Ltd} and Exempel, Jr, Ada}"))
  }

  @Test func addressesStayAsTheyAreInBibTeX() {
    let text = written(.bibtex) {
      $0.addresses = ["https://example.org/a_b?c=%20&d={e}"]
      $0.identifiers = [Identifier(.doi, "10.5555/a_b<c>")]
    }
    #expect(text.contains("url = {https://example.org/a_b?c=%20&d=%7Be%7D}"))
    #expect(text.contains("doi = {10.5555/a_b<c>}"))
  }

  @Test func risKeepsEachValueOnItsLine() {
    let text = written(.ris) {
      $0.title = "One\r\nTY  - BOOK\u{2028}two\u{1}"
      $0.contributors = [Contributor(literal: "IMAGINE Study Group")]
    }
    #expect(text.hasPrefix("TY  - JOUR\r\n"))
    #expect(text.contains("TI  - One TY  - BOOK two\r\n"))
    #expect(text.contains("AU  - IMAGINE Study Group,\r\n"))
    #expect(text.hasSuffix("ER  - \r\n\r\n"))
    #expect(!text.replacing("\r\n", with: "").unicodeScalars.contains("\n"))
  }

  @Test func xmlHoldsNoCharacterThatXMLForbids() throws {
    for writer in [ReferenceWriter.mods, .endNoteXML, .pubmed] {
      let text = written(writer) {
        $0.title = "a\u{0}\u{8}\u{FFFF} < b & \"c\" ]]> d"
        $0.abstract = [AbstractSection(label: "A\n\"B\" <C>", text: "one")]
        $0.publicationTypes = [Term("<x>")]
      }
      let reader = try #require(Reader.all.first { $0.name == writer.name })
      let read = try reader.events(in: CorpusFile(text)).references
      #expect(read.first?.title == "a < b & \"c\" ]]> d", "\(writer.name)")
    }
  }

  @Test func nbibWrapsAtBlanksOnly() throws {
    let long = String(repeating: "word ", count: 60) + String(repeating: "x", count: 120)
    let text = written(.nbib) {
      $0.identifiers = [Identifier(.pmid, "90000001")]
      $0.abstract = [AbstractSection(text: long)]
    }
    #expect(text.split(separator: "\n").filter { !$0.contains("xxx") }.allSatisfy { $0.count <= 90 })
    #expect(try Reader.nbib.events(in: CorpusFile(text)).references.first?.abstract.first?.text == long)
  }

  @Test func csvQuotesWhatBreaksCells() throws {
    let text = written(.csv) { $0.title = "One, \"two\"\nthree" }
    #expect(text.contains("\"One, \"\"two\"\"\nthree\""))
  }

  @Test func retractedDocumentSaysSoInEveryForm() {
    for writer in ReferenceWriter.all {
      let text = written(writer) {
        $0.relations = [
          Relation(type: "RetractionIn", citation: "J Invent Trials. 2021;13(1):9", identifiers: [])
        ]
      }
      #expect(text.contains("J Invent Trials. 2021;13(1):9"), "\(writer.name)")
      #expect(text.lowercased().contains("retraction") || text.contains("RIN"), "\(writer.name)")
    }
    #expect(
      written(.cslJSON) { $0.publicationTypes = [Term("Retracted Publication", ui: "D016441")] }
        .contains("\"status\":\"retracted\""))
  }
}

/// A list of one record.
private func written(_ writer: ReferenceWriter, _ change: (inout Reference) -> Void) -> String {
  var list = ReferenceList(writer)
  return list.start + list.next(sample(change)) + list.end
}

import OnusModel
import Testing

@testable import OnusReaders

struct XMLElementTests {
  @Test func textIncludesThatOfInlineMarkup() throws {
    let text = try withRecord("<t>Effect of <i>in <b>vivo</b></i> CO<sub>2</sub> &amp; <![CDATA[<x>]]></t>") {
      $0.text
    }
    #expect(text == "Effect of in vivo CO2 & <x>")
  }

  @Test func whiteSpaceIsCollapsedAndOtherSpacesAreNot() throws {
    let text = try withRecord("<t>\n  5\u{00A0}mg\tand\n\n 6\u{2009}mg </t>") { [$0.text, $0.rawText] }
    #expect(text == ["5\u{00A0}mg and 6\u{2009}mg", "\n  5\u{00A0}mg\tand\n\n 6\u{2009}mg "])
  }

  @Test func ampersandsInAttributesAreRead() throws {
    let value = try withRecord("<t a='R&amp;D &#38; &lt;&amp;#38;&gt; &quot;é'/>") { $0.attribute("a") }
    #expect(value == "R&D & <&#38;> \"é")
  }

  @Test func namesHaveNoPrefixAndANamespace() throws {
    let names = try withRecord("<m:a xmlns:m='urn:m'><b/></m:a>") { element in
      [element.name, element.namespace ?? "none", element.child("b")?.namespace ?? "none"]
    }
    #expect(names == ["a", "urn:m", "none"])
  }

  @Test func childrenAreTheDirectOnes() throws {
    let texts = try withRecord("<a><b>1</b><c><b>2</b></c><b>3</b></a>") { element in
      [
        element.children("b").map(\.text), element.elements.map(\.name),
        [element.text(at: "c", "b") ?? "", element.text(at: "c", "d") ?? "none"],
      ]
    }
    #expect(texts == [["1", "3"], ["b", "c", "b"], ["2", "none"]])
  }

  @Test func whatNobodyReadIsListedWithItsPlace() throws {
    let xml = """
      <r s="1">
        <a t="2">read</a>
        <b u="">left</b>
        <c>mixed <i v="3">with</i> text</c>
        <d><e> </e><f>deep</f></d>
      </r>
      """
    let fields = try withRecord(xml) { record in
      _ = record.text(at: "a")
      return record.unread().map { "\($0.path)=\($0.value) \($0.location?.line ?? 0)" }
    }
    #expect(
      fields == ["@s=1 1", "a/@t=2 2", "b=left 3", "c=mixed with text 4", "c/i/@v=3 4", "d/f=deep 5"])
  }

  @Test func readingATextReadsTheMarkupInIt() throws {
    let fields = try withRecord("<r><a x='1'>one <i y='2'>two</i></a></r>") { record in
      _ = record.text(at: "a")
      return record.unread().map(\.path)
    }
    #expect(fields == ["a/@x"])
  }

  @Test func readingAPartOfAMixedElementKeepsTheWhole() throws {
    let fields = try withRecord("<r><a>one <i>two</i></a></r>") { record in
      _ = record.text(at: "a", "i")
      return record.unread().map { "\($0.path)=\($0.value)" }
    }
    #expect(fields == ["a=one two"])
  }
}

struct XMLRecordTests {
  @Test func recordsComeOneByOneAndTheRestOutside() throws {
    let xml = """
      <set v="1"><head><title>Export</title></head>
        <rec>1<rec>inner</rec></rec> stray <wrap w="2"><note>n</note><rec>2</rec></wrap><tail/></set>
      """
    var events: [String] = []
    try XMLRecordParser(CorpusFile(xml), records: ["rec"]).parse { event in
      switch event {
      case .record(let element): events.append("record \(element.text) in \(element.path)")
      case .outside(let element):
        let fields = element.unread().map { "\($0.path)=\($0.value)" }
        events.append("outside \(element.path) \(fields)")
      case .problem(let problem): events.append("\(problem)")
      }
    }
    #expect(
      events == [
        #"outside set/head ["title=Export"]"#, "record 1inner in set/rec", "record 2 in set/wrap/rec",
        #"outside set/wrap ["@w=2", "note=n"]"#, "outside set/tail []",
        #"outside set ["@v=1", "text()=stray"]"#,
      ])
  }

  @Test func attributesOfTheRootAreThereInARecord() throws {
    var language: String?
    try XMLRecordParser(CorpusFile("<set l='eng'><rec/></set>"), records: ["rec"]).parse { event in
      if case .record(let element) = event { language = element.root.attribute("l") }
    }
    #expect(language == "eng")
  }

  @Test func whatTheReceiverThrowsEndsTheReading() {
    struct Enough: Error {}
    var count = 0
    #expect(throws: Enough.self) {
      try XMLRecordParser(CorpusFile("<s><r/><r/><r/></s>"), records: ["r"]).parse { event in
        if case .record = event { count += 1 }
        if count == 2 { throw Enough() }
      }
    }
    #expect(count == 2)
  }

  @Test func recordsBeforeAnErrorAreDelivered() {
    var texts: [String] = []
    #expect(throws: Diagnostic.self) {
      try XMLRecordParser(CorpusFile("<s><r>1</r><r>2</r><r>3"), records: ["r"]).parse { event in
        if case .record(let element) = event { texts.append(element.text) }
      }
    }
    #expect(texts == ["1", "2"])
  }
}

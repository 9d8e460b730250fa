#if Office
  import OnusOffice
  import Testing

  struct WorkbookTests {
    static func sheet(_ rows: [Workbook.Row], _ name: String = "S") -> Workbook.Sheet {
      .init(name: name, widths: [20, 10], rows: rows)
    }

    static func bytes(_ rows: [Workbook.Row]) throws -> [UInt8] {
      try Workbook(title: "T", sheets: [sheet(rows)]).bytes()
    }

    @Test(arguments: [
      "=1+1", "=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "0012", "1e5", "2008-09-01", "TRUE",
    ])
    func wordsStayWords(_ text: String) throws {
      let bytes = try Self.bytes([.init([.init(.text([.init(text)]))])])
      let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
      #expect(sheet.contains("<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>"))
      #expect(!sheet.contains("<f>"))
      #expect(try part("xl/sharedStrings.xml", of: bytes).contains("<t>\(text)</t>"))
    }

    @Test func numbersAndDaysAreNumbers() throws {
      let bytes = try Self.bytes([
        .init([
          .init(.number(40, suffix: "")), .init(.number(96, suffix: " ᵃ")), .init(.number(0.25, suffix: "")),
          .init(.date(year: 2008, month: 9, day: 1)), .init(.blank),
        ])
      ])
      let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
      // Day 39692 of Excel's calendar is 1 September 2008.
      for value in ["<v>40</v>", "<v>96</v>", "<v>0.25</v>", "<v>39692</v>"] {
        #expect(sheet.contains(value))
      }
      #expect(!sheet.contains("t=\"s\""))
      let styles = try part("xl/styles.xml", of: bytes)
      #expect(
        styles.contains("formatCode=\"yyyy\\-mm\\-dd\"") || styles.contains("formatCode=\"yyyy-mm-dd\""))
      #expect(styles.contains("formatCode=\"0&quot; ᵃ&quot;\""))
    }

    @Test func charactersThatXMLLacksAndEscapesOfExcelStayWords() throws {
      let text = "a\u{1B}b <&> \"q\" _x0041_ שלום 低用量 ⊕⊕◯◯"
      let bytes = try Self.bytes([.init([.init(.text([.init(text)]))])])
      let strings = try part("xl/sharedStrings.xml", of: bytes)
      #expect(strings.contains("a\u{FFFD}b &lt;&amp;&gt; \"q\" _x005F_x0041_ שלום 低用量 ⊕⊕◯◯"))
      for file in try unpacked(bytes) { try expectWellFormed(file.text, file.path) }
    }

    @Test func piecesKeepTheirLook() throws {
      let runs = [Workbook.Run("Scale:", isBold: true), .init(" SF-36"), .init("a", isRaised: true)]
      let strings = try part("xl/sharedStrings.xml", of: try Self.bytes([.init([.init(.text(runs))])]))
      #expect(strings.contains("<b/>"))
      #expect(strings.contains("<vertAlign val=\"superscript\"/>"))
      #expect(strings.contains("<t xml:space=\"preserve\"> SF-36</t>"))
    }

    @Test func aSinglePieceInBoldMakesItsCellBold() throws {
      let bytes = try Self.bytes([.init([.init(.text([.init("sleep", isBold: true)]))])])
      #expect(try part("xl/styles.xml", of: bytes).contains("<b/>"))
      #expect(try part("xl/sharedStrings.xml", of: bytes).contains("<si><t>sleep</t></si>"))
    }

    @Test func linksLeadToTheWebAndToSheets() throws {
      let contents = Self.sheet(
        [
          .init([
            .init(.text([.init("It's")]), link: .sheet(1)),
            .init(.text([.init("DOI")]), link: .address("https://doi.org/10.1000/x?a=1&b=2")),
          ]),
          .init([
            .init(.text([.init("too far")]), link: .address("https://" + String(repeating: "x", count: 2100)))
          ]),
        ], "Contents")
      let book = Workbook(title: "T", sheets: [contents, Self.sheet([], "It's")])
      let sheet = try part("xl/worksheets/sheet1.xml", of: try book.bytes())
      #expect(sheet.contains("location=\"'It''s'!A1\""))
      #expect(sheet.count(of: "<hyperlink ") == 2)
      let relations = try part("xl/worksheets/_rels/sheet1.xml.rels", of: try book.bytes())
      #expect(relations.contains("Target=\"https://doi.org/10.1000/x?a=1&amp;b=2\""))
      #expect(try part("xl/sharedStrings.xml", of: try book.bytes()).contains("<t>too far</t>"))
    }

    @Test func headStaysInViewFiltersAndComesAgainOnEachPage() throws {
      let row = Workbook.Row([.init(.text([.init("x")])), .init(.number(1, suffix: ""))], lines: 3)
      let sheet = Workbook.Sheet(
        name: "S", widths: [20, 10], rows: [.init([]), row, row, row], head: 1..<2, frozenColumns: 1,
        filteredRows: 2, pagesWide: 2)
      let bytes = try Workbook(title: "T", sheets: [sheet]).bytes()
      let xml = try part("xl/worksheets/sheet1.xml", of: bytes)
      #expect(xml.contains("<pane xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\""))
      #expect(xml.contains("<autoFilter ref=\"A2:B4\"/>"))
      #expect(xml.contains("orientation=\"landscape\""))
      #expect(xml.contains("fitToWidth=\"2\" fitToHeight=\"0\""))
      #expect(xml.contains("ht=\"45\" customHeight=\"1\""))
      let names = try part("xl/workbook.xml", of: bytes)
      #expect(names.contains("_xlnm.Print_Titles"))
      #expect(names.contains("S!$A:$A,S!$1:$2") || names.contains("S!$A:$A,S!$2:$2"))
    }

    @Test func propertiesHaveATitleAndAFixedDay() throws {
      let book = Workbook(title: "Evidence & <tables>", sheets: [Self.sheet([])])
      let properties = try part("docProps/core.xml", of: try book.bytes())
      #expect(properties.contains("<dc:title>Evidence &amp; &lt;tables&gt;</dc:title>"))
      #expect(properties.contains("1980-01-01T00:00:00Z</dcterms:created>"))
      #expect(try book.bytes() == book.bytes())
    }

    @Test func aTextLongerThanACellIsCutNotLost() throws {
      let runs = [Workbook.Run("Long:", isBold: true), .init(String(repeating: "word ", count: 8000))]
      let strings = try part("xl/sharedStrings.xml", of: try Self.bytes([.init([.init(.text(runs))])]))
      #expect(strings.contains("… [cut: longer than a cell can be]"))
    }
  }
#endif

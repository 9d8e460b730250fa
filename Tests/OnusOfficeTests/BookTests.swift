#if Office
  import OnusTables
  import Testing

  struct BookTests {
    static let table = EvidenceTable(
      id: "summary-of-findings", title: "LDN compared to placebo for <MS> & “pain”",
      columns: [
        .init("outcome", "Outcomes", isRowHeader: true, mergesRepeats: true),
        .init("risk", "Risk with placebo", group: "Anticipated absolute effects", footnotes: ["Assumed."]),
        .init("with", "Risk with LDN", group: "Anticipated absolute effects"),
        .init("people", "People", details: ["enrolled"], kind: .integer),
        .init("since", "Since", kind: .date),
        .init("certainty", "Certainty", kind: .stance), .init("length", "Duration", kind: .duration),
        .init("report", "Report"),
      ],
      rows: [
        row("1", "pain", .integer(96), ["Crossover.", "Small."]), row("2", "pain", .integer(40), []),
        row("3", "שלום עולם (MS)", .notReported, ["Small."], group: "Harms"),
        row("4", "低用量ナルトレキソン", .absent, [], group: "Harms"),
      ],
      notes: ["CI: confidence interval."])

    static func row(
      _ id: String, _ outcome: String, _ people: EvidenceTable.Value, _ notes: [EvidenceTable.Footnote],
      group: String = "Benefits"
    ) -> EvidenceTable.Row {
      .init(
        id: id, group: group,
        cells: [
          .init(.text(outcome)), .init(.text("112 per 1,000")), .init(.text("=79")),
          .init(people, footnotes: notes), .init(.text("2008-09-01")), .init(.symbol("⊕⊕◯◯", word: "Low")),
          .init(.duration("8 weeks", iso8601: "P8W", days: 56)),
          .init(
            .list([
              .init([.init("A pilot. "), .init("doi:10.1000/x", link: "https://doi.org/10.1000/x")]),
              .init([.init("PMID 1", link: "https://pubmed.ncbi.nlm.nih.gov/1/")]),
            ])),
        ])
    }

    static let wide = EvidenceTable(
      id: "matrix", title: "Claims against studies",
      columns: [.init("claim", "Claim", isRowHeader: true)]
        + (0..<40).map { .init("s\($0)", "Study number \($0)", kind: .stance) },
      rows: (0..<3).map { row in
        .init(
          id: "\(row)",
          cells: [.init(.text("claim \(row)"))]
            + (0..<40).map { .init($0 % 3 == row && $0 < 20 ? .symbol("▲", word: "supports") : .absent) })
      })

    static let book = EvidenceBook(
      title: "Evidence tables", remarks: ["This is not medical advice."], tables: [table, wide])

    // MARK: Both

    @Test(arguments: BookWriter.all) func sameBookGivesSameBytesAndWellFormedParts(_ form: BookWriter) throws
    {
      let bytes = try form.render(Self.book)
      #expect(bytes == (try form.render(Self.book)))
      let files = try unpacked(bytes)
      #expect(files.first?.path == "[Content_Types].xml")
      for file in files { try expectWellFormed(file.text, file.path) }
    }

    @Test(arguments: BookWriter.all) func aBookWithoutTablesIsStillADocument(_ form: BookWriter) throws {
      let files = try unpacked(try form.render(EvidenceBook(title: "Nothing", tables: [])))
      for file in files { try expectWellFormed(file.text, file.path) }
      #expect(files.contains { $0.text.contains("Nothing") })
    }

    // MARK: Word

    private func document(_ tables: [EvidenceTable]) throws -> String {
      try part("word/document.xml", of: try BookWriter.word.render(EvidenceBook(title: "T", tables: tables)))
    }

    @Test func wordHasHeadingCaptionHeadRowsAndDescription() throws {
      let xml = try document([Self.table])
      #expect(xml.count(of: "<w:tblHeader/>") == 2)
      #expect(xml.count(of: "<w:pStyle w:val=\"Heading1\"/>") == 1)
      #expect(xml.contains("<w:t xml:space=\"preserve\">Summary of findings</w:t>"))
      #expect(xml.contains("<w:pStyle w:val=\"Caption\"/>"))
      #expect(xml.contains("> SEQ Table \\* ARABIC </w:instrText>"))
      let title = "LDN compared to placebo for &lt;MS&gt; &amp; “pain”"
      #expect(xml.contains(". \(title)</w:t>"))
      #expect(xml.contains("<w:tblCaption w:val=\"\(title)\"/>"))
      #expect(
        xml.contains(
          "<w:tblDescription w:val=\"4 rows. Columns: Outcomes; Anticipated absolute effects: Risk with placebo;"
        ))
      #expect(xml.contains("w:orient=\"landscape\""))
      #expect(xml.contains("w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"1\""))
    }

    @Test func wordLettersFootnotesByFirstUse() throws {
      let xml = try document([Self.table])
      func raised(_ marks: String) -> String {
        "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t xml:space=\"preserve\">\(marks)</w:t>"
      }
      #expect(xml.contains("96</w:t></w:r><w:r>\(raised("b,c"))"))
      #expect(xml.contains("not reported</w:t></w:r><w:r>\(raised("c"))"))
      #expect(xml.contains("\(raised("b"))</w:r><w:r><w:t xml:space=\"preserve\"> Crossover.</w:t>"))
      let note = try #require(xml.firstRange(of: " Crossover.</w:t>"))
      #expect(xml[..<note.lowerBound].contains("</w:tbl>"))
    }

    @Test func wordSpansGroupsAndMergesRepeats() throws {
      let xml = try document([Self.table])
      #expect(xml.count(of: "<w:gridSpan w:val=\"8\"/>") == 2)
      #expect(xml.count(of: "<w:gridSpan w:val=\"2\"/>") == 1)
      #expect(
        xml.contains("<w:pStyle w:val=\"TableGroup\"/>")
          || xml.contains("<w:pStyle w:val=\"TableGroupSmall\"/>"))
      // Six headings stand beside the two that have one over them; one outcome is said twice.
      #expect(xml.count(of: "<w:vMerge w:val=\"restart\"/>") == 7)
      #expect(xml.count(of: "<w:vMerge/>") == 7)
    }

    @Test func wordKnowsTheDirectionOfScriptsAndKeepsASignWithItsWord() throws {
      let xml = try document([Self.table])
      #expect(xml.contains("<w:bidi/>"))
      #expect(
        xml.contains(
          "<w:rtl/></w:rPr><w:t xml:space=\"preserve\">שלום עולם (</w:t>"))
      #expect(xml.contains(">MS)</w:t>"))
      #expect(xml.contains(">低用量ナルトレキソン</w:t>"))
      #expect(xml.contains(">⊕⊕◯◯\u{A0}Low</w:t>"))
    }

    @Test func wordLinksReportsAndListsTables() throws {
      let bytes = try BookWriter.word.render(Self.book)
      let xml = try part("word/document.xml", of: bytes)
      #expect(xml.contains("<w:hyperlink w:anchor=\"table_2\" w:history=\"1\">"))
      #expect(xml.contains("w:name=\"table_2\"/>"))
      #expect(xml.count(of: "<w:hyperlink r:id=\"link1\"") == 4)
      let relations = try part("word/_rels/document.xml.rels", of: bytes)
      #expect(relations.contains("Target=\"https://doi.org/10.1000/x\" TargetMode=\"External\""))
      #expect(relations.count(of: "/hyperlink\"") == 2)
    }

    @Test func wordSaysTitleAndLanguage() throws {
      let bytes = try BookWriter.word.render(Self.book)
      let properties = try part("docProps/core.xml", of: bytes)
      #expect(properties.contains("<dc:title>Evidence tables</dc:title>"))
      #expect(properties.contains("<dc:language>en</dc:language>"))
      #expect(try part("word/styles.xml", of: bytes).contains("<w:lang w:val=\"en-US\""))
    }

    @Test func aTableWiderThanAPageGoesOnInPartsThatNameTheirRows() throws {
      let xml = try document([Self.wide])
      let parts = xml.count(of: "<w:tbl>")
      #expect(parts > 2)
      #expect(xml.contains("(part 1 of \(parts))") && xml.contains("(part \(parts) of \(parts))"))
      #expect(xml.count(of: ">Claim</w:t>") == parts)
      #expect(xml.contains(">Nothing is recorded here.</w:t>"))
      for study in 0..<40 { #expect(xml.count(of: ">Study number \(study)</w:t>") == 1) }
      // Every claim stands in the first part; a later one leaves out those that say nothing in it.
      #expect(xml.count(of: ">claim 0</w:t>") < parts)
      for sum in xml.split(separator: "<w:tblGrid>").dropFirst() {
        let grid = sum.prefix { $0 != "\n" }.split(separator: "</w:tblGrid>")[0]
        let widths = grid.split(separator: "\"").compactMap { Int($0) }
        #expect(widths.reduce(0, +) == 15_398)
      }
    }

    @Test func introductionStandsBetweenCaptionAndTable() throws {
      let table = EvidenceTable(
        id: "t", title: "Tea for pain", introduction: [.init(label: "Setting", "primary care")],
        columns: [.init("a", "A", isRowHeader: true)], rows: [.init(id: "1", cells: [.init(.text("x"))])])
      let xml = try document([table])
      let order = [". Tea for pain</w:t>", ">Setting:</w:t>", "<w:tbl>"].map {
        xml.firstRange(of: $0)?.lowerBound
      }
      #expect(order.allSatisfy { $0 != nil } && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
      let strings = try strings(try Writer(.excel).render(table))
      #expect(strings.contains(" primary care</t>"))
    }

    @Test func aSignIsNeverPartedFromItsWordForWantOfWidth() throws {
      let columns = (0..<9).map { EvidenceTable.Column("c\($0)", "C", kind: .stance) }
      let table = EvidenceTable(
        id: "t", title: "T", columns: columns,
        rows: [.init(id: "1", cells: columns.map { _ in .init(.symbol("⊕⊕⊕◯", word: "Moderate")) })])
      let xml = try document([table])
      let cells = xml.split(separator: "<w:tcW w:w=\"").dropFirst().compactMap {
        Int($0.prefix { $0.isNumber })
      }
      // Eight letters of 4.25 points on average, four signs of twice that, a blank, and the room at the sides.
      #expect(!cells.isEmpty && cells.allSatisfy { $0 >= 17 * 85 + 160 })
    }

    @Test func aColumnWithMuchMoreTextGetsMoreOfThePage() throws {
      let table = EvidenceTable(
        id: "t", title: "T", columns: [.init("a", "Short"), .init("b", "Long"), .init("c", "Short too")],
        rows: [
          .init(
            id: "1",
            cells: [
              .init(.text("a few words that stand here")),
              .init(.text(String(repeating: "many words ", count: 90))),
              .init(.text("a few words that stand here")),
            ])
        ])
      let grid = try #require(try document([table]).split(separator: "<w:tblGrid>").dropFirst().first)
      let widths = grid.prefix { $0 != "\n" }.split(separator: "</w:tblGrid>")[0].split(separator: "\"")
        .compactMap { Int($0) }
      #expect(widths.reduce(0, +) == 15_398)
      #expect(widths[1] > 2 * widths[0] && widths[1] > 2 * widths[2])
    }

    // MARK: Excel

    private func strings(_ bytes: [UInt8]) throws -> String { try part("xl/sharedStrings.xml", of: bytes) }

    @Test func excelHasAListOfItsSheetsAndASheetForEachTable() throws {
      let bytes = try BookWriter.excel.render(Self.book)
      let workbook = try part("xl/workbook.xml", of: bytes)
      #expect(workbook.contains("<sheet name=\"Contents\" sheetId=\"1\""))
      #expect(workbook.contains("<sheet name=\"Summary of findings\" sheetId=\"2\""))
      #expect(workbook.contains("<sheet name=\"Matrix\" sheetId=\"3\""))
      #expect(
        try part("xl/worksheets/sheet1.xml", of: bytes).contains("location=\"'Summary of findings'!A1\""))
      #expect(
        try part("xl/worksheets/sheet2.xml", of: bytes).contains("location=\"Contents!A1\"")
          || part("xl/worksheets/sheet2.xml", of: bytes).contains("location=\"'Contents'!A1\""))
    }

    @Test func excelTypesCellsAndPutsLinksAndDaysInColumnsOfTheirOwn() throws {
      let bytes = try Writer(.excel).render(Self.table)
      let strings = try strings(bytes)
      for heading in ["Group", "Duration, days", "DOI", "PubMed"] {
        #expect(strings.contains("<t>\(heading)</t>"), "\(heading)")
      }
      let sheet = try part("xl/worksheets/sheet1.xml", of: bytes)
      #expect(sheet.count(of: "<v>39692</v>") == 4)
      #expect(sheet.count(of: "<v>56</v>") == 4)
      #expect(sheet.contains("<v>96</v>"))
      #expect(strings.contains("<t>=79</t>"))
      #expect(!sheet.contains("<f>"))
      #expect(sheet.count(of: "<hyperlink ") == 8)
      #expect(try part("xl/styles.xml", of: bytes).contains("formatCode=\"0&quot; ᵇ,ᶜ&quot;\""))
      // A title, two rows of headings, and four rows below them in twelve columns.
      #expect(sheet.contains("<autoFilter ref=\"A3:L7\"/>"))
      #expect(sheet.contains("ySplit=\"3\""))
    }

    @Test func excelRepeatsWhatIsDrawnOnceSoThatRowsCanBeSorted() throws {
      let sheet = try part("xl/worksheets/sheet1.xml", of: try Writer(.excel).render(Self.table))
      // The outcome of the first two rows is the same text of the same list of texts.
      let texts = ["B4", "B5"].map { cell in
        sheet.split(separator: "<c r=\"\(cell)\"").last?.split(separator: "<v>").dropFirst().first?.prefix {
          $0 != "<"
        }
      }
      #expect(texts[0] != nil && texts[0] == texts[1])
      #expect(!sheet.contains("<mergeCell ref=\"B4"))
    }
  }
#endif

#if Office
  import OnusTables
  import Testing

  struct WordTests {
    private func document(_ tables: [EvidenceTable]) throws -> String {
      try part("word/document.xml", of: try BookWriter.word.render(EvidenceBook(title: "T", tables: tables)))
    }

    @Test func wordHasHeadingCaptionHeadRowsAndDescription() throws {
      let xml = try document([Books.table])
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
      let xml = try document([Books.table])
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
      let xml = try document([Books.table])
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
      let xml = try document([Books.table])
      #expect(xml.contains("<w:bidi/>"))
      #expect(
        xml.contains(
          "<w:rtl/></w:rPr><w:t xml:space=\"preserve\">שלום עולם (</w:t>"))
      #expect(xml.contains(">MS)</w:t>"))
      #expect(xml.contains(">低用量ナルトレキソン</w:t>"))
      #expect(xml.contains(">⊕⊕◯◯\u{A0}Low</w:t>"))
    }

    @Test func wordLinksReportsAndListsTables() throws {
      let bytes = try BookWriter.word.render(Books.book)
      let xml = try part("word/document.xml", of: bytes)
      #expect(xml.contains("<w:hyperlink w:anchor=\"table_2\" w:history=\"1\">"))
      #expect(xml.contains("w:name=\"table_2\"/>"))
      #expect(xml.count(of: "<w:hyperlink r:id=\"link1\"") == 4)
      let relations = try part("word/_rels/document.xml.rels", of: bytes)
      #expect(relations.contains("Target=\"https://doi.org/10.1000/x\" TargetMode=\"External\""))
      #expect(relations.count(of: "/hyperlink\"") == 2)
    }

    @Test func wordSaysTitleAndLanguage() throws {
      let bytes = try BookWriter.word.render(Books.book)
      let properties = try part("docProps/core.xml", of: bytes)
      #expect(properties.contains("<dc:title>Evidence tables</dc:title>"))
      #expect(properties.contains("<dc:language>en</dc:language>"))
      #expect(try part("word/styles.xml", of: bytes).contains("<w:lang w:val=\"en-US\""))
    }

    @Test func aTableWiderThanAPageGoesOnInPartsThatNameTheirRows() throws {
      let xml = try document([Books.wide])
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
      let strings = try part("xl/sharedStrings.xml", of: try Writer(.excel).render(table))
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
  }
#endif

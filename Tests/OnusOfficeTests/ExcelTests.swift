#if Office
  import OnusTables
  import Testing

  struct ExcelTests {
    private func strings(_ bytes: [UInt8]) throws -> String { try part("xl/sharedStrings.xml", of: bytes) }

    @Test func excelHasAListOfItsSheetsAndASheetForEachTable() throws {
      let bytes = try BookWriter.excel.render(Books.book)
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
      let bytes = try Writer(.excel).render(Books.table)
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
      let sheet = try part("xl/worksheets/sheet1.xml", of: try Writer(.excel).render(Books.table))
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

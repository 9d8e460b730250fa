#if Office
  import OnusTables
  import Testing

  struct BookTests {
    @Test(arguments: BookWriter.all) func sameBookGivesSameBytesAndWellFormedParts(_ form: BookWriter) throws
    {
      let bytes = try form.render(Books.book)
      #expect(bytes == (try form.render(Books.book)))
      let files = try unpacked(bytes)
      #expect(files.first?.path == "[Content_Types].xml")
      for file in files { try expectWellFormed(file.text, file.path) }
    }

    @Test(arguments: BookWriter.all) func aBookWithoutTablesIsStillADocument(_ form: BookWriter) throws {
      let files = try unpacked(try form.render(EvidenceBook(title: "Nothing", tables: [])))
      for file in files { try expectWellFormed(file.text, file.path) }
      #expect(files.contains { $0.text.contains("Nothing") })
    }
  }
#endif

#if !Office
  import OnusModel
  import OnusOffice
  import Testing

  struct WithoutOfficeTests {
    @Test func filesOfOfficeProgramsNeedTheTrait() {
      let archive = #expect(throws: Diagnostic.self) { try ZipArchive([]).bytes() }
      let workbook = #expect(throws: Diagnostic.self) { try Workbook(title: "T", sheets: []).bytes() }
      #expect(archive?.code == "not-built")
      #expect(workbook?.message.contains("swift build --traits Office") == true)
    }
  }
#endif

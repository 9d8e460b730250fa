#if Office
  import OnusModel
  import OnusOffice
  import Testing

  struct ZipArchiveTests {
    static let archive = ZipArchive([
      .init(path: "b/first.xml", bytes: Array("<a/>".utf8)), .init(path: "a.txt", bytes: []),
      .init(path: "c.txt", bytes: Array(String(repeating: "again and ", count: 500).utf8)),
    ])

    @Test func filesComeBackInTheirOrder() throws {
      let files = try unpacked(try Self.archive.bytes())
      #expect(files.map(\.path) == ["b/first.xml", "a.txt", "c.txt"])
      #expect(files.map(\.text.count) == [4, 0, 5000])
    }

    @Test func everyFileIsDatedTheFirstOfJanuary1980() throws {
      let bytes = try Self.archive.bytes()
      // The head of a file: its signature, three fields of two bytes, then time and day.
      let heads = bytes.indices.dropLast(13).filter { bytes[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 3, 4]) }
      #expect(heads.count == 3)
      #expect(heads.allSatisfy { bytes[$0 + 10..<$0 + 14].elementsEqual([0, 0, 0x21, 0]) })
      #expect(try Self.archive.bytes() == bytes)
      #expect(bytes.count < 500)
    }

    @Test func twoFilesOfOnePathAreRefused() {
      let twice = ZipArchive([.init(path: "a", bytes: [1]), .init(path: "a", bytes: [2])])
      let problem = #expect(throws: Diagnostic.self) { try twice.bytes() }
      #expect(problem?.code == "cannot-write")
      #expect(problem?.message == "the parts cannot be packed into one file: file already exists")
    }
  }
#endif

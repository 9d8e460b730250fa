import OnusOffice
import Testing

struct SheetNamesTests {
  @Test(arguments: [
    ("Claims", "Claims"), ("a/b\\c?d*e[f]g:h", "a b c d e f g h"), ("'quoted'", "quoted"), ("", "Sheet"),
    ("  ", "Sheet"), ("''", "Sheet"), ("History", "History (2)"), ("a\u{0}b", "a\u{FFFD}b"), ("a\nb", "a b"),
    ("Summary of findings for low-dose naltrexone", "Summary of findings for low-dos"),
    ("A name with a blank as the 31st  character", "A name with a blank as the 31st"),
    ("thirty letters and then it's'''''", "thirty letters and then it's"),
    (String(repeating: "👩‍⚕️", count: 20), String(repeating: "👩‍⚕️", count: 6)),
  ]) func namesAreMadeToFit(_ wanted: String, _ allowed: String) {
    #expect(SheetNames.allowed(for: [wanted]) == [allowed])
  }

  @Test func namesAreUniqueWhateverTheirCaseAndStayShort() {
    let long = String(repeating: "x", count: 40)
    let names = SheetNames.allowed(for: ["Results", "results", "RESULTS", long, long, "Results (2)"])
    #expect(
      names == [
        "Results", "results (2)", "RESULTS (3)", String(repeating: "x", count: 31),
        String(repeating: "x", count: 27) + " (2)", "Results (2) (2)",
      ])
    #expect(names.allSatisfy { $0.utf16.count <= 31 })
  }
}

struct CellTextTests {
  @Test func charactersThatXMLLacksAreReplacedAndLineBreaksAreOne() {
    #expect(
      "a\u{0}\u{1B}\u{FFFE}b\r\nc\rd\te\u{202E}".safeForXML == "a\u{FFFD}\u{FFFD}\u{FFFD}b\nc\nd\te\u{FFFD}")
    #expect("שלום 低用量 ⊕⊕◯◯ 👩‍⚕️".safeForXML == "שלום 低用量 ⊕⊕◯◯ 👩‍⚕️")
  }

  @Test func aTextThatJustFitsIsKeptAndALongerOneIsCutAndSaysSo() {
    let most = String(repeating: "x", count: 32_767)
    #expect(Workbook.fitting([.init(most)]) == [.init(most)])
    let cut = Workbook.fitting([.init(most), .init("y", isBold: true)]).map(\.text).joined()
    #expect(cut.utf16.count == 32_767)
    #expect(cut.hasSuffix("x… [cut: longer than a cell can be]"))
  }

  @Test func aCutNeverPartsACharacter() {
    let cut = Workbook.fitting([.init(String(repeating: "👩‍⚕️", count: 10_000))]).map(\.text).joined()
    #expect(cut.utf16.count <= 32_767)
    #expect(cut.dropLast(Workbook.cutMark.count).allSatisfy { $0 == "👩‍⚕️" })
  }

  @Test func piecesThatLookAlikeAreOneAndEmptyOnesAreNone() {
    let runs = Workbook.fitting([.init(""), .init("a"), .init("b"), .init("c", isRaised: true)])
    #expect(runs == [.init("ab"), .init("c", isRaised: true)])
  }
}

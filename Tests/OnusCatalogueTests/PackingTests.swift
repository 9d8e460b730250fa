import OnusModel
import Testing

@testable import OnusCatalogue

struct PackingTests {
  @Test(arguments: [true, false])
  func aReferenceWithEveryPropertyComesBackWhole(_ textsInside: Bool) throws {
    let reference = Packing.everything
    // A property that is not filled in would go untested.
    for child in Mirror(reflecting: reference).children {
      let value = Mirror(reflecting: child.value)
      let isEmpty = value.displayStyle == .optional || value.displayStyle == .collection
      #expect(!isEmpty || !value.children.isEmpty, "\(child.label ?? "")")
    }
    #expect(try Packing.unpacked(Packing.packed(reference, textsInside), reference) == reference)
  }

  @Test(arguments: 0..<300)
  func anyReferenceComesBackWhole(_ seed: Int) throws {
    var random = Packing.Random(seed: UInt64(seed))
    let reference = Packing.anything(&random)
    for textsInside in [true, false] {
      let bytes = Packing.packed(reference, textsInside)
      let unpacked = try Packing.unpacked(bytes, reference)
      #expect(unpacked == reference)
      // Equal texts may differ in their bytes, which must come back too.
      #expect(Packing.packed(unpacked, textsInside) == bytes)
    }
  }

  @Test func anEmptyReferenceTakesFiveBytes() throws {
    let empty = Reference()
    #expect(Packing.packed(empty, true) == [1, 1, 0, 0, 35])
    #expect(try Packing.unpacked(Packing.packed(empty, true), empty) == empty)
  }

  @Test func frequentWordsAreNumbersAndOthersAreTheirLetters() throws {
    var reference = Reference(type: "article-journal")
    reference.languages = ["eng", "tlh"]
    let bytes = Packing.packed(reference, true)
    #expect(!bytes.contains(sequence: Array("eng".utf8)))
    #expect(bytes.contains(sequence: Array("tlh".utf8)))
  }

  @Test func everyWordHasOneNumberThatNeverChanges() {
    #expect(Set(PackedWords.all).count == PackedWords.all.count)
    #expect(PackedWords.all.allSatisfy { word in word.utf8.allSatisfy { $0 < 0x80 } })
    // A catalogue file refers to these numbers.
    #expect(PackedWords.all.prefix(3) == ["pmid", "doi", "pmcid"])
    #expect(PackedWords.numbers["article-journal"] == 17)
    #expect(PackedWords.numbers["MEDLINE"] == 86)
    #expect(PackedWords.numbers["Humans"] == 161)
    #expect(PackedWords.numbers["metabolism"] == 207)
  }

  @Test func aTextThatOnlyLooksLikeAWordKeepsItsBytes() throws {
    var reference = Reference()
    // The Kelvin sign is canonically equal to the letter K.
    reference.languages = ["\u{212A}IE"]
    #expect(reference.languages == ["KIE"])
    let unpacked = try Packing.unpacked(Packing.packed(reference, true), reference)
    #expect(Array(unpacked.languages[0].utf8) == Array("\u{212A}IE".utf8))
  }

  @Test func cutOffBytesAreAnErrorAndNotACrash() throws {
    let bytes = Packing.packed(Packing.everything, true)
    for count in 0..<bytes.count {
      let error = #expect(throws: Diagnostic.self) {
        try Packing.unpacked(Array(bytes.prefix(count)), Packing.everything)
      }
      #expect(error?.code == "unreadable-catalogue")
    }
  }

  @Test func changedBytesNeverCrash() throws {
    let bytes = Packing.packed(Packing.everything, true)
    var refused = 0
    for place in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = bytes
        changed[place] = value
        do { _ = try Packing.unpacked(changed, Packing.everything) } catch { refused += 1 }
      }
    }
    #expect(refused > 0)
  }

  @Test func aTextWithAZeroByteComesBackFromTheCatalogue() throws {
    var reference = World.references[0]
    reference.title = "before\0after"
    reference.abstract = [AbstractSection(text: "one\0two\nthree"), AbstractSection(label: "L", text: "")]
    let catalogue = try Catalogue()
    _ = try catalogue.add(Entries(references: [reference]))
    #expect(try catalogue.references() == [reference])
  }
}

extension [UInt8] {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: sequence) }
  }
}

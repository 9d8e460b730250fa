import OnusModel
import Testing

@testable import OnusReaders

/// What holds for every writer of reference lists, and for the parts they name.
struct ReferenceWriterTests {
  @Test func takingAwayEveryPartLeavesNothing() {
    for reference in RoundTripTests.references {
      var rest = reference
      // What goes may become another part, which goes in the next round.
      for _ in 1...2 { rest = ReferenceField.allCases.reduce(rest) { $0.removing($1) } }
      #expect(rest == Reference(type: "document", location: reference.location))
    }
  }

  @Test(arguments: ReferenceWriter.all.map(\.name)) func everyRecordIsHeldOrItsLossNamed(name: String) throws
  {
    let writer = try #require(ReferenceWriter.all.first { $0.name == name })
    for reference in RoundTripTests.references {
      let unheld = writer.unheld(of: reference)
      #expect(writer.holdings(reference).isDisjoint(with: unheld))
      #expect(writer.unheld(of: writer.held(of: reference)).filter { $0 != .type } == [])
    }
  }

  @Test func namesAreUnique() {
    #expect(Set(ReferenceWriter.all.map(\.name)).count == ReferenceWriter.all.count)
  }

  @Test func lossesAreCountedByPart() {
    var list = ReferenceList(.ris)
    _ = list.next(sample { $0.chemicals = [Chemical(Term("Imaginol"))] })
    _ = list.next(
      sample {
        $0.chemicals = [Chemical(Term("Imaginol"))]
        $0.accessions = [AccessionNumber(bank: "ISRCTN", number: "ISRCTN1")]
      })
    #expect(list.loss == [.chemicals: 2, .accessions: 1])
    #expect(list.count == 2)
  }
}

struct CitationKeyTests {
  @Test func keyComesFromTheRecordAlone() {
    #expect(keys([sample { $0.identifiers = [Identifier(.pmid, "90000001")] }]) == ["Exempel2020-90000001"])
    #expect(keys([sample()]) == ["Exempel2020-effect"])
    #expect(keys([sample { $0.identifiers = [Identifier(.key, "my key,{1}")] }]) == ["mykey1"])
    #expect(keys([Reference()]) == ["Anonymous"])
  }

  @Test func lettersLoseTheirMarks() {
    let people = ["Łukaszewicz-Müller", "Øster", "Straße", "Đặng", "张"]
    let keys = keys(people.map { name in sample { $0.contributors = [Contributor(family: name)] } })
    #expect(
      keys.map { $0.prefix { $0.isLetter } } == [
        "LukaszewiczMuller", "Oster", "Strasse", "Dang", "Anonymous",
      ])
  }

  @Test func twoRecordsNeverHaveTheSameKey() {
    let keyed = sample { $0.identifiers = [Identifier(.key, "EXEMPEL2020-EFFECT-2")] }
    #expect(
      keys([sample(), keyed, sample(), sample()]) == [
        "Exempel2020-effect", "EXEMPEL2020-EFFECT-2", "Exempel2020-effect-3", "Exempel2020-effect-4",
      ])
  }

  private func keys(_ references: [Reference]) -> [String] {
    var keys = CitationKeys()
    return references.map { keys.next(for: $0) }
  }
}

/// A short record.
func sample(_ change: (inout Reference) -> Void = { _ in }) -> Reference {
  var reference = Reference()
  reference.title = "The effect of imaginol"
  reference.contributors = [Contributor(family: "Exempel", given: "Ada")]
  reference.issued = PartialDate(year: 2020)
  change(&reference)
  return reference
}

struct ReferenceWriterHoldingsTests {
  @Test func formsSayWhatTheyKeepOrWhatTheyLeaveOut() {
    #expect(ReferenceWriter.jsonLines.keeps == "everything")
    #expect(ReferenceWriter.ris.keeps.contains("PMID, DOI, PMCID"))
    #expect(!ReferenceWriter.ris.keeps.contains("grants"))
    #expect(ReferenceWriter.pubmed.keeps.hasPrefix("everything but "))
    #expect(!ReferenceWriter.pubmed.keeps.contains("grants"))
  }
}

struct DateOfAccessTests {
  @Test(arguments: [
    (ReferenceWriter.ris, "Y2  - 2020/01/02/\r\n"), (.cslJSON, #""accessed":{"date-parts":[[2020,1,2]]}"#),
    (.bibtex, "urldate = {2020-01-02}"), (.biblatex, "urldate = {2020-01-02}"),
    (.endNoteXML, "2020-01-02</style></access-date>"), (.csv, ",2020-01-02\r\n"),
  ]) func dayOfReadingIsWritten(writer: ReferenceWriter, text: String) {
    var reference = Reference(type: "webpage")
    reference.title = "A page"
    let date = PartialDate(year: 2020, month: 1, day: 2, printed: "2020-01-02T10:00")
    reference.history = [HistoryDate("created", PartialDate(year: 2019)), HistoryDate("accessed", date)]
    var list = ReferenceList(writer)
    #expect((list.start + list.next(reference) + list.end).contains(text))
    #expect(!writer.unheld(of: reference).contains(.accessed))
    #expect(writer.unheld(of: reference).contains(.history))
  }
}

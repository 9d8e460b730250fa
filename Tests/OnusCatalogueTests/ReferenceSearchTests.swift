import OnusModel
import Testing

@testable import OnusCatalogue

struct ReferenceSearchTests {
  /// Ten references a year from 2000 to 2009, each of them about MS and every other one about its progressive
  /// form too.
  private func catalogue() throws -> Catalogue {
    var entries = World.entries
    entries.references += (0..<100).map { number in
      var headings = [Term("Multiple Sclerosis", ui: "D009103")]
      if number.isMultiple(of: 2) {
        headings.append(Term("Multiple Sclerosis, Chronic Progressive", ui: "D020528"))
      }
      return World.reference(
        pmid: "\(1_000 + number)", title: "Number \(number)" + (number < 30 ? " on fatigue" : ""),
        year: 2000 + number / 10, headings: headings)
    }
    let catalogue = try Catalogue()
    _ = try catalogue.add(entries)
    return catalogue
  }

  @Test func theNewestComeFirstAndOfOneYearTheLastAdded() throws {
    let catalogue = try catalogue()
    let newest = try catalogue.newestReferences(about: "MS", limit: 13)
    #expect(newest.map(\.year) == [2010] + Array(repeating: 2009, count: 10) + [2008, 2008])
    #expect(newest.map { $0.identifier(.pmid) }.prefix(3) == ["20695007", "1099", "1098"])
    #expect(try catalogue.newestReferences(about: "MS", limit: 1_000).count == 102)
    #expect(try catalogue.newestReferences(about: "MS", limit: 0) == [])
    #expect(try catalogue.newestReferences(limit: 2).map(\.year) == [2010, 2009])
  }

  @Test func theNewestThatPassAFilterAreFound() throws {
    let newest = try catalogue().newestReferences(about: "PPMS", matching: .text("fatigue"), limit: 3)
    #expect(newest == [])
    let broad = try catalogue().newestReferences(about: "MS", matching: .text("fatigue"), limit: 3)
    #expect(broad.map(\.title) == ["Number 29 on fatigue", "Number 28 on fatigue", "Number 27 on fatigue"])
  }

  @Test func aReferenceWithTwoOfTheHeadingsCountsOnce() throws {
    let catalogue = try catalogue()
    #expect(try catalogue.referenceCount(about: "MS") == 102)
    #expect(try catalogue.referenceCount(about: "MS", exact: true) == 101)
    #expect(try catalogue.referenceCount(about: "MS", matching: .year(2000...2001)) == 20)
    #expect(try catalogue.referenceCount() == 103)
    #expect(try catalogue.referenceCount(matching: .text("fatigue")) == 30)
  }

  @Test func wordsAreFoundBestFirstWithThePieceThatHasThem() throws {
    let catalogue = try World.catalogue()
    let matches = try catalogue.references(withText: "naltrexone crohn's")
    #expect(matches.map { $0.reference.identifier(.pmid) } == ["17222320"])
    #expect(
      matches.first?.excerpt.map { ($0.isMatch ? "[" : "") + $0.text + ($0.isMatch ? "]" : "") }.joined()
        == "Low-dose [naltrexone] improves active [Crohn's] disease")
    let all = try catalogue.references(withText: "naltrexone")
    #expect(all.count == 3)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.score >= $1.score })
    #expect(try catalogue.references(withText: "naltrexone", limit: 1) == Array(all.prefix(1)))
    #expect(try catalogue.references(withText: "  ") == [])
    #expect(try catalogue.references(withText: "absent") == [])
  }

  @Test func wordsAndAConditionMustBothFit() throws {
    let catalogue = try World.catalogue()
    let matches = try catalogue.references(withText: "low-dose", about: "MS")
    #expect(Set(matches.map(\.reference.year)) == [2008, 2010])
    let exact = try catalogue.references(withText: "low-dose", about: "MS", exact: true)
    #expect(exact.map(\.reference.year) == [2010])
    let later = try catalogue.references(withText: "low-dose", matching: .year(2009...2020))
    #expect(later.map(\.reference.year) == [2010])
  }

  @Test func aWordOfTheTitleWeighsMoreThanOneOfTheAbstract() throws {
    var first = World.reference(pmid: "1", title: "Another subject entirely", year: 2001)
    first.abstract = [AbstractSection(text: "Here fatigue is mentioned.")]
    let second = World.reference(pmid: "2", title: "Fatigue and what helps", year: 2002)
    let catalogue = try Catalogue()
    _ = try catalogue.add(Entries(references: [first, second]))
    #expect(try catalogue.references(withText: "fatigue").map(\.reference.year) == [2002, 2001])
  }

  @Test func ofAVeryCommonWordTheTitlesAreRanked() throws {
    let catalogue = try Catalogue()
    _ = try catalogue.load { add in
      try add(
        (1...10_050).map { number in
          var reference = World.reference(
            pmid: "\(number)", title: number <= 30 ? "Patients \(number)" : "Title \(number)", year: 2000)
          reference.abstract = [AbstractSection(text: "Some patients were studied.")]
          return reference
        })
    }
    let matches = try catalogue.references(withText: "patients")
    #expect(matches.count == 20)
    #expect(matches.allSatisfy { $0.reference.title?.hasPrefix("Patients") == true })
    // With fewer titles than are wanted, those that were added last are ranked.
    let more = try catalogue.references(withText: "patients", limit: 40)
    #expect(more.count == 40)
  }
}

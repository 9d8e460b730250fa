import Foundation
import Onus
import Testing

/// A corpus with one article in two lists, without a number that both have.
private func folder() throws -> TemporaryFolder {
  func record(_ id: String, title: String, journal: String, pages: String) -> String {
    """
    TY  - JOUR
    AU  - Marten, Anna B.
    AU  - Quill, Peter
    TI  - \(title)
    JO  - \(journal)
    VL  - 12
    IS  - 3
    SP  - \(pages)
    PY  - 2009
    \(id)
    ER  -

    """
  }
  let title = "Gentle stretching for stiffness of the hands in elderly gardeners: a randomised trial"
  return try TemporaryFolder([
    "lists/a.ris": record(
      "DO  - 10.1000/hands.1", title: title, journal: "Journal of Gentle Medicine", pages: "101-109"),
    "lists/b.ris": record("AN  - 19000001", title: title + ".", journal: "J Gentle Med", pages: "101-9"),
    "lists/c.ris": record(
      "DO  - 10.1000/hands.2", title: "Correction to: " + title, journal: "J Gentle Med", pages: "300"),
  ])
}

private func titles(_ corpus: Corpus) throws -> [String] {
  try corpus.catalogue.references().compactMap(\.title)
}

struct DuplicateTests {
  @Test func oneArticleFromTwoListsIsOneReferenceAndItsCorrectionAnother() throws {
    let folder = try folder()
    let corpus = try Corpus(path: folder.path)
    #expect(corpus.problems.isEmpty)
    #expect(try titles(corpus).count == 2)
    let pairs = try corpus.catalogue.duplicates()
    #expect(pairs.contains { $0.grade == "same" && $0.facts.contains("first author") })
    #expect(pairs.contains { $0.grade == "corrects" })
    #expect(try corpus.catalogue.duplicates(onlyQuestions: true).isEmpty)
  }

  @Test func whatAPersonTakesApartStaysApart() throws {
    let folder = try folder()
    let one = try #require(try Corpus(path: folder.path).catalogue.duplicates().first { $0.grade == "same" })
    let names = [one.first.id, one.second.id].map(\.rawValue)
    try folder.write(
      "duplicates:\n  a: { apart: [\"\(names[0])\", \"\(names[1])\"], because: Two groups. }\n", to: "d.yaml")
    let corpus = try Corpus(path: folder.path)
    #expect(corpus.problems.isEmpty)
    #expect(try titles(corpus).count == 3)
  }

  @Test func aDecisionIsWrittenIntoTheCorpusAndHoldsFromThenOn() throws {
    let folder = try folder()
    let corpus = try Corpus(path: folder.path, cache: .besideCorpus)
    let pair = ["10.1000/hands.1", "10.1000/hands.2"].map { Located(Identifier(.doi, $0)) }
    try corpus.add(DuplicateDecision(records: pair, areSame: true, reason: "They say \"the same\"."))
    let text = String(decoding: try #require(try folder.contents()["duplicates.yaml"]), as: UTF8.self)
    #expect(
      text == """
        duplicates:
          decision-1:
            same: ["doi:10.1000/hands.1", "doi:10.1000/hands.2"]
            because: "They say \\"the same\\"."

        """)
    let later = try Corpus(path: folder.path, cache: .besideCorpus)
    #expect(try titles(later).count == 1)
    #expect(try later.catalogue.reference(for: Identifier(.doi, "10.1000/hands.2")) != nil)
    try later.add(DuplicateDecision(records: pair, areSame: false, reason: "They are not."))
    let last = try Corpus(path: folder.path, cache: .besideCorpus)
    #expect(last.problems.isEmpty)
    #expect(try titles(last).count == 2)
    #expect(try last.exports() == Corpus(path: folder.path).exports())
  }

  @Test func aDecisionAboutARecordThatIsNotThereIsRefused() throws {
    let folder = try folder()
    let corpus = try Corpus(path: folder.path)
    let pair = ["10.1000/hands.1", "10.1000/none"].map { Located(Identifier(.doi, $0)) }
    let problem = #expect(throws: Diagnostic.self) {
      try corpus.add(DuplicateDecision(records: pair, areSame: false, reason: "No."))
    }
    #expect(problem?.message == "no bibliography has a record with the identifier doi:10.1000/none")
    #expect(try folder.contents()["duplicates.yaml"] == nil)
  }

  @Test func aDecisionInAFileThatNamesNoRecordIsAnErrorAtItsPlace() throws {
    let folder = try folder()
    try folder.write(
      "duplicates:\n  a: { same: [doi:10.1000/hands.1, doi:10.1000/none], because: x }\n", to: "d.yaml")
    let problems = try Corpus(path: folder.path).problems
    #expect(
      problems.map(\.description) == [
        "d.yaml:2:36: error: no bibliography has a record with the identifier doi:10.1000/none [unknown-reference]"
      ])
  }

  @Test func theOrderOfTheListsDoesNotMatter() throws {
    let folder = try folder()
    let other = try TemporaryFolder()
    for (name, bytes) in try folder.contents() {
      let swapped = name == "lists/a.ris" ? "lists/z.ris" : name
      try other.write(String(decoding: bytes, as: UTF8.self), to: swapped)
    }
    #expect(try titles(Corpus(path: folder.path)).sorted() == titles(Corpus(path: other.path)).sorted())
  }
}

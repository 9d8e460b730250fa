import Onus
import OnusModel
import OnusTables
import Testing

struct ReviewTests {
  /// A corpus of two lists that share a document, with what a test writes about a review.
  private func corpus(_ review: String) throws -> Corpus {
    let folder = try TemporaryFolder([
      "first.nbib": """
      PMID- 1
      TI  - Willow tea for headache: a randomized trial.

      PMID- 2
      TI  - A history of tea.

      PMID- 3
      TI  - Uncontrolled experience with willow tea.

      """,
      "second.nbib": """
      PMID- 3
      TI  - Uncontrolled experience with willow tea.

      PMID- 4
      TI  - Willow compresses.

      """,
      "review.yaml": review,
    ])
    return try Corpus(path: folder.path)
  }

  private let head = """
    studies:
      tea-2019: { name: Tea 2019, design: randomized trial, reports: "pmid:1" }
    reviews:
      tea:
        title: Willow tea for headache

    """

  @Test func recordsAreCountedFromTheFilesAndDuplicatesFromWhatIsTheSame() throws {
    let corpus = try corpus(
      head + """
            searches:
              - { in: PubMed, kind: database, files: first.nbib }
              - { in: Embase, kind: database, files: second.nbib }
            screening:
              - { records: ["pmid:2", "pmid:4"], stage: title and abstract, decision: exclude }
              - { records: ["pmid:1", "pmid:3"], stage: title and abstract, decision: include }
              - { records: "pmid:1", stage: full text, decision: include }
              - { records: "pmid:3", stage: full text, decision: exclude, because: no control, by: AB }
        """)
    #expect(corpus.problems.isEmpty)
    let review = try #require(try corpus.catalogue.reviews().first)
    let flow = ReviewFlow(review)
    #expect(flow.databases?.searches.map(\.records) == [3, 2])
    #expect(flow.databases?.duplicates == 1)
    #expect(flow.databases?.screened == 4)
    #expect(flow.included == Review.Size(studies: 1, reports: 1))
    #expect(review.documents.map(\.searches) == [[0], [0], [0, 1], [1]])
    let table = EvidenceTable.excludedReports([review])
    #expect(table.rows.map { $0.cells[2].value } == [.text("pmid:3")])
    #expect(table.rows.map { $0.cells[4].value } == [.text("no control")])
  }

  @Test func recordsAndFilesThatAreNotThereArePointedAt() throws {
    let corpus = try corpus(
      head + """
            searches: { in: PubMed, kind: database, files: frist.nbib }
            screening: { records: "pmid:9", stage: full text, decision: include }
        """)
    #expect(
      corpus.problems.map(\.message) == [
        "the corpus has no file of records \"frist.nbib\"; did you mean \"first.nbib\"?",
        "no bibliography has a record with the identifier pmid:9",
      ])
    #expect(corpus.problems.compactMap(\.location?.line) == [6, 7])
  }

  @Test func aFlowIsDrawnWithItsNumbersAsWords() throws {
    let corpus = try corpus(
      head + """
            searches: { in: Embase, kind: database, records: 1204 }
            removed: { duplicates: 204 }
            databases: { excluded: 990, excluded-reports: { wrong population: 7, no control: 2 } }
        """)
    let recipe = try #require(PlotRecipe.all.first { $0.name == "flow" })
    let picture = try #require(try recipe.picture(corpus, corpus.audit(), nil))
    let svg = String(decoding: picture.svg, as: UTF8.self)
    for words in [
      "Databases: Embase\u{A0}(n\u{A0}=\u{A0}1,204)", "Records screened\u{A0}(n\u{A0}=\u{A0}1,000)",
    ] {
      #expect(svg.contains(words.replacing("\u{A0}(", with: " (")))
    }
    #expect(picture.description.contains("Reports excluded: wrong population (n = 7) no control (n = 2)"))
  }
}

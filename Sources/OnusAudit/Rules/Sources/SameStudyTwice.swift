internal import OnusModel

extension Check {
  /// Two studies that look like one.
  public static let sameStudyTwice = Check(
    "same-study-twice", severity: .note,
    documentation: Documentation(
      title: "Two studies have the same authors, design and number of people",
      explanation: """
        One study is often told in several articles. Two entries with at least three authors in common, the \
        same design and the same number of people, of at least ten, may be one study counted twice.
        """,
      sources: [
        "Cochrane Handbook, version 6.5, section 4.6.2",
        "von Elm E et al. Different patterns of duplicate publication. JAMA 2004;291:974-80",
      ],
      needs: "Reports with authors, designs and sample sizes.",
      falsePositives: "Two trials that one group planned alike."),
    examples: Examples(
      firing: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct, sample: { randomized: 48 } }
            tea-2018: { name: Tea 2018, reports: ["pmid:2"], design: rct, sample: { randomized: 48 } }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain
          AU  - Weide A
          AU  - Salix B
          AU  - Baum C

          PMID- 2
          TI  - Willow tea and sleep
          AU  - Salix B
          AU  - Weide A
          AU  - Baum C
          """),
      quiet: Example(
        corpus: """
          studies:
            tea-2017: { name: Tea 2017, reports: ["pmid:1"], design: rct, sample: { randomized: 48 } }
            tea-2018: { name: Tea 2018, reports: ["pmid:2"], design: rct, sample: { randomized: 96 } }
          """,
        references: """
          PMID- 1
          TI  - Willow tea in back pain
          AU  - Weide A
          AU  - Salix B
          AU  - Baum C

          PMID- 2
          TI  - Willow tea and sleep
          AU  - Salix B
          AU  - Weide A
          AU  - Baum C
          """))
  ) { input in
    struct Shape: Hashable {
      var design: String
      var count: Int
    }
    var byShape: [Shape: [CataloguedStudy]] = [:]
    var findings: [Finding] = []
    for entry in input.studies {
      guard let count = entry.study.sample?.headline?.count, count >= 10 else { continue }
      let shape = Shape(design: entry.study.design.value.id, count: count)
      let authors = entry.authors
      guard authors.count >= 3 else { continue }
      for other in byShape[shape] ?? [] where authors.intersection(other.authors).count >= 3 {
        let remark = Remark(
          """
          \(entry.study.name) and \(other.study.name) have authors, design and number of people (\(count)) in \
          common; if they are one study, it is counted twice
          """, at: entry.study.location,
          notes: [Diagnostic.Note("\(other.study.name) is here", at: other.study.location)],
          remedy: "if they are one study, make one entry with both reports")
        findings.append(Finding(remark.diagnostic(.note, "same-study-twice"), study: entry.study.id))
      }
      byShape[shape, default: []].append(entry)
    }
    return findings
  }
}

extension CataloguedStudy {
  /// The authors of its reports, by family name and first initial.
  fileprivate var authors: Set<String> {
    Set(
      reports.flatMap(\.authors).compactMap { author in
        author.family.map { "\($0.lowercased()) \((author.initials ?? author.given ?? "").prefix(1))" }
      })
  }
}

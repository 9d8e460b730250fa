import OnusTables

/// Tables with all that is hard to write, and a book of them.
enum Books {
  static let table = EvidenceTable(
    id: "summary-of-findings", title: "LDN compared to placebo for <MS> & “pain”",
    columns: [
      .init("outcome", "Outcomes", isRowHeader: true, mergesRepeats: true),
      .init("risk", "Risk with placebo", group: "Anticipated absolute effects", footnotes: ["Assumed."]),
      .init("with", "Risk with LDN", group: "Anticipated absolute effects"),
      .init("people", "People", details: ["enrolled"], kind: .integer),
      .init("since", "Since", kind: .date),
      .init("certainty", "Certainty", kind: .stance), .init("length", "Duration", kind: .duration),
      .init("report", "Report"),
    ],
    rows: [
      row("1", "pain", .integer(96), ["Crossover.", "Small."]), row("2", "pain", .integer(40), []),
      row("3", "שלום עולם (MS)", .notReported, ["Small."], group: "Harms"),
      row("4", "低用量ナルトレキソン", .absent, [], group: "Harms"),
    ],
    notes: ["CI: confidence interval."])

  static func row(
    _ id: String, _ outcome: String, _ people: EvidenceTable.Value, _ notes: [EvidenceTable.Footnote],
    group: String = "Benefits"
  ) -> EvidenceTable.Row {
    .init(
      id: id, group: group,
      cells: [
        .init(.text(outcome)), .init(.text("112 per 1,000")), .init(.text("=79")),
        .init(people, footnotes: notes), .init(.text("2008-09-01")), .init(.symbol("⊕⊕◯◯", word: "Low")),
        .init(.duration("8 weeks", iso8601: "P8W", days: 56)),
        .init(
          .list([
            .init([.init("A pilot. "), .init("doi:10.1000/x", link: "https://doi.org/10.1000/x")]),
            .init([.init("PMID 1", link: "https://pubmed.ncbi.nlm.nih.gov/1/")]),
          ])),
      ])
  }

  static let wide = EvidenceTable(
    id: "matrix", title: "Claims against studies",
    columns: [.init("claim", "Claim", isRowHeader: true)]
      + (0..<40).map { .init("s\($0)", "Study number \($0)", kind: .stance) },
    rows: (0..<3).map { row in
      .init(
        id: "\(row)",
        cells: [.init(.text("claim \(row)"))]
          + (0..<40).map { .init($0 % 3 == row && $0 < 20 ? .symbol("▲", word: "supports") : .absent) })
    })

  static let book = EvidenceBook(
    title: "Evidence tables", remarks: ["This is not medical advice."], tables: [table, wide])
}

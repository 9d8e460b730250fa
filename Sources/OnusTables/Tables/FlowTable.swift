public import OnusModel

extension EvidenceTable {
  /// The numbers of the PRISMA 2020 flow diagram of each review: one row for each number.
  public static func flow(_ flows: [ReviewFlow]) -> EvidenceTable {
    EvidenceTable(
      id: "flow", title: "Flow of records through the review",
      columns: [
        Column("review", "Review", isRowHeader: true, mergesRepeats: true),
        Column("phase", "Phase", mergesRepeats: true),
        Column("way", "How found", mergesRepeats: true),
        Column("of", "What is counted"),
        Column("n", "n", kind: .integer),
      ],
      rows: flows.flatMap { flow in
        flow.boxes.flatMap { box in
          box.lines.enumerated().filter(\.element.isCounted).map { index, line in
            Row(
              id: "\(flow.review.id.rawValue)/\(box.id)/\(index + 1)",
              cells: [
                Cell(.text(flow.review.title)), Cell(.text(box.phase.rawValue)),
                Cell(.text(box.phase == .included ? "all" : box.column.way)),
                Cell(.text(box.words(of: line))),
                Cell(line.count.map { .integer($0) } ?? .notReported),
              ], location: flow.review.location)
          }
        }
      },
      notes: [
        "Boxes are those of the PRISMA 2020 flow diagram (Page MJ et al. BMJ 2021;372:n71). Numbers that the review does "
          + "not give follow from the files of its searches, from the decisions or from the boxes around them."
      ])
  }

  /// Reports that were excluded after reading or could not be had, with the reason: one row for each.
  ///
  /// PRISMA 2020, item 16b; Cochrane's "Characteristics of excluded studies" (MECIR R44).
  public static func excludedReports(_ reviews: [CataloguedReview]) -> EvidenceTable {
    EvidenceTable(
      id: "excluded-reports", title: "Reports excluded after full text",
      columns: [
        Column("review", "Review", isRowHeader: true, mergesRepeats: true),
        Column("report", "Report"),
        Column("record", "Record", kind: .identifier),
        Column("decision", "Decision"),
        Column("reason", "Reason"),
        Column("by", "Decided by"),
      ],
      rows: reviews.flatMap { review in
        review.documents.compactMap { document in
          guard case .decided(let decision) = review.outcome(of: document, at: .fullText),
            decision.verdict != .include
          else { return nil }
          let record = document.identifiers.first.map { "\($0)" } ?? ""
          return Row(
            id: "\(review.review.id.rawValue)/\(record)",
            cells: [
              Cell(.text(review.review.title)),
              Cell(document.reference.map { .list([Line(Citation($0).spans)]) } ?? .text(record)),
              Cell(.text(record)),
              Cell(.text(decision.verdict == .exclude ? "excluded" : "not retrieved")),
              Cell(.optional(decision.reason)), Cell(.optional(decision.by)),
            ], location: decision.location)
        }
      })
  }
}

extension FlowBox.Column {
  fileprivate var way: String {
    switch self {
    case .previous: "earlier version"
    case .databases: "databases and registers"
    case .otherMethods: "other methods"
    }
  }
}

extension FlowBox {
  /// What a line counts, for those who do not see the lines above it.
  fileprivate func words(of line: Line) -> String {
    guard line.isPart, let head = lines.first, !head.isCounted else { return line.words }
    return "\(head.words) \(line.words.hasPrefix("– ") ? String(line.words.dropFirst(2)) : line.words)"
  }
}

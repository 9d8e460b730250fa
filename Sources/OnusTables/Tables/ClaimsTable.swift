public import OnusModel

extension EvidenceTable {
  /// Every claim with every study that bears on it: one row for each link, and one for a claim without any.
  ///
  /// Claims keep the order they are given in; a claim's links the order in which they are written.
  public static func claims(_ claims: [CataloguedClaim]) -> EvidenceTable {
    EvidenceTable(
      id: "claims", title: "Claims and the studies that bear on them",
      columns: [
        Column("claim", "Claim", isRowHeader: true, mergesRepeats: true),
        Column("source", "Made in", mergesRepeats: true),
        Column("conditions", "About", mergesRepeats: true),
        Column("study", "Study"),
        Column("design", "Design"),
        Column("sample", "People", kind: .integer),
        Column("completed", "Completed", kind: .integer),
        Column("duration", "Duration", kind: .duration),
        Column("stance", "Bearing", kind: .stance),
        Column("directness", "Directness"),
        Column("evidence", "What the evidence says"),
        Column("standing", "Where it stands", mergesRepeats: true),
        Column("claim_id", "Claim ID", kind: .identifier, mergesRepeats: true),
      ],
      rows: claims.flatMap { rows(for: $0) },
      notes: [
        "One row for each study linked to a claim. People are those who entered the study and durations those "
          + "of the treatment, unless a footnote says otherwise; completed are those who stayed to the end.",
        "Bearing, directness and design are three separate questions: which way a study points, how close it "
          + "is to what the claim is about, and how it was made.",
        "Footnotes of claims are what the checks say; the table of the audit has all of it. Where a claim stands "
          + "follows from its links and findings by a published table, whose row is in brackets.",
      ])
  }

  private static func rows(for claim: CataloguedClaim) -> [Row] {
    let key = claim.claim.id.rawValue
    func row(_ id: String, _ cells: [Cell], at location: SourceLocation?) -> Row {
      let head = [claim.statementCell, Cell(claim.appearanceValue), claim.conditionsCell]
      let tail = [claim.standingCell, Cell(.text(key))]
      return Row(id: id, group: claim.match?.heading, cells: head + cells + tail, location: location)
    }
    guard !claim.evidence.isEmpty else {
      let searches = Value.lines(claim.claim.searches.map { Line($0.sentence) })
      let cells: [Cell] =
        [Cell(.text("No study linked"))] + Array(repeating: Cell(.absent), count: 6) + [Cell(searches)]
      return [row(key, cells, at: claim.claim.location)]
    }
    return claim.evidence.enumerated().map { index, evidence in
      let study = evidence.study
      var says = [Line(evidence.link.rationale)]
      if let finding = evidence.result?.finding { says.append(Line(label: "Found", finding)) }
      let cells = [
        study.nameCell, Cell(.text(study.designWithComparator)), study.sampleCell, study.completedCell,
        study.durationCell,
        Cell(.stance(evidence.link.stance)), Cell(.text(evidence.link.directness.rawValue)),
        Cell(says.count == 1 ? .text(evidence.link.rationale) : .list(says)),
      ]
      return row("\(key)/\(index + 1)-\(study.study.id)", cells, at: evidence.link.location)
    }
  }
}

public import OnusModel

extension EvidenceTable {
  /// Claims against studies: how each study bears on each claim, at one glance.
  ///
  /// Only studies linked from the claims have a column, the strongest design first; its head tells design,
  /// size and duration.
  public static func matrix(_ claims: [CataloguedClaim]) -> EvidenceTable {
    var studies: [Study.ID: CataloguedStudy] = [:]
    for evidence in claims.flatMap(\.evidence) { studies[evidence.study.study.id] = evidence.study }
    let ordered = studies.values.sorted(by: CataloguedStudy.isStronger)
    let columns = zip(ordered, keys(for: ordered)).map { study, key in
      Column(
        key, study.study.name, details: study.headDetails, kind: .stance,
        footnotes: study.nameCell.footnotes)
    }
    let rows = claims.map { claim in
      let links = Dictionary(grouping: claim.evidence) { $0.study.study.id }
      let cells = ordered.map { Cell(stances(of: links[$0.study.id] ?? [])) }
      return Row(
        id: claim.claim.id.rawValue, cells: [claim.statementCell, claim.standingCell] + cells,
        location: claim.claim.location)
    }
    return EvidenceTable(
      id: "matrix", title: "Claims against studies",
      columns: [Column("claim", "Claim", isRowHeader: true), Column("standing", "Where it stands")] + columns,
      rows: rows,
      notes: [
        "▲ supports, △ partly supports, ▼ contradicts, ◇ inconclusive. Studies stand from the strongest "
          + "design to the weakest (OCEBM 2011 levels for treatment benefits), the newest first."
      ],
      meaningOfEmptyCells: "An empty cell means that nobody has linked the study to the claim.")
  }

  private static func stances(of links: [CataloguedEvidence]) -> Value {
    var stances: [EvidenceLink.Stance] = []
    for stance in links.map(\.link.stance) where !stances.contains(stance) { stances.append(stance) }
    if stances.count == 1 { return .stance(stances[0]) }
    return .lines(stances.map { Line("\($0.symbol) \($0.rawValue)") })
  }

  /// Machine names in snake case, or the studies' own ids where two would become the same.
  private static func keys(for studies: [CataloguedStudy]) -> [String] {
    let ids = studies.map(\.study.id.rawValue)
    let keys = ids.map { String($0.map { $0.isLetter || $0.isNumber ? $0 : "_" }) }
    return Set(keys).count == keys.count ? keys : ids
  }
}

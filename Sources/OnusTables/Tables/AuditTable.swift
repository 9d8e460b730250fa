public import OnusModel

extension EvidenceTable {
  /// Every claim with where it stands, why, and everything that the checks say of it.
  ///
  /// Claims keep the order they are given in; findings stand from the gravest.
  public static func audit(_ claims: [CataloguedClaim]) -> EvidenceTable {
    EvidenceTable(
      id: "audit", title: "Claims, where they stand, and what the checks say",
      columns: [
        Column("claim", "Claim", isRowHeader: true),
        Column("source", "Made in"),
        Column("standing", "Where it stands"),
        Column("reason", "Why"),
        Column("verdict", "What an editor says"),
        Column("evidence", "Evidence"),
        Column("findings", "What the checks say"),
        Column("claim_id", "Claim ID", kind: .identifier),
      ],
      rows: claims.map { claim in
        Row(
          id: claim.claim.id.rawValue, group: claim.match?.heading,
          cells: [
            Cell(.text(claim.claim.statement.value)), Cell(claim.appearanceValue), claim.standingCell,
            Cell(claim.standing.map { .text($0.reason.capitalizedSentence) } ?? .absent),
            Cell(claim.verdictValue), Cell(.text(claim.linkCounts)), Cell(claim.findingsValue),
            Cell(.text(claim.claim.id.rawValue)),
          ], location: claim.claim.location)
      },
      notes: [
        "Where a claim stands follows from its links and findings by a published table, which onus standings "
          + "prints; the row that counted is in brackets. It is a reading of what is linked, not a verdict on "
          + "the source.",
        "What a finding means, and by which published source, onus explain prints.",
      ], meaningOfEmptyCells: "An empty cell means that nobody has said anything.")
  }
}

extension CataloguedClaim {
  /// The editor's verdict with its reason.
  fileprivate var verdictValue: EvidenceTable.Value {
    guard let verdict = claim.verdict else { return .absent }
    return .lines([.init(label: verdict.standing.value.rawValue, verdict.reason)])
  }

  /// How many links point which way: "▲ 2 supports, ▼ 1 contradicts".
  fileprivate var linkCounts: String {
    let parts = EvidenceLink.Stance.allCases.compactMap { stance -> String? in
      let count = evidence.count { $0.link.stance == stance }
      return count == 0 ? nil : "\(stance.symbol) \(count) \(stance.rawValue)"
    }
    if !parts.isEmpty { return parts.joined(separator: ", ") }
    return claim.searches.isEmpty ? "Nothing linked" : "Searched, nothing linked"
  }
}

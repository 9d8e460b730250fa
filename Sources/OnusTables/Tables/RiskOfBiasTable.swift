public import OnusModel

extension EvidenceTable {
  /// How studies can be biased: one row for each domain that people have judged, with their reasons.
  public static func riskOfBias(_ studies: [CataloguedStudy]) -> EvidenceTable {
    EvidenceTable(
      id: "risk-of-bias", title: "Risk of bias",
      columns: [
        Column("study", "Study", isRowHeader: true, mergesRepeats: true),
        Column("tool", "Instrument", mergesRepeats: true),
        Column("outcome", "Outcome", mergesRepeats: true),
        Column("domain", "Domain"),
        Column("judgement", "Judgement", kind: .stance),
        Column("reason", "Reason"),
        Column("by", "Judged by", mergesRepeats: true),
      ],
      rows: studies.flatMap { rows(judgedOf: $0) },
      notes: [
        "Judgements are those of the people named or of the review cited; none is computed. Signs: + low risk, "
          + "– some concerns or moderate, × high or serious, ! critical, ? unclear or no information."
      ])
  }

  private static func rows(judgedOf study: CataloguedStudy) -> [Row] {
    study.study.allRiskOfBias.enumerated().flatMap { number, judged -> [Row] in
      let judgements = judged.domains + [judged.overall].compactMap(\.self)
      return judgements.enumerated().map { index, judgement in
        let domain = judged.instrument?.domain(named: judgement.domain)
        let name =
          judgement == judged.overall ? "Overall" : domain.map { "\($0.id) \($0.label)" } ?? judgement.domain
        let level = judged.level(of: judgement)
        let cells: [Cell] = [
          study.nameCell,
          Cell(.text(judged.instrument?.name ?? judged.tool.value)),
          Cell(.text(judged.outcome ?? "the study as a whole")),
          Cell(.text(name)),
          Cell(level.map { .symbol($0.sign, word: $0.name) } ?? .text(judgement.judgement)),
          Cell(.optional(judgement.reason)),
          Cell(.optional(judged.judges ?? study.study.appraisal?.review)),
        ]
        return Row(
          id: "\(study.study.id.rawValue)/\(number + 1)/\(index + 1)", cells: cells,
          location: judgement.location)
      }
    }
  }
}

extension RiskOfBias {
  /// Who judged, and where that was published.
  fileprivate var judges: String? {
    let parts = [raters, source.map { "\($0.value)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

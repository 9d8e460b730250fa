internal import OnusModel

extension Check {
  /// A claim that leaves out the harms that its own studies report.
  public static let harmsLeftOut = Check(
    "harms-left-out", severity: .note,
    documentation: Documentation(
      title: "The source tells of a study and leaves out the harms that it reports",
      explanation: """
        Benefits without harms are half of what a reader needs. Reported is a claim of efficacy for which the \
        source cites a study whose record lists harms, while no claim of the same source about safety or harm \
        rests on that study; and a strong claim of no harm with linked studies that list some.
        """,
      sources: [
        "Junqueira DR et al. CONSORT Harms 2022. BMJ 2023;381:e073725",
        "Yavchitz A et al. J Clin Epidemiol 2016;75:56-65 (type 6)",
      ],
      needs: "What the source cites, and harms: of the studies.",
      falsePositives: "Harms listed that are no more frequent than on placebo."),
    examples: Examples(
      firing: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column }
        claims:
          tea-helps:
            statement: In a study pain fell with willow tea.
            kind: efficacy
            appears: { in: newsletter }
            cites: [tea-2019]
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, harms: [Four people bled.] }
        """,
      quiet: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column }
        claims:
          tea-helps:
            statement: In a study pain fell with willow tea.
            kind: efficacy
            appears: { in: newsletter }
            cites: [tea-2019]
            evidence: { study: tea-2019, stance: supports, because: Pain fell. }
          tea-bleeding:
            statement: Four people bled on willow tea.
            kind: safety
            direction: harm
            appears: { in: newsletter }
            evidence: { study: tea-2019, stance: supports, because: Four bled. }
        studies:
          tea-2019: { name: Tea 2019, design: rct, harms: [Four people bled.] }
        """)
  ) { input in
    // Studies whose harms a source speaks of.
    var told: [Source.ID: Set<Study.ID>] = [:]
    for entry in input.claims
    where entry.claim.direction == .harm || entry.claim.kind == .safety && entry.claim.direction != .noEffect
    {
      for appearing in entry.appearances {
        told[appearing.source.id, default: []].formUnion(entry.claim.evidence.map(\.study.value))
      }
    }
    return input.claims.compactMap { entry -> Finding? in
      let left: [CataloguedStudy]
      let isDenial =
        entry.claim.kind == .safety && entry.claim.direction == .noEffect
        && entry.claim.wording.value >= .strong
      if isDenial {
        left = entry.evidence.map(\.study).filter { !$0.study.harms.isEmpty }
      } else {
        guard entry.claim.kind == .efficacy, let source = entry.appearances.first?.source.id else {
          return nil
        }
        left = entry.cited.filter { study in
          !study.study.harms.isEmpty && !(told[source]?.contains(study.study.id) ?? false)
        }
      }
      guard let first = left.first else { return nil }
      let names = left.map(\.study.name)
      let remark = Remark(
        isDenial
          ? "the claim denies harms that \(names.joined(separator: ", ")) \(left.count == 1 ? "lists" : "list")"
          : "the source tells of \(names.joined(separator: ", ")) and leaves out the harms that \(left.count == 1 ? "it reports" : "they report")",
        at: entry.statementPlace,
        notes: left.map { study in
          Diagnostic.Note(
            "\(study.study.name): " + study.study.harms.map(\.value).joined(separator: " "),
            at: study.study.harms.first?.location ?? first.study.location)
        }, remedy: "read what the study says of harms together with the claim")
      return Finding(remark.diagnostic(.note, "harms-left-out"), claim: entry.claim.id)
    }
  }
}

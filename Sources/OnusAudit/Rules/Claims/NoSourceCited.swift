internal import OnusModel

extension Check {
  /// A claim of fact for which its source cites nothing.
  public static let noSourceCited = Check(
    ofEachClaim: "no-source-cited", severity: .note,
    documentation: Documentation(
      title: "The source cites nothing for a claim of fact",
      explanation: """
        A reader who wants to check a claim has to find the evidence without help. Claims in hedged words, \
        matters of law and of opinion are left out.
        """,
      sources: ["International Committee of Medical Journal Editors. Recommendations, section IV.A.3.g"],
      needs: "Where the claim appears, and which studies the source cites for it.",
      falsePositives: "A citation in the source that nobody has recorded under cites:, or common knowledge."),
    examples: Examples(
      firing: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column }
        claims:
          tea-helps: { statement: Willow tea relieves back pain., kind: efficacy, appears: { in: newsletter } }
        """,
      quiet: """
        sources:
          newsletter: { title: Newsletter, kind: magazine column }
        claims:
          tea-helps:
            statement: Willow tea relieves back pain.
            kind: efficacy
            appears: { in: newsletter }
            cites: [tea-2019]
        studies:
          tea-2019: { name: Tea 2019, design: rct }
        """)
  ) { entry, _ in
    guard entry.claim.cites.isEmpty, let appearing = entry.appearances.first,
      entry.claim.wording.value > .hedged, ![.regulatory, .other].contains(entry.claim.kind)
    else { return [] }
    return [
      Remark(
        "\(appearing.source.title) cites no study for this claim, so its reader cannot check it",
        at: appearing.appearance.source.location ?? entry.claim.location,
        remedy: "if the source does cite a study, record it under cites:")
    ]
  }
}
